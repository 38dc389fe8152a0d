import type { Deps } from '../../deps.ts';
import type { MemberId, TopicRequestId } from '../../domain/ids.ts';
import { isOpenTopic } from '../../domain/topic-request.ts';
import type { TopicRequest } from '../../domain/topic-request.ts';
import type { UserGroup } from '../../domain/user-group.ts';

export type VoteBudgetDeps = Pick<Deps, 'clock' | 'topicRequests' | 'voteReservations'>;

/** A vote that a member is about to give. */
export interface VoteToTake {
  readonly memberId: MemberId;
  readonly topicRequestId: TopicRequestId;
  /** The one that the request belongs to. */
  readonly userGroup: UserGroup | undefined;
}

export type TakeVoteResult =
  | { readonly kind: 'free' }
  /** All votes of the budget are given to other open requests of the group, the earliest first. */
  | { readonly kind: 'spent'; readonly budget: number; readonly given: readonly TopicRequest[] };

/**
 * Takes one of the votes that a member has in a group, before it is written. Without a budget there always is one. Whatever comes of it,
 * `settleVote` follows, once. Of two votes at the same moment both may be refused; never are there more than the budget.
 */
export async function takeVote(
  deps: VoteBudgetDeps,
  { memberId, topicRequestId, userGroup }: VoteToTake,
): Promise<TakeVoteResult> {
  const budget = userGroup?.topics?.votesPerMember;
  if (userGroup === undefined || budget === undefined) {
    return { kind: 'free' };
  }
  const { clock, voteReservations } = deps;
  const { id: group } = userGroup;
  await voteReservations.add(memberId, group, topicRequestId, clock.now());
  // In this order: a vote is written before its reservation goes, so that it is always seen as one of the two.
  const reserved = await voteReservations.find(memberId, group, clock.now());
  const given = await findGiven(deps, memberId, userGroup);
  const others = new Set([...reserved, ...given.map(({ id }) => id)]);
  others.delete(topicRequestId);
  if (others.size < budget) {
    return { kind: 'free' };
  }
  return { kind: 'spent', budget, given: given.filter(({ id }) => id !== topicRequestId) };
}

/** The vote is given, or it is not: what was taken for it is free again. */
export async function settleVote(
  { clock, voteReservations }: VoteBudgetDeps,
  { memberId, topicRequestId, userGroup }: VoteToTake,
): Promise<void> {
  if (userGroup?.topics?.votesPerMember !== undefined) {
    await voteReservations.remove(memberId, userGroup.id, topicRequestId, clock.now());
  }
}

/** Open requests of the group that have the member's vote, the earliest vote first. */
async function findGiven(
  { topicRequests }: VoteBudgetDeps,
  member: MemberId,
  userGroup: UserGroup,
): Promise<readonly TopicRequest[]> {
  const voted = (await topicRequests.participationsOf(member))
    .flatMap(({ topicRequestId, votedAt }) => (votedAt === undefined ? [] : [{ topicRequestId, votedAt }]))
    .toSorted((one, other) => one.votedAt - other.votedAt);
  const requests = await Promise.all(voted.map(({ topicRequestId }) => topicRequests.find(topicRequestId)));
  return requests
    .filter((request) => request !== undefined)
    .filter((request) => isOpenTopic(request) && request.userGroupId === userGroup.id);
}
