import { describe, expect, it } from 'vitest';
import type { MemberId } from '../../../src/domain/ids.ts';
import type { Rsvp, RsvpAnswer } from '../../../src/domain/meetings/rsvp.ts';
import { hasSeat, isWaiting } from '../../../src/domain/meetings/rsvp.ts';
import { promotedId } from '../../../src/features/meetings/promote-waiting.ts';
import { respondToMeeting } from '../../../src/features/meetings/respond-to-meeting.ts';
import type { DocumentStore } from '../../../src/ports/document-store.ts';
import { createMemoryStore } from '../../../src/store/adapters/memory.ts';
import { createSqliteStore } from '../../../src/store/adapters/sqlite.ts';
import { allCollections } from '../../../src/store/all-collections.ts';
import { toRsvp } from '../../../src/store/meetings/rsvp-document.ts';
import { createLogger } from '../../../src/system/logger.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { memberNumber } from '../../store/meetings/meeting-scene.ts';
import { temporaryFile } from '../../store/sqlite-scene.ts';
import {
  asker,
  carryOutAll,
  chanceOf,
  disturb,
  insist,
  plannedMeeting,
  readAnswers,
  startInstance,
} from './answer-scene.ts';
import { propertySeed } from '../../support/property-seed.ts';

const presses = 500;
const seats = 20;
/** So few that most say first this and then that: in every history somebody gives up a seat. */
const people = 120;

interface Press {
  readonly memberId: MemberId;
  readonly answer: RsvpAnswer;
  readonly instance: number;
}

function pressesOf(seed: number): readonly Press[] {
  const chance = chanceOf(seed);
  return Array.from({ length: presses }, () => {
    const said = chance();
    return {
      memberId: memberNumber(Math.floor(chance() * people)),
      answer: said < 0.78 ? 'accepted' : said < 0.94 ? 'declined' : 'tentative',
      instance: Math.floor(chance() * 3),
    };
  });
}

/** What each transaction wrote of the answers, in the order of the store, those whose outcome was unknown included. */
function record(store: DocumentStore, written: (readonly Rsvp[])[]): DocumentStore {
  return {
    ...store,
    async transact(collection, partition, operations) {
      const outcome = await store.transact(collection, partition, operations);
      if (outcome.kind === 'done' && collection.name === 'meetings') {
        const bodies = operations.flatMap((one) => ('body' in one ? [one.body] : []));
        written.push(bodies.filter((body) => body['document'] === 'rsvp').map((body) => toRsvp({ body })));
      }
      return outcome;
    },
  };
}

/**
 * What is wrong with a history: seats beyond the capacity, somebody who overtook, a place out of order; and who was promoted, each with the
 * number of the answer by which they were.
 */
function replay(written: readonly (readonly Rsvp[])[]) {
  const known = new Map<MemberId, Rsvp>();
  const wrong: string[] = [];
  const promoted: Rsvp[] = [];
  for (const rsvps of written) {
    const waiting = [...known.values()].filter(isWaiting);
    const order = waiting.map(({ waitingNumber = 0 }) => waitingNumber).toSorted((one, other) => one - other);
    for (const rsvp of rsvps) {
      const before = known.get(rsvp.memberId);
      if (before !== undefined && isWaiting(before) && hasSeat(rsvp)) {
        promoted.push(rsvp);
        if (before.waitingNumber !== order.shift()) {
          wrong.push(`${rsvp.memberId} was not the first who waited`);
        }
      } else if (hasSeat(rsvp) && (before === undefined || !hasSeat(before)) && order.length > 0) {
        wrong.push(`${rsvp.memberId} overtook somebody who waits`);
      }
      if (isWaiting(rsvp) && (before === undefined || !isWaiting(before))) {
        const isLast = order.every((number) => number < (rsvp.waitingNumber ?? 0));
        wrong.push(...(isLast ? [] : [`${rsvp.memberId} does not wait at the end`]));
      }
      known.set(rsvp.memberId, rsvp);
    }
    const taken = [...known.values()].filter(hasSeat).length;
    wrong.push(...(taken > seats ? [`${taken} seats`] : []));
  }
  return { wrong, promoted, known };
}

