import { beforeEach, describe, expect, it } from 'vitest';
import { meetingId, storedMemberId, topicRequestId } from '../../../src/domain/ids.ts';
import { dayMs, hourMs } from '../../../src/domain/instant.ts';
import type { Meeting } from '../../../src/domain/meetings/meeting.ts';
import { cancelMeeting, changeMeeting, toFields } from '../../../src/domain/meetings/meeting-states.ts';
import { noSeats } from '../../../src/domain/meetings/seat-count.ts';
import { doWhatIsDue } from '../../../src/features/meetings/do-what-is-due.ts';
import { repeatMeeting } from '../../../src/features/meetings/repeat-meeting.ts';
import type { DocumentStore } from '../../../src/ports/document-store.ts';
import { StoreUnavailableError } from '../../../src/ports/document-store.ts';
import { createMemoryStore } from '../../../src/store/adapters/memory.ts';
import { allCollections } from '../../../src/store/all-collections.ts';
import { Meetings } from '../../../src/store/meetings/meetings.ts';
import { WorldCafes } from '../../../src/store/meetings/world-cafes.ts';
import { UserGroupChannels } from '../../../src/store/user-group-channels.ts';
import { UserGroups } from '../../../src/store/user-groups.ts';
import { aUserGroup } from '../../support/builders.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { aMeeting } from '../../support/meetings.ts';
import { startInstance } from '../topics/merging-scene.ts';

/** Thursday, 3 December 2026, 10:00 in Berlin. */
const startsAt = Date.UTC(2026, 11, 3, 9);
const endsAt = startsAt + 2 * hourMs;
const organiser = storedMemberId('t.organiser');

let clock: FakeClock;
let store: DocumentStore;

beforeEach(async () => {
  clock = new FakeClock(Date.UTC(2026, 10, 22, 9));
  store = createMemoryStore(clock);
  await store.open(allCollections);
});

let keys = 0;

/** One process; what fails in it is in its failures. */
function start(through: DocumentStore = store) {
  return {
    ...startInstance(through, clock),
    meetings: new Meetings(through),
    userGroups: new UserGroups(through),
    userGroupChannels: new UserGroupChannels(through),
    worldCafes: new WorldCafes(through),
    ids: { next: () => `key-${(keys += 1)}` },
  };
}

async function planned(fields: Partial<Meeting> = {}): Promise<Meeting> {
  const meeting = aMeeting({
    id: meetingId('m1'),
    title: 'KI am Telefon',
    by: organiser,
    startsAt,
    endsAt,
    dueAt: endsAt,
    repetition: 'weekly',
    ...fields,
  });
  await start().meetings.add(meeting, clock.now());
  return meeting;
}

async function allMeetings(): Promise<readonly Meeting[]> {
  const { meetings } = start();
  return [...(await meetings.over(clock.now(), 100)), ...(await meetings.notOver(clock.now()))];
}

const idsOf = async () => (await allMeetings()).map(({ id }) => id).toSorted();
const find = (id: string) => start().meetings.find(meetingId(id));

