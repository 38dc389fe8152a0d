import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { storedMemberId } from '../../../src/domain/ids.ts';
import type { MeetingId, MemberId } from '../../../src/domain/ids.ts';
import { changeMeeting, toFields } from '../../../src/domain/meetings/meeting-states.ts';
import { answersEndAt } from '../../../src/domain/meetings/meeting-times.ts';
import { hasSeat } from '../../../src/domain/meetings/rsvp.ts';
import { doWhatIsDue } from '../../../src/features/meetings/do-what-is-due.ts';
import { ownRsvpsSource } from '../../../src/features/meetings/own-meetings.ts';
import { respondToMeeting } from '../../../src/features/meetings/respond-to-meeting.ts';
import { saveAnswerDetails } from '../../../src/features/meetings/save-answer-details.ts';
import type { DocumentStore } from '../../../src/ports/document-store.ts';
import { createMemoryStore } from '../../../src/store/adapters/memory.ts';
import { createSqliteStore } from '../../../src/store/adapters/sqlite.ts';
import { allCollections } from '../../../src/store/all-collections.ts';
import { createLogger } from '../../../src/system/logger.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { temporaryFile } from '../../store/sqlite-scene.ts';
import {
  asker,
  carryOutAll,
  disturb,
  insist,
  plannedMeeting,
  readAnswers,
  startInstance,
} from './answer-scene.ts';
import type { Instance } from './answer-scene.ts';
import { communeOf, follow, fresh, members, setting, step, takenOf } from './answers-model.ts';
import type { Model, Setting, Step } from './answers-model.ts';

const organiser = storedMemberId('t.organiser');

interface History {
  readonly seed: number;
  readonly own: Setting;
  readonly steps: readonly Step[];
}

/** One history on a store that fails now and then; after each step everything is as the model says. */
async function live(store: DocumentStore, clock: FakeClock, { seed, own, steps }: History): Promise<void> {
  const { capacity, mostGuests, perCommune } = own;
  const reserved = perCommune > 0 ? { reserved: { perCommune, communes: 3 } } : {};
  const meeting = plannedMeeting('m1', clock.now(), { capacity, mostGuests, ...reserved });
  const steady = startInstance(store, clock);
  await steady.meetings.add(meeting, clock.now());
  const instance = startInstance(disturb(store, seed), clock);
  const model = fresh(own);
  for (const one of steps) {
    await take(instance, one, meeting.id, clock);
    await carryOutAll(instance, meeting.id);
    follow(model, one);
    await expectAsModel(store, meeting.id, model);
  }
}

async function take(instance: Instance, one: Step, meetingId: MeetingId, clock: FakeClock): Promise<void> {
  switch (one.kind) {
    case 'respond': {
      const by = asker(storedMemberId(`t.${one.member}`), communeOf(one.member));
      await insist(() => respondToMeeting(instance, { asker: by, meetingId, answer: one.answer }));
      return;
    }
    case 'guests': {
      const by = asker(storedMemberId(`t.${one.member}`), communeOf(one.member));
      const typed = { guests: String(one.guests), answers: [] };
      await insist(() => saveAnswerDetails(instance, { asker: by, meetingId, typed }));
      return;
    }
    case 'capacity':
      return changeCapacity(instance, meetingId, one.capacity);
    case 'erase':
      await insist(() => ownRsvpsSource(instance).erase(storedMemberId(`t.${one.member}`)));
      return;
    case 'close': {
      const meeting = await insist(() => instance.meetings.find(meetingId));
      clock.advance(Math.max(0, (meeting === undefined ? 0 : answersEndAt(meeting)) - clock.now()));
      while ((await insist(() => instance.meetings.dueBy(clock.now()))).length > 0) {
        await insist(() => doWhatIsDue(instance));
      }
    }
  }
}

async function changeCapacity(
  instance: Instance,
  id: MeetingId,
  capacity: number | undefined,
): Promise<void> {
  const now = instance.clock.now();
  await insist(() =>
    instance.meetings.change(id, {}, now, ({ meeting }) => {
      const { capacity: _, ...fields } = toFields(meeting);
      const changed = { ...fields, ...(capacity !== undefined && { capacity }) };
      const outcome = changeMeeting(meeting, changed, { by: organiser, now, edition: meeting.edition });
      return outcome.kind === 'changed' ? outcome : undefined;
    }),
  );
}

async function expectAsModel(store: DocumentStore, id: MeetingId, model: Model): Promise<void> {
  const { meeting, rsvps, seated, waiting } = await readAnswers(store, id);
  const nameOf = (member: MemberId) => member.slice('t.'.length);
  const known = new Map(
    rsvps.map((rsvp) => [
      nameOf(rsvp.memberId),
      { answer: rsvp.answer, guests: rsvp.guests, hasSeat: hasSeat(rsvp) },
    ]),
  );
  expect(Object.fromEntries(known)).toEqual(Object.fromEntries(model.people));
  const waits = [...model.people].filter(([, one]) => one.answer === 'accepted' && !one.hasSeat);
  expect(waiting.map(({ memberId }) => nameOf(memberId))).toEqual(waits.map(([who]) => who));
  const count = (answer: string) => rsvps.filter((rsvp) => rsvp.answer === answer).length;
  const taken = seated.reduce((sum, { guests }) => sum + 1 + guests, 0);
  const byCommune = new Map<string, number>();
  for (const { communeId, guests } of seated) {
    if (communeId !== undefined) {
      byCommune.set(communeId, (byCommune.get(communeId) ?? 0) + 1 + guests);
    }
  }
  expect(meeting.seats).toEqual({
    accepted: seated.length,
    taken,
    takenByCommune: Object.fromEntries(byCommune),
    waiting: waiting.length,
    tentative: count('tentative'),
    declined: count('declined'),
  });
  expect(taken).toBe(takenOf(model));
  expect(meeting.capacity).toBe(model.capacity);
  expect(taken).toBeLessThanOrEqual(meeting.capacity ?? Infinity);
  const { broadcasts } = startInstance(store, new FakeClock(0));
  const told = await Array.fromAsync(broadcasts.all(), ({ audience: [part] }) => part);
  const times = members.map(
    (who) => told.filter((part) => part?.kind === 'member' && nameOf(part.memberId) === who).length,
  );
  expect(times).toEqual(members.map((who) => model.told.get(who) ?? 0));
}

const history = fc.record({
  seed: fc.nat(),
  own: setting,
  steps: fc.array(step, { minLength: 1, maxLength: 30, size: 'max' }),
});

describe.each([
  { adapter: 'memory', numRuns: 2000, createStore: createMemoryStore },
  {
    adapter: 'sqlite',
    numRuns: 40,
    createStore: (clock: FakeClock) =>
      createSqliteStore({ path: temporaryFile(), clock, logger: createLogger('silent') }),
  },
])('$adapter: answers to a meeting', ({ numRuns, createStore }) => {
  it(`are counted, wait in their order and move up once in each of ${numRuns} histories, whatever is interrupted`, async () => {
    let ended = 0;

    await fc.assert(
      fc.asyncProperty(history, async (lived) => {
        const clock = new FakeClock(Date.UTC(2026, 10, 22, 9));
        const store = createStore(clock);
        await store.open(allCollections);
        try {
          await live(store, clock, lived);
          ended += 1;
        } finally {
          await store.close();
        }
      }),
      { numRuns },
    );

    expect(ended).toBeGreaterThanOrEqual(numRuns);
  }, 300_000);
});
