import { beforeEach, describe, expect, it } from 'vitest';
import { meetingId } from '../../../src/domain/ids.ts';
import { dayMs, hourMs, minuteMs } from '../../../src/domain/instant.ts';
import type { Meeting } from '../../../src/domain/meetings/meeting.ts';
import { noSeats } from '../../../src/domain/meetings/seat-count.ts';
import { askForFeedback, feedbackId } from '../../../src/features/meetings/ask-for-feedback.ts';
import { createMemoryStore } from '../../../src/store/adapters/memory.ts';
import { allCollections } from '../../../src/store/all-collections.ts';
import { Broadcasts } from '../../../src/store/broadcasts.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { aMeeting } from '../../support/meetings.ts';

const endsAt = 102 * hourMs;

let clock: FakeClock;
let broadcasts: Broadcasts;

beforeEach(async () => {
  clock = new FakeClock(endsAt);
  const store = createMemoryStore(clock);
  await store.open(allCollections);
  broadcasts = new Broadcasts(store);
});

async function asked(fields: Partial<Meeting> = {}) {
  const seats = { ...noSeats, accepted: 1, taken: 1 };
  await askForFeedback({ broadcasts, clock }, aMeeting({ startsAt: 100 * hourMs, endsAt, seats, ...fields }));
  return (await broadcasts.find(feedbackId(meetingId('m1'))))?.value;
}

describe('how a meeting was', () => {
  it('is asked those who had a seat, for a week from its end', async () => {
    clock.advance(10 * minuteMs);

    expect(await asked()).toMatchObject({
      subject: { kind: 'meeting-feedback', meetingId: 'm1' },
      audience: [{ kind: 'meeting-participants', meetingId: 'm1', among: 'accepted' }],
      lifeMs: 7 * dayMs - 10 * minuteMs,
    });
  });

  it('is asked once', async () => {
    const first = await asked();
    clock.advance(minuteMs);

    expect(await asked()).toEqual(first);
  });

  it.each([
    ['it fell out', { state: { kind: 'cancelled', at: 0 } } as const],
    ['it still goes on', { endsAt: endsAt + 1 }],
    ['nobody had a seat', { seats: { ...noSeats, declined: 4 } }],
  ])('is not asked where %s', async (_, fields) => {
    expect(await asked(fields)).toBeUndefined();
  });

  it('is not asked when a week is over', async () => {
    clock.advance(7 * dayMs);

    expect(await asked()).toBeUndefined();
  });
});
