import type { Instant } from './instant.ts';
import type { TopicRequestId } from './ids.ts';
import type { Participation, TopicRequest, TopicState } from './topic-request.ts';
import { giveBackVote, takeOverVote } from './topic-votes.ts';

/** Votes and follows on their way from a request to the one it was merged into, by one decision: its number in the history. */
export interface Move {
  readonly from: TopicRequestId;
  readonly into: TopicRequestId;
  readonly number: number;
}

interface Written {
  readonly request: TopicRequest;
  readonly participation: Participation;
}

/** Undefined unless votes of the request are on their way, there or back. */
export function toMove({ id, moving, history }: TopicRequest): Move | undefined {
  return moving && { from: id, into: moving.other, number: history.at(-1)?.number ?? 0 };
}

/** Whether the votes are still on this way; a restored request that was merged once more has another one. */
export function isOnMove(
  request: TopicRequest | undefined,
  kind: 'to' | 'back-from',
  { into, number }: Move,
): request is TopicRequest {
  const move = request && toMove(request);
  return request?.moving?.kind === kind && move?.into === into && move.number === number;
}

/** Whether it is still merged by this decision, its votes on their way or arrived. */
export function isMergedBy(request: TopicRequest | undefined, { into, number }: Move): boolean {
  return (
    request?.state.kind === 'merged' &&
    request.state.into === into &&
    request.history.at(-1)?.number === number
  );
}

/** There is a vote or a follow that has not arrived yet. */
export function isToBeMoved({ votedAt, followsSince, movedTo }: Participation, to: TopicRequestId): boolean {
  return movedTo !== to && (votedAt !== undefined || followsSince !== undefined);
}

/** Nothing of what was copied has gone since. */
export function stillHolds(now: Participation | undefined, copied: Participation): now is Participation {
  return (
    now !== undefined &&
    (copied.votedAt === undefined || now.votedAt !== undefined) &&
    (copied.followsSince === undefined || now.followsSince === copied.followsSince)
  );
}

/** Nothing has come to it since it was copied, so that there is nothing more to be moved. */
export function isWhole({ votedAt, followsSince }: Participation, copied: Participation): boolean {
  return votedAt === copied.votedAt && followsSince === copied.followsSince;
}

/**
 * See `takeOverVote`. Where the other request was merged as well, what comes to it goes on from there. Without anything new the request is
 * written as it is: whoever takes back the vote that counts instead learns of this one.
 */
export function takeOver(
  into: TopicRequest,
  known: Participation | undefined,
  moved: Participation,
): Partial<Written> & Pick<Written, 'request'> {
  const taken = takeOverVote(into, known, moved);
  if (taken === undefined) {
    return { request: into };
  }
  const { movedTo: _, ...participation } = taken.participation;
  const { state, moving } = into;
  return state.kind === 'merged' && moving === undefined
    ? { request: { ...taken.request, moving: { kind: 'to', other: state.into } }, participation }
    : { request: taken.request, participation };
}

/** What goes from a request because the one that it came with has it no more. */
export interface Loss {
  readonly vote: boolean;
  /** The follow that has been since then: nobody follows two requests since the same millisecond. */
  readonly followsSince?: Instant;
}

/** As much of the loss as came with `from`; the rest is the member's own, or came with another one. */
export function toOwnLoss(
  into: Pick<TopicRequest, 'by'>,
  known: Participation,
  from: TopicRequestId,
  { vote, followsSince }: Loss,
): Loss {
  const { votedAt, votedBy, memberId } = known;
  // Whoever proposed it, or voted for it there, follows it by that.
  const isOwn = into.by === memberId || (votedAt !== undefined && votedBy === undefined);
  return {
    vote: vote && votedAt !== undefined && votedBy === from,
    ...(followsSince !== undefined && known.followsSince === followsSince && !isOwn && { followsSince }),
  };
}

/** Other participations of the member whose votes and follows count on the same request: these hold what the loss would take. */
export interface Holders {
  readonly vote?: Participation;
  readonly follow?: Participation;
}

/** Takes what was lost; where somebody else's vote of the same member was counted by it, that one counts now. */
export function takeBack(
  into: TopicRequest,
  known: Participation,
  from: TopicRequestId,
  { vote, followsSince }: Loss,
  holders: Holders,
): Written {
  const given = vote ? giveBackVote(into, known, { id: from }) : undefined;
  const { followsSince: _, ...rest } = given?.participation ?? known;
  const follow = followsSince === undefined ? known.followsSince : holders.follow?.followsSince;
  const { votedAt, topicRequestId: votedBy } = holders.vote ?? {};
  const isHeld = given !== undefined && votedAt !== undefined && votedBy !== undefined;
  return {
    request: isHeld ? into : (given?.request ?? into),
    participation: {
      ...rest,
      ...(isHeld && { votedAt, votedBy }),
      ...(follow !== undefined && { followsSince: follow }),
    },
  };
}

/** Open again because there is nothing that it could be merged into; followers hear of neither, or of both. */
export function reopen(request: TopicRequest, now: Instant): TopicRequest {
  const merged = request.history.at(-1)?.number ?? 0;
  const number = merged + 1;
  const state: TopicState = { kind: 'open' };
  const others = request.untold.filter((one) => one.number !== merged);
  const isTold = others.length === request.untold.length;
  return {
    ...request,
    state,
    changedAt: now,
    history: [...request.history, { number, at: now, state, again: false }],
    untold: isTold ? [...others, { number }] : others,
    ...(request.state.kind === 'merged' && {
      moving: { kind: 'back-from' as const, other: request.state.into },
    }),
  };
}
