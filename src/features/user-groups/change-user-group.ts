import type { Deps } from '../../deps.ts';
import type { UserGroupId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { changeUserGroup as applyChange, checkUserGroup } from '../../domain/user-group.ts';
import type {
  TypedUserGroup,
  UserGroup,
  UserGroupFields,
  UserGroupProblem,
} from '../../domain/user-group.ts';
import { checkPermission } from './check-permission.ts';
import { describeUserGroup } from './describe-user-group.ts';
import type { DescribeDeps } from './describe-user-group.ts';
import type { DeniedUserGroup, Done, Gone } from './user-group-results.ts';

export type ChangeUserGroupResult =
  | Done<'changed'>
  | {
      readonly kind: 'invalid';
      readonly problem: UserGroupProblem | 'name-taken' | 'outdated';
      /** What was typed, cleaned. */
      readonly fields: UserGroupFields;
      /** As it is now. */
      readonly userGroup: UserGroup;
    }
  | Gone
  | DeniedUserGroup;

/** Changes what a group says about itself; `version` is the one whose words stood in the form. */
export async function changeUserGroup(
  deps: DescribeDeps & Pick<Deps, 'userGroups' | 'logger'>,
  request: {
    readonly asker: Asker;
    readonly userGroupId: UserGroupId;
    readonly version: number;
    readonly typed: TypedUserGroup;
  },
): Promise<ChangeUserGroupResult> {
  const { asker, typed, version } = request;
  for (;;) {
    const stored = await deps.userGroups.find(request.userGroupId);
    const permission = checkPermission(deps, asker, 'change-user-group', stored?.value);
    if (permission.kind === 'denied') {
      return permission;
    }
    if (stored === undefined) {
      return { kind: 'gone' };
    }
    const { value: userGroup } = stored;
    const checked = checkUserGroup(typed);
    if (checked.kind === 'invalid') {
      return { ...checked, userGroup };
    }
    const { fields } = checked;
    const outcome = applyChange(userGroup, fields, version);
    switch (outcome.kind) {
      case 'archived':
        return { kind: 'gone' };
      case 'unchanged':
        return { kind: 'changed', described: await describeUserGroup(deps, asker, userGroup) };
      case 'outdated':
        return { kind: 'invalid', problem: 'outdated', fields, userGroup };
      case 'changed': {
        const replaced = await deps.userGroups.replace(outcome.userGroup, stored);
        if (replaced === 'replaced') {
          return { kind: 'changed', described: await describeUserGroup(deps, asker, outcome.userGroup) };
        }
        if (replaced === 'name-taken') {
          return { kind: 'invalid', problem: 'name-taken', fields, userGroup };
        }
      }
    }
  }
}
