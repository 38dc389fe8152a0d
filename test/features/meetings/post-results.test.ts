import { beforeEach, describe, expect, it } from 'vitest';
import { broadcastId, conversationId, meetingId } from '../../../src/domain/ids.ts';
import type { TopicRequestId } from '../../../src/domain/ids.ts';
import { dayMs, hourMs } from '../../../src/domain/instant.ts';
import type { Meeting, MeetingResults } from '../../../src/domain/meetings/meeting.ts';
import type { TopicState } from '../../../src/domain/topic-request.ts';
import { declineTopic } from '../../../src/domain/topic-states.ts';
import { bringAgenda } from '../../../src/features/meetings/bring-agenda.ts';
import { postResults, resultsId } from '../../../src/features/meetings/post-results.ts';
import { decideTopic } from '../../../src/features/topics/decide-topic.ts';
import { createMemoryStore } from '../../../src/store/adapters/memory.ts';
import { allCollections } from '../../../src/store/all-collections.ts';
import { Meetings } from '../../../src/store/meetings/meetings.ts';
import { UserGroupChannels } from '../../../src/store/user-group-channels.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { aMeeting } from '../../support/meetings.ts';
import { decideMerge, organiser, propose, startInstance } from '../topics/merging-scene.ts';

/** Thursday, 3 December 2026, 10:00 in Berlin. */
const startsAt = Date.UTC(2026, 11, 3, 9);
const endsAt = startsAt + 2 * hourMs;

let clock: FakeClock;
let instance: ReturnType<typeof startInstance> & {
  readonly meetings: Meetings;
  readonly userGroupChannels: UserGroupChannels;
};
let phones: TopicRequestId;
let roads: TopicRequestId;

