import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { topicRequestId } from '../../src/domain/ids.ts';
import { asCarla, carla, startCommunity } from '../support/announcements.ts';
import { cardsIn } from '../support/card-breaches.ts';
import { buttonNamed, buttonsOf, cardOf, wordsOf } from '../support/conversation.ts';
import type { Place, TestBot } from '../support/conversation.ts';
import { hemer, menden } from '../support/inquiries.ts';
import { proposed } from '../support/topics.ts';
import { asBerta, berta, dialog, pressed } from '../support/user-groups.ts';

let bot: TestBot;

const id = topicRequestId('t1');
const about = { topicRequestId: id };
const from = { view: 'votes', page: 1 };
const titlesOf = (card: unknown) => buttonsOf(card).map(({ title }) => title);

/** Anna organises and proposed it; Berta works for Menden, Carla for Hemer. */
beforeEach(async () => {
  bot = await startCommunity();
  await bot.press(pressed('commune.choose', { commune: menden }), 'personal', {}, asBerta);
  await bot.press(pressed('commune.choose', { commune: hemer }), 'personal', {}, asCarla);
  await proposed(bot, { id, title: 'KI im Bauamt', question: 'Wer prüft Anträge mit KI?' });
});

afterEach(async () => {
  await bot.stop();
});

type Data = Readonly<Record<string, unknown>>;
type Who = Readonly<Record<string, unknown>>;

const press = (verb: string, data: Data = {}, who: Who = asBerta, place: Place = 'personal') =>
  bot.press(pressed(verb, { ...about, ...data }), place, {}, who);

async function stored() {
  const { topicRequests } = bot.app.deps;
  const [request, comments, followers] = await Promise.all([
    topicRequests.find(id),
    topicRequests.comments(id),
    topicRequests.followersOf(id),
  ]);
  return { request, comments, followers };
}

