import type { Deps } from '../../deps.ts';
import type { BroadcastSubject } from '../../domain/broadcast.ts';
import type { MemberId } from '../../domain/ids.ts';
import { isCollectionOver } from '../../domain/topic-collection.ts';
import { findDueReminder } from '../../domain/topic-deadline.ts';
import { isOpenTopic } from '../../domain/topic-request.ts';
import type { TopicRequest } from '../../domain/topic-request.ts';
import type { UserGroup } from '../../domain/user-group.ts';

/** Until when a group collects topics, and how far it is. */
export interface TopicDeadline {
  readonly kind: 'topic-deadline';
  readonly userGroup: UserGroup;
  readonly until: string;
  /** How many members can vote on. */
  readonly open: number;
  /** Those with the most votes, three at most. */
  readonly first: readonly TopicRequest[];
}

export type TopicDeadlineDeps = Pick<Deps, 'clock' | 'memberships' | 'topicCatalogue' | 'userGroups'>;

const mostNamed = 3;

/** What a member of the group is reminded of, as long as the day still holds, is not over, and no later reminder of it is due. */
export async function findTopicDeadline(
  { clock, memberships, topicCatalogue, userGroups }: TopicDeadlineDeps,
  { userGroupId, until, daysBefore }: BroadcastSubject & { kind: 'topic-deadline' },
  member: MemberId,
): Promise<TopicDeadline | undefined> {
  const [stored, membership] = await Promise.all([
    userGroups.find(userGroupId),
    memberships.find(userGroupId, member),
  ]);
  const userGroup = stored?.value;
  const now = clock.now();
  const holds =
    userGroup?.archivedAt === undefined &&
    userGroup?.topics?.until === until &&
    !isCollectionOver(userGroup.topics, now) &&
    // By a clock that is behind, it may not be due yet.
    (findDueReminder(userGroup.topics, now)?.daysBefore ?? daysBefore) >= daysBefore;
  if (userGroup === undefined || !holds || membership === undefined) {
    return undefined;
  }
  const open = [...topicCatalogue.all()].filter(
    (request) => request.userGroupId === userGroupId && isOpenTopic(request),
  );
  const first = open
    .toSorted((one, other) => other.votes - one.votes || one.createdAt - other.createdAt)
    .slice(0, mostNamed);
  return { kind: 'topic-deadline', userGroup, until, open: open.length, first };
}