beforeEach(async () => {
  clock = new FakeClock(Date.UTC(2026, 10, 22, 9));
  const store = createMemoryStore(clock);
  await store.open(allCollections);
  const meetings = new Meetings(store);
  instance = {
    ...startInstance(store, clock),
    meetings,
    userGroupChannels: new UserGroupChannels(store),
  };
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

/** With its agenda planned. */
async function held(fields: Partial<Meeting> = {}): Promise<Meeting> {
  const meeting = aMeeting({
    id: meetingId('m1'),
    title: 'KI am Telefon',
    by: organiser,
    startsAt,
    endsAt,
    topics: [phones, roads],
    invited: { people: 'nobody', channels: [conversationId('19:a'), conversationId('19:b')] },
    ...fields,
  });
  await instance.meetings.add(meeting, clock.now());
  await bringAgenda(instance, meeting);
  return meeting;
}

/** The results are written, and posted. */
async function posted(meeting: Meeting, fields: Partial<MeetingResults> = {}): Promise<Meeting> {
  const results: MeetingResults = {
    text: 'Wir rechnen nach.',
    links: ['https://www.example.org/protokoll', 'https://www.example.org/folien'],
    treated: [phones],
    at: clock.now(),
    edition: 1,
    ...fields,
  };
  const written = await instance.meetings.change(meeting.id, {}, clock.now(), (known) => ({
    meeting: { ...known.meeting, results },
  }));
  await postResults(instance, { ...meeting, ...written, results });
  return { ...meeting, ...written, results };
}

const over = () => {
  clock.advance(endsAt - clock.now());
};

const stateOf = async (id: TopicRequestId): Promise<TopicState | undefined> =>
  (await instance.topicRequests.find(id))?.state;
const historyOf = async (id: TopicRequestId) =>
  (await instance.topicRequests.find(id))?.history.map(({ state }) => state.kind);
const broadcast = async () => (await instance.broadcasts.find(resultsId(meetingId('m1'))))?.value;

const treated = {
  kind: 'treated',
  result: { text: 'Wir rechnen nach.', link: 'https://www.example.org/protokoll' },
};
const open = { kind: 'open' };

describe('results', () => {
  it('go to the channels of the invitation and to those who had a seat, in one broadcast', async () => {
    const meeting = await held();
    over();

    await posted(meeting);

    expect(await broadcast()).toMatchObject({
      subject: { kind: 'meeting-results', meetingId: 'm1' },
      audience: [
        { kind: 'channel', conversationId: '19:a' },
        { kind: 'channel', conversationId: '19:b' },
        { kind: 'meeting-participants', meetingId: 'm1', among: 'accepted' },
      ],
      revision: 1,
    });
  });

  it('are posted once, and corrected once with each change, however often that is done', async () => {
    const meeting = await held();
    over();
    const first = await posted(meeting);
    await postResults(instance, first);
    expect(await broadcast()).toMatchObject({ revision: 1 });

    const second = await posted(meeting, { text: 'Wir rechnen im Mai nach.', edition: 2 });
    await postResults(instance, second);
    await postResults(instance, second);

    expect(await broadcast()).toMatchObject({ revision: 2 });
  });

  it('are nothing new half a year later, when it is forgotten who had a seat', async () => {
    const meeting = await held();
    clock.advance(endsAt + 180 * dayMs - clock.now());

    await posted(meeting, { edition: 2 });

    expect(await broadcast()).toBeUndefined();
    expect(await stateOf(phones)).toEqual(treated);
  });

  it('are nothing new as soon as what was posted while it went on may be forgotten', async () => {
    const meeting = await held();
    clock.advance(meeting.startsAt + 180 * dayMs - clock.now());

    await posted(meeting, { edition: 2 });

    expect(await broadcast()).toBeUndefined();
  });

  it('are nothing as long as nobody has written them', async () => {
    const meeting = await held();
    over();

    await postResults(instance, meeting);

    expect(await broadcast()).toBeUndefined();
    expect(await stateOf(phones)).toMatchObject({ kind: 'planned' });
  });
});

describe('the topics of a meeting with results', () => {
  it('are treated with these, or open again', async () => {
    const meeting = await held();
    over();

    const results = await posted(meeting);
    await postResults(instance, results);

    expect(await stateOf(phones)).toEqual(treated);
    expect(await stateOf(roads)).toEqual(open);
    expect(await historyOf(phones)).toEqual(['planned', 'treated']);
    expect(await historyOf(roads)).toEqual(['planned', 'open']);
  });

  it('say what a changed text says', async () => {
    const meeting = await held();
    over();
    await posted(meeting);

    await posted(meeting, { text: 'Anders.', links: [], edition: 2 });

    expect(await stateOf(phones)).toEqual({ kind: 'treated', result: { text: 'Anders.' } });
  });

  it('are treated later, too, when they were open for a while', async () => {
    const meeting = await held();
    over();
    await posted(meeting);

    await posted(meeting, { treated: [phones, roads], edition: 2 });

    expect(await stateOf(roads)).toEqual(treated);
  });

  it('are planned for the next meeting that has them on its agenda', async () => {
    const meeting = await held();
    const next = { id: meetingId('m2'), startsAt: startsAt + 7 * dayMs, endsAt: endsAt + 7 * dayMs };
    await held({ ...next, title: 'KI im Rat', topics: [roads] });
    await held({
      ...next,
      id: meetingId('m3'),
      startsAt: startsAt + 6 * dayMs,
      state: { kind: 'cancelled', at: 0 },
      topics: [roads],
    });
    clock.advance(startsAt - clock.now());

    await posted(meeting);

    expect(await stateOf(roads)).toEqual({
      kind: 'planned',
      plan: { date: '2026-12-10', reference: 'KI im Rat', meetingId: 'm2' },
    });
    expect(await historyOf(roads)).toEqual(['planned', 'planned']);
  });

  it('stay what an organiser decided otherwise', async () => {
    const meeting = await held();
    over();
    await decideTopic(instance, { topicRequestId: roads, by: organiser }, (request, change) =>
      declineTopic(request, 'Zu klein.', change),
    );

    await posted(meeting);

    expect(await stateOf(roads)).toMatchObject({ kind: 'declined' });
  });

  it('are treated where their votes count', async () => {
    await decideMerge(instance, phones, roads);
    const meeting = await held({ topics: [phones] });
    over();

    await posted(meeting);

    expect(await stateOf(phones)).toMatchObject({ kind: 'merged' });
    expect(await stateOf(roads)).toEqual(treated);
  });

  it('are told by nobody in particular where the organiser erased their data', async () => {
    const { by: _, ...meeting } = await held();
    await instance.meetings.change(meeting.id, {}, clock.now(), (known) => {
      const { by: _by, ...rest } = known.meeting;
      return { meeting: rest };
    });
    over();

    await posted(meeting);

    expect(await stateOf(phones)).toEqual(treated);
    const told = await instance.broadcasts.find(broadcastId(`topic-news.${phones}.2`));
    expect(told?.value).toMatchObject({ except: [] });
  });
});
