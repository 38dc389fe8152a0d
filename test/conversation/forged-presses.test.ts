import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createMemoryStore } from '../../src/store/adapters/memory.ts';
import { anna, tenant } from '../support/conversation.ts';
import type { Place, TestBot } from '../support/conversation.ts';
import { compose } from '../support/compose.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { submitAction } from '../support/message-action.ts';
import {
  canary,
  otherTenant,
  personCanary,
  privateDocuments,
  startWithPrivateThings,
} from '../support/private-things.ts';
import { seeded } from '../support/seeded.ts';
import { pressed } from '../support/user-groups.ts';

const tries = 250;
const olpe = '05966024';

interface Stranger {
  readonly name: string;
  readonly from: Readonly<Record<string, string>>;
  readonly tenantId: string;
  readonly isMember: boolean;
  readonly role: 'user' | 'guest';
}

const dora = { id: '29:dora', name: 'Dora', aadObjectId: 'dddddddd-0000-4000-8000-00000000000d' };
const strangers: readonly Stranger[] = [
  { name: 'a member of another commune', from: dora, tenantId: tenant, isMember: true, role: 'user' },
  { name: 'a guest', from: dora, tenantId: tenant, isMember: false, role: 'guest' },
  {
    name: 'somebody without an account',
    from: { id: '29:x', name: 'X' },
    tenantId: tenant,
    isMember: false,
    role: 'user',
  },
  {
    name: 'a member of another allowed tenant',
    from: dora,
    tenantId: otherTenant,
    isMember: true,
    role: 'user',
  },
];

const folder = new URL('../cards/shipped/', import.meta.url);
const payloads = readdirSync(folder).flatMap((file) =>
  z.array(z.looseObject({ verb: z.string() })).parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))),
);

/** What claims to be somebody else. */
const forged = {
  memberId: `${tenant}.${anna.aadObjectId}`,
  userId: anna.id,
  aadObjectId: anna.aadObjectId,
  tenantId: tenant,
  role: 'organiser',
  organiser: true,
  communeId: '05962040',
};

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

/** Everything that the bot has said up to now, in answers and of its own accord, but to those whose it is. */
function saidToOthers(from: number): string {
  const theirs = new Set(['a:personal-anna', 'a:personal-berta', 'a:personal-carla']);
  const calls = bot.connector.calls.slice(from).filter(({ conversationId }) => !theirs.has(conversationId));
  return JSON.stringify(calls.map(({ activity }) => activity));
}

describe.each(strangers)('$name (P11, faults 38 to 40, 42)', ({ from, tenantId, isMember, role }) => {
  it(`sees and changes nothing of others in ${tries} tries with every verb and command`, async () => {
    const clock = new FakeClock(Date.UTC(2026, 10, 22, 9));
    bot = await startWithPrivateThings(createMemoryStore(clock));
    bot.connector.members.set(String(from['id']), { ...dora, ...from, tenantId, userRole: role });
    const conversation = { id: 'a:personal-dora', conversationType: 'personal', tenantId };
    const channelData = { tenant: { id: tenantId } };
    const more = (place: Place) =>
      place === 'personal' ? { from, conversation, channelData } : { from, channelData };
    await bot.say('Hallo', 'personal', more('personal'));
    await bot.press(pressed('commune.choose', { commune: olpe }), 'personal', {}, more('personal'));
    const ids = await knownIds();
    const before = await privateDocuments(bot);
    const start = bot.connector.calls.length;
    const chance = seeded(5, `${tenantId}${role}${String(from['id'])}`);
    const pick = <Item>(items: readonly Item[]): Item | undefined =>
      items[Math.floor(chance() * items.length)];
    const answers: unknown[] = [];

    // An empty answer closes a dialog.
    const opened = async (name: string, data: unknown, place: Place) =>
      (await bot.post({ type: 'invoke', name, value: { data }, ...more(place) }, place)).text();
    const generate = (index: number) => {
      const payload: Record<string, unknown> = {
        ...payloads[index % payloads.length],
        ...(chance() < 0.5 && forged),
      };
      for (const [field, known] of Object.entries(ids)) {
        payload[field] = field in payload ? (pick(known) ?? payload[field]) : payload[field];
      }
      // Whoever says that they work for a commune is believed: that is not a forgery.
      if (/[.]choose(?:Commune)?$/.test(String(payload['verb']))) {
        payload['commune'] = olpe;
      }
      if (typeof payload['version'] === 'number') {
        payload['version'] = 1 + Math.floor(chance() * 3);
      }
      return payload;
    };
    for (let index = 0; index < tries; index += 1) {
      const place = pick<Place>(['personal', 'personal', 'channel', 'group']) ?? 'personal';
      const { verb, ...data } = generate(index);
      const way = pick(['press', 'press', 'press', 'fetch', 'submit', 'action', 'say', 'compose'] as const);
      switch (way) {
        case 'say':
          await bot.say(pick(commands) ?? '', place, more(place));
          break;
        case 'compose':
          answers.push(await compose(bot, pick(commands) ?? '', place, more(place)));
          break;
        case 'fetch':
          answers.push(await opened('task/fetch', { verb, ...data }, place));
          break;
        case 'submit':
          answers.push(await opened('task/submit', { verb, ...data }, place));
          break;
        case 'action':
          answers.push(await submitAction(bot, { verb, ...data }, place, more(place)));
          break;
        case 'press':
        case undefined:
          answers.push(await bot.press(pressed(String(verb), data), place, {}, more(place)));
      }
    }

    const told = `${JSON.stringify(answers)}${saidToOthers(start)}`;
    expect(before.length).toBeGreaterThan(10);
    expect(answers.filter((answer) => JSON.stringify(answer ?? '').includes(canary))).toEqual([]);
    expect(told).not.toContain(canary);
    expect(told.includes(personCanary)).toBe(isMember);
    expect(await privateDocuments(bot)).toEqual(before);
  });
});
