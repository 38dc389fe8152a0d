import type { Deps } from '../../deps.ts';
import type { UserGroupId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { checkPermission } from './check-permission.ts';
import type { DescribeDeps } from './describe-user-group.ts';
import { showUserGroup } from './show-user-group.ts';
import type { DeniedUserGroup, Done, Gone } from './user-group-results.ts';

export type JoinUserGroupResult = Done<'joined' | 'already-in'> | Gone | DeniedUserGroup;

/** The asker joins a group; twice is once. */
export async function joinUserGroup(
  deps: DescribeDeps & Pick<Deps, 'userGroups' | 'clock' | 'logger'>,
  request: { readonly asker: Asker; readonly userGroupId: UserGroupId },
): Promise<JoinUserGroupResult> {
  const { asker, userGroupId } = request;
  const permission = checkPermission(deps, asker, 'join-user-group');
  if (permission.kind === 'denied') {
    return permission;
  }
  if ((await showUserGroup(deps, request)).kind === 'gone') {
    return { kind: 'gone' };
  }
  const { memberId } = permission;
  const added = await deps.memberships.add({ userGroupId, memberId, joinedAt: deps.clock.now() });
  const shown = await showUserGroup(deps, request);
  if (shown.kind === 'gone') {
    // Archived at the same moment: nobody stays behind in a group that nobody can leave.
    await deps.memberships.remove(userGroupId, memberId);
    return shown;
  }
  return { kind: added === 'added' ? 'joined' : 'already-in', described: shown.described };
}
