import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { topicRequestId } from '../../src/domain/ids.ts';
import { showEveryMs } from '../../src/jobs/show-topic-lists.ts';
import { systemTimer } from '../../src/system/timer.ts';
import { asCarla, carla, startCommunity } from '../support/announcements.ts';
import { cardsIn } from '../support/card-breaches.ts';
import { buttonNamed, buttonsOf, cardOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { proposed } from '../support/topics.ts';
import { asBerta, berta, dialog, pressed, said } from '../support/user-groups.ts';

/** What is done every three seconds is done when the test says so. */
class Alarm {
  readonly #waiting = new Set<() => void>();

  uptime(): number {
    return systemTimer.uptime();
  }

  after(ms: number, callback: () => void): () => void {
    if (ms !== showEveryMs) {
      return systemTimer.after(ms, callback);
    }
    this.#waiting.add(callback);
    return () => this.#waiting.delete(callback);
  }

  /** Resolves when everything is done and waits for the next time. */
  async ring(): Promise<void> {
    const due = [...this.#waiting];
    this.#waiting.clear();
    for (const callback of due) {
      callback();
    }
    await vi.waitUntil(() => this.#waiting.size === due.length, { interval: 5, timeout: 20_000 });
  }
}

const id = topicRequestId('t1');
const title = 'KI im **Bauamt**';

let bot: TestBot;
let alarm: Alarm;

/** Anna organises and proposed it; Berta and Carla are members. */
beforeEach(async () => {
  alarm = new Alarm();
  bot = await startCommunity({}, { timer: alarm });
  await proposed(bot, { id, title });
});

afterEach(async () => {
  await bot.stop();
});

async function threeSeconds(): Promise<void> {
  bot.clock.advance(showEveryMs);
  await alarm.ring();
}

const noted = () => bot.storedDocuments('shared-topic-lists');
/** The words of each card that was put in the place of one that had been posted. */
const shown = () => bot.connector.updates.map(({ activity }) => wordsOf(cardOf(activity)));
const voteFor = `Für „${title}“ stimmen`;

describe.each(['group', 'channel'] as const)('a list of topics in a shared place (%s)', (place) => {
  const press = (card: unknown, button: string, from = berta) =>
    bot.press(buttonNamed(card, button), place, {}, { from });

  it('says nothing of whoever asks for it, and is the same for all', async () => {
    await bot.press(pressed('topic.vote', { topicRequestId: id }), 'personal', {}, asBerta);

    const forBerta = await said(bot, 'Themen', place, { from: berta });
    const forCarla = await said(bot, 'Themen', place, { from: carla });

    expect(forBerta).toEqual(forCarla);
    expect(wordsOf(forBerta)).not.toContain('Ihre Stimme');
    expect(buttonsOf(forBerta).map((button) => button.title)).not.toContain('Meine Themen');
    expect(wordsOf(forBerta)).toContain('Wer wofür stimmt, sieht niemand.');
  });

  it('a press is answered with a sentence to whoever presses, and the card follows for all', async () => {
    const card = await said(bot, 'Themen', place, { from: berta });
    const before = bot.connector.messages.length;

    const voted = await press(card, voteFor);
    const again = await press(card, voteFor);
    await threeSeconds();

    expect([voted, again]).toMatchObject([
      { type: 'application/vnd.microsoft.activity.message', value: 'Ihre Stimme ist eingetragen.' },
      { type: 'application/vnd.microsoft.activity.message', value: 'Ihre Stimme war schon eingetragen.' },
    ]);
    expect(bot.connector.messages.slice(before)).toEqual([]);
    expect(shown()).toHaveLength(1);
    expect(shown()[0]).toContain(`2\nStimmen\n${title}\nGanze Community`);
    expect(shown()[0]).not.toContain('Ihre Stimme');
  });

  it('follows votes from the 1:1 chat, those of three seconds together, and stays while nothing happens', async () => {
    await said(bot, 'Themen', place, { from: berta });
    await threeSeconds();
    const first = shown().length;

    for (const who of [asBerta, asCarla]) {
      await bot.press(pressed('topic.vote', { topicRequestId: id }), 'personal', {}, who);
    }
    await threeSeconds();
    await threeSeconds();
    await threeSeconds();

    expect(first).toBe(1);
    expect(shown().slice(first)).toHaveLength(1);
    expect(shown().at(-1)).toContain('3\nStimmen\n');
    expect(bot.connector.updates.at(-1)).toMatchObject({
      conversationId: place === 'channel' ? '19:channel@thread.tacv2;messageid=1' : '19:group@thread.v2',
      activityId: expect.stringMatching(/^sent-\d+$/),
    });
  });

  it.each([
    ['topic.plan', { date: '2026-12-03' }, 'Dieses Thema ist schon geplant; abstimmen ist nicht mehr nötig.'],
    [
      'topic.merge',
      { into: 't2' },
      'Dieses Thema wurde mit einem anderen zusammengeführt; die Stimmen zählen dort.',
    ],
    ['topic.remove', {}, 'Dieses Thema gibt es nicht mehr. Mit „Themen“ sehen Sie alle anderen.'],
  ])('says after %s what became of the topic, and shows it no longer', async (verb, fields, sentence) => {
    await proposed(bot, { id: topicRequestId('t2'), title: '**Anträge**' });
    const card = await said(bot, 'Themen', place, { from: berta });
    await bot.press(pressed(verb, { topicRequestId: id, ...fields }));

    const answer = await press(card, voteFor);
    await threeSeconds();

    expect(answer).toMatchObject({ value: sentence });
    expect(shown().at(-1)).not.toContain(title);
    expect(shown().at(-1)).toContain('**Anträge**');
  });

  it('another view or page is a dialog of one’s own, which nobody else sees and the job leaves alone', async () => {
    const card = await said(bot, 'Themen', place, { from: berta });
    const { verb, data } = buttonNamed(card, 'Neueste');

    const { answer, sent } = await dialog(bot, 'task/fetch', { verb, ...data }, place, { from: berta });
    const voted = await dialog(bot, 'task/submit', buttonNamed(answer, voteFor).data ?? {}, place, {
      from: berta,
    });

    expect(wordsOf(cardsIn(answer))).toContain('Ein offenes Thema.');
    expect(buttonsOf(answer).map((button) => button.title)).toContain('Meine Themen');
    expect(wordsOf(cardsIn(voted.answer))).toContain('Ihre Stimme ist dabei');
    expect(sent()).toEqual([]);
    expect(await noted()).toHaveLength(1);
  });

  it('another view is a message of its own where a client has no dialogs, and is kept up with as well', async () => {
    const card = await said(bot, 'Themen', place, { from: berta });
    const before = bot.connector.messages.length;
    await press(card, 'Neueste');
    await bot.connector.until(() => bot.connector.messages.length > before);
    await expect.poll(async () => (await noted()).length).toBe(2);

    await bot.press(pressed('topic.vote', { topicRequestId: id }), 'personal', {}, asBerta);
    await threeSeconds();

    expect(shown()).toHaveLength(2);
    expect(shown().filter((words) => words.includes('2\nStimmen'))).toHaveLength(2);
  });

  it('one’s own topics are for the 1:1 chat alone, and are followed nowhere', async () => {
    const [typed] = await bot.say('Meine Themen', place, { from: berta });
    const answer = await bot.press(
      pressed('topic.list', { view: 'mine', page: 1 }),
      place,
      {},
      { from: berta },
    );
    await threeSeconds();

    expect(typed?.text).toContain('Einzelchat');
    expect(JSON.stringify(answer)).toContain('Einzelchat');
    expect(JSON.stringify([typed, answer])).not.toContain(title);
    expect(await noted()).toEqual([]);
    expect(shown()).toEqual([]);
  });

  it('is forgotten when somebody deleted it', async () => {
    await said(bot, 'Themen', place, { from: berta });
    bot.connector.script = ({ method }) =>
      method === 'PUT'
        ? { status: 404, body: '{"error":{"code":"ActivityNotFoundInConversation"}}' }
        : undefined;

    await threeSeconds();

    expect(await noted()).toEqual([]);
  });

  it('names no person where it is noted', async () => {
    await said(bot, 'Themen', place, { from: berta });

    const [stored] = await noted();

    expect(JSON.stringify(stored)).not.toContain(berta.aadObjectId);
    expect(stored?.body).toMatchObject({
      placeId: place === 'channel' ? '19:channel@thread.tacv2' : '19:group@thread.v2',
      list: { view: 'votes', page: 1 },
    });
  });
});

it('a list in the 1:1 chat is not noted', async () => {
  await said(bot, 'Themen', 'personal', asBerta);

  expect(await noted()).toEqual([]);
});
