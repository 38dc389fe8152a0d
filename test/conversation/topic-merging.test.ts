import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { topicRequestId } from '../../src/domain/ids.ts';
import { minuteMs } from '../../src/domain/instant.ts';
import { asCarla, carla, carlasChat, finished, startCommunity } from '../support/announcements.ts';
import { anna, buttonNamed, buttonsOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { votesFor } from '../support/topic-news.ts';
import { memberOf, proposed } from '../support/topics.ts';
import { asBerta, berta, bertasChat, pressed } from '../support/user-groups.ts';

let bot: TestBot;

const [a, b, other] = [topicRequestId('t1'), topicRequestId('t2'), topicRequestId('t3')];

/** Anna organises. Berta proposed the first and Carla voted for it; Carla proposed the second, and Anna voted for it. */
beforeEach(async () => {
  bot = await startCommunity();
  await bot.say('Hallo');
  await proposed(bot, { id: a, title: 'Bauanträge mit KI prüfen' }, memberOf(berta));
  bot.clock.advance(minuteMs);
  await votesFor(bot, a, carla);
  bot.clock.advance(minuteMs);
  await proposed(bot, { id: b, title: 'KI prüft Bauanträge' }, memberOf(carla));
  bot.clock.advance(minuteMs);
  await votesFor(bot, b, anna);
  await proposed(bot, { id: other, title: 'Drohnen für Dächer', votes: 1 }, memberOf(berta));
  await votesFor(bot, other, carla);
  await votesFor(bot, other, anna);
  bot.clock.advance(minuteMs);
});

afterEach(async () => {
  await bot.stop();
});

const press = (verb: string, data: Readonly<Record<string, unknown>>, who = {}) =>
  bot.press(pressed(verb, data), 'personal', {}, who);
const stored = async (id: typeof a) => bot.app.deps.topicRequests.find(id);

/** The choices of the list in a form. */
function choicesOf(value: unknown): readonly string[] {
  const titles = [...JSON.stringify(value).matchAll(/\{"title":"([^"]*)","value":"t\d"\}/g)];
  return titles.flatMap(([, title]) => title ?? []);
}

/** Votes have arrived, and everybody was told. */
async function settled(): Promise<void> {
  await expect.poll(async () => bot.app.deps.topicRequests.undone()).toEqual([]);
}

describe('merging two topics', () => {
  it('offers the likest one first, says what happens to the votes, and asks for a choice', async () => {
    const form = await press('topic.offerMerge', { topicRequestId: a });
    const missing = await bot.press(buttonNamed(form, 'Zusammenführen'), 'personal', { reason: 'Dasselbe' });

    expect(choicesOf(form)).toEqual(['KI prüft Bauanträge (2 Stimmen)', 'Drohnen für Dächer (3 Stimmen)']);
    expect(wordsOf(form)).toContain('wer für beide gestimmt hat, zählt dort einmal');
    expect(wordsOf(missing)).toContain('Bitte wählen Sie ein Thema aus der Liste.');
    expect(JSON.stringify(missing)).toContain('"value":"Dasselbe"');
  });

  it('counts whoever voted for both once, points on, and tells its followers once', async () => {
    const form = await press('topic.offerMerge', { topicRequestId: a });
    const send = buttonNamed(form, 'Zusammenführen');
    const done = await bot.press(send, 'personal', { into: b, reason: 'Beide fragen dasselbe.' });
    const again = await bot.press(send, 'personal', { into: b, reason: 'Beide fragen dasselbe.' });
    await settled();
    const pointing = await press('topic.show', { topicRequestId: a }, asBerta);
    const there = await bot.press(buttonNamed(pointing, 'Zum anderen Thema'), 'personal', {}, asBerta);

    expect(wordsOf(done)).toMatch(/^Zusammengeführt\. Die Stimmen zählen gleich bei dem anderen Thema\./);
    expect(wordsOf(done)).toContain('Zusammengeführt mit „KI prüft Bauanträge“');
    expect(wordsOf(again)).toMatch(/^Diese beiden Themen waren schon zusammengeführt\./);
    expect(wordsOf(pointing)).toContain('Beide fragen dasselbe.');
    expect(wordsOf(there)).toMatch(/^KI prüft Bauanträge\nOffen\nGanze Community\n3\nStimmen\n/);
    expect(await stored(b)).toMatchObject({ votes: 3 });
    expect(await bot.storedDocuments('broadcasts')).toHaveLength(1);
  });

  it('gives everything back when the topic is opened again', async () => {
    const before = [await stored(a), await stored(b)];
    await press('topic.merge', { topicRequestId: a, into: b });
    await settled();
    const merged = await press('topic.organise', { topicRequestId: a });

    const restored = await bot.press(buttonNamed(merged, 'Wieder öffnen'));
    await settled();
    const onceMore = await press('topic.merge', { topicRequestId: a, into: b });
    await settled();

    expect(before.map((request) => request?.votes)).toEqual([2, 2]);
    expect(wordsOf(restored)).toMatch(/^Wieder offen\./);
    expect(wordsOf(restored)).toMatch(/\n2\nStimmen\n/);
    expect(wordsOf(onceMore)).toMatch(/^Zusammengeführt\./);
    expect(await stored(b)).toMatchObject({ votes: 3 });
  });

  it('leads on along a chain, with the votes of all', async () => {
    await press('topic.merge', { topicRequestId: a, into: b });
    await press('topic.merge', { topicRequestId: b, into: other });
    await settled();

    const first = await press('topic.show', { topicRequestId: a }, asBerta);

    expect(wordsOf(first)).toContain('Zusammengeführt mit „Drohnen für Dächer“');
    expect(await stored(other)).toMatchObject({ votes: 3 });
  });

  it('is refused with a topic that is decided by now, and with itself', async () => {
    const form = await press('topic.offerMerge', { topicRequestId: a });
    await press('topic.decline', { topicRequestId: b, reason: 'Zu speziell' });
    const send = buttonNamed(form, 'Zusammenführen');

    const declined = await bot.press(send, 'personal', { into: b, reason: 'Dasselbe' });
    const itself = await bot.press(send, 'personal', { into: a });
    const unknown = await bot.press(send, 'personal', { into: 'nothing' });
    const long = await bot.press(send, 'personal', { into: other, reason: 'x'.repeat(501) });

    for (const card of [declined, itself, unknown]) {
      expect(wordsOf(card)).toContain('Mit diesem Thema lässt es sich nicht mehr zusammenführen.');
      expect(choicesOf(card)).toEqual(['Drohnen für Dächer (3 Stimmen)']);
    }
    expect(wordsOf(long)).toContain('Das sind 501 Zeichen, höchstens 500 sind möglich.');
    expect((await stored(a))?.state).toEqual({ kind: 'open' });
  });

  it('makes whoever voted for the one follow the other, and tells them of what becomes of that', async () => {
    await press('topic.merge', { topicRequestId: a, into: b });
    await settled();

    const seen = await press('topic.show', { topicRequestId: b }, asBerta);
    const followers = await bot.app.deps.topicRequests.followersOf(b);

    expect(wordsOf(seen)).toContain('Sie haben dafür gestimmt.');
    expect(buttonsOf(seen).map(({ title }) => title)).toContain('Stimme zurückziehen');
    expect(new Set(followers)).toEqual(new Set([anna, berta, carla].map(memberOf)));
  });

  it('is told to each follower of the merged one once, whether they follow the other one or not', async () => {
    await press('topic.merge', { topicRequestId: a, into: b });
    await finished(bot);

    const news = bot.connector.calls.filter(({ activity }) =>
      /wurde mit einem/.test(JSON.stringify(activity)),
    );

    expect(news.map(({ conversationId }) => conversationId).toSorted()).toEqual([
      bertasChat.id,
      carlasChat.id,
    ]);
  });
});

it('a merged topic takes no vote, and says where it counts', async () => {
  await press('topic.merge', { topicRequestId: a, into: b });
  await settled();

  const vote = await press('topic.vote', { topicRequestId: a }, asCarla);

  expect(JSON.stringify(vote)).toMatch(/[Zz]usammengeführt/);
  expect(await stored(a)).toMatchObject({ votes: 2 });
});
