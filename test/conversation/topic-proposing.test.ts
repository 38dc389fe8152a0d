import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { topicRequestId } from '../../src/domain/ids.ts';
import { buttonNamed, buttonsOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { sentOff, startProposing, storedTopics } from '../support/topic-proposing.ts';
import { memberOf, proposed } from '../support/topics.ts';
import { asBerta, berta, created, pressed, said } from '../support/user-groups.ts';
import { valueOf } from '../support/user-group-cards.ts';

let bot: TestBot;

beforeEach(async () => {
  bot = await startProposing();
});

afterEach(async () => {
  await bot.stop();
});

const titlesOf = (card: unknown) => buttonsOf(card).map(({ title }) => title);
const ownPart = async (id: string, who = berta) =>
  bot.app.deps.topicRequests.findParticipation(topicRequestId(id), memberOf(who));

const title = 'KI im Bauamt';

describe('"Thema vorschlagen"', () => {
  it('opens a form that says beforehand who will be named', async () => {
    const form = await said(bot, 'Thema vorschlagen', 'personal', asBerta);

    expect(wordsOf(form)).toBe(
      [
        'Thema vorschlagen',
        'Um welches Thema geht es?',
        'Welche Frage steckt dahinter?',
        'none',
        'Für wen?',
        'Schlagworte',
        'false',
        'Können Sie selbst etwas dazu sagen?',
        'Dann steht „Menden (Sauerland)“ beim Thema. Ihr Name erscheint nicht.',
      ].join('\n'),
    );
    expect(titlesOf(form)).toEqual(['Vorschlagen']);
    expect(await storedTopics(bot)).toEqual([]);
  });

  it('stores what was typed with the vote of whoever proposes it, and shows it', async () => {
    const details = await sentOff(bot, {
      title: ` ${title}\n`,
      question: 'Wer prüft Anträge?',
      userGroup: 'none',
      tags: 'Bauen; #Anträge, bauen',
      mayReport: 'true',
    });

    const [request] = await storedTopics(bot);
    expect(request).toMatchObject({
      title,
      question: 'Wer prüft Anträge?',
      tags: ['Bauen', 'Anträge'],
      by: memberOf(berta),
      votes: 1,
      state: { kind: 'open' },
    });
    expect(request).not.toHaveProperty('userGroupId');
    expect(await ownPart(request?.id ?? '')).toMatchObject({
      votedAt: bot.clock.now(),
      followsSince: bot.clock.now(),
      offer: { at: bot.clock.now(), communeId: '05962040' },
    });
    expect(wordsOf(details)).toMatch(/^Vorgeschlagen\. Ihre Stimme ist dabei, und ich schreibe Ihnen/);
    expect(wordsOf(details)).toContain('Menden');
  });

  it('is one request however often the form is sent', async () => {
    const form = await bot.press(pressed('topic.offerForm'), 'personal', {}, asBerta);
    const submit = buttonNamed(form, 'Vorschlagen');
    const send = () => bot.press(submit, 'personal', { title, userGroup: 'none' }, asBerta);

    const answers = await Promise.all([send(), send(), send()]);
    const late = await send();

    const first = answers.map((answer) => wordsOf(answer).split('.')[0] ?? '');
    expect(first.toSorted((one, other) => one.localeCompare(other, 'de'))).toEqual([
      'Dieses Thema war schon vorgeschlagen',
      'Dieses Thema war schon vorgeschlagen',
      'Vorgeschlagen',
    ]);
    expect(wordsOf(late)).toMatch(/^Dieses Thema war schon vorgeschlagen\./);
    expect(await storedTopics(bot)).toHaveLength(1);
  });

  it('keeps everything that was typed, and says field by field what would be right', async () => {
    const typed = {
      title: 'ä'.repeat(101),
      question: 'x'.repeat(601),
      userGroup: 'none',
      tags: 'a, b, c, d, e, f',
      mayReport: 'true',
    };

    const refused = await sentOff(bot, typed);
    const empty = await sentOff(bot, { title: '\u202e ', question: 'Wer?' });

    for (const field of ['title', 'question', 'tags', 'mayReport'] as const) {
      expect(JSON.stringify(refused)).toContain(`"value":"${typed[field]}"`);
    }
    expect(wordsOf(refused)).toContain('Das Thema hat 101 Zeichen, höchstens 100 sind möglich.');
    expect(wordsOf(refused)).toContain('Das sind 601 Zeichen, höchstens 600 sind möglich.');
    expect(wordsOf(refused)).toContain('Höchstens fünf Schlagworte sind möglich');
    expect(wordsOf(empty)).toContain('Bitte nennen Sie das Thema, zum Beispiel „KI im Bauamt“.');
    expect(JSON.stringify(empty)).toContain('"value":"Wer?"');
    expect(await storedTopics(bot)).toEqual([]);
  });

  it('is for members: others are told so', async () => {
    const guest = { id: '29:gast', name: 'Gast', aadObjectId: 'dddddddd-0000-4000-8000-000000000004' };
    bot.connector.members.set(guest.id, { ...guest, userRole: 'guest', userPrincipalName: 'gast#EXT#@x' });
    const chat = { id: 'a:personal-gast', conversationType: 'personal' };
    const asGuest = { from: guest, conversation: chat };

    const [typed] = await bot.say('Thema: KI im Bauamt', 'personal', asGuest);
    const [shared] = await bot.say('Thema vorschlagen', 'channel', { from: { id: '29:x', name: 'X' } });
    const sent = await bot.press(
      pressed('topic.propose', { topicRequestId: 'new', title }),
      'personal',
      {},
      asGuest,
    );

    expect(typed?.text).toContain('Das ist Mitgliedern vorbehalten.');
    expect(shared?.text).toContain('Dafür müssen Sie angemeldet sein.');
    expect(valueOf(sent)).toContain('Das ist Mitgliedern vorbehalten.');
    expect(await storedTopics(bot)).toEqual([]);
  });

  it('changes nothing about a request of somebody else, whatever id a payload carries', async () => {
    const theirs = await proposed(bot, { id: topicRequestId('t1'), title: 'Drohnen' });
    const forged = { topicRequestId: theirs.id, title, mayReport: 'true', checked: true };

    const answer = await bot.press(pressed('topic.propose', forged), 'personal', {}, asBerta);

    expect(valueOf(answer)).toContain('Dieses Thema gibt es nicht mehr.');
    expect(await storedTopics(bot)).toEqual([theirs]);
    expect(await ownPart(theirs.id)).toBeUndefined();
  });
});

describe('a topic in one line', () => {
  it('is confirmed first: nothing is stored, and the group can be chosen', async () => {
    const group = await created(bot, { name: 'Bauen' });

    const card = await said(bot, 'Thema: KI im Bauamt', 'personal', asBerta);
    const before = await storedTopics(bot);
    const submit = buttonNamed(card, 'Vorschlagen');
    const details = await bot.press(submit, 'personal', { userGroup: group }, asBerta);

    expect(wordsOf(card)).toBe(
      ['Thema vorschlagen', 'So habe ich Ihr Thema verstanden.', title, 'none', 'Für wen?'].join('\n'),
    );
    expect(titlesOf(card)).toEqual(['Vorschlagen', 'Mehr angeben']);
    expect(before).toEqual([]);
    expect(wordsOf(details)).toMatch(/^Vorgeschlagen\./);
    expect(await storedTopics(bot)).toMatchObject([{ title, userGroupId: group }]);
  });

  it('can be completed in the form', async () => {
    const card = await said(bot, 'Ich hätte gern das Thema KI im Bauamt', 'personal', asBerta);

    const form = await bot.press(buttonNamed(card, 'Mehr angeben'), 'personal', {}, asBerta);

    expect(JSON.stringify(form)).toContain(`"value":"${title}"`);
    expect(wordsOf(form)).toContain('Welche Frage steckt dahinter?');
    expect(await storedTopics(bot)).toEqual([]);
  });

  it('opens the form where it is more than a line, with all of it in the question', async () => {
    const text = `Wir prüfen Bauanträge mit KI. Wer macht das auch? ${'Mehr dazu. '.repeat(20)}`.trim();

    const form = await said(bot, `Thema: ${text}`, 'personal', asBerta);

    expect(JSON.stringify(form)).toContain('"value":"Wir prüfen Bauanträge mit KI"');
    expect(JSON.stringify(form)).toContain(`"value":${JSON.stringify(text)}`);
  });

  it('shows what is like it already, with a way to vote for that instead', async () => {
    const known = await proposed(bot, { title, question: 'Wer prüft Bauanträge mit KI?' });

    const card = await said(bot, 'Thema: Bauanträge mit KI prüfen', 'personal', asBerta);
    const vote = buttonNamed(card, 'Dafür stimmen');

    expect(wordsOf(card)).toContain('Gibt es das schon?');
    expect(wordsOf(card)).toContain(`${title}\nEine Stimme · Offen · Ganze Community`);
    expect(titlesOf(card)).toEqual(['Mehr angeben', 'Dafür stimmen', 'Ansehen', 'Trotzdem vorschlagen']);
    expect(vote).toMatchObject({ verb: 'topic.vote', data: { topicRequestId: known.id } });

    await bot.press(buttonNamed(card, 'Trotzdem vorschlagen'), 'personal', { userGroup: 'none' }, asBerta);
    expect((await storedTopics(bot)).map((one) => one.title)).toEqual([title, 'Bauanträge mit KI prüfen']);
  });
});
