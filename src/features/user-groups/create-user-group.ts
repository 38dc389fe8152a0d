import type { Deps } from '../../deps.ts';
import { userGroupId } from '../../domain/ids.ts';
import type { MemberId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { checkUserGroup, createUserGroup as newUserGroup, hasFields } from '../../domain/user-group.ts';
import type {
  TypedUserGroup,
  UserGroup,
  UserGroupFields,
  UserGroupProblem,
} from '../../domain/user-group.ts';
import { checkPermission } from './check-permission.ts';
import { describeUserGroup } from './describe-user-group.ts';
import type { DescribeDeps } from './describe-user-group.ts';
import type { DeniedUserGroup, Done } from './user-group-results.ts';

export type CreateUserGroupResult =
  | Done<'created'>
  | {
      readonly kind: 'invalid';
      readonly problem: UserGroupProblem | 'name-taken';
      /** What was typed, cleaned. */
      readonly fields: UserGroupFields;
    }
  | DeniedUserGroup;

/** A new open group. Whoever creates it organises it and is its first member. Sent twice, it is created once. */
export async function createUserGroup(
  deps: DescribeDeps & Pick<Deps, 'userGroups' | 'clock' | 'ids' | 'logger'>,
  request: { readonly asker: Asker; readonly typed: TypedUserGroup },
): Promise<CreateUserGroupResult> {
  const { asker, typed } = request;
  const permission = checkPermission(deps, asker, 'create-user-group');
  if (permission.kind === 'denied') {
    return permission;
  }
  const checked = checkUserGroup(typed);
  if (checked.kind === 'invalid') {
    return checked;
  }
  const { fields } = checked;
  const now = deps.clock.now();
  const made = newUserGroup(userGroupId(deps.ids.next()), fields, permission.memberId, now);
  const userGroup =
    (await deps.userGroups.add(made)) === 'added' ? made : await findSame(deps, fields, permission.memberId);
  if (userGroup === undefined) {
    return { kind: 'invalid', problem: 'name-taken', fields };
  }
  await deps.memberships.add({
    userGroupId: userGroup.id,
    memberId: permission.memberId,
    joinedAt: userGroup.createdAt,
  });
  return { kind: 'created', described: await describeUserGroup(deps, asker, userGroup) };
}

/** Teams repeats what was sent with a new id: the same group of the same person, still as it was created. */
async function findSame(
  { userGroups }: Pick<Deps, 'userGroups'>,
  fields: UserGroupFields,
  by: MemberId,
): Promise<UserGroup | undefined> {
  const taken = (await userGroups.findByName(fields.name))?.value;
  const isSame =
    taken !== undefined && taken.version === 1 && taken.organisers[0] === by && hasFields(taken, fields);
  return isSame ? taken : undefined;
}
