import type { Deps } from '../../deps.ts';
import type { UserGroupId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import type { UserGroup } from '../../domain/user-group.ts';
import { checkPermission } from './check-permission.ts';
import type { DeniedUserGroup, Gone } from './user-group-results.ts';

export type OfferChangeResult =
  | { readonly kind: 'offered'; readonly userGroup: UserGroup; readonly members: number }
  | Gone
  | DeniedUserGroup;

/** A group for whoever may change or archive it. */
export async function offerChange(
  deps: Pick<Deps, 'userGroups' | 'memberships' | 'logger'>,
  request: { readonly asker: Asker; readonly userGroupId: UserGroupId },
): Promise<OfferChangeResult> {
  const stored = await deps.userGroups.find(request.userGroupId);
  const permission = checkPermission(deps, request.asker, 'change-user-group', stored?.value);
  if (permission.kind === 'denied') {
    return permission;
  }
  if (stored === undefined || stored.value.archivedAt !== undefined) {
    return { kind: 'gone' };
  }
  const { length: members } = await deps.memberships.ofGroup(stored.value.id);
  return { kind: 'offered', userGroup: stored.value, members };
}
