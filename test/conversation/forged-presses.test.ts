import { afterEach, describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../src/store/adapters/memory.ts';
import type { TestBot } from '../support/conversation.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { canary, personCanary, privateDocuments, startWithPrivateThings } from '../support/private-things.ts';
import { introduce, saidToOthers, shippedPayloads, strangers, tryEverything } from '../support/strangers.ts';

const tries = 400;

/** Topics are tried by themselves. */
const payloads = shippedPayloads.filter(({ verb }) => !/^(?:topic|topicCollection|demand)[.]/.test(verb));

const commands = [
  'Meine Entwürfe',
  'Freigaben',
  'Meine Einreichungen',
  'Was ich verfolge',
  'Meine Anfragen',
  'Anfragen',
  'Ankündigungen',
  'Vorlagen',
  'Meine Daten',
  'Meine Benachrichtigungen',
  'Anwendungsfall eintragen',
  'Kegelrobben zählen',
  'Luftbilder in Menden',
  'Was macht Menden?',
  'Kanarienwogelschutz',
  'Grundwasser',
  'mehr',
  'Sag mir Bescheid',
  'Community fragen',
];

let bot: TestBot;

afterEach(async () => {
  await bot.stop();
});

/** Ids of everything that is there, by the field of a payload that names such a thing. */
async function knownIds(): Promise<Readonly<Record<string, readonly string[]>>> {
  const idsIn = async (...names: readonly string[]) =>
    (await bot.storedDocuments(...names)).map(({ id }) => id);
  const useCases = ['secret', 'secret-archived', 'shown'];
  return {
    useCaseId: useCases,
    of: useCases,
    draftId: [...(await idsIn('use-case-drafts', 'submissions')), 's1'],
    submissionId: await idsIn('submissions', 'use-case-drafts'),
    inquiryId: await idsIn('inquiries'),
    questionId: await idsIn('kept-questions', 'follows'),
    announcementId: await idsIn('announcements'),
    userGroupId: await idsIn('user-groups'),
    userGroup: await idsIn('user-groups'),
  };
}

describe.each(strangers)('$name (P11, faults 38 to 40, 42)', (stranger) => {
  it(`sees and changes nothing of others in ${tries} tries with every verb and command`, async () => {
    const clock = new FakeClock(Date.UTC(2026, 10, 22, 9));
    bot = await startWithPrivateThings(createMemoryStore(clock));
    await introduce(bot, stranger);
    const ids = await knownIds();
    const before = await privateDocuments(bot);
    const start = bot.connector.calls.length;

    const answers = await tryEverything(bot, stranger, { payloads, commands, ids, count: tries });

    const told = `${JSON.stringify(answers)}${saidToOthers(bot, start)}`;
    expect(payloads.length).toBeLessThanOrEqual(tries);
    expect(before.length).toBeGreaterThan(10);
    expect(answers.filter((answer) => JSON.stringify(answer ?? '').includes(canary))).toEqual([]);
    expect(told).not.toContain(canary);
    expect(told.includes(personCanary)).toBe(stranger.isMember);
    expect(await privateDocuments(bot)).toEqual(before);
  });
});
