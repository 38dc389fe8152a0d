import { describe, expect, it } from 'vitest';
import { storedMemberId, topicRequestId } from '../../src/domain/ids.ts';
import type { Participation, TopicState } from '../../src/domain/topic-request.ts';
import {
  followTopic,
  forgetParticipation,
  unfollowTopic,
  voteForTopic,
  withdrawVote,
} from '../../src/domain/topic-votes.ts';
import { aTopicRequest } from '../support/topics.ts';

const voter = storedMemberId('t.voter');
const other = topicRequestId('t2');
const open = aTopicRequest({ votes: 3 });
const states: readonly TopicState[] = [
  { kind: 'planned', plan: {} },
  { kind: 'treated', result: { text: 'Gut.' } },
  { kind: 'declined', reason: 'Zu speziell' },
  { kind: 'merged', into: other },
];
const closed = states.map((state) => aTopicRequest({ votes: 3, state }));

function aVote(fields: Partial<Participation> = {}): Participation {
  return { topicRequestId: open.id, memberId: voter, votedAt: 1000, ...fields };
}

describe('a vote', () => {
  it('counts one more, and whoever gives it is told what becomes of it', () => {
    expect(voteForTopic(open, undefined, voter, 2000)).toEqual({
      kind: 'voted',
      request: { ...open, votes: 4 },
      participation: { topicRequestId: open.id, memberId: voter, votedAt: 2000, followsSince: 2000 },
    });
  });

  it('is one per member, whenever it is given again', () => {
    expect(voteForTopic(open, aVote(), voter, 2000)).toEqual({ kind: 'already', request: open });
  });

  it('keeps what the member had to do with it before', () => {
    const offer = { at: 500, text: 'Wir haben das.' };
    const known = aVote({ offer, followsSince: 700 });
    const { votedAt: _, ...before } = known;

    const outcome = voteForTopic(open, before, voter, 2000);

    expect(outcome).toMatchObject({
      kind: 'voted',
      participation: { offer, followsSince: 700, votedAt: 2000 },
    });
  });

  it('that came with a merged request becomes one’s own and is counted no second time', () => {
    const outcome = voteForTopic(open, aVote({ votedBy: other }), voter, 2000);

    expect(outcome).toEqual({
      kind: 'voted',
      request: open,
      participation: { topicRequestId: open.id, memberId: voter, votedAt: 1000, followsSince: 2000 },
    });
  });

  it.each(closed)('is not given any more on one that is $state.kind', (request) => {
    expect(voteForTopic(request, undefined, voter, 2000)).toEqual({ kind: 'closed', request });
  });

  it.each(closed)('that was given before is known on one that is $state.kind', (request) => {
    expect(voteForTopic(request, aVote(), voter, 2000)).toEqual({ kind: 'already', request });
    expect(voteForTopic(request, aVote({ votedBy: other }), voter, 2000).kind).toBe('already');
  });
});

describe('a vote that is withdrawn', () => {
  it('counts no more, and nothing is said of it any longer', () => {
    expect(withdrawVote(open, aVote({ followsSince: 1000 }))).toEqual({
      kind: 'withdrawn',
      request: { ...open, votes: 2 },
      participation: { topicRequestId: open.id, memberId: voter },
    });
  });

  it.each([
    ['who proposed it', aTopicRequest({ votes: 3, by: voter }), aVote({ followsSince: 900 })],
    ['who offered to report on it', open, aVote({ followsSince: 900, offer: { at: 900 } })],
  ])('leaves those told %s', (_, request, known) => {
    expect(withdrawVote(request, known)).toMatchObject({
      kind: 'withdrawn',
      participation: { followsSince: 900 },
    });
  });

  it('makes nobody follow who had ended it', () => {
    const outcome = withdrawVote(aTopicRequest({ by: voter }), aVote());

    expect(outcome).toMatchObject({ participation: { topicRequestId: open.id, memberId: voter } });
    expect('participation' in outcome && 'followsSince' in outcome.participation).toBe(false);
  });

  it.each([undefined, { topicRequestId: open.id, memberId: voter, followsSince: 1 }])(
    'changes nothing where there is none (%j)',
    (known) => {
      expect(withdrawVote(open, known)).toEqual({ kind: 'absent', request: open });
    },
  );

  it.each(closed.filter(({ state }) => state.kind !== 'merged'))(
    'can be withdrawn from one that is $state.kind',
    (request) => {
      expect(withdrawVote(request, aVote())).toMatchObject({ kind: 'withdrawn', request: { votes: 2 } });
    },
  );

  it('counts elsewhere on a merged one', () => {
    const merged = aTopicRequest({ votes: 3, state: { kind: 'merged', into: other } });

    expect(withdrawVote(merged, aVote({ movedTo: other }))).toEqual({ kind: 'merged', request: merged });
  });

  it('takes along by which merged request it came', () => {
    const outcome = withdrawVote(open, aVote({ votedBy: other }));

    expect(outcome).toMatchObject({ participation: { topicRequestId: open.id, memberId: voter } });
    expect('participation' in outcome && 'votedBy' in outcome.participation).toBe(false);
  });
});

describe('following', () => {
  it('needs no vote, is said once, and is possible in every state', () => {
    const followed = { topicRequestId: open.id, memberId: voter, followsSince: 2000 };

    for (const request of [open, ...closed]) {
      expect(followTopic(request, undefined, voter, 2000)).toEqual({
        kind: 'followed',
        request,
        participation: followed,
      });
    }
    expect(followTopic(open, followed, voter, 3000)).toEqual({ kind: 'already', request: open });
  });

  it('ends, and the vote stays', () => {
    expect(unfollowTopic(open, aVote({ followsSince: 1000 }))).toEqual({
      kind: 'unfollowed',
      request: open,
      participation: aVote(),
    });
    expect(unfollowTopic(open, aVote())).toEqual({ kind: 'absent', request: open });
    expect(unfollowTopic(open, undefined)).toEqual({ kind: 'absent', request: open });
  });
});

it('whose data is erased has no vote any more', () => {
  expect(forgetParticipation(open, aVote())).toEqual({ ...open, votes: 2 });
  expect(forgetParticipation(open, { topicRequestId: open.id, memberId: voter, followsSince: 1 })).toBe(open);
});