describe('a meeting of a series', () => {
  it('is followed by the next one when it is over, with the same words and an empty agenda', async () => {
    await planned({
      topics: [topicRequestId('t1')],
      capacity: 20,
      respondBy: '2026-12-01',
      questions: ['Was bringen Sie mit?'],
      seats: { ...noSeats, accepted: 3, taken: 3 },
      answered: 3,
      edition: 4,
      calendarSequence: 2,
      news: [{ number: 1, at: 0, kind: 'changed', before: {}, after: {} }],
    });
    clock.advance(endsAt - clock.now() - 1);
    await doWhatIsDue(start());
    const before = await idsOf();

    clock.advance(1);
    await doWhatIsDue(start());

    const next = await find('m1-2');
    expect(before).toEqual(['m1']);
    expect(next).toMatchObject({
      title: 'KI am Telefon',
      by: organiser,
      seriesId: 'm1',
      seriesNumber: 2,
      startsAt: startsAt + 7 * dayMs,
      endsAt: endsAt + 7 * dayMs,
      dueAt: endsAt + 7 * dayMs,
      respondBy: '2026-12-08',
      capacity: 20,
      questions: ['Was bringen Sie mit?'],
      topics: [],
      seats: noSeats,
      answered: 0,
      edition: 1,
      calendarSequence: 0,
      news: [],
      state: { kind: 'published', at: endsAt },
      undone: [],
    });
    expect(next?.calendarKey).not.toBe('key-of-m1');
    expect(await find('m1')).toMatchObject({ repeated: true });
  });

  it('announces the next one', async () => {
    await planned();
    clock.advance(endsAt - clock.now());
    const instance = start();

    await doWhatIsDue(instance);

    const broadcasts = await Promise.all(
      [1, 2].map((number) => store.query(collectionOf('broadcasts'), { limit: number })),
    );
    expect(broadcasts[1]?.documents.map(({ id }) => id)).toEqual(['meeting.m1-2.people']);
    expect(instance.failures).toEqual([]);
  });

  it('has one next one, done twice or by several at once', async () => {
    await planned();
    clock.advance(endsAt - clock.now());

    await Promise.all([start(), start(), start()].map(doWhatIsDue));
    const key = (await find('m1-2'))?.calendarKey;
    await doWhatIsDue(start());

    expect(await idsOf()).toEqual(['m1', 'm1-2']);
    expect((await find('m1-2'))?.calendarKey).toBe(key);
  });

  it('has one next one wherever the process ended on the way', async () => {
    const meeting = await planned();
    clock.advance(endsAt - clock.now());

    for (let writes = 0; writes < 8; writes += 1) {
      const instance = start(breaking(writes));
      await repeatMeeting(instance, meeting).catch(onlyUnavailable);
    }
    await doWhatIsDue(start());

    expect(await idsOf()).toEqual(['m1', 'm1-2']);
    expect(await find('m1')).toMatchObject({ repeated: true });
    expect(await find('m1-2')).toMatchObject({ state: { kind: 'published' } });
  });

  it('goes on where the series was ended and another repetition was chosen after that', async () => {
    const { id } = await planned({ repeated: true });
    await start().meetings.change(id, {}, clock.now(), ({ meeting }) => {
      const fields = { ...toFields(meeting), repetition: 'quarterly' } as const;
      const change = { by: organiser, now: clock.now(), edition: meeting.edition };
      const outcome = changeMeeting(meeting, fields, change);
      return outcome.kind === 'changed' ? { meeting: { ...outcome.meeting, undone: [] } } : undefined;
    });
    clock.advance(endsAt - clock.now());

    await doWhatIsDue(start());

    expect(await idsOf()).toEqual(['m1', 'm1-2']);
  });

  it('goes on after one that fell out, at its time', async () => {
    const meeting = await planned();
    const outcome = cancelMeeting(meeting, { by: organiser, now: clock.now() });
    const cancelled = outcome.kind === 'changed' ? { ...outcome.meeting, undone: [] } : meeting;
    await start().meetings.change(meeting.id, {}, clock.now(), () => ({ meeting: cancelled }));
    await doWhatIsDue(start());
    const before = await idsOf();
    clock.advance(endsAt - clock.now());

    await doWhatIsDue(start());

    expect(before).toEqual(['m1']);
    expect(await find('m1-2')).toMatchObject({
      startsAt: startsAt + 7 * dayMs,
      state: { kind: 'published', at: endsAt },
    });
    expect(await find('m1')).toMatchObject({ state: { kind: 'cancelled' }, repeated: true });
    expect(await find('m1')).not.toHaveProperty('dueAt');
  });

  it('is followed by the first one to come where the bot stood still', async () => {
    await planned();
    clock.advance(startsAt + 30 * dayMs - clock.now());

    await doWhatIsDue(start());

    expect(await idsOf()).toEqual(['m1', 'm1-2']);
    expect(await find('m1-2')).toMatchObject({ startsAt: startsAt + 35 * dayMs, seriesNumber: 2 });
  });

  it('keeps to the last Thursday where the series began on a fifth one', async () => {
    const begins = Date.UTC(2026, 9, 29, 9);
    const series = { repetition: 'monthly-by-weekday' } as const;
    await planned({ ...series, startsAt: begins, endsAt: begins + hourMs, repeated: true });
    const second = Date.UTC(2026, 10, 26, 9);
    await planned({
      ...series,
      id: meetingId('m1-2'),
      seriesId: meetingId('m1'),
      seriesNumber: 2,
      startsAt: second,
      endsAt: second + hourMs,
      dueAt: second + hourMs,
    });
    clock.advance(second + hourMs - clock.now());

    await doWhatIsDue(start());

    expect(await find('m1-3')).toMatchObject({ startsAt: Date.UTC(2026, 11, 31, 9) });
  });

  it('is the last one where the series was ended', async () => {
    await planned({ repeated: true });
    clock.advance(endsAt - clock.now());

    await doWhatIsDue(start());

    expect(await idsOf()).toEqual(['m1']);
  });

  it('is the last one of a group that is gone', async () => {
    const group = aUserGroup({ archivedAt: clock.now() });
    await start().userGroups.add(group);
    await planned({ userGroupId: group.id });
    clock.advance(endsAt - clock.now());

    await doWhatIsDue(start());

    expect(await idsOf()).toEqual(['m1']);
    expect(await find('m1')).toMatchObject({ repeated: true });
  });

  it('has none where it is not repeated', async () => {
    const meeting = await planned();
    const { repetition: _, ...once } = meeting;
    await start().meetings.change(meeting.id, {}, clock.now(), () => ({ meeting: once }));
    clock.advance(endsAt - clock.now());

    await doWhatIsDue(start());

    expect(await idsOf()).toEqual(['m1']);
  });
});

function onlyUnavailable(error: unknown): void {
  if (!(error instanceof StoreUnavailableError)) {
    throw error;
  }
}

function collectionOf(name: string) {
  const found = allCollections.find((collection) => collection.name === name);
  if (found === undefined) {
    throw new Error(name);
  }
  return found;
}

/** After so many writes there is none any more. */
function breaking(writes: number): DocumentStore {
  let left = writes;
  return {
    ...store,
    transact: (...call) => {
      left -= 1;
      if (left < 0) {
        throw new StoreUnavailableError('failed', 'none');
      }
      return store.transact(...call);
    },
  };
}
