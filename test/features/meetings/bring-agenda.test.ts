import { beforeEach, describe, expect, it } from 'vitest';
import { broadcastId, meetingId, storedMemberId } from '../../../src/domain/ids.ts';
import type { TopicRequestId } from '../../../src/domain/ids.ts';
import { dayMs, hourMs } from '../../../src/domain/instant.ts';
import type { Meeting } from '../../../src/domain/meetings/meeting.ts';
import type { TopicState } from '../../../src/domain/topic-request.ts';
import { declineTopic, planTopic, treatTopic } from '../../../src/domain/topic-states.ts';
import { bringAgenda } from '../../../src/features/meetings/bring-agenda.ts';
import { carryOutTopics } from '../../../src/features/topics/carry-out-topic.ts';
import { decideTopic } from '../../../src/features/topics/decide-topic.ts';
import type { DocumentStore } from '../../../src/ports/document-store.ts';
import { createMemoryStore } from '../../../src/store/adapters/memory.ts';
import { allCollections } from '../../../src/store/all-collections.ts';
import { Meetings } from '../../../src/store/meetings/meetings.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { aMeeting } from '../../support/meetings.ts';
import { decideMerge, organiser, propose, startInstance } from '../topics/merging-scene.ts';

/** Thursday, 3 December 2026, 23:30 UTC is half past midnight on the fourth in Berlin. */
const startsAt = Date.UTC(2026, 11, 3, 23, 30);

let clock: FakeClock;
let store: DocumentStore;
let instance: ReturnType<typeof startInstance> & { readonly meetings: Meetings };
let phones: TopicRequestId;
let roads: TopicRequestId;

beforeEach(async () => {
  clock = new FakeClock(Date.UTC(2026, 10, 22, 9));
  store = createMemoryStore(clock);
  await store.open(allCollections);
  instance = { ...startInstance(store, clock), meetings: new Meetings(store) };
  phones = await proposed('phones');
  roads = await proposed('roads');
});

async function proposed(name: string): Promise<TopicRequestId> {
  const id = await propose(instance, name);
  const request = await instance.topicRequests.find(id);
  if (request !== undefined) {
    instance.topicCatalogue.put(request);
  }
  return id;
}

async function planned(fields: Partial<Meeting>): Promise<Meeting> {
  const meeting = aMeeting({
    id: meetingId('m1'),
    title: 'KI am Telefon',
    by: organiser,
    startsAt,
    endsAt: startsAt + 2 * hourMs,
    ...fields,
  });
  await instance.meetings.add(meeting, clock.now());
  await bringAgenda(instance, meeting);
  return meeting;
}

async function changedTo(id: Meeting['id'], fields: Partial<Meeting>): Promise<void> {
  const changed = await instance.meetings.change(id, {}, clock.now(), ({ meeting }) => ({
    meeting: { ...meeting, ...fields },
  }));
  if (changed !== undefined) {
    await bringAgenda(instance, changed);
  }
}

async function stateOf(id: TopicRequestId): Promise<TopicState | undefined> {
  return (await instance.topicRequests.find(id))?.state;
}

async function historyOf(id: TopicRequestId): Promise<readonly string[]> {
  const request = await instance.topicRequests.find(id);
  return request?.history.map(({ state }) => state.kind) ?? [];
}

const toldOf = async (id: TopicRequestId, number: number) =>
  (await instance.broadcasts.find(broadcastId(`topic-news.${id}.${number}`)))?.value;

const forFirst = {
  kind: 'planned',
  plan: { date: '2026-12-04', reference: 'KI am Telefon', meetingId: 'm1' },
};
const open = { kind: 'open' };

