import type { Deps } from '../../deps.ts';
import type { TopicRequestId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { followTopic as toFollowed, unfollowTopic as toUnfollowed } from '../../domain/topic-votes.ts';
import { canBeTold } from '../follows/may-be-told.ts';
import type { TellDeps } from '../follows/may-be-told.ts';
import { changeTopic } from './change-topic.ts';
import type { ChangeTopicDeps } from './change-topic.ts';
import { checkMember } from './topic-results.ts';
import type { DeniedTopic, GoneTopic } from './topic-results.ts';

interface FollowTopicRequest {
  readonly asker: Asker;
  readonly topicRequestId: TopicRequestId;
}

export type FollowTopicResult =
  /** `reachable`: the app can write to them at this moment. */
  { readonly kind: 'followed' | 'already'; readonly reachable: boolean } | GoneTopic | DeniedTopic;

/** "Benachrichtigen": from now on the member is told of every change of its state. */
export async function followTopic(
  deps: ChangeTopicDeps & TellDeps & Pick<Deps, 'logger'>,
  { asker, topicRequestId }: FollowTopicRequest,
): Promise<FollowTopicResult> {
  const permission = checkMember(deps, asker, 'take-part-in-topics');
  if (permission.kind === 'denied') {
    return permission;
  }
  const { memberId } = permission;
  let kind: 'followed' | 'already' | undefined;
  await changeTopic(deps, topicRequestId, { member: memberId }, ({ request, participation }) => {
    const outcome = toFollowed(request, participation, memberId, deps.clock.now());
    ({ kind } = outcome);
    return outcome.kind === 'followed' ? outcome : undefined;
  });
  return kind === undefined ? { kind: 'gone' } : { kind, reachable: await canBeTold(deps, memberId) };
}

export type UnfollowTopicResult =
  /** `voted`: their vote is still counted. */
  { readonly kind: 'unfollowed' | 'absent'; readonly voted: boolean } | GoneTopic | DeniedTopic;

/** "Nicht mehr benachrichtigen"; also for whoever became a guest since. Done again it changes nothing. */
export async function unfollowTopic(
  deps: ChangeTopicDeps,
  { asker, topicRequestId }: FollowTopicRequest,
): Promise<UnfollowTopicResult> {
  const { memberId } = asker;
  if (memberId === undefined) {
    return { kind: 'denied', because: 'anonymous' };
  }
  let result: UnfollowTopicResult = { kind: 'gone' };
  await changeTopic(deps, topicRequestId, { member: memberId }, ({ request, participation }) => {
    const outcome = toUnfollowed(request, participation);
    result = { kind: outcome.kind, voted: participation?.votedAt !== undefined };
    return outcome.kind === 'unfollowed' ? outcome : undefined;
  });
  return result;
}