describe('commenting on a topic', () => {
  const text = 'Bei uns fragen die Bauherren jede Woche danach.';

  it('is a form that says which commune is named, and the comment then stands there without a name', async () => {
    const form = await press('topic.offerComment', { from });
    const done = await bot.press(buttonNamed(form, 'Senden'), 'personal', { text }, asBerta);
    const forCarla = await press('topic.show', {}, asCarla);

    expect(wordsOf(form)).toContain('Es steht „Menden (Sauerland)“ dabei, Ihr Name nicht.');
    expect(wordsOf(done)).toMatch(/^Danke\. Ihr Kommentar steht jetzt beim Thema\.\nKI im Bauamt\n/);
    expect(titlesOf(done)).toContain('Entfernen');
    expect(buttonNamed(done, 'Zurück').data).toEqual(from);
    expect(wordsOf(forCarla)).toContain(`Menden (Sauerland) · 22. November 2026\n${text}`);
    expect(titlesOf(forCarla)).not.toContain('Entfernen');
    expect(JSON.stringify(forCarla)).not.toMatch(/Berta|bbbbbbbb/);
  });

  it('twice with the same words is once, and says so', async () => {
    const answers = await Promise.all([1, 2, 3].map(() => press('topic.comment', { text })));

    const first = answers.map((answer) => wordsOf(answer).replace(/\n[^]*/, '')).toSorted();
    expect(first).toEqual([
      'Danke. Ihr Kommentar steht jetzt beim Thema.',
      'Dieser Kommentar von Ihnen steht schon da.',
      'Dieser Kommentar von Ihnen steht schon da.',
    ]);
    expect(await stored()).toMatchObject({ request: { comments: 1 }, comments: [{ text }] });
  });

  it('keeps what was typed when it is too long, and saves nothing', async () => {
    const long = 'x'.repeat(3000);

    const tooLong = await press('topic.comment', { text: long });
    const empty = await press('topic.comment', { text: '\u200b' });

    expect(JSON.stringify(tooLong)).toContain(`"value":"${long}"`);
    expect(wordsOf(tooLong)).toContain('Das sind 3.000 Zeichen, höchstens 500 sind möglich.');
    expect(wordsOf(empty)).toContain('Bitte schreiben Sie wenigstens ein Wort.');
    expect(await stored()).toMatchObject({ request: { comments: 0, version: 1 }, comments: [] });
  });

  it('is a dialog in a channel, and what is sent there is shown there', async () => {
    const form = await dialog(bot, 'task/fetch', { verb: 'topic.offerComment', ...about }, 'channel', {
      from: berta,
    });
    const send = { ...buttonNamed(form.answer, 'Senden').data, text };
    const done = await dialog(bot, 'task/submit', send, 'channel', { from: berta });

    expect(wordsOf(cardsIn(form.answer))).toContain('Es steht „Menden (Sauerland)“ dabei');
    expect(wordsOf(cardsIn(done.answer))).toContain(text);
  });

  it('is a form in the thread where a client has no dialogs, which knows nobody; the answer is a sentence', async () => {
    const before = bot.connector.messages.length;
    await press('topic.offerComment', {}, { from: berta }, 'channel');
    await bot.connector.until(() => bot.connector.messages.length > before);
    const form = cardOf(bot.connector.messages.at(-1));

    const answer = await bot.press(buttonNamed(form, 'Senden'), 'channel', { text }, { from: carla });

    expect(JSON.stringify(form)).not.toContain('Menden');
    expect(answer).toMatchObject({ value: 'Danke. Ihr Kommentar steht jetzt beim Thema.' });
    expect((await stored()).comments).toMatchObject([{ text, communeId: hemer }]);
  });

  it.each([
    [
      { kind: 'declined', reason: 'Zu klein.' } as const,
      'Dieses Thema wurde abgelehnt und lässt sich nicht mehr kommentieren.',
    ],
    [{ kind: 'merged', into: topicRequestId('t2') } as const, 'Bitte kommentieren Sie dort'],
  ])('is over on $kind ones, and says so', async (state, sentence) => {
    const closed = topicRequestId('closed');
    await proposed(bot, { id: closed, title: 'Nichts mehr', state });

    const form = await press('topic.offerComment', { topicRequestId: closed });
    const sent = await press('topic.comment', { topicRequestId: closed, text });

    expect(wordsOf(form)).toContain(sentence);
    expect(wordsOf(sent)).toContain(sentence);
    expect(await bot.app.deps.topicRequests.comments(closed)).toEqual([]);
  });

  it('is undone by its author and by organisers, and by nobody else', async () => {
    await press('topic.comment', { text });
    await press('topic.comment', { text: 'Und noch etwas.' });

    const foreign = await press('topic.removeComment', { comment: 1 }, asCarla);
    const own = await press('topic.removeComment', { comment: 1, from });
    const again = await press('topic.removeComment', { comment: 1 });
    const byOrganiser = await press('topic.removeComment', { comment: 2 }, {});

    expect(JSON.stringify(foreign)).toContain('Entfernen kann einen Kommentar nur, wer ihn geschrieben hat');
    expect(wordsOf(own)).toMatch(/^Entfernt\. /);
    expect(wordsOf(own)).not.toContain(text);
    expect(wordsOf(again)).toMatch(/^Diesen Kommentar gibt es nicht mehr\./);
    expect(wordsOf(byOrganiser)).toMatch(/^Entfernt\. /);
    expect(await stored()).toMatchObject({ request: { comments: 0 }, comments: [] });
  });

  it('is removed by organisers on the list of all, which they find behind "Organisieren"', async () => {
    await press('topic.comment', { text });
    await press('topic.comment', { text: 'Und noch etwas.' });
    const asAnna = (card: unknown, title: string) => bot.press(buttonNamed(card, title));

    const organising = await asAnna(await press('topic.show', { from }, {}), 'Organisieren');
    const list = await asAnna(organising, 'Kommentare');
    const after = await asAnna(list, 'Entfernen');
    const empty = await asAnna(after, 'Entfernen');
    const back = await asAnna(empty, 'Zurück');

    expect(wordsOf(list)).toMatch(/^Zwei Kommentare zu diesem Thema\n/);
    expect(wordsOf(after)).toMatch(
      /^Entfernt\. Der Kommentar steht nicht mehr beim Thema\.\nEin Kommentar zu diesem Thema\n/,
    );
    expect(wordsOf(empty)).toContain('Noch hat niemand etwas dazu geschrieben.');
    expect(buttonNamed(back, 'Zurück').data).toEqual(from);
    expect(await stored()).toMatchObject({ request: { comments: 0 }, comments: [] });
  });

  it('pages through all of them', async () => {
    for (const number of [1, 2, 3, 4, 5, 6]) {
      await press('topic.comment', { text: `Nummer ${number}` });
    }

    const details = await press('topic.show', { from });
    const first = await bot.press(buttonNamed(details, 'Alle Kommentare (6)'), 'personal', {}, asBerta);
    const second = await bot.press(buttonNamed(first, 'Weitere'), 'personal', {}, asBerta);
    const back = await bot.press(buttonNamed(second, 'Zurück'), 'personal', {}, asBerta);

    expect(wordsOf(details)).not.toContain('Nummer 3');
    expect(wordsOf(first)).toContain('Sechs Kommentare zu diesem Thema');
    expect(wordsOf(first)).not.toContain('Nummer 1');
    expect(wordsOf(second)).toContain('Nummer 1');
    expect(buttonNamed(back, 'Zurück').data).toEqual(from);
  });
});
