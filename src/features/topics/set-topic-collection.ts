import type { Deps } from '../../deps.ts';
import type { UserGroupId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import type { TopicCollection } from '../../domain/topic-collection.ts';
import { checkTopicCollection } from '../../domain/topic-collection-form.ts';
import type { TopicCollectionProblem, TypedTopicCollection } from '../../domain/topic-collection-form.ts';
import type { UserGroup } from '../../domain/user-group.ts';
import { checkPermission } from '../user-groups/check-permission.ts';
import { describeUserGroup } from '../user-groups/describe-user-group.ts';
import type { DescribeDeps } from '../user-groups/describe-user-group.ts';
import type { DeniedUserGroup, Done, Gone } from '../user-groups/user-group-results.ts';

export type SetTopicCollectionResult =
  | Done<'changed'>
  | {
      readonly kind: 'invalid';
      readonly problems: readonly TopicCollectionProblem[];
      /** What was typed, cleaned. */
      readonly typed: TypedTopicCollection;
      readonly userGroup: UserGroup;
    }
  | Gone
  | DeniedUserGroup;

/**
 * Until when a group collects topics, and how many votes its members have. What the group says about itself stays as it is, so a form in
 * which that is being changed is not outdated by it; of two who set it at once the later one counts.
 */
export async function setTopicCollection(
  deps: DescribeDeps & Pick<Deps, 'userGroups' | 'logger'>,
  request: {
    readonly asker: Asker;
    readonly userGroupId: UserGroupId;
    readonly typed: TypedTopicCollection;
  },
): Promise<SetTopicCollectionResult> {
  const { asker, typed } = request;
  for (;;) {
    const stored = await deps.userGroups.find(request.userGroupId);
    const permission = checkPermission(deps, asker, 'change-user-group', stored?.value);
    if (permission.kind === 'denied') {
      return permission;
    }
    if (stored === undefined || stored.value.archivedAt !== undefined) {
      return { kind: 'gone' };
    }
    const { value: before } = stored;
    const checked = checkTopicCollection(typed, before.topics, deps.clock.now());
    if (checked.kind === 'invalid') {
      return { ...checked, userGroup: before };
    }
    const after = withCollection(before, checked.collection);
    // Nobody else takes a name that stays.
    if (isSame(before, after) || (await deps.userGroups.replace(after, stored)) === 'replaced') {
      return { kind: 'changed', described: await describeUserGroup(deps, asker, after) };
    }
  }
}

function withCollection(before: UserGroup, collection: TopicCollection): UserGroup {
  const { topics: _, ...userGroup } = before;
  const isSet = collection.until !== undefined || collection.votesPerMember !== undefined;
  return { ...userGroup, ...(isSet && { topics: collection }) };
}

function isSame({ topics: before }: UserGroup, { topics: after }: UserGroup): boolean {
  return before?.until === after?.until && before?.votesPerMember === after?.votesPerMember;
}
