import { beforeEach, expect, it } from 'vitest';
import { storedMemberId, topicRequestId, userGroupId } from '../../../src/domain/ids.ts';
import { minuteMs } from '../../../src/domain/instant.ts';
import { declineTopic } from '../../../src/domain/topic-states.ts';
import type { TopicFields } from '../../../src/domain/topic-request.ts';
import { settleVote, takeVote } from '../../../src/features/topics/vote-budget.ts';
import { createMemoryStore } from '../../../src/store/adapters/memory.ts';
import { allCollections } from '../../../src/store/all-collections.ts';
import { TopicRequests } from '../../../src/store/topic-requests.ts';
import { VoteReservations, voteReservationCollection } from '../../../src/store/vote-reservations.ts';
import { aUserGroup } from '../../support/builders.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { aTopicRequest } from '../../support/topics.ts';

const memberId = storedMemberId('t.voter');
const g1 = userGroupId('g1');
const twoVotes = aUserGroup({ id: g1, topics: { votesPerMember: 2 } });

let scene: Awaited<ReturnType<typeof aScene>>;

beforeEach(async () => {
  scene = await aScene();
});

async function aScene() {
  const clock = new FakeClock(Date.UTC(2026, 10, 22, 9));
  const store = createMemoryStore(clock);
  await store.open(allCollections);
  return {
    clock,
    store,
    topicRequests: new TopicRequests(store),
    voteReservations: new VoteReservations(store),
  };
}

/** A request with the member's vote; of the group unless something else is said. */
async function votedOn(id: string, fields: Partial<TopicFields> = { userGroupId: g1 }): Promise<void> {
  const request = aTopicRequest({ id: topicRequestId(id), by: memberId, ...fields });
  scene.clock.advance(1);
  const votedAt = scene.clock.now();
  await scene.topicRequests.add(request, { topicRequestId: request.id, memberId, votedAt });
}

function aVote(id: string, userGroup: typeof twoVotes | undefined = twoVotes) {
  return { memberId, topicRequestId: topicRequestId(id), userGroup };
}

async function kept(): Promise<number> {
  const { documents } = await scene.store.query(voteReservationCollection, { limit: 10 });
  return documents.length;
}

it.each([
  ['the whole community', undefined],
  ['a group that settled nothing', aUserGroup({ id: g1 })],
  ['a group without a budget', aUserGroup({ id: g1, topics: { until: '2026-12-05' } })],
])('there always is a vote in %s, and nothing is stored for it', async (_, userGroup) => {
  await votedOn('a');
  await votedOn('b');
  const vote = { memberId, topicRequestId: topicRequestId('c'), userGroup };

  const taken = await takeVote(scene, vote);
  const during = await kept();
  await settleVote(scene, vote);

  expect([taken, during, await kept()]).toEqual([{ kind: 'free' }, 0, 0]);
});

it('all votes are given: the answer names the requests that have them, the earliest vote first', async () => {
  await votedOn('b');
  await votedOn('a');

  const taken = await takeVote(scene, aVote('c'));
  await settleVote(scene, aVote('c'));

  expect(taken).toMatchObject({ kind: 'spent', budget: 2, given: [{ id: 'b' }, { id: 'a' }] });
  expect([...(await scene.voteReservations.find(memberId, g1, scene.clock.now()))]).toEqual([]);
});

it('requests of other groups, of the whole community and closed ones do not count', async () => {
  await votedOn('other', { userGroupId: userGroupId('g2') });
  await votedOn('everybody', {});
  await votedOn('a');
  await votedOn('closed');
  await scene.topicRequests.change(topicRequestId('closed'), {}, ({ request }) => {
    const outcome = declineTopic(request, 'x', { by: memberId, now: scene.clock.now() });
    return outcome.kind === 'changed' ? outcome : undefined;
  });

  expect(await takeVote(scene, aVote('c'))).toEqual({ kind: 'free' });
});

it('to vote again for what has the vote already takes none', async () => {
  await votedOn('a');
  await votedOn('b');

  expect(await takeVote(scene, aVote('b'))).toEqual({ kind: 'free' });
});

it('a vote that is just being given is taken; when it is settled without one, it is free again', async () => {
  await votedOn('a');

  const first = await takeVote(scene, aVote('b'));
  const second = await takeVote(scene, aVote('c'));
  await settleVote(scene, aVote('b'));
  const third = await takeVote(scene, aVote('c'));

  expect([first.kind, second.kind, third.kind]).toEqual(['free', 'spent', 'free']);
});

it('a vote of another member takes nothing away', async () => {
  await votedOn('a');
  await takeVote(scene, aVote('b'));

  const taken = await takeVote(scene, { ...aVote('c'), memberId: storedMemberId('t.other') });

  expect(taken).toEqual({ kind: 'free' });
});

it('what a crash leaves behind is free again after a minute', async () => {
  await votedOn('a');
  await takeVote(scene, aVote('b'));

  scene.clock.advance(minuteMs - 1);
  const before = await takeVote(scene, aVote('c'));
  scene.clock.advance(1);
  const after = await takeVote(scene, aVote('c'));

  expect([before.kind, after.kind]).toEqual(['spent', 'free']);
});
