import type { Asker } from '../../../src/domain/member.ts';
import { meetingId, tenantId } from '../../../src/domain/ids.ts';
import type { CommuneId, MemberId } from '../../../src/domain/ids.ts';
import { dayMs } from '../../../src/domain/instant.ts';
import type { Meeting } from '../../../src/domain/meetings/meeting.ts';
import { hasSeat, isWaiting } from '../../../src/domain/meetings/rsvp.ts';
import type { Rsvp } from '../../../src/domain/meetings/rsvp.ts';
import { useCaseFields } from '../../../src/features/ask/use-case-catalogue.ts';
import { carryOutMeeting } from '../../../src/features/meetings/carry-out-meeting.ts';
import { TopicCatalogue } from '../../../src/features/topics/topic-catalogue.ts';
import { StoreUnavailableError } from '../../../src/ports/document-store.ts';
import type { DocumentStore } from '../../../src/ports/document-store.ts';
import { createSearchEngine } from '../../../src/search/create-search-engine.ts';
import { Meetings } from '../../../src/store/meetings/meetings.ts';
import { createStores } from '../../../src/stores.ts';
import { createLogger } from '../../../src/system/logger.ts';
import type { FakeClock } from '../../support/fake-clock.ts';
import { noOperatorData } from '../../support/outbox-people.ts';
import { aMeeting } from '../../support/meetings.ts';
import { unsteady } from '../../support/unsteady-store.ts';
import { VirtualTime } from '../../support/virtual-time.ts';

/** One instance of the app, as far as answers to meetings go. */
export function startInstance(store: DocumentStore, clock: FakeClock) {
  const topicCatalogue = new TopicCatalogue(() => createSearchEngine({ fields: { ...useCaseFields } }), []);
  return {
    ...createStores(store),
    clock,
    ids: { next: () => 'id' },
    logger: createLogger('silent'),
    operator: noOperatorData,
    topicCatalogue,
  };
}
export type Instance = ReturnType<typeof startInstance>;

/** Somebody of the tests' tenant; a guest of it answers as well. */
export function asker(memberId: MemberId, communeId?: CommuneId): Asker {
  return {
    memberId,
    tenantId: tenantId('t'),
    guest: false,
    role: 'member',
    ...(communeId !== undefined && { communeId }),
  };
}

/** Begins in two weeks; answers until the end of the tenth day. */
export function plannedMeeting(name: string, now: number, fields: Partial<Meeting> = {}): Meeting {
  const startsAt = now + 14 * dayMs;
  const respondBy = new Date(now + 10 * dayMs).toISOString().slice(0, 10);
  return aMeeting({ id: meetingId(name), startsAt, respondBy, ...fields }, now);
}

/** Overtaken, unavailable, and written though it said that it was not: as often as `seed` says. */
export function disturb(store: DocumentStore, seed: number): DocumentStore {
  return unsteady(store, new VirtualTime(0), {
    chance: chanceOf(seed),
    conflicts: 0.1,
    none: 0.02,
    unknown: 0.04,
  });
}

/** The same numbers between 0 and 1 for the same seed (Lehmer's generator). */
export function chanceOf(seed: number): () => number {
  let state = (seed % 2_147_483_646) + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** Somebody who presses again until it is said that it is done. */
export async function insist<Result>(work: () => Promise<Result>): Promise<Result> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof StoreUnavailableError)) {
        throw error;
      }
    }
  }
}

/** As the job does it, until nothing is left to do. */
export async function carryOutAll(instance: Instance, id: Meeting['id']): Promise<void> {
  while ((await insist(() => instance.meetings.find(id)))?.undone.length !== 0) {
    await insist(() => carryOutMeeting(instance, id));
  }
}

/** A meeting with its answers as they stand in the store. */
export async function readAnswers(store: DocumentStore, id: Meeting['id']) {
  const meetings = new Meetings(store);
  const meeting = await meetings.find(id);
  if (meeting === undefined) {
    throw new Error(`no meeting ${id}`);
  }
  const rsvps = await Array.fromAsync(meetings.rsvps(id));
  const waiting = rsvps.filter(isWaiting).toSorted(byWaitingNumber);
  return { meeting, rsvps, seated: rsvps.filter(hasSeat), waiting };
}

function byWaitingNumber(one: Rsvp, other: Rsvp): number {
  return (one.waitingNumber ?? 0) - (other.waitingNumber ?? 0);
}
