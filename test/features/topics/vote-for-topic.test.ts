import { beforeEach, describe, expect, it } from 'vitest';
import { memberId, topicRequestId, userGroupId } from '../../../src/domain/ids.ts';
import type { TopicState } from '../../../src/domain/topic-request.ts';
import { voteForTopic, withdrawVote } from '../../../src/features/topics/vote-for-topic.ts';
import type { DocumentStore } from '../../../src/ports/document-store.ts';
import { createMemoryStore } from '../../../src/store/adapters/memory.ts';
import { createSqliteStore } from '../../../src/store/adapters/sqlite.ts';
import { allCollections } from '../../../src/store/all-collections.ts';
import { TopicRequests } from '../../../src/store/topic-requests.ts';
import { UserGroups } from '../../../src/store/user-groups.ts';
import { anAsker, aUserGroup } from '../../support/builders.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { aTopicRequest } from '../../support/topics.ts';
import { temporaryFile } from '../../store/sqlite-scene.ts';
import { startInstance } from './merging-scene.ts';

const asker = anAsker();
const { memberId: own = memberId(asker.tenantId, 'nobody'), ...anonymous } = asker;
const g1 = userGroupId('g1');
const [a, b] = [topicRequestId('a'), topicRequestId('b')];

function asMember(number: number) {
  const account = `bbbbbbbb-0000-4000-8000-${String(number).padStart(12, '0')}`;
  return { ...asker, memberId: memberId(asker.tenantId, account) };
}

let store: DocumentStore;
let instance: ReturnType<typeof anInstance>;

function anInstance() {
  return { ...startInstance(store, new FakeClock(1000)), userGroups: new UserGroups(store) };
}

/** Two requests of others; the second belongs to a group. */
async function fill(): Promise<void> {
  await store.open(allCollections);
  instance = anInstance();
  await instance.userGroups.add(aUserGroup({ id: g1, topics: { votesPerMember: 1 } }));
  for (const request of [aTopicRequest({ id: a }), aTopicRequest({ id: b, userGroupId: g1 })]) {
    const { id, by = asMember(0).memberId } = request;
    await instance.topicRequests.add(request, { topicRequestId: id, memberId: by, votedAt: 0 });
  }
}

beforeEach(async () => {
  store = createMemoryStore(new FakeClock(1000));
  await fill();
});

const vote = (id = a, who: typeof anonymous = asker) =>
  voteForTopic(instance, { asker: who, topicRequestId: id });
const withdraw = (id = a, who: typeof anonymous = asker) =>
  withdrawVote(instance, { asker: who, topicRequestId: id });

async function decide(state: TopicState, id = a): Promise<void> {
  await instance.topicRequests.change(id, {}, ({ request }) => ({ request: { ...request, state } }));
}

/** As it is counted, and as it is written down. */
async function tally(id = a) {
  const votes = (await instance.topicRequests.find(id))?.votes;
  const all = await Array.fromAsync(instance.topicRequests.participations(id));
  return [votes, all.filter(({ votedAt }) => votedAt !== undefined).length];
}

async function reserved(): Promise<readonly string[]> {
  const { voteReservations, clock } = instance;
  return [...(await voteReservations.find(own, g1, clock.now()))];
}

describe('voting', () => {
  it('counts once, is there for whoever lists next, and is said the second time', async () => {
    const [first, second] = [await vote(), await vote()];

    expect([first, second]).toMatchObject([
      { kind: 'voted', request: { votes: 2 } },
      { kind: 'already', request: { votes: 2 } },
    ]);
    expect(instance.topicCatalogue.find(a)?.votes).toBe(2);
    expect(await tally()).toEqual([2, 2]);
  });

  it('and withdrawing and voting again end as they were begun', async () => {
    await vote();

    const kinds = [await withdraw(), await withdraw(), await vote()].map(({ kind }) => kind);

    expect(kinds).toEqual(['withdrawn', 'absent', 'voted']);
    expect(await tally()).toEqual([2, 2]);
  });

  it.each([
    ['planned', { kind: 'planned', plan: {} }],
    ['treated', { kind: 'treated', result: { text: 'Gut.' } }],
    ['declined', { kind: 'declined', reason: 'Nein.' }],
  ] as const)('is over on what is %s; whoever has a vote there may take it back', async (_name, state) => {
    const late = asMember(1);
    await vote();
    await decide(state);

    const kinds = [await vote(a, late), await vote(), await withdraw(), await withdraw(a, late)];

    expect(kinds.map(({ kind }) => kind)).toEqual(['closed', 'already', 'withdrawn', 'absent']);
    expect(await tally()).toEqual([1, 1]);
  });

  it('on a merged one says where the votes count in the end', async () => {
    await vote();
    await decide({ kind: 'merged', into: b });

    expect(await vote(a, asMember(1))).toMatchObject({ kind: 'closed', into: { id: b } });
    expect(await withdraw()).toMatchObject({ kind: 'merged', into: { id: b } });
    await instance.topicRequests.remove(b, () => true);
    expect(await vote(a, asMember(1))).not.toHaveProperty('into');
  });

  it('on what is not there any more does nothing', async () => {
    const gone = topicRequestId('gone');

    expect([await vote(gone), await withdraw(gone)]).toEqual([{ kind: 'gone' }, { kind: 'gone' }]);
    expect(await instance.topicRequests.findParticipation(gone, asMember(0).memberId)).toBeUndefined();
  });

  it('is not for guests nor without an account; whoever became a guest may still withdraw', async () => {
    const guest = { ...asker, guest: true };
    await vote();

    expect(await vote(a, guest)).toEqual({ kind: 'denied', because: 'guest' });
    expect(await vote(a, anonymous)).toEqual({ kind: 'denied', because: 'anonymous' });
    expect(await withdraw(a, anonymous)).toEqual({ kind: 'denied', because: 'anonymous' });
    expect(await withdraw(a, guest)).toMatchObject({ kind: 'withdrawn' });
    expect(await tally()).toEqual([1, 1]);
  });
});

