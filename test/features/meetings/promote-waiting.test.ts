import { beforeEach, describe, expect, it } from 'vitest';
import type { MemberId } from '../../../src/domain/ids.ts';
import type { Meeting } from '../../../src/domain/meetings/meeting.ts';
import { carryOutMeeting } from '../../../src/features/meetings/carry-out-meeting.ts';
import { forgetAnswer } from '../../../src/features/meetings/forget-answers.ts';
import { promotedId, promoteWaiting, tellPromoted } from '../../../src/features/meetings/promote-waiting.ts';
import { respondToMeeting } from '../../../src/features/meetings/respond-to-meeting.ts';
import { saveAnswerDetails } from '../../../src/features/meetings/save-answer-details.ts';
import type { DocumentStore } from '../../../src/ports/document-store.ts';
import { createMemoryStore } from '../../../src/store/adapters/memory.ts';
import { allCollections } from '../../../src/store/all-collections.ts';
import { Broadcasts } from '../../../src/store/broadcasts.ts';
import { Meetings } from '../../../src/store/meetings/meetings.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { hemer, menden } from '../../support/meeting-answers.ts';
import { memberNumber } from '../../store/meetings/meeting-scene.ts';
import { asker, carryOutAll, plannedMeeting, readAnswers, startInstance } from './answer-scene.ts';
import type { Instance } from './answer-scene.ts';

let store: DocumentStore;
let instance: Instance;
let meeting: Meeting;

const anna = memberNumber(1);
const berta = memberNumber(2);
const crowd = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => memberNumber(from + index));

beforeEach(async () => {
  const clock = new FakeClock(Date.UTC(2026, 10, 22, 9));
  store = createMemoryStore(clock);
  await store.open(allCollections);
  instance = startInstance(store, clock);
});

async function plan(fields: Partial<Meeting>): Promise<void> {
  meeting = plannedMeeting('m1', instance.clock.now(), fields);
  await instance.meetings.add(meeting, instance.clock.now());
}

const accept = (member: MemberId, commune?: Parameters<typeof asker>[1]) =>
  respondToMeeting(instance, { asker: asker(member, commune), meetingId: meeting.id, answer: 'accepted' });

const decline = (member: MemberId) =>
  respondToMeeting(instance, { asker: asker(member), meetingId: meeting.id, answer: 'declined' });

const bring = (member: MemberId, guests: number) =>
  saveAnswerDetails(instance, {
    asker: asker(member),
    meetingId: meeting.id,
    typed: { guests: String(guests), answers: [] },
  });

const change = (fields: Partial<Meeting>) =>
  instance.meetings.change(meeting.id, {}, instance.clock.now(), ({ meeting: known }) => ({
    meeting: { ...known, ...fields },
  }));

const toldMembers = async () =>
  (await Array.fromAsync(instance.broadcasts.all())).map(({ audience: [part] }) =>
    part?.kind === 'member' ? part.memberId : undefined,
  );

