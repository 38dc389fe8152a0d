import { expect, it } from 'vitest';
import { meetingId, storedMemberId, topicRequestId } from '../../../src/domain/ids.ts';
import { dayMs, hourMs } from '../../../src/domain/instant.ts';
import { keepRsvpDays } from '../../../src/domain/meetings/meeting.ts';
import type { MeetingFields } from '../../../src/domain/meetings/meeting.ts';
import { changeMeeting, toFields } from '../../../src/domain/meetings/meeting-states.ts';
import { carryOutMeeting, carryOutMeetings } from '../../../src/features/meetings/carry-out-meeting.ts';
import { respondToMeeting } from '../../../src/features/meetings/respond-to-meeting.ts';
import { createMemoryStore } from '../../../src/store/adapters/memory.ts';
import { allCollections } from '../../../src/store/all-collections.ts';
import { Meetings } from '../../../src/store/meetings/meetings.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { memberNumber } from '../../store/meetings/meeting-scene.ts';
import { asker, plannedMeeting, readAnswers, startInstance } from './answer-scene.ts';

const id = meetingId('m1');

/** Somebody makes room for two at the moment in which the first task is noted as done. */
class Grown extends Meetings {
  #isGrown = false;

  override async change(...[one, about, now, decide]: Parameters<Meetings['change']>) {
    if (!this.#isGrown && Object.keys(about).length === 0) {
      this.#isGrown = true;
      await super.change(id, {}, now, ({ meeting }) => {
        const by = storedMemberId('t.organiser');
        const fields = { ...toFields(meeting), capacity: 2 };
        const outcome = changeMeeting(meeting, fields, { by, now, edition: meeting.edition });
        return outcome.kind === 'changed' ? outcome : undefined;
      });
    }
    return super.change(one, about, now, decide);
  }
}

it('does again what is asked for once more while it is being carried out', async () => {
  const clock = new FakeClock(Date.UTC(2026, 10, 22, 9));
  const store = createMemoryStore(clock);
  await store.open(allCollections);
  const instance = startInstance(store, clock);
  const fields = { capacity: 1, undone: [{ kind: 'promote' }] } as const;
  await instance.meetings.add(plannedMeeting('m1', clock.now(), fields), clock.now());
  for (const number of [1, 2]) {
    const answer = { asker: asker(memberNumber(number)), meetingId: id, answer: 'accepted' } as const;
    await respondToMeeting(instance, answer);
  }

  await carryOutMeetings({ ...instance, meetings: new Grown(store) });
  await carryOutMeetings(instance);
  // The one who got the seat by it is told.
  await carryOutMeetings(instance);

  const { seated, meeting } = await readAnswers(store, id);
  expect([seated.length, meeting.capacity, meeting.undone]).toEqual([2, 2, []]);
});

async function changeFields(meetings: Meetings, now: number, changed: Partial<MeetingFields>): Promise<void> {
  await meetings.change(id, {}, now, ({ meeting }) => {
    const by = storedMemberId('t.organiser');
    const fields = { ...toFields(meeting), ...changed };
    const outcome = changeMeeting(meeting, fields, { by, now, edition: meeting.edition });
    return outcome.kind === 'changed' ? outcome : undefined;
  });
}

/** Reads one meeting, and goes on when it is let. */
class Paused extends Meetings {
  readonly #pause = Promise.withResolvers<undefined>();

  goOn(): void {
    this.#pause.resolve(undefined);
  }

  override async change(...request: Parameters<Meetings['change']>) {
    await this.#pause.promise;
    return super.change(...request);
  }
}

it('leaves to be done what two instances did for a meeting that was changed meanwhile', async () => {
  const clock = new FakeClock(Date.UTC(2026, 10, 22, 9));
  const store = createMemoryStore(clock);
  await store.open(allCollections);
  const instance = startInstance(store, clock);
  const fields = { undone: [{ kind: 'agenda' }] } as const;
  await instance.meetings.add(plannedMeeting('m1', clock.now(), fields), clock.now());
  const others = [new Paused(store), new Paused(store)];
  const begun = others.map((meetings) => carryOutMeeting({ ...instance, meetings }, id));
  await new Promise((resolve) => setImmediate(resolve));

  await changeFields(instance.meetings, clock.now(), { title: 'Neu' });
  for (const one of others) {
    one.goOn();
  }
  await Promise.all(begun);

  expect((await instance.meetings.find(id))?.undone).toContainEqual({ kind: 'agenda' });
});

it('keeps answers and the World Café of a meeting that is moved by months until it is long over', async () => {
  const clock = new FakeClock(Date.UTC(2026, 10, 22, 9));
  const store = createMemoryStore(clock);
  await store.open(allCollections);
  const instance = startInstance(store, clock);
  const { meetings, worldCafes } = instance;
  const before = plannedMeeting('m1', clock.now(), { capacity: 300 });
  await meetings.add(before, clock.now());
  for (let number = 1; number <= 100; number += 1) {
    await respondToMeeting(instance, {
      asker: asker(memberNumber(number)),
      meetingId: id,
      answer: 'accepted',
    });
  }
  const topics = ['a', 'b'].map(topicRequestId);
  const settings = { topics, seatsPerTable: 60, rounds: 1, minutes: 25 };
  const firstExpiry = before.endsAt + keepRsvpDays * dayMs;
  await worldCafes.change(id, firstExpiry, () => ({ meetingId: id, settings, plans: 0, runs: 0 }));
  await worldCafes.setWish({ meetingId: id, memberId: memberNumber(1), topics, at: 1 }, firstExpiry);
  const startsAt = before.startsAt + 300 * dayMs;
  const endsAt = startsAt + hourMs;

  await changeFields(meetings, clock.now(), { startsAt, endsAt, respondBy: '2027-09-01' });
  await carryOutMeetings(instance);

  clock.advance(endsAt + keepRsvpDays * dayMs - 1 - clock.now());
  const kept = await readAnswers(store, id);
  expect([kept.rsvps.length, kept.meeting.seats.taken, kept.meeting.undone]).toEqual([100, 100, []]);
  expect([await worldCafes.find(id), (await worldCafes.wishes(id)).length]).toMatchObject([{ settings }, 1]);
  clock.advance(1);
  expect((await readAnswers(store, id)).rsvps).toEqual([]);
  expect([await worldCafes.find(id), await worldCafes.wishes(id)]).toEqual([undefined, []]);
});
