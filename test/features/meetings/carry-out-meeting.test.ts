import { expect, it } from 'vitest';
import { meetingId, storedMemberId } from '../../../src/domain/ids.ts';
import { changeMeeting, toFields } from '../../../src/domain/meetings/meeting-states.ts';
import { carryOutMeetings } from '../../../src/features/meetings/carry-out-meeting.ts';
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
