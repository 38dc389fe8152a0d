import type { Deps } from '../../deps.ts';
import type { UserGroupId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { addOrganiser, removeOrganiser } from '../../domain/user-group.ts';
import { checkPermission } from './check-permission.ts';
import { describeUserGroup } from './describe-user-group.ts';
import type { DescribeDeps } from './describe-user-group.ts';
import type { DeniedUserGroup, Done, Gone } from './user-group-results.ts';

export type OrganiseUserGroupResult = Done<'organises' | 'stopped'> | Gone | DeniedUserGroup;

/** The asker becomes an organiser of a group, which the community's organisers may, or stops being one. */
export async function organiseUserGroup(
  deps: DescribeDeps & Pick<Deps, 'userGroups' | 'logger'>,
  request: { readonly asker: Asker; readonly userGroupId: UserGroupId; readonly organises: boolean },
): Promise<OrganiseUserGroupResult> {
  const { asker, organises } = request;
  for (;;) {
    const stored = await deps.userGroups.find(request.userGroupId);
    const action = organises ? 'organise-user-group' : 'change-user-group';
    const permission = checkPermission(deps, asker, action, stored?.value);
    if (permission.kind === 'denied') {
      return permission;
    }
    if (stored === undefined || stored.value.archivedAt !== undefined) {
      return { kind: 'gone' };
    }
    const change = organises ? addOrganiser : removeOrganiser;
    const userGroup = change(stored.value, permission.memberId);
    if ((await deps.userGroups.replace(userGroup, stored)) === 'replaced') {
      const described = await describeUserGroup(deps, asker, userGroup);
      return { kind: organises ? 'organises' : 'stopped', described };
    }
  }
}