/** 500 presses at once on three instances, each repeated until it is said that it is done. */
async function race(store: DocumentStore, clock: FakeClock, seed: number) {
  const written: (readonly Rsvp[])[] = [];
  const recorded = record(store, written);
  const meeting = plannedMeeting(`race-${seed}`, clock.now(), { capacity: seats });
  const { id } = meeting;
  const steady = startInstance(recorded, clock);
  await steady.meetings.add(meeting, clock.now());
  const instances = [0, 1, 2].map((index) => startInstance(disturb(recorded, 3 * seed + index), clock));
  const pressed = pressesOf(seed);

  await Promise.all(
    pressed.map(({ memberId, answer, instance }) =>
      insist(() =>
        respondToMeeting(instances[instance] ?? steady, { asker: asker(memberId), meetingId: id, answer }),
      ),
    ),
  );
  await carryOutAll(steady, id);

  return { id, pressed, history: replay(written), ...(await readAnswers(store, id)) };
}

async function expectRight(store: DocumentStore, clock: FakeClock, seed: number): Promise<void> {
  const { id, pressed, history, meeting, rsvps, seated, waiting } = await race(store, clock, seed);
  const { broadcasts } = startInstance(store, clock);

  expect(history.wrong).toEqual([]);
  // Nobody is lost and nobody is there twice.
  expect(rsvps.map(({ memberId }) => memberId).toSorted()).toEqual(
    [...new Set(pressed.map(({ memberId }) => memberId))].toSorted(),
  );
  for (const rsvp of rsvps) {
    const said = pressed.filter(({ memberId }) => memberId === rsvp.memberId).map(({ answer }) => answer);
    expect(said).toContain(rsvp.answer);
  }
  expect(seated).toHaveLength(seats);
  expect(waiting.length).toBeGreaterThan(seats);
  expect(new Set(rsvps.map(({ number }) => number)).size).toBe(rsvps.length);
  expect(meeting.seats).toEqual({
    accepted: seats,
    taken: seats,
    takenByCommune: {},
    waiting: waiting.length,
    tentative: rsvps.filter(({ answer }) => answer === 'tentative').length,
    declined: rsvps.filter(({ answer }) => answer === 'declined').length,
  });
  // Each promotion has a number of its own, and is told once unless something else was said meanwhile.
  const { promoted, known } = history;
  expect(promoted.length).toBeGreaterThan(0);
  expect(new Set(promoted.map(({ number }) => number)).size).toBe(promoted.length);
  const told = await Array.fromAsync(broadcasts.all());
  const ofMeeting = told.filter(({ subject }) => 'meetingId' in subject && subject.meetingId === id);
  const allowed = new Map(promoted.map(({ memberId, number }) => [promotedId(id, number), memberId]));
  for (const broadcast of ofMeeting) {
    expect(broadcast.audience).toEqual([{ kind: 'member', memberId: allowed.get(broadcast.id) }]);
  }
  const lasting = promoted.filter(({ memberId, number }) => known.get(memberId)?.number === number);
  const ids = new Set(ofMeeting.map((broadcast) => broadcast.id));
  expect(lasting.filter(({ number }) => !ids.has(promotedId(id, number)))).toEqual([]);
}

/** `together`: seeds that are lived beside each other, so that a file is written for many of them at once. */
describe.each([
  { adapter: 'memory', seeds: 200, together: 1, createStore: createMemoryStore },
  {
    adapter: 'sqlite',
    seeds: 150,
    together: 10,
    createStore: (now: FakeClock) =>
      createSqliteStore({ path: temporaryFile(), clock: now, logger: createLogger('silent') }),
  },
])('$adapter: 500 presses on 20 seats through three instances (P5)', ({ seeds, together, createStore }) => {
  it(`end with exactly 20 seats and everybody else in order, whatever is overtaken or interrupted, with ${seeds} seeds`, async () => {
    const first = propertySeed % 1_000_000;
    for (let start = first; start < first + seeds; start += together) {
      const clock = new FakeClock(Date.UTC(2026, 10, 22, 9));
      const store = createStore(clock);
      await store.open(allCollections);
      const results = await Promise.allSettled(
        Array.from({ length: together }, (_, index) => expectRight(store, clock, start + index)),
      );
      await store.close();

      const failed = results.flatMap((result, index) =>
        result.status === 'rejected' ? [`seed ${start + index}: ${String(result.reason)}`] : [],
      );
      expect(failed).toEqual([]);
    }
  }, 300_000);
});
