import type { Deps } from '../../deps.ts';
import type { TopicRequestId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { isOpenTopic } from '../../domain/topic-request.ts';
import type { TopicRequest } from '../../domain/topic-request.ts';
import { voteForTopic as toVoted, withdrawVote as toWithdrawn } from '../../domain/topic-votes.ts';
import { changeTopic } from './change-topic.ts';
import type { ChangeTopicDeps } from './change-topic.ts';
import { checkMember, findEnd, findGroupOf } from './topic-results.ts';
import type { DeniedTopic, GoneTopic } from './topic-results.ts';
import { settleVote, takeVote } from './vote-budget.ts';
import type { TakeVoteResult, VoteBudgetDeps, VoteToTake } from './vote-budget.ts';

export interface VoteRequest {
  readonly asker: Asker;
  readonly topicRequestId: TopicRequestId;
}

export type VoteForTopicResult =
  | { readonly kind: 'voted' | 'already'; readonly request: TopicRequest }
  /** Nobody votes on it any more; `into`: where the votes of a merged one count. */
  | { readonly kind: 'closed'; readonly request: TopicRequest; readonly into?: TopicRequest }
  | (TakeVoteResult & { readonly kind: 'spent' })
  | GoneTopic
  | DeniedTopic;

/** "Dafür stimmen": one vote per member and request, however often it is pressed. */
export async function voteForTopic(
  deps: ChangeTopicDeps & VoteBudgetDeps & Pick<Deps, 'logger' | 'userGroups'>,
  { asker, topicRequestId }: VoteRequest,
): Promise<VoteForTopicResult> {
  const permission = checkMember(deps, asker, 'take-part-in-topics');
  if (permission.kind === 'denied') {
    return permission;
  }
  const { memberId } = permission;
  const request = await deps.topicRequests.find(topicRequestId);
  if (request === undefined) {
    return { kind: 'gone' };
  }
  const vote = { memberId, topicRequestId, userGroup: await findGroupOf(deps, request) };
  if (!isOpenTopic(request)) {
    return give(deps, vote);
  }
  const taken = await takeVote(deps, vote);
  try {
    if (taken.kind === 'free') {
      return await give(deps, vote);
    }
    // The budget was lowered after they voted: their vote for this one stays what it is.
    const known = await deps.topicRequests.findParticipation(topicRequestId, memberId);
    return known?.votedAt === undefined ? taken : { kind: 'already', request };
  } finally {
    await settleVote(deps, vote);
  }
}

async function give(
  deps: ChangeTopicDeps & Pick<Deps, 'clock'>,
  { memberId, topicRequestId }: VoteToTake,
): Promise<VoteForTopicResult> {
  let outcome: ReturnType<typeof toVoted> | undefined;
  await changeTopic(deps, topicRequestId, { member: memberId }, ({ request, participation }) => {
    outcome = toVoted(request, participation, memberId, deps.clock.now());
    return outcome.kind === 'voted' ? outcome : undefined;
  });
  if (outcome === undefined) {
    return { kind: 'gone' };
  }
  if (outcome.kind !== 'closed') {
    return { kind: outcome.kind, request: outcome.request };
  }
  const into = await findEnd(deps, outcome.request);
  return { kind: 'closed', request: outcome.request, ...(into !== undefined && { into }) };
}

export type WithdrawVoteResult =
  | { readonly kind: 'withdrawn' | 'absent'; readonly request: TopicRequest }
  /** The vote counts where it was merged into, and is withdrawn there. */
  | { readonly kind: 'merged'; readonly request: TopicRequest; readonly into?: TopicRequest }
  | GoneTopic
  | DeniedTopic;

/** "Stimme zurückziehen"; also for whoever became a guest since. Done again it changes nothing. */
export async function withdrawVote(
  deps: ChangeTopicDeps,
  { asker, topicRequestId }: VoteRequest,
): Promise<WithdrawVoteResult> {
  const { memberId } = asker;
  if (memberId === undefined) {
    return { kind: 'denied', because: 'anonymous' };
  }
  let outcome: ReturnType<typeof toWithdrawn> | undefined;
  await changeTopic(deps, topicRequestId, { member: memberId }, ({ request, participation }) => {
    outcome = toWithdrawn(request, participation);
    return outcome.kind === 'withdrawn' ? outcome : undefined;
  });
  if (outcome === undefined) {
    return { kind: 'gone' };
  }
  const { kind, request } = outcome;
  if (kind !== 'merged') {
    return { kind, request };
  }
  const into = await findEnd(deps, request);
  return { kind, request, ...(into !== undefined && { into }) };
}