describe('the topics of an agenda', () => {
  it('are planned for the day of the meeting in Berlin, and their followers are told', async () => {
    await planned({ topics: [phones] });

    expect(await stateOf(phones)).toEqual(forFirst);
    expect(await stateOf(roads)).toEqual(open);
    expect(await toldOf(phones, 1)).toMatchObject({ except: [organiser] });
  });

  it('are told once, however often it is begun', async () => {
    const meeting = await planned({ topics: [phones] });

    await bringAgenda(instance, meeting);
    await carryOutTopics(instance);

    expect(await historyOf(phones)).toEqual(['planned']);
    expect(await toldOf(phones, 2)).toBeUndefined();
  });

  it('follow when the meeting is moved', async () => {
    await planned({ topics: [phones] });

    await changedTo(meetingId('m1'), { startsAt: startsAt + dayMs, endsAt: startsAt + 2 * dayMs });

    expect(await stateOf(phones)).toMatchObject({ plan: { date: '2026-12-05' } });
    expect(await toldOf(phones, 2)).toBeDefined();
  });

  it('are open again when they are taken off it, or it falls out', async () => {
    await planned({ topics: [phones, roads] });

    await changedTo(meetingId('m1'), { topics: [roads] });
    expect(await stateOf(phones)).toEqual(open);
    expect(await stateOf(roads)).toEqual(forFirst);
    await changedTo(meetingId('m1'), { state: { kind: 'cancelled', at: clock.now() } });

    expect(await stateOf(roads)).toEqual(open);
    expect(await historyOf(phones)).toEqual(['planned', 'open']);
  });

  it('are carried out by nobody in particular where the organiser erased their data', async () => {
    const { by: _, ...meeting } = aMeeting({ startsAt, endsAt: startsAt + hourMs, topics: [phones] });
    await instance.meetings.add(meeting, clock.now());

    await bringAgenda(instance, meeting);

    expect(await stateOf(phones)).toMatchObject({ kind: 'planned' });
    expect(await toldOf(phones, 1)).toMatchObject({ except: [] });
  });

  it('leave alone what was decided otherwise', async () => {
    await decideTopic(instance, { topicRequestId: phones, by: organiser }, (request, change) =>
      declineTopic(request, 'Zu klein.', change),
    );
    await planned({ topics: [phones] });
    expect(await stateOf(phones)).toMatchObject({ kind: 'declined' });

    await changedTo(meetingId('m1'), { topics: [] });

    expect(await stateOf(phones)).toMatchObject({ kind: 'declined' });
  });

  it('leave alone what an organiser planned otherwise by hand and is on no agenda any more', async () => {
    await planned({ topics: [phones] });
    await decideTopic(instance, { topicRequestId: phones, by: organiser }, (request, change) =>
      planTopic(request, { reference: 'Im Sommer' }, change),
    );

    await changedTo(meetingId('m1'), { topics: [] });

    expect(await stateOf(phones)).toMatchObject({ plan: { reference: 'Im Sommer' } });
  });

  it('leave alone those of a meeting that is over', async () => {
    const meeting = await planned({ topics: [phones] });
    clock.advance(startsAt + dayMs - clock.now());

    await bringAgenda(instance, { ...meeting, topics: [] });

    expect(await stateOf(phones)).toEqual(forFirst);
  });

  it('are open again after the end of one that fell out, however late that is seen to', async () => {
    await planned({ topics: [phones] });
    const cancelled = await instance.meetings.change(meetingId('m1'), {}, clock.now(), ({ meeting }) => ({
      meeting: { ...meeting, state: { kind: 'cancelled', at: clock.now() } },
    }));
    clock.advance(startsAt + dayMs - clock.now());

    await bringAgenda(instance, cancelled ?? aMeeting());

    expect(await stateOf(phones)).toEqual(open);
  });

  it('are left to its results where there are some already', async () => {
    const results = { text: 'Gut.', links: [], treated: [], at: clock.now(), edition: 1 };
    await planned({ results, topics: [phones] });
    expect(await stateOf(phones)).toEqual(open);

    const later = { id: meetingId('m2'), startsAt: startsAt + dayMs, endsAt: startsAt + 2 * dayMs };
    await planned({ ...later, topics: [phones] });

    expect(await stateOf(phones)).toMatchObject({ plan: { meetingId: 'm2' } });
  });

  it('stay treated where they were', async () => {
    await planned({ topics: [phones] });
    await decideTopic(instance, { topicRequestId: phones, by: organiser }, (request, change) =>
      treatTopic(request, { text: 'Gut.' }, change),
    );

    await changedTo(meetingId('m1'), { topics: [] });

    expect(await stateOf(phones)).toMatchObject({ kind: 'treated' });
  });
});

describe('a topic that was merged', () => {
  it('is planned where its votes count', async () => {
    await decideMerge(instance, phones, roads);

    await planned({ topics: [phones] });

    expect(await stateOf(phones)).toMatchObject({ kind: 'merged' });
    expect(await stateOf(roads)).toEqual(forFirst);
  });
});

describe('a topic on several agendas', () => {
  const later = meetingId('m2');
  const second = { id: later, startsAt: startsAt + 7 * dayMs, endsAt: startsAt + 8 * dayMs };

  it('is planned for the one that begins first, whatever was published first', async () => {
    await planned({ ...second, topics: [phones] });
    expect(await stateOf(phones)).toMatchObject({ plan: { meetingId: later } });

    await planned({ topics: [phones] });
    expect(await stateOf(phones)).toEqual(forFirst);
    await changedTo(later, { title: 'KI im Rat' });

    expect(await stateOf(phones)).toEqual(forFirst);
  });

  it('goes on to the other one when the first falls out, and drafts do not count', async () => {
    await planned({ topics: [phones] });
    await planned({ ...second, topics: [phones] });
    await instance.meetings.add(
      aMeeting({ id: meetingId('m3'), state: { kind: 'draft' }, topics: [phones] }, clock.now()),
      clock.now(),
    );

    await changedTo(meetingId('m1'), { state: { kind: 'cancelled', at: clock.now() } });

    expect(await stateOf(phones)).toMatchObject({ kind: 'planned', plan: { meetingId: later } });
  });

  it('is told in the name of who planned the meeting that it goes to', async () => {
    const other = storedMemberId('t.other');
    await planned({ topics: [phones] });
    await planned({ ...second, by: other, topics: [phones] });

    await changedTo(meetingId('m1'), { state: { kind: 'cancelled', at: clock.now() } });

    expect(await toldOf(phones, 2)).toMatchObject({ except: [other] });
  });
});
