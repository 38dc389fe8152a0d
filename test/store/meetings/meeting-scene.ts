import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storedMemberId } from '../../../src/domain/ids.ts';
import type { MemberId } from '../../../src/domain/ids.ts';
import type { Meeting } from '../../../src/domain/meetings/meeting.ts';
import type { Rsvp } from '../../../src/domain/meetings/rsvp.ts';
import type { DocumentStore } from '../../../src/ports/document-store.ts';
import { createMemoryStore } from '../../../src/store/adapters/memory.ts';
import { createSqliteStore } from '../../../src/store/adapters/sqlite.ts';
import { allCollections } from '../../../src/store/all-collections.ts';
import { Meetings } from '../../../src/store/meetings/meetings.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { aMeeting } from '../../support/meetings.ts';

export const meeting = aMeeting();
export const { id } = meeting;

export function memberNumber(index: number): MemberId {
  return storedMemberId(`t.${index}`);
}

export async function onStore(
  kind: 'memory' | 'sqlite',
  test: (meetings: Meetings, store: DocumentStore, clock: FakeClock) => Promise<void>,
): Promise<void> {
  const clock = new FakeClock(0);
  const folder = mkdtempSync(join(tmpdir(), 'meetings-'));
  const store =
    kind === 'memory'
      ? createMemoryStore(clock)
      : createSqliteStore({ path: join(folder, 'store.sqlite'), clock });
  await store.open(allCollections);
  try {
    const meetings = new Meetings(store);
    await meetings.add(meeting, 0);
    await test(meetings, store, clock);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

export function anRsvp(memberId: MemberId, fields: Partial<Rsvp> = {}): Rsvp {
  return {
    meetingId: id,
    memberId,
    answer: 'accepted',
    guests: 0,
    details: [],
    at: 0,
    number: 1,
    ...fields,
  };
}

/** Says yes, with the next number, and waits when `waits`. */
export function accept(meetings: Meetings, memberId: MemberId, { waits = false } = {}) {
  return meetings.change(id, { member: memberId }, 0, ({ meeting: known, rsvp }) => {
    if (rsvp !== undefined) {
      return undefined;
    }
    const number = known.answered + 1;
    const { seats } = known;
    return {
      meeting: {
        ...known,
        answered: number,
        seats: waits
          ? { ...seats, waiting: seats.waiting + 1 }
          : { ...seats, accepted: seats.accepted + 1, taken: seats.taken + 1 },
      },
      rsvps: [anRsvp(memberId, { number, ...(waits && { waitingNumber: number }) })],
    };
  });
}

/** The meeting with other fields. */
export function change(meetings: Meetings, fields: Partial<Meeting>) {
  return meetings.change(id, {}, 0, ({ meeting: known }) => ({ meeting: { ...known, ...fields } }));
}
