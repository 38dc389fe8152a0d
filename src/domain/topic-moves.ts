import type { TopicRequestId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { Participation, TopicRequest, TopicState } from './topic-request.ts';

/** What a member has to do with a request that is merged into another one, or was. */
export interface Source {
  readonly from: TopicRequestId;
  /** Absent: nothing, or the request is not merged there any more. */
  readonly participation: Participation | undefined;
}

export function isMergedInto({ state }: Pick<TopicRequest, 'state'>, into: TopicRequestId): boolean {
  return state.kind === 'merged' && state.into === into;
}

/** There is a vote or a follow that has not arrived yet. */
export function isOnItsWay(participation: Participation | undefined, into: TopicRequestId): boolean {
  return (
    participation !== undefined &&
    participation.movedTo !== into &&
    (participation.votedAt !== undefined || participation.followsSince !== undefined)
  );
}

/** A vote or a follow came from there, where it is no more. */
export function hasLost({ votedBy, followsBy }: Participation, { from, participation }: Source): boolean {
  return (
    (votedBy === from && participation?.votedAt === undefined) ||
    (followsBy === from && participation?.followsSince === undefined)
  );
}

/**
 * What a member has to do with a request, as it must be by one that is or was merged into it: what is on its way from there arrives where
 * there is none yet; what came from there and is there no more goes, unless `others` have it, which are the member's participations in
 * further requests that are merged into this one. Where this one is merged itself, it goes on from there. Undefined: it is so already.
 */
export function settle(
  into: TopicRequest,
  known: Participation,
  source: Source,
  others: readonly Participation[],
): { readonly request: TopicRequest; readonly participation: Participation } | undefined {
  const isNew = isOnItsWay(source.participation, into.id);
  if (!isNew && !hasLost(known, source)) {
    return undefined;
  }
  const { votedAt, votedBy: _by, followsSince, followsBy: _followsBy, movedTo, ...rest } = known;
  const vote = settleClaim(toVote, known, source, isNew ? 'arrives' : 'stays', others);
  const follow =
    settleClaim(toFollow, known, source, isNew ? 'arrives' : 'stays', others) ??
    // Whoever offered to report goes on following by that.
    (known.offer !== undefined && followsSince !== undefined ? { at: followsSince } : undefined);
  const hasMore =
    (votedAt === undefined && vote !== undefined) || (followsSince === undefined && follow !== undefined);
  const votes = into.votes + Number(vote !== undefined) - Number(votedAt !== undefined);
  return {
    // Without any change it is written, too: whoever takes back the vote that counts instead learns of this one.
    request: goOn({ ...into, votes }),
    participation: {
      ...rest,
      ...(vote !== undefined && { votedAt: vote.at }),
      ...(vote?.by !== undefined && { votedBy: vote.by }),
      ...(follow !== undefined && { followsSince: follow.at }),
      ...(follow?.by !== undefined && { followsBy: follow.by }),
      ...(movedTo !== undefined && !hasMore && { movedTo }),
    },
  };
}

/** A vote or a follow, and the merged request it came with; without one it is the member's own. */
interface Claim {
  readonly at: Instant;
  readonly by?: TopicRequestId;
}
type ToClaim = (participation: Participation) => Claim | undefined;

function toVote({ votedAt, votedBy }: Participation): Claim | undefined {
  return votedAt === undefined ? undefined : { at: votedAt, ...(votedBy !== undefined && { by: votedBy }) };
}

function toFollow({ followsSince, followsBy }: Participation): Claim | undefined {
  return followsSince === undefined
    ? undefined
    : { at: followsSince, ...(followsBy !== undefined && { by: followsBy }) };
}

function settleClaim(
  toClaim: ToClaim,
  known: Participation,
  { from, participation }: Source,
  passed: 'arrives' | 'stays',
  others: readonly Participation[],
): Claim | undefined {
  const claim = toClaim(known);
  const there = participation && toClaim(participation);
  if (claim === undefined) {
    return passed === 'arrives' && there !== undefined ? { at: there.at, by: from } : undefined;
  }
  if (claim.by !== from || there !== undefined) {
    return claim;
  }
  const instead = others.find((one) => toClaim(one) !== undefined);
  const at = instead && toClaim(instead)?.at;
  return at === undefined || instead === undefined ? undefined : { at, by: instead.topicRequestId };
}

/** What is written to a merged request moves on to where that was merged. */
function goOn(request: TopicRequest): TopicRequest {
  const { state, moving } = request;
  return state.kind === 'merged' && moving === undefined
    ? { ...request, moving: { kind: 'to', other: state.into } }
    : request;
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
