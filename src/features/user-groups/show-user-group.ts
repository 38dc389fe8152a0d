import type { Deps } from '../../deps.ts';
import type { UserGroupId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { describeUserGroup } from './describe-user-group.ts';
import type { DescribeDeps } from './describe-user-group.ts';
import type { Done, Gone } from './user-group-results.ts';

export type ShowUserGroupResult = Done<'shown'> | Gone;

/** An open group with everything that people see of it. */
export async function showUserGroup(
  deps: DescribeDeps & Pick<Deps, 'userGroups'>,
  request: { readonly asker: Asker; readonly userGroupId: UserGroupId },
): Promise<ShowUserGroupResult> {
  const stored = await deps.userGroups.find(request.userGroupId);
  if (stored === undefined || stored.value.archivedAt !== undefined) {
    return { kind: 'gone' };
  }
  return { kind: 'shown', described: await describeUserGroup(deps, request.asker, stored.value) };
}
