import type { Deps } from '../../deps.ts';
import type { MemberId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import type { Action } from '../../domain/permissions.ts';
import type { UserGroup } from '../../domain/user-group.ts';
import type { DeniedUserGroup } from './user-group-results.ts';

type GroupAction = Extract<Action, `${string}-user-group`>;

/** Who may do it, by their account; or why not, which is logged, for no card offers it to them. */
export function checkPermission(
  { logger }: Pick<Deps, 'logger'>,
  asker: Asker,
  action: GroupAction,
  userGroup?: UserGroup,
): { readonly kind: 'allowed'; readonly memberId: MemberId } | DeniedUserGroup {
  const permission = may(asker, action, userGroup);
  const { memberId } = asker;
  if (permission.kind === 'allowed' && memberId !== undefined) {
    return { kind: 'allowed', memberId };
  }
  const why = permission.kind === 'denied' ? permission.because : 'anonymous';
  const because = why === 'anonymous' || why === 'guest' ? why : 'not-organiser';
  logger.warn('user-group.denied', { action, because });
  return { kind: 'denied', because };
}
