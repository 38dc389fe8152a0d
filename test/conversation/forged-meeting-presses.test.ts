import { afterEach, describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../src/store/adapters/memory.ts';
import { wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { FakeClock } from '../support/fake-clock.ts';
import {
  giveDoraAMeeting,
  meetingDocuments,
  meetingIds,
  owners,
  startWithPrivateMeetings,
  wrongCounts,
} from '../support/private-meetings.ts';
import { canary, personCanary } from '../support/private-things.ts';
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
const payloads = shippedPayloads.filter(({ verb }) => /^(?:meeting|cafe)[.]/.test(verb));

const commands = [
  'Termine',
  'Meine Termine',
  'Vergangene Treffen',
  'Treffen planen',
  'Termine der User Group Robben',
  'Kalender',
];

const groupOrganiser = { ...someMember, name: 'the organiser of another group' };

let bot: TestBot;

afterEach(async () => {
  await bot.stop();
});

async function start(): Promise<void> {
  bot = await startWithPrivateMeetings(createMemoryStore(new FakeClock(Date.UTC(2026, 10, 22, 9))));
}

/** Each verb once with each meeting. */
function* everyPress(ids: Readonly<Record<string, readonly unknown[]>>) {
  const verbs = new Map(payloads.toReversed().map((payload) => [payload.verb, payload]));
  for (const { verb, ...data } of verbs.values()) {
    for (const meetingId of 'meetingId' in data ? (ids['meetingId'] ?? []) : [undefined]) {
      const own = { edition: 1, plan: 1, first: 'agenda1', second: 'agenda0', answer: 'accepted' };
      const fields = Object.entries(own).filter(([field]) => field in data);
      const named = meetingId !== undefined && { meetingId };
      yield pressed(verb, { ...data, ...named, ...Object.fromEntries(fields) });
    }
  }
}

describe.each([...strangers, groupOrganiser])('$name (P11, faults 38 to 40, 42)', (stranger) => {
  it(`changes no meeting of others but by an own answer, in ${tries} tries and with every verb`, async () => {
    await start();
    await introduce(bot, stranger);
    if (stranger === groupOrganiser) {
      await giveDoraAMeeting(bot);
    }
    const ids = await meetingIds(bot);
    const before = await meetingDocuments(bot);
    const from = bot.connector.calls.length;

    const answers = await tryEverything(bot, stranger, { payloads, commands, ids, count: tries });

    for (const button of everyPress(ids)) {
      answers.push(await bot.press(button, 'personal', {}, activityOf(stranger, 'personal')));
    }

    const told = `${JSON.stringify(answers)}${saidToOthers(bot, from)}`;
    expect(payloads.length).toBeLessThanOrEqual(tries);
    expect(before.length).toBeGreaterThan(8);
    expect(await meetingDocuments(bot)).toEqual(before);
    expect(await wrongCounts(bot)).toEqual([]);
    expect([canary, personCanary, ...owners].filter((word) => told.includes(word))).toEqual([]);
    expect(told).toContain('Kegelrobben gemeinsam zählen');
  });
});

it('the scene has something to hide: organisers see who comes, and their own draft', async () => {
  await start();

  const participants = await bot.press(pressed('meeting.listParticipants', { meetingId: 'next', page: 2 }));
  const draft = await bot.press(pressed('meeting.showDraft', { meetingId: 'draft' }));

  expect(wordsOf(participants)).toContain(personCanary);
  expect(wordsOf(draft)).toContain(canary);
});