describe('seats that get free at once', () => {
  it('by a larger capacity go to all for whom there is room, in their order, and each is told once', async () => {
    await plan({ capacity: 1 });
    for (const member of [anna, ...crowd(100, 120)]) {
      await accept(member);
    }
    await change({ capacity: 111, undone: [{ kind: 'promote' }] });

    await carryOutAll(instance, meeting.id);
    await promoteWaiting(instance, meeting.id);

    const { meeting: now, seated, waiting } = await readAnswers(store, meeting.id);
    expect(seated).toHaveLength(111);
    expect(waiting.map(({ memberId }) => memberId)).toEqual(crowd(210, 10));
    expect(now.seats).toMatchObject({ accepted: 111, taken: 111, waiting: 10 });
    expect(new Set(await toldMembers())).toEqual(new Set(crowd(100, 110)));
    expect(await toldMembers()).toHaveLength(110);
  });

  it('go to the first who fits, behind however many who do not', async () => {
    await plan({ capacity: 3, mostGuests: 2 });
    await accept(anna);
    await bring(anna, 2);
    for (const member of crowd(100, 60)) {
      await accept(member);
      await bring(member, 2);
    }
    await accept(berta);

    await bring(anna, 1);
    await carryOutAll(instance, meeting.id);

    const { seated, waiting } = await readAnswers(store, meeting.id);
    expect(seated.map(({ memberId }) => memberId).toSorted()).toEqual([anna, berta]);
    expect(waiting).toHaveLength(60);
    expect(await toldMembers()).toEqual([berta]);
  });

  it('go to the first again when more of them got free while those behind were looked through', async () => {
    class Overtaken extends Meetings {
      isFirst = true;

      override async *rsvps(id: Meeting['id']) {
        yield* super.rsvps(id);
        if (this.isFirst) {
          this.isFirst = false;
          await change({ capacity: 5 });
        }
      }
    }
    await plan({ capacity: 3, mostGuests: 2 });
    await accept(anna);
    await bring(anna, 2);
    for (const member of crowd(100, 60)) {
      await accept(member);
      await bring(member, 2);
    }
    await accept(berta);
    await change({ seats: { ...(await readAnswers(store, meeting.id)).meeting.seats, taken: 2 } });

    await promoteWaiting({ ...instance, meetings: new Overtaken(store) }, meeting.id);

    const { seated } = await readAnswers(store, meeting.id);
    expect(seated.map(({ memberId }) => memberId).toSorted()).toEqual([anna, memberNumber(100)].toSorted());
  });

  it('of a commune go to the next one of that commune, behind however many others', async () => {
    await plan({ capacity: 2, reserved: { perCommune: 1, communes: 2 } });
    await accept(anna, menden);
    await accept(berta, hemer);
    for (const member of crowd(100, 60)) {
      await accept(member, menden);
    }
    const [next = berta] = crowd(200, 1);
    await accept(next, hemer);

    await decline(berta);
    await carryOutAll(instance, meeting.id);

    const { seated } = await readAnswers(store, meeting.id);
    expect(seated.map(({ memberId }) => memberId).toSorted()).toEqual([anna, next].toSorted());
  });

  it('stay free when the meeting falls out meanwhile, and nobody is told (fault 34)', async () => {
    await plan({ capacity: 1 });
    await accept(anna);
    await accept(berta);
    await change({ capacity: 5, state: { kind: 'cancelled', at: 0 }, undone: [{ kind: 'promote' }] });

    await carryOutAll(instance, meeting.id);

    const { seated, waiting } = await readAnswers(store, meeting.id);
    expect(seated.map(({ memberId }) => memberId)).toEqual([anna]);
    expect(waiting.map(({ memberId }) => memberId)).toEqual([berta]);
    expect(await toldMembers()).toEqual([]);
  });

  it('go on when somebody is erased, and nothing of them is left (fault 55)', async () => {
    await plan({ capacity: 1 });
    await accept(anna);
    await accept(berta);

    expect(await forgetAnswer(instance, meeting.id, anna)).toBe('forgotten');
    expect(await forgetAnswer(instance, meeting.id, anna)).toBe('absent');

    const { meeting: now, rsvps } = await readAnswers(store, meeting.id);
    expect(rsvps).toMatchObject([{ memberId: berta, answer: 'accepted' }]);
    expect(rsvps[0]).not.toHaveProperty('waitingNumber');
    expect(now.seats).toMatchObject({ accepted: 1, taken: 1, waiting: 0 });
    expect(JSON.stringify(now)).not.toContain(JSON.stringify(anna));
    expect(await toldMembers()).toEqual([berta]);
  });
});

describe('that somebody moved up', () => {
  /** Nothing can be sent. */
  const away = { ...createMemoryStore(new FakeClock(0)), transact: () => Promise.reject(new Error('away')) };

  /** Berta's, with the task that was not carried out: the process ended there. */
  async function interrupted() {
    await plan({ capacity: 1 });
    await accept(anna);
    await accept(berta);
    await respondToMeeting(
      { ...instance, broadcasts: new Broadcasts(away) },
      { asker: asker(anna), meetingId: meeting.id, answer: 'declined' },
    );
  }

  it('is told by the job when it was interrupted, and once however often that runs', async () => {
    await interrupted();
    const before = await toldMembers();

    await carryOutMeeting(instance, meeting.id);
    await carryOutMeeting(instance, meeting.id);

    expect(before).toEqual([]);
    expect(await toldMembers()).toEqual([berta]);
    expect((await instance.meetings.find(meeting.id))?.undone).toEqual([]);
  });

  it('is not told to whoever has said no since', async () => {
    await interrupted();
    await decline(berta);

    await carryOutAll(instance, meeting.id);

    expect(await toldMembers()).toEqual([]);
  });

  it('is not told to whoever has come back since, and found a seat', async () => {
    await interrupted();
    await decline(berta);
    await accept(berta);

    await carryOutAll(instance, meeting.id);

    expect((await readAnswers(store, meeting.id)).seated).toMatchObject([{ memberId: berta }]);
    expect(await toldMembers()).toEqual([]);
  });

  it('is told as long as it has not begun, and by the number of the promotion', async () => {
    await interrupted();
    const known = await instance.meetings.find(meeting.id);
    const task = known?.undone.find((one) => one.kind === 'tell-promoted');
    if (known === undefined || task === undefined) {
      throw new Error('nobody to be told');
    }
    instance.clock.advance(meeting.startsAt - instance.clock.now());
    await tellPromoted(instance, known, task);
    const late = await toldMembers();
    instance.clock.advance(-1);

    await tellPromoted(instance, known, task);

    expect(late).toEqual([]);
    expect((await instance.broadcasts.find(promotedId(meeting.id, task.number)))?.value).toMatchObject({
      subject: { kind: 'meeting-promoted', meetingId: 'm1', number: task.number },
      lifeMs: 1,
    });
  });
});
