import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { topicRequestId } from '../../src/domain/ids.ts';
import type { TopicRequest } from '../../src/domain/topic-request.ts';
import {
  declineTopic,
  mergeTopic,
  planTopic,
  restoreTopic,
  treatTopic,
} from '../../src/domain/topic-states.ts';
import { carryOutInTurn, carryOutTopics } from '../../src/features/topics/carry-out-topic.ts';
import { asCarla, carla, carlasChat, finished, startCommunity } from '../support/announcements.ts';
import { buttonNamed, buttonsOf, cardOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { postedTo } from '../support/followed.ts';
import { decided, deliveryStates, votesFor } from '../support/topic-news.ts';
import { memberOf, proposed } from '../support/topics.ts';
import { asBerta, berta, bertasChat, pressed } from '../support/user-groups.ts';

/** 22 November 2026, 10:00 in Berlin, is where the clock of a bot begins; eight o'clock is 22 hours later. */
const untilEightMs = 22 * 3_600_000;
const hourMs = 3_600_000;

const plan = { date: '2026-12-03', reference: 'Treffen in Olpe' };
const planned: Parameters<typeof decided>[2] = (request, by) => planTopic(request, plan, by);
const declined: Parameters<typeof decided>[2] = (request, by) => declineTopic(request, 'Passt nicht.', by);

let bot: TestBot;
let topic: TopicRequest;
/** Calls so far: what comes after them is news. */
let from: number;

/** Berta has proposed it, Carla has voted for it, and Anna decides. */
async function begin(environment: Readonly<Record<string, string>> = {}): Promise<void> {
  bot = await startCommunity(environment);
  topic = await proposed(bot, { title: 'KI im Bauamt' }, memberOf(berta));
  await votesFor(bot, topic.id, carla);
  from = bot.connector.calls.length;
}

afterEach(async () => {
  await bot.stop();
});

const toBerta = () => postedTo(bot, bertasChat, from);
const toCarla = () => postedTo(bot, carlasChat, from);
const chooses = (data: Readonly<Record<string, string>>) =>
  bot.press(pressed('subscription.choose', data), 'personal', {}, asCarla);

async function arrived(messages: () => readonly unknown[], count = 1): Promise<void> {
  await bot.connector.until(() => messages().length >= count);
}

describe('what becomes of a topic', () => {
  beforeEach(() => begin());

  it('is told once to its author and to who voted for it, each in their words, and not to who decided it', async () => {
    await bot.say('Hallo');
    await bot.press(pressed('topic.follow', { topicRequestId: topic.id }));
    from = bot.connector.calls.length;

    await decided(bot, topic.id, planned);
    await arrived(toBerta);
    await arrived(toCarla);
    await carryOutTopics(bot.app.deps);
    await carryOutInTurn(bot.app.deps, topic.id);
    await finished(bot);

    const [toAuthor, toVoter] = [toBerta(), toCarla()];
    expect([toAuthor.length, toVoter.length]).toEqual([1, 1]);
    expect(postedTo(bot, { id: 'a:personal-anna' }, from)).toEqual([]);
    expect(toAuthor[0]?.summary).toBe(
      'KI im Bauamt: geplant für Donnerstag, 3. Dezember 2026 · Treffen in Olpe',
    );
    expect(wordsOf(cardOf(toAuthor[0]))).toBe(
      'Ihr Thema ist geplant.\nKI im Bauamt\nDonnerstag, 3. Dezember 2026 · Treffen in Olpe',
    );
    expect(wordsOf(cardOf(toVoter[0]))).toMatch(/^Ein Thema, für das Sie gestimmt haben, ist geplant\.\n/);
    expect(await deliveryStates(bot)).toEqual(['delivered', 'delivered']);
  });

  it('is told each time it changes, also to another day and in other words', async () => {
    const steps: [Parameters<typeof decided>[2], string][] = [
      [planned, 'ist geplant'],
      [(request, by) => planTopic(request, { date: '2026-12-10' }, by), 'ist neu geplant'],
      [declined, 'wurde abgelehnt'],
      [restoreTopic, 'ist wieder offen'],
      [(request, by) => treatTopic(request, { text: 'Läuft gut.' }, by), 'wurde behandelt'],
      [(request, by) => treatTopic(request, { text: 'Läuft sehr gut.' }, by), 'hat ein neues Ergebnis'],
    ];

    for (const [index, [decide]] of steps.entries()) {
      await decided(bot, topic.id, decide);
      await arrived(toBerta, index + 1);
    }
    await finished(bot);

    const firstLines = toBerta().map((message) => wordsOf(cardOf(message)).split('\n')[0]);
    expect(firstLines).toEqual(steps.map(([, words]) => `Ihr Thema ${words}.`));
  });

  it('shows the result with its link', async () => {
    const link = 'https://www.example.org/folien';
    await decided(bot, topic.id, (request, by) =>
      treatTopic(request, { text: 'Hemer hat es gezeigt.', link }, by),
    );
    await arrived(toCarla);

    const card = cardOf(toCarla()[0]);
    expect(wordsOf(card)).toMatch(/\nHemer hat es gezeigt\.\nLink: www\.example\.org$/);
    expect(buttonNamed(card, 'Link öffnen').url).toBe(link);
  });

  it('opens the details as a message of its own, and the news stays', async () => {
    await decided(bot, topic.id, planned);
    await arrived(toCarla);
    const news = cardOf(toCarla()[0]);

    const answer = await bot.press(buttonNamed(news, 'Details'), 'personal', {}, asCarla);
    await arrived(toCarla, 2);

    expect(JSON.stringify(answer)).not.toContain('AdaptiveCard');
    expect(wordsOf(cardOf(toCarla()[1]))).toContain('KI im Bauamt');
  });

  it('can be ended on the message, which stays; the vote counts on, and nothing more is told', async () => {
    await decided(bot, topic.id, planned);
    await arrived(toCarla);
    const news = cardOf(toCarla()[0]);

    const ended = await bot.press(buttonNamed(news, 'Nicht mehr benachrichtigen'), 'personal', {}, asCarla);
    await decided(bot, topic.id, declined);
    await arrived(toBerta, 2);
    await finished(bot);

    expect(JSON.stringify(ended)).not.toContain('AdaptiveCard');
    expect(toCarla()).toHaveLength(1);
    expect((await bot.app.deps.topicRequests.find(topic.id))?.votes).toBe(2);
  });

  it('is told of one that was merged, with where the vote counts now', async () => {
    const into = await proposed(bot, { id: topicRequestId('t2'), title: 'KI und Bauakten' });
    await decided(bot, topic.id, (request, by) => mergeTopic(request, into, { ...by, reason: 'Dasselbe.' }));
    await arrived(toCarla);

    const card = cardOf(toCarla()[0]);
    expect(wordsOf(card)).toBe(
      [
        'Ein Thema, für das Sie gestimmt haben, wurde mit einem anderen zusammengeführt.',
        'KI im Bauamt',
        'Das andere Thema: „KI und Bauakten“',
        'Grund: Dasselbe.',
        'Ihre Stimme zählt jetzt dort, und Sie erfahren, was daraus wird.',
      ].join('\n'),
    );
    expect(buttonsOf(card).map(({ title, data }) => [title, data?.['topicRequestId']])).toEqual([
      ['Details', topic.id],
      ['Nicht mehr benachrichtigen', into.id],
    ]);
  });

  it('is told of the other one from then on, unless that is ended on the message', async () => {
    const into = await proposed(bot, { id: topicRequestId('t2'), title: 'KI und Bauakten' });
    await decided(bot, topic.id, (request, by) => mergeTopic(request, into, by));
    await arrived(toCarla);
    await arrived(toBerta);
    const news = cardOf(toCarla()[0]);

    await bot.press(buttonNamed(news, 'Nicht mehr benachrichtigen'), 'personal', {}, asCarla);
    await decided(bot, into.id, planned);
    await arrived(toBerta, 2);
    await finished(bot);

    expect(wordsOf(cardOf(toBerta()[1]))).toBe(
      [
        'Ein Thema, für das Ihre Stimme zählt, ist geplant.',
        'KI und Bauakten',
        'Donnerstag, 3. Dezember 2026 · Treffen in Olpe',
        'Ihre Stimme kam mit „KI im Bauamt“ dazu.',
      ].join('\n'),
    );
    expect([toBerta().length, toCarla().length]).toEqual([2, 1]);
    expect((await bot.app.deps.topicRequests.find(into.id))?.votes).toBe(3);
  });

  it('is told to nobody who joined after it', async () => {
    await chooses({ topics: 'daily' });
    await decided(bot, topic.id, planned);
    await expect.poll(() => deliveryStates(bot)).toEqual(['delivered', 'waiting']);
    // Ended, and begun anew after the change.
    await bot.press(pressed('topic.unfollow', { topicRequestId: topic.id }), 'personal', {}, asCarla);
    bot.clock.advance(1000);
    await bot.press(pressed('topic.follow', { topicRequestId: topic.id }), 'personal', {}, asCarla);

    bot.clock.advance(untilEightMs);
    await finished(bot);

    expect(await deliveryStates(bot)).toEqual(['cancelled', 'delivered']);
  });
});

describe('as somebody chose it in "Benachrichtigungen"', () => {
  it('comes in the daily collection at eight, beside the rest', async () => {
    await begin();
    await chooses({ topics: 'daily' });
    const other = await proposed(
      bot,
      { id: topicRequestId('t2'), title: 'KI und Bauakten' },
      memberOf(carla),
    );
    await decided(bot, topic.id, planned);
    await decided(bot, other.id, declined);
    await expect.poll(() => deliveryStates(bot)).toEqual(['delivered', 'waiting', 'waiting']);
    const before = toCarla();

    bot.clock.advance(untilEightMs);
    await arrived(toCarla);
    await finished(bot);

    const [message, ...others] = toCarla();
    expect([before, others]).toEqual([[], []]);
    expect(message?.summary).toBe('Neu für Sie: zwei Neuigkeiten zu Themen');
    expect(wordsOf(cardOf(message))).toMatch(
      /^Das ist neu für Sie\n[^]*\nEin Thema, für das Sie gestimmt haben, ist geplant\.\nKI im Bauamt\n[^]*\nIhr Thema wurde abgelehnt\.\nKI und Bauakten\n/,
    );
  });

  it('waits for the end of the quiet hours, and says what has happened meanwhile', async () => {
    await begin({ QUIET_HOURS: '20-7' });
    bot.clock.advance(11 * hourMs);
    await decided(bot, topic.id, planned);
    await decided(bot, topic.id, declined);
    await expect.poll(() => deliveryStates(bot)).toEqual(['waiting', 'waiting', 'waiting', 'waiting']);
    const before = toCarla();

    bot.clock.advance(10 * hourMs);
    await arrived(toCarla, 2);
    await finished(bot);

    const words = toCarla().map((message) => wordsOf(cardOf(message)));
    expect([before, words.length]).toEqual([[], 2]);
    expect(words.find((one) => one.includes('ist geplant.'))).toMatch(/\nInzwischen: abgelehnt$/);
    expect(words.find((one) => one.includes('wurde abgelehnt.'))).not.toContain('Inzwischen');
  });

  it.each<[string, () => Promise<unknown>]>([
    ['chose "Nie"', () => chooses({ topics: 'never' })],
    ['said "Stopp"', () => bot.say('Stopp', 'personal', asCarla)],
  ])('never comes to who %s', async (_name, stops) => {
    await begin();
    await stops();
    from = bot.connector.calls.length;
    await decided(bot, topic.id, planned);
    await arrived(toBerta);
    await finished(bot);

    expect(toCarla()).toEqual([]);
    expect(await deliveryStates(bot)).toEqual(['delivered', 'unreachable']);
  });

  it('is said there that topics are told of', async () => {
    await begin();

    const card = await bot.press(pressed('subscription.show'), 'personal', {}, asBerta);

    expect(wordsOf(card)).toContain('Zu Treffen schreibe ich noch nichts von mir aus');
    expect(wordsOf(card)).not.toContain('Treffen und Themen');
  });
});
