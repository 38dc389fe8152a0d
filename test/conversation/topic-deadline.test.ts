import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { topicRequestId, userGroupId } from '../../src/domain/ids.ts';
import type { UserGroupId } from '../../src/domain/ids.ts';
import { hourMs } from '../../src/domain/instant.ts';
import type { UserGroup } from '../../src/domain/user-group.ts';
import { remindOfDeadlines } from '../../src/features/topics/remind-of-deadline.ts';
import { asCarla, carlasChat, finished, startCommunity } from '../support/announcements.ts';
import { buttonNamed, buttonsOf, cardOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { postedTo } from '../support/followed.ts';
import { decided, deliveryStates } from '../support/topic-news.ts';
import { planTopic } from '../../src/domain/topic-states.ts';
import { memberOf, proposed } from '../support/topics.ts';
import { asBerta, berta, bertasChat, created, pressed } from '../support/user-groups.ts';

/** The clock of a bot begins at 10:00 in Berlin on 22 November 2026, a Sunday. */
const lastDay = '2026-12-04';
const nineOnThe27th = Date.UTC(2026, 10, 27, 8);
const nineOnThe3rd = Date.UTC(2026, 11, 3, 8);

let bot: TestBot;
let group: UserGroupId;
let from: number;

/** Berta and Carla alone are in a group that collects topics; two are open. */
async function begin(environment: Readonly<Record<string, string>> = {}): Promise<void> {
  bot = await startCommunity(environment);
  const id = await created(bot);
  group = userGroupId(id);
  for (const person of [asBerta, asCarla]) {
    await bot.press(pressed('userGroup.join', { userGroupId: id }), 'personal', {}, person);
  }
  await bot.press(pressed('userGroup.leave', { userGroupId: id }));
  await becomes({ topics: { until: lastDay } });
  const of = { userGroupId: group };
  await proposed(bot, { id: topicRequestId('t1'), title: 'Anrufe bei Nacht', votes: 1, ...of });
  await proposed(bot, { id: topicRequestId('t2'), title: 'Dialekte', votes: 4, ...of }, memberOf(berta));
  from = bot.connector.calls.length;
}

afterEach(async () => {
  await bot.stop();
});

async function becomes(fields: Partial<UserGroup>): Promise<void> {
  const stored = await bot.app.deps.userGroups.find(group);
  if (stored !== undefined) {
    await bot.app.deps.userGroups.replace({ ...stored.value, ...fields }, stored);
  }
}

/** It is then, and the job runs, twice. */
async function comes(instant: number): Promise<void> {
  bot.clock.advance(instant - bot.clock.now());
  await remindOfDeadlines(bot.app.deps);
  await remindOfDeadlines(bot.app.deps);
}

const toBerta = () => postedTo(bot, bertasChat, from);
const toCarla = () => postedTo(bot, carlasChat, from);
const carlaChooses = (data: Readonly<Record<string, string>>) =>
  bot.press(pressed('subscription.choose', data), 'personal', {}, asCarla);
const heading = 'Noch bis Freitag, 4. Dezember: Themen für „Telefonie“ vorschlagen und abstimmen.';

describe('a group that collects topics until a day', () => {
  beforeEach(() => begin());

  it('reminds each member once at nine a week before, and once the day before', async () => {
    await comes(nineOnThe27th - 1);
    const early = await bot.storedDocuments('broadcasts');
    await comes(nineOnThe27th);
    await finished(bot);
    const week = [toBerta().length, toCarla().length];
    await comes(nineOnThe3rd);
    await bot.connector.until(() => toCarla().length === 2 && toBerta().length === 2);
    await comes(nineOnThe3rd + 24 * hourMs);
    await finished(bot);

    expect([early, week]).toEqual([[], [1, 1]]);
    expect([toBerta().length, toCarla().length]).toEqual([2, 2]);
    expect(toBerta()[0]?.summary).toBe(heading);
    expect(
      wordsOf(cardOf(toBerta()[0]))
        .split('\n')
        .filter((line) => line !== '›'),
    ).toEqual([heading, 'Zwei offene Themen:', 'Dialekte', '4 Stimmen', 'Anrufe bei Nacht', 'Eine Stimme']);
  });

  it('opens a topic beside the reminder', async () => {
    await comes(nineOnThe27th);
    await bot.connector.until(() => toCarla().length === 1);

    const row = buttonNamed(cardOf(toCarla()[0]), 'Details zu Dialekte');
    const answer = await bot.press(row, 'personal', {}, asCarla);
    await bot.connector.until(() => toCarla().length === 2);

    expect(JSON.stringify(answer)).not.toContain('AdaptiveCard');
    expect(wordsOf(cardOf(toCarla()[1]))).toContain('Dialekte');
  });

  it('leads to the topics of the group, and stays as it is', async () => {
    await comes(nineOnThe27th);
    await bot.connector.until(() => toCarla().length === 1);

    const button = buttonNamed(cardOf(toCarla()[0]), 'Themen ansehen');
    await bot.press(button, 'personal', {}, asCarla);
    await bot.connector.until(() => toCarla().length === 2);
    const list = cardOf(toCarla()[1]);

    expect(wordsOf(list)).toMatch(/Dialekte[^]*Anrufe bei Nacht/);
    expect(buttonNamed(list, 'Thema vorschlagen').verb).toBe('topic.offerForm');
  });

  it('leads to the form, with the group filled in', async () => {
    await comes(nineOnThe27th);
    await bot.connector.until(() => toCarla().length === 1);

    const button = buttonNamed(cardOf(toCarla()[0]), 'Thema vorschlagen');
    await bot.press(button, 'personal', {}, asCarla);
    await bot.connector.until(() => toCarla().length === 2);
    const form = cardOf(toCarla()[1]);

    expect(JSON.stringify(form)).toMatch(
      new RegExp(`"id":"userGroup"[^{}]*"choices":[^]*"value":"${group}"`),
    );
    expect(buttonsOf(form).map(({ verb }) => verb)).toContain('topic.propose');
  });

  it('reminds as soon as the bot runs again after it stood still, and not when the day is over', async () => {
    await comes(nineOnThe3rd + 26 * hourMs);
    await bot.connector.until(() => toBerta().length === 1);
    await finished(bot);
    const ids = (await bot.storedDocuments('broadcasts')).map(({ id }) => id);
    await becomes({ topics: { until: '2026-12-03' } });
    await comes(nineOnThe3rd + 27 * hourMs);
    await finished(bot);

    expect(ids).toEqual([`topic-deadline.${group}.${lastDay}.1`]);
    expect([toBerta().length, toCarla().length]).toEqual([1, 1]);
  });

  it('never reminds who chose "Nie" for topics', async () => {
    await carlaChooses({ topics: 'never' });
    await comes(nineOnThe27th);
    await bot.connector.until(() => toBerta().length === 1);
    await finished(bot);

    expect(toCarla()).toEqual([]);
    expect(await deliveryStates(bot)).toEqual(['delivered', 'unreachable']);
  });

  it('stands in the daily collection of who chose that, beside news, and nothing there takes its place', async () => {
    await carlaChooses({ topics: 'daily' });
    await bot.press(pressed('topic.follow', { topicRequestId: 't2' }), 'personal', {}, asCarla);
    await comes(nineOnThe27th);
    await decided(bot, topicRequestId('t2'), (request, by) =>
      planTopic(request, { reference: 'Treffen in Olpe' }, by),
    );
    await expect.poll(() => deliveryStates(bot)).toEqual(['delivered', 'delivered', 'waiting', 'waiting']);

    bot.clock.advance(23 * hourMs);
    await bot.connector.until(() => toCarla().length === 1);
    await finished(bot);

    const [message, ...others] = toCarla();
    const words = wordsOf(cardOf(message));
    expect(others).toEqual([]);
    expect(message?.summary).toBe('Neu für Sie: eine Neuigkeit zu Themen und eine Frist für Themen');
    expect(words).toContain(`${heading}\nEin offenes Thema:\nAnrufe bei Nacht`);
    expect(words).toContain('Dialekte\nTreffen in Olpe');
    expect(buttonNamed(cardOf(message), 'Themen ansehen').data?.['message']).toBe(true);
    expect(buttonNamed(cardOf(message), 'Thema vorschlagen').data?.['message']).toBe(true);
  });
});

describe('what waits for the end of the quiet hours', () => {
  it('is not told of a day that was changed meanwhile; the new one is', async () => {
    await begin({ QUIET_HOURS: '20-7' });
    await comes(nineOnThe27th + 12 * hourMs);
    await expect.poll(() => deliveryStates(bot)).toEqual(['waiting', 'waiting']);

    await becomes({ topics: { until: '2026-12-05' } });
    bot.clock.advance(12 * hourMs);
    await remindOfDeadlines(bot.app.deps);
    await bot.connector.until(() => toBerta().length === 1 && toCarla().length === 1);
    await finished(bot);

    expect(toBerta()[0]?.summary).toContain('Noch bis Samstag, 5. Dezember:');
    expect([toBerta().length, toCarla().length]).toEqual([1, 1]);
    expect(await deliveryStates(bot)).toEqual(['cancelled', 'cancelled', 'delivered', 'delivered']);
  });

  it('is told when the day holds again after all, and nobody hears it twice', async () => {
    await begin();
    await carlaChooses({ quietHours: '18-8-weekend' });
    await becomes({ topics: { until: '2026-12-05' } });
    from = bot.connector.calls.length;
    // A Saturday.
    await comes(Date.UTC(2026, 10, 28, 8));
    await expect.poll(() => deliveryStates(bot)).toEqual(['delivered', 'waiting']);

    await becomes({ topics: { votesPerMember: 3 } });
    await comes(bot.clock.now());
    await finished(bot);
    await becomes({ topics: { until: '2026-12-05' } });
    await comes(bot.clock.now() + hourMs);
    const states = () => deliveryStates(bot);
    await expect.poll(states, { timeout: 20_000 }).toEqual(['cancelled', 'delivered', 'waiting']);
    await comes(Date.UTC(2026, 10, 30, 8));
    await bot.connector.until(() => toCarla().length === 1);
    await finished(bot);

    expect([toBerta().length, toCarla().length]).toEqual([1, 1]);
  });

  it('is told once on the last day, though it was to be told twice', async () => {
    await begin();
    await becomes({ topics: { until: '2026-11-30' } });
    await carlaChooses({ quietHours: '18-8-weekend' });
    from = bot.connector.calls.length;
    // The Saturday and the Sunday before it.
    await comes(Date.UTC(2026, 10, 28, 8));
    await expect.poll(() => deliveryStates(bot)).toEqual(['delivered', 'waiting']);
    await comes(Date.UTC(2026, 10, 29, 8));
    await expect.poll(() => deliveryStates(bot)).toEqual(['delivered', 'delivered', 'waiting', 'waiting']);

    bot.clock.advance(24 * hourMs);
    await finished(bot);

    expect([toBerta().length, toCarla().length]).toEqual([2, 1]);
    expect(toCarla()[0]?.summary).toContain('Noch bis Montag, 30. November:');
  });

  it('is not told after the last day', async () => {
    await begin();
    await becomes({ topics: { until: '2026-11-29' } });
    await carlaChooses({ quietHours: '18-8-weekend' });
    from = bot.connector.calls.length;
    // A Saturday, and the last day is the Sunday after it.
    await comes(Date.UTC(2026, 10, 28, 8));
    await expect.poll(() => deliveryStates(bot)).toEqual(['delivered', 'waiting']);

    bot.clock.advance(3 * 24 * hourMs);
    await finished(bot);

    expect(toCarla()).toEqual([]);
    expect(await deliveryStates(bot)).toEqual(['cancelled', 'delivered']);
  });
});
