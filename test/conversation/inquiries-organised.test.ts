import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inquiryId } from '../../src/domain/ids.ts';
import { dayMs } from '../../src/domain/instant.ts';
import { closeOverdueInquiries } from '../../src/features/inquiries/close-inquiry.ts';
import { asCarla, delivered } from '../support/announcements.ts';
import { buttonNamed, buttonsOf, cardOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import {
  answered,
  asked,
  bertaInChannel,
  carlaInChannel,
  followed,
  ownList,
  posted,
  previewed,
  question,
  setUpChannel,
  startAsking,
  threadOf,
} from '../support/inquiries.ts';
import { asBerta, created, dialog, pressed, said } from '../support/user-groups.ts';
import { valueOf } from '../support/user-group-cards.ts';

let bot: TestBot;

beforeEach(async () => {
  bot = await startAsking();
});

afterEach(async () => {
  await bot.stop();
});

const titlesOf = (card: unknown) => buttonsOf(card).map(({ title }) => title);
const asAnna = {};

describe('the end of an inquiry', () => {
  it('is said by the asker with one press, and everything that was posted follows', async () => {
    const { id, card } = await asked(bot);
    await answered(bot, id);
    const [told] = await delivered(bot, summaryOf('Seit 2024 mit zwei Drohnen.'), 1);

    const closed = await bot.press(buttonNamed(cardOf(told), 'Danke, erledigt'), 'personal', {}, asBerta);
    const shown = await followed(bot, 'Erledigt am 22. November 2026');
    const again = await bot.press(buttonNamed(cardOf(told), 'Danke, erledigt'), 'personal', {}, asBerta);

    expect(wordsOf(closed)).toMatch(/^Die Anfrage ist geschlossen\./);
    expect(titlesOf(closed)).toEqual([]);
    expect(wordsOf(shown)).toContain('Eine Antwort.\nAntworten ist nicht mehr möglich.');
    expect(titlesOf(shown)).toEqual(['Alle Antworten']);
    expect(wordsOf(again)).toMatch(/^Diese Anfrage war schon geschlossen\./);
    expect(await answered(bot, id, { text: 'Zu spät' })).toContain('Diese Anfrage ist schon geschlossen.');
    const late = { verb: 'inquiry.offerAnswer', ...buttonNamed(card, 'Antworten').data };
    expect((await dialog(bot, 'task/fetch', late, 'channel', carlaInChannel)).answer).toMatchObject({
      task: { type: 'message', value: expect.stringContaining('Diese Anfrage ist schon geschlossen.') },
    });
    expect((await threadOf(bot, id)).answers).toHaveLength(1);
  });

  it('comes by itself after 60 days without a new answer', async () => {
    const { id } = await asked(bot);
    bot.clock.advance(60 * dayMs - 1);
    const before = await closeOverdueInquiries(bot.app.deps);
    bot.clock.advance(1);

    const closed = await closeOverdueInquiries(bot.app.deps);
    const shown = await followed(bot, 'lange niemand geantwortet');

    expect([before, closed]).toEqual([0, 1]);
    expect(titlesOf(shown)).toEqual([]);
    expect((await threadOf(bot, id)).inquiry.state).toMatchObject({ kind: 'closed', because: 'time' });
  });

  it('is the matter of asker and organisers alone', async () => {
    const { id } = await asked(bot);

    const refused = await bot.press(pressed('inquiry.close', { inquiryId: id }), 'personal', {}, asCarla);
    const inChannel = await bot.press(
      pressed('inquiry.close', { inquiryId: id }),
      'channel',
      {},
      bertaInChannel,
    );
    const organiser = await bot.press(pressed('inquiry.close', { inquiryId: id }));

    expect(valueOf(refused)).toBe('Schließen kann sie, wer gefragt hat, und das Organisationsteam.');
    expect(valueOf(inChannel)).toContain('Das zeige ich nur im Einzelchat');
    expect(wordsOf(organiser)).toContain('Vom Organisationsteam geschlossen am 22. November 2026');
  });
});

describe('organisers', () => {
  it('list all inquiries, those without an answer first, five a page', async () => {
    const ids: string[] = [];
    for (const [index, more] of [asBerta, asBerta, asBerta, asCarla, asCarla, asCarla].entries()) {
      bot.clock.advance(1000);
      const preview = await previewed(bot, { question: `Frage ${index + 1}` }, more);
      await bot.press(buttonNamed(preview, 'Senden'), 'personal', {}, more);
      ids.push(String(buttonNamed(preview, 'Senden').data?.['inquiryId']));
    }
    await posted(bot, 'Frage', 6);
    await answered(bot, ids[1] ?? '');
    await bot.press(pressed('inquiry.close', { inquiryId: ids[5] }), 'personal', {}, asCarla);
    await previewed(bot, { question: 'Entwurf' }, asAnna);

    const list = await bot.press(pressed('inquiry.list', { page: 1 }));
    const next = await bot.press(buttonNamed(list, 'Weitere'));

    const questions = (card: unknown) => wordsOf(card).match(/^Frage \d$/gm);
    expect(wordsOf(list)).toMatch(/^Sechs Anfragen, davon 5 offen\./);
    expect(questions(list)).toEqual(['Frage 5', 'Frage 4', 'Frage 3', 'Frage 1', 'Frage 2']);
    expect(questions(next)).toEqual(['Frage 6']);
    expect(wordsOf(list)).not.toContain('Entwurf');
  });

  it('are the only ones who see them all; others get their own', async () => {
    await asked(bot);

    const [organiser] = await bot.say('Anfragen');
    const others = await said(bot, 'Anfragen', 'personal', asCarla);
    const [inChannel] = await bot.say('Anfragen', 'channel');

    expect(wordsOf(cardOf(organiser))).toMatch(/^Eine Anfrage, davon 1 offen\./);
    expect(wordsOf(others)).toMatch(/^Sie haben die Community noch nichts gefragt/);
    expect(inChannel?.text).toContain('Das zeige ich nur im Einzelchat');
  });

  it('route it to a user group once, whose channels follow from then on', async () => {
    const { id } = await asked(bot);
    const group = await created(bot, { name: 'Drohnen' });
    await created(bot, { name: 'Ohne Kanal' });
    await bot.say('Kanal einrichten', 'group');
    await bot.press(pressed('userGroup.setChannel', { userGroup: group }), 'group');
    const details = await bot.press(pressed('inquiry.show', { inquiryId: id }));

    const offer = await bot.press(buttonNamed(details, 'An User Group weiterleiten'));
    const missing = await bot.press(buttonNamed(offer, 'Weiterleiten'));
    const routed = await bot.press(buttonNamed(offer, 'Weiterleiten'), 'personal', { userGroup: group });
    const [inGroup] = await delivered(bot, `Frage aus Menden (Sauerland): ${question}`, 1);
    const again = await bot.press(buttonNamed(offer, 'Weiterleiten'), 'personal', { userGroup: group });
    await answered(bot, id);
    const places = () =>
      bot.connector.updates
        .filter(({ activity }) => JSON.stringify(activity).includes('Seit 2024'))
        .map(({ conversationId }) => conversationId);
    await bot.connector.until(() => new Set(places()).size === 2);

    expect(JSON.stringify(offer)).toContain('"title":"Drohnen"');
    expect(JSON.stringify(offer)).not.toContain('Ohne Kanal');
    expect(wordsOf(missing)).toContain('Bitte wählen Sie eine User Group aus der Liste.');
    expect(wordsOf(routed)).toMatch(/^Weitergeleitet: Sie steht gleich auch in den Kanälen von „Drohnen“\./);
    expect(wordsOf(cardOf(inGroup))).toContain(question);
    expect(wordsOf(again)).toMatch(/^In den Kanälen von „Drohnen“ steht sie schon\./);
    const ids = (await bot.storedDocuments('broadcasts')).map(({ body }) => body['id']);
    expect(ids).toContain(`inquiry.${id}.${group}`);
    expect(new Set(places())).toEqual(new Set(['19:channel@thread.tacv2', '19:group@thread.v2']));
  });

  it('are the only ones who route, and not where others read along', async () => {
    const { id } = await asked(bot);

    for (const verb of ['inquiry.offerRoute', 'inquiry.route']) {
      const answer = await bot.press(pressed(verb, { inquiryId: id }), 'personal', {}, asBerta);
      expect(valueOf(answer)).toContain('Das kann nur das Organisationsteam.');
    }
    const inChannel = await bot.press(pressed('inquiry.offerRoute', { inquiryId: id }), 'channel');
    expect(valueOf(inChannel)).toContain('Das zeige ich nur im Einzelchat');
    const none = await bot.press(pressed('inquiry.offerRoute', { inquiryId: id }));
    expect(valueOf(none)).toContain('Es gibt keine User Group mit einem Kanal');
  });
});

describe('an answer that becomes a use case', () => {
  it('is entered by whoever gave it with one press, and nothing is typed twice', async () => {
    const { id, card } = await asked(bot);
    const data = { verb: 'inquiry.offerAnswer', ...buttonNamed(card, 'Wir machen das').data };
    const form = await dialog(bot, 'task/fetch', data, 'channel', carlaInChannel);
    const text = 'Seit 2024 mit zwei Drohnen. Fragen an digitales@example.org';
    const send = { ...buttonNamed(form.answer, 'Antwort senden').data, stage: 'pilot', text };
    const done = await dialog(bot, 'task/submit', send, 'channel', carlaInChannel);

    const register = buttonNamed(done.answer, 'Als Anwendungsfall eintragen').data ?? {};
    const opened = await dialog(bot, 'task/submit', register, 'channel', carlaInChannel);

    const fields = JSON.stringify(opened.answer);
    expect(register).toMatchObject({ inquiryId: id, answer: 1 });
    expect(fields).toContain('"value":"Drohnen für Dächer"');
    expect(fields).toContain(`"value":"${text}"`);
    expect(fields).toContain('"value":"pilot"');
    expect(fields).toContain('"value":"05962016"');
  });

  it('is entered by organisers from the details, and by nobody else', async () => {
    const { id } = await asked(bot);
    await answered(bot, id);
    const details = await bot.press(pressed('inquiry.show', { inquiryId: id }));
    const register = buttonNamed(details, 'Als Anwendungsfall eintragen');

    const opened = await bot.press(register);
    const refused = await bot.press(register, 'personal', {}, asBerta);
    const inChannel = await bot.press(register, 'channel', {}, carlaInChannel);

    expect(JSON.stringify(opened)).toContain('"value":"Seit 2024 mit zwei Drohnen."');
    expect(valueOf(refused)).toBe('Eintragen kann das, wer geantwortet hat, und das Organisationsteam.');
    expect(valueOf(inChannel)).toContain('Das zeige ich nur im Einzelchat');
    const asker = await bot.press(pressed('inquiry.show', { inquiryId: id }), 'personal', {}, asBerta);
    expect(titlesOf(asker)).toEqual(['Danke, erledigt']);
  });
});

describe('where others read along', () => {
  it("all answers are shown without anybody's own state", async () => {
    const { id } = await asked(bot);
    await answered(bot, id);
    const before = bot.connector.messages.length;

    await bot.press(pressed('inquiry.show', { inquiryId: id }), 'channel', {}, carlaInChannel);
    const isShown = (message: unknown) => JSON.stringify(message).includes('Gestellt am');
    await bot.connector.until(() => bot.connector.messages.slice(before).some(isShown));
    const shown = cardOf(bot.connector.messages.slice(before).find(isShown));

    expect(titlesOf(shown)).toEqual(['Wir machen das', 'Antworten', 'Ich kenne jemanden']);
    expect(await ownList(bot, asCarla)).toBeDefined();
    const list = await bot.press(pressed('inquiry.listOwn', { page: 1 }), 'channel', {}, carlaInChannel);
    expect(valueOf(list)).toContain('Das zeige ich nur im Einzelchat');
  });

  it('a question goes to every channel of the community, to each once', async () => {
    await bot.say('Kanal einrichten', 'group');
    await bot.press(pressed('userGroup.setChannel', { userGroup: 'community' }), 'group');

    const preview = await previewed(bot);
    const { id } = await asked(bot);
    await delivered(bot, `Frage aus Menden (Sauerland): ${question}`, 1);

    expect(wordsOf(preview)).toMatch(/^So steht es in „Austausch“ und einem weiteren\./);
    expect((await bot.app.deps.inquiries.find(inquiryId(id)))?.posts).toEqual([
      { to: 'community', begun: true },
    ]);
    await setUpChannel(bot, 'none');
  });
});

function summaryOf(text: string): string {
  return `Antwort auf Ihre Frage: Hemer: Wir machen das · im Einsatz: ${text}`;
}
