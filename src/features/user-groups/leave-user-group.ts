import type { Deps } from '../../deps.ts';
import type { UserGroupId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { checkPermission } from './check-permission.ts';
import type { DescribeDeps } from './describe-user-group.ts';
import { showUserGroup } from './show-user-group.ts';
import type { DeniedUserGroup, Done, Gone } from './user-group-results.ts';

export type LeaveUserGroupResult = Done<'left' | 'not-in'> | Gone | DeniedUserGroup;

/** The asker leaves a group. Guests may, too: they may have joined before they became one. */
export async function leaveUserGroup(
  deps: DescribeDeps & Pick<Deps, 'userGroups' | 'logger'>,
  request: { readonly asker: Asker; readonly userGroupId: UserGroupId },
): Promise<LeaveUserGroupResult> {
  const permission = checkPermission(deps, request.asker, 'leave-user-group');
  if (permission.kind === 'denied') {
    return permission;
  }
  const removed = await deps.memberships.remove(request.userGroupId, permission.memberId);
  const shown = await showUserGroup(deps, request);
  return shown.kind === 'gone'
    ? shown
    : { kind: removed === 'removed' ? 'left' : 'not-in', described: shown.described };
}
