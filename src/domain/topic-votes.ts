import type { MemberId } from './ids.ts';
import type { Instant } from './instant.ts';
import { isOpenTopic } from './topic-request.ts';
import type { Participation, TopicRequest } from './topic-request.ts';

/** What a member decides about a request, and the request with its count. */
export interface Participated<Kind extends string> {
  readonly kind: Kind;
  readonly request: TopicRequest;
  readonly participation: Participation;
}

/** It is so already, or it cannot be; nothing is to be written. */
export interface NotParticipated<Kind extends string> {
  readonly kind: Kind;
  readonly request: TopicRequest;
}

/** One vote per member; whoever votes is told what becomes of it. A vote that came with a merged request becomes one given here. */
export function voteForTopic(
  request: TopicRequest,
  known: Participation | undefined,
  memberId: MemberId,
  now: Instant,
): Participated<'voted'> | NotParticipated<'already' | 'closed'> {
  const { votedBy, followsBy: _, ...before } = known ?? { topicRequestId: request.id, memberId };
  if (before.votedAt !== undefined && (votedBy === undefined || !isOpenTopic(request))) {
    return { kind: 'already', request };
  }
  if (!isOpenTopic(request)) {
    return { kind: 'closed', request };
  }
  const isNew = before.votedAt === undefined;
  return {
    kind: 'voted',
    request: isNew ? { ...request, votes: request.votes + 1 } : request,
    participation: {
      ...before,
      votedAt: before.votedAt ?? now,
      followsSince: before.followsSince ?? now,
    },
  };
}

/**
 * "Stimme zurückziehen", at any time but on a merged request, whose votes count elsewhere. Whoever follows goes on following only what they
 * proposed or offered to report on.
 */
export function withdrawVote(
  request: TopicRequest,
  known: Participation | undefined,
): Participated<'withdrawn'> | NotParticipated<'absent' | 'merged'> {
  if (known?.votedAt === undefined) {
    return { kind: 'absent', request };
  }
  if (request.state.kind === 'merged') {
    return { kind: 'merged', request };
  }
  const { votedAt: _at, votedBy: _by, movedTo: _to, followsSince, followsBy: _followsBy, ...rest } = known;
  const staysFollowing = request.by === known.memberId || known.offer !== undefined;
  return {
    kind: 'withdrawn',
    request: { ...request, votes: request.votes - 1 },
    participation: {
      ...rest,
      ...(staysFollowing && followsSince !== undefined && { followsSince }),
    },
  };
}

/** "Benachrichtigen": without a vote, on a request in any state. */
export function followTopic(
  request: TopicRequest,
  known: Participation | undefined,
  memberId: MemberId,
  now: Instant,
): Participated<'followed'> | NotParticipated<'already'> {
  if (known?.followsSince !== undefined) {
    return { kind: 'already', request };
  }
  const before = known ?? { topicRequestId: request.id, memberId };
  return { kind: 'followed', request, participation: { ...before, followsSince: now } };
}

/** The vote stays. */
export function unfollowTopic(
  request: TopicRequest,
  known: Participation | undefined,
): Participated<'unfollowed'> | NotParticipated<'absent'> {
  if (known?.followsSince === undefined) {
    return { kind: 'absent', request };
  }
  const { followsSince: _, followsBy: _by, ...participation } = known;
  return { kind: 'unfollowed', request, participation };
}

/** Everything of a member is erased: the vote counts no more. */
export function forgetParticipation(request: TopicRequest, known: Participation): TopicRequest {
  return known.votedAt === undefined ? request : { ...request, votes: request.votes - 1 };
}
