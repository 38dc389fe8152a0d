import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inquiryId as toInquiryId } from '../../src/domain/ids.ts';
import { sendInquiry } from '../../src/features/inquiries/send-inquiry.ts';
import { anAsker } from '../support/builders.ts';
import { bertaId } from '../support/followed.ts';
import { asCarla } from '../support/announcements.ts';
import { buttonNamed, buttonsOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import {
  bertaInChannel,
  idOf,
  ownList,
  posted,
  previewed,
  question,
  setUpChannel,
  startAsking,
  threadOf,
} from '../support/inquiries.ts';
import { asBerta, dialog, pressed, said } from '../support/user-groups.ts';
import { valueOf } from '../support/user-group-cards.ts';

let bot: TestBot;

beforeEach(async () => {
  bot = await startAsking();
});

afterEach(async () => {
  await bot.stop();
});

const titlesOf = (card: unknown) => buttonsOf(card).map(({ title }) => title);

describe('asking', () => {
  it('begins at an answer that found nothing, with the question written already', async () => {
    const nothing = await said(bot, 'Wer macht schon Quantencomputer?', 'personal', asBerta);

    const form = await bot.press(buttonNamed(nothing, 'Community fragen'), 'personal', {}, asBerta);

    expect(JSON.stringify(form)).toContain('"value":"Wer macht schon Quantencomputer?"');
    expect(wordsOf(form)).toContain('Darf Ihre Kommune dabeistehen?');
    expect(JSON.stringify(form)).toContain('„Frage aus Menden (Sauerland)“ anzeigen');
  });

  it('begins with words, too, which take the question over', async () => {
    const form = await said(bot, 'Frag die Community: wer nutzt Drohnen?', 'personal', asBerta);

    expect(JSON.stringify(form)).toContain('"value":"Wer nutzt Drohnen?"');
  });

  it('shows the card exactly as it stands in the channel afterwards, and where', async () => {
    const preview = await previewed(bot, { more: 'Für die Feuerwehr.\nMit Wärmebild.' });

    await bot.press(buttonNamed(preview, 'Senden'), 'personal', {}, asBerta);
    const [post] = await posted(bot, question);

    const shown = wordsOf(post?.card);
    expect(wordsOf(preview)).toMatch(/^So steht es in „Austausch“\.\n/);
    expect(shown).toBe(
      [
        'Frage aus Menden (Sauerland)',
        question,
        'Für die Feuerwehr.',
        'Mit Wärmebild.',
        'Noch keine Antwort.',
      ].join('\n'),
    );
    expect(wordsOf(preview)).toContain(shown);
    expect(titlesOf(post?.card)).toEqual(['Wir machen das', 'Antworten', 'Ich kenne jemanden']);
    expect(post).toMatchObject({
      channel: '19:channel@thread.tacv2',
      summary: `Frage aus Menden (Sauerland): ${question}`,
    });
  });

  it('sends what was stored, once, however often it is pressed', async () => {
    const preview = await previewed(bot);
    const send = buttonNamed(preview, 'Senden');

    const answers = await Promise.all(
      [1, 2, 3].map(() => bot.press(send, 'personal', { question: 'Anderes' }, asBerta)),
    );
    await posted(bot, question);
    const again = await bot.press(send, 'personal', {}, asBerta);

    const sentences = answers.map((answer) => wordsOf(answer).split('\n')[0]?.split('.')[0]);
    expect(sentences.map(String).toSorted((one, other) => one.localeCompare(other))).toEqual([
      'Diese Anfrage war schon gesendet',
      'Diese Anfrage war schon gesendet',
      'Gesendet',
    ]);
    expect(wordsOf(again)).toMatch(/^Diese Anfrage war schon gesendet\./);
    expect(await posted(bot, question)).toHaveLength(1);
  });

  it('leaves the commune out where it is not to be named', async () => {
    const preview = await previewed(bot, { named: 'false' });

    await bot.press(buttonNamed(preview, 'Senden'), 'personal', {}, asBerta);
    const [post] = await posted(bot, question);

    expect(post?.summary).toBe(`Frage aus der Community: ${question}`);
    expect(wordsOf(post?.card)).toMatch(/^Frage aus der Community\n/);
    expect(JSON.stringify(await bot.storedDocuments('inquiries'))).not.toContain('05962040');
  });

  it('is changed and discarded before it is sent', async () => {
    const preview = await previewed(bot);

    const form = await bot.press(buttonNamed(preview, 'Ändern'), 'personal', {}, asBerta);
    const changed = await bot.press(
      buttonNamed(form, 'Vorschau'),
      'personal',
      { question: 'Wer nutzt Drohnen?', named: 'true' },
      asBerta,
    );
    const discarded = await bot.press(buttonNamed(changed, 'Verwerfen'), 'personal', {}, asBerta);
    const late = await bot.press(buttonNamed(changed, 'Senden'), 'personal', {}, asBerta);

    expect(JSON.stringify(form)).toContain(`"value":"${question}"`);
    expect(wordsOf(changed)).toContain('Wer nutzt Drohnen?');
    expect(idOf(changed, 'Senden')).toBe(idOf(preview, 'Senden'));
    expect(wordsOf(discarded)).toBe('Verworfen. Gesendet wurde nichts.');
    expect(valueOf(late)).toContain('Diese Anfrage gibt es nicht mehr.');
    expect(await bot.storedDocuments('inquiries')).toEqual([]);
  });

  it('keeps everything that was typed, and says field by field what would be right', async () => {
    const [first, second] = ['ä'.repeat(301), 'x'.repeat(9000)];

    const refused = await previewed(bot, { question: first, more: second });
    const empty = await previewed(bot, { question: '\u202e ', more: 'Mehr' });

    expect(JSON.stringify(refused)).toContain(`"value":"${first}"`);
    expect(JSON.stringify(refused)).toContain(`"value":"${second}"`);
    expect(wordsOf(refused)).toContain('Ihre Frage hat 301 Zeichen, höchstens 300 sind möglich.');
    expect(wordsOf(refused)).toContain('Das sind 9.000 Zeichen, höchstens 1.000 sind möglich.');
    expect(wordsOf(empty)).toContain('Bitte schreiben Sie Ihre Frage');
    expect(JSON.stringify(empty)).toContain('"value":"Mehr"');
    expect(await bot.storedDocuments('inquiries')).toEqual([]);
  });

  it('is for members: others are told so', async () => {
    const guest = { id: '29:gast', name: 'Gast', aadObjectId: 'dddddddd-0000-4000-8000-000000000004' };
    bot.connector.members.set(guest.id, { ...guest, userRole: 'guest', userPrincipalName: 'gast#EXT#@x' });
    const chat = { id: 'a:personal-gast', conversationType: 'personal' };

    const [asGuest] = await bot.say('Community fragen', 'personal', { from: guest, conversation: chat });
    const [asNobody] = await bot.say('Community fragen', 'channel', { from: { id: '29:x', name: 'X' } });

    expect(asGuest?.text).toContain('Das ist Mitgliedern vorbehalten.');
    expect(asNobody?.text).toContain('Dafür müssen Sie angemeldet sein.');
  });

  it('stops at three open inquiries, and goes on when one is closed', async () => {
    for (const number of [1, 2, 3]) {
      const preview = await previewed(bot, { question: `Frage ${number}` });
      await bot.press(buttonNamed(preview, 'Senden'), 'personal', {}, asBerta);
    }

    const fourth = await bot.press(pressed('inquiry.offer'), 'personal', {}, asBerta);
    const list = await ownList(bot, asBerta);
    const one = await bot.press(buttonNamed(list, 'Details zu Frage 2'), 'personal', {}, asBerta);
    await bot.press(buttonNamed(one, 'Danke, erledigt'), 'personal', {}, asBerta);
    const form = await bot.press(pressed('inquiry.offer'), 'personal', {}, asBerta);

    expect(valueOf(fourth)).toContain('Sie haben schon drei offene Anfragen.');
    expect(wordsOf(list)).toMatch(/^Drei Anfragen, die Sie gestellt oder beantwortet haben\./);
    expect(wordsOf(form)).toMatch(/^Die Community fragen/);
  });

  it('stops at three also when the third and the fourth are sent at the same moment', async () => {
    const previews: unknown[] = [];
    for (const number of [1, 2, 3, 4]) {
      previews.push(await previewed(bot, { question: `Frage ${number}` }));
    }
    const send = (preview: unknown) => bot.press(buttonNamed(preview, 'Senden'), 'personal', {}, asBerta);
    for (const preview of previews.slice(0, 2)) {
      await send(preview);
    }

    const asker = anAsker({ memberId: bertaId });
    await Promise.all(
      previews
        .slice(2)
        .map((preview) =>
          sendInquiry(bot.app.deps, { asker, inquiryId: toInquiryId(idOf(preview, 'Senden')) }),
        ),
    );
    const atOnce = wordsOf(await ownList(bot, asBerta));
    for (const preview of previews.slice(2)) {
      await send(preview);
    }
    const inTurn = wordsOf(await ownList(bot, asBerta));

    expect(atOnce.match(/Noch keine Antwort/g)?.length).toBeLessThanOrEqual(3);
    expect(inTurn.match(/Noch keine Antwort/g)).toHaveLength(3);
    expect(inTurn.match(/Entwurf, noch nicht gesendet/g)).toHaveLength(1);
  });

  it('says what to do while no channel is set up: organisers, how to set one up', async () => {
    await setUpChannel(bot, 'none');

    const [member] = await bot.say('Community fragen', 'personal', asBerta);
    const [organiser] = await bot.say('Community fragen');

    expect(member?.text).toMatch(/^Noch ist kein Kanal für die Community eingerichtet.*„Benachrichtigen“/);
    expect(member?.text).not.toContain('Kanal einrichten');
    expect(organiser?.text).toContain('schreiben Sie „Kanal einrichten“ und wählen Sie „Ganze Community“');
  });

  it('is a dialog in shared places, where nobody else sees what is typed', async () => {
    const offer = await said(bot, 'Frag die Community: wer nutzt Drohnen?', 'channel', bertaInChannel);
    const open = buttonNamed(offer, 'Formular öffnen');
    const before = bot.connector.messages.length;

    const form = await dialog(
      bot,
      'task/fetch',
      { verb: open.verb, ...open.data },
      'channel',
      bertaInChannel,
    );
    const typed = { ...buttonNamed(form.answer, 'Vorschau').data, question, named: 'true' };
    const preview = await dialog(bot, 'task/submit', typed, 'channel', bertaInChannel);

    expect(JSON.stringify(form.answer)).toContain('"value":"Wer nutzt Drohnen?"');
    expect(JSON.stringify(preview.answer)).toContain('So steht es in „Austausch“.');
    expect(buttonNamed(preview.answer, 'Senden').type).toBe('Action.Submit');
    expect(bot.connector.messages.slice(before)).toEqual([]);
  });

  it('is refused for the drafts of others', async () => {
    const preview = await previewed(bot);
    const inquiryId = idOf(preview, 'Senden');

    for (const verb of ['send', 'offerChange', 'show', 'close']) {
      const answer = await bot.press(pressed(`inquiry.${verb}`, { inquiryId }), 'personal', {}, asCarla);
      expect(valueOf(answer)).toContain('Diese Anfrage gibt es nicht mehr.');
    }
    const overwritten = pressed('inquiry.preview', { inquiryId, question: 'Fremd' });
    const answer = await bot.press(overwritten, 'personal', {}, asCarla);
    await bot.press(pressed('inquiry.discard', { inquiryId }), 'personal', {}, asCarla);

    expect(valueOf(answer)).toContain('Diese Anfrage gibt es nicht mehr.');
    expect((await threadOf(bot, inquiryId)).inquiry).toMatchObject({ question, state: { kind: 'draft' } });
  });
});
