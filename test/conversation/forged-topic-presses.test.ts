import { afterEach, describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../src/store/adapters/memory.ts';
import { wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { canary, personCanary } from '../support/private-things.ts';
import {
  dorasTopic,
  giveDoraAGroup,
  owners,
  startWithPrivateTopics,
  topicDocuments,
  topicIds,
  wrongTallies,
} from '../support/private-topics.ts';
import {
  activityOf,
  introduce,
  saidToOthers,
  shippedPayloads,
  someMember,
  strangers,
  tryEverything,
} from '../support/strangers.ts';
import { pressed } from '../support/user-groups.ts';

const tries = 150;
const payloads = shippedPayloads.filter(({ verb }) => /^(?:topic|topicCollection|demand)[.]/.test(verb));

const commands = [
  'Themen',
  'Neue Themen',
  'Meine Themen',
  'Geplante Themen',
  'Behandelte Themen',
  'Themen der User Group Bauen',
  'Bedarf',
  'Thema: Kegelrobben auf Luftbildern zählen',
  'Thema vorschlagen',
  'Meine Benachrichtigungen',
];

const groupOrganiser = { ...someMember, name: 'the organiser of another group' };

let bot: TestBot;

afterEach(async () => {
  await bot.stop();
});

async function start(): Promise<void> {
  bot = await startWithPrivateTopics(createMemoryStore(new FakeClock(Date.UTC(2026, 10, 22, 9))));
}

/** Each verb once with each topic, and with each comment and invitation. */
function* everyPress(ids: Readonly<Record<string, readonly unknown[]>>) {
  const verbs = new Map(payloads.toReversed().map((payload) => [payload.verb, payload]));
  for (const { verb, ...data } of verbs.values()) {
    for (const topicRequestId of 'topicRequestId' in data ? (ids['topicRequestId'] ?? []) : [undefined]) {
      for (const number of 'comment' in data || 'invitation' in data ? [1, 2] : [1]) {
        const own = { comment: number, invitation: number, edition: 1, into: 'liked', useCaseId: 'secret' };
        const fields = Object.entries(own).filter(([field]) => field in data);
        const named = topicRequestId !== undefined && { topicRequestId };
        yield pressed(verb, { ...data, ...named, ...Object.fromEntries(fields) });
      }
    }
  }
}

describe.each([...strangers, groupOrganiser])('$name (P11, faults 38 to 40, 42)', (stranger) => {
  it(`changes no topic of others but by an own vote, comment and offer, in ${tries} tries and with every verb`, async () => {
    await start();
    await introduce(bot, stranger);
    if (stranger === groupOrganiser) {
      await giveDoraAGroup(bot);
    }
    const ids = await topicIds(bot);
    const look = { all: !stranger.isMember };
    const before = await topicDocuments(bot, look);
    const from = bot.connector.calls.length;

    const answers = await tryEverything(bot, stranger, { payloads, commands, ids, count: tries });

    for (const button of everyPress(ids)) {
      answers.push(await bot.press(button, 'personal', {}, activityOf(stranger, 'personal')));
    }

    const told = `${JSON.stringify(answers)}${saidToOthers(bot, from)}`;
    expect(payloads.length).toBeLessThanOrEqual(tries);
    expect(before.length).toBeGreaterThan(20);
    expect(await topicDocuments(bot, look)).toEqual(before);
    expect(await wrongTallies(bot)).toEqual([]);
    expect([canary, personCanary, ...owners].filter((word) => told.includes(word))).toEqual([]);
    expect(told).toContain('Kegelrobben auf Luftbildern zählen');
  });
});

it('the scene has something to hide: organisers see what is asked in vain, and whom they could ask', async () => {
  await start();

  const demand = await bot.press(pressed('demand.list', { page: 1 }));
  const planned = await bot.press(pressed('topic.listContributions', { topicRequestId: 'planned' }));

  expect(JSON.stringify(demand)).toContain(canary);
  expect(wordsOf(Object(planned).value)).toContain(`${canary} zählt Kegelrobben: Sagt zu`);
});

it('the organiser of a group sees who was asked for its topics, and not what only another commune may see', async () => {
  await start();
  await introduce(bot, groupOrganiser);
  await giveDoraAGroup(bot);

  const card = await bot.press(
    pressed('topic.listContributions', { topicRequestId: dorasTopic }),
    'personal',
    {},
    activityOf(groupOrganiser, 'personal'),
  );

  expect(wordsOf(Object(card).value)).toContain('Außerdem angefragt');
  expect(JSON.stringify(card)).not.toContain(canary);
});