describe('in a group whose members have one vote', () => {
  const c = topicRequestId('c');

  beforeEach(async () => {
    const request = aTopicRequest({ id: c, userGroupId: g1, votes: 0 });
    const { id, by = asMember(0).memberId } = request;
    await instance.topicRequests.add(request, { topicRequestId: id, memberId: by, followsSince: 0 });
  });

  it('the second one is refused with the name of the first, until that is withdrawn', async () => {
    await vote(b);

    const refused = await vote(c);
    await withdraw(b);
    const given = await vote(c);

    expect(refused).toMatchObject({ kind: 'spent', budget: 1, given: [{ id: b }] });
    expect(given.kind).toBe('voted');
    expect([await tally(b), await tally(c)]).toEqual([
      [1, 1],
      [1, 1],
    ]);
    expect(await reserved()).toEqual([]);
  });

  it('a vote that was given before the budget was lowered is known, and refused nowhere', async () => {
    const stored = await instance.userGroups.find(g1);
    if (stored !== undefined) {
      await instance.userGroups.replace({ ...stored.value, topics: { votesPerMember: 2 } }, stored);
    }
    await vote(b);
    await vote(c);
    const changed = await instance.userGroups.find(g1);
    if (changed !== undefined) {
      await instance.userGroups.replace({ ...changed.value, topics: { votesPerMember: 1 } }, changed);
    }

    const again = [await vote(b), await vote(c)].map(({ kind }) => kind);
    const withdrawn = await withdraw(b);
    const anew = await vote(b);

    expect(again).toEqual(['already', 'already']);
    expect([withdrawn.kind, anew.kind]).toEqual(['withdrawn', 'spent']);
    expect(await tally(c)).toEqual([1, 1]);
  });

  it('nothing is kept reserved when a vote fails', async () => {
    class Broken extends TopicRequests {
      override change(): Promise<never> {
        return Promise.reject(new Error('killed'));
      }
    }
    const broken = { ...instance, topicRequests: new Broken(store) };

    const failed = voteForTopic(broken, { asker, topicRequestId: b });

    await expect(failed).rejects.toThrow('killed');
    expect(await reserved()).toEqual([]);
    expect((await vote(c)).kind).toBe('voted');
  });
});

describe.each(['memory', 'sqlite'] as const)('votes at the same moment (%s)', (kind) => {
  beforeEach(async () => {
    const clock = new FakeClock(1000);
    store =
      kind === 'memory' ? createMemoryStore(clock) : createSqliteStore({ path: temporaryFile(), clock });
    await fill();
    return () => store.close();
  });

  it('of 1,000 members on three instances are all counted', async () => {
    const instances = [instance, anInstance(), anInstance()];
    const members = Array.from({ length: 1000 }, (__, index) => asMember(index + 1));

    const results = await Promise.all(
      members.map((who, index) =>
        voteForTopic(instances[index % 3] ?? instance, { asker: who, topicRequestId: a }),
      ),
    );

    expect(results.filter((result) => result.kind !== 'voted')).toEqual([]);
    expect(await tally()).toEqual([1001, 1001]);
  });

  it('of 200 members who vote while 100 of them withdraw are counted in the end', async () => {
    const members = Array.from({ length: 200 }, (__, index) => asMember(index + 1));
    const [staying, leaving] = [members.slice(0, 100), members.slice(100)];
    await Promise.all(leaving.map((who) => vote(a, who)));

    await Promise.all([...staying.map((who) => vote(a, who)), ...leaving.map((who) => withdraw(a, who))]);

    expect(await tally()).toEqual([101, 101]);
  });

  it('of one member, ten on each of three instances, are one', async () => {
    const instances = [instance, anInstance(), anInstance()];

    const results = await Promise.all(
      Array.from({ length: 30 }, (__, index) =>
        voteForTopic(instances[index % 3] ?? instance, { asker, topicRequestId: a }),
      ),
    );

    expect(results.filter((result) => result.kind === 'voted')).toHaveLength(1);
    expect(results.filter((result) => result.kind === 'already')).toHaveLength(29);
    expect(await tally()).toEqual([2, 2]);
  });
});
