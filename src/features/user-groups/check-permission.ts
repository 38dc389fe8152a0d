import type { Deps } from '../../deps.ts';
import type { MemberId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import type { Action } from '../../domain/permissions.ts';
import type { UserGroup } from '../../domain/user-group.ts';
import { checkMay } from '../members/check-may.ts';
import type { DeniedUserGroup } from './user-group-results.ts';

type GroupAction = Extract<Action, `${string}-user-group`>;

/** Who may do it, by their account; or why not, which is logged, for no card offers it to them. */
export function checkPermission(
  deps: Pick<Deps, 'logger'>,
  asker: Asker,
  action: GroupAction,
  userGroup?: UserGroup,
): { readonly kind: 'allowed'; readonly memberId: MemberId } | DeniedUserGroup {
  return checkMay(deps, 'user-group.denied', asker, { action, subject: userGroup });
}
