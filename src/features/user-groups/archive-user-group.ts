import type { Deps } from '../../deps.ts';
import type { UserGroupId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { archiveUserGroup as toArchived } from '../../domain/user-group.ts';
import type { UserGroup } from '../../domain/user-group.ts';
import { checkPermission } from './check-permission.ts';
import type { DeniedUserGroup, Gone } from './user-group-results.ts';

export type ArchiveUserGroupResult =
  | { readonly kind: 'archived'; readonly userGroup: UserGroup }
  | Gone
  | DeniedUserGroup;

/** Closes a group for good: its name is free again, and nobody is in it any more. Done again, it finishes what was interrupted. */
export async function archiveUserGroup(
  deps: Pick<Deps, 'userGroups' | 'userGroupChannels' | 'memberships' | 'clock' | 'logger'>,
  request: { readonly asker: Asker; readonly userGroupId: UserGroupId },
): Promise<ArchiveUserGroupResult> {
  for (;;) {
    const stored = await deps.userGroups.find(request.userGroupId);
    const permission = checkPermission(deps, request.asker, 'change-user-group', stored?.value);
    if (permission.kind === 'denied') {
      return permission;
    }
    if (stored === undefined) {
      return { kind: 'gone' };
    }
    const archived = toArchived(stored.value, deps.clock.now());
    if ((await deps.userGroups.replace(archived, stored)) === 'replaced') {
      await deps.memberships.removeOfGroup(archived.id);
      for (const { conversationId } of await deps.userGroupChannels.ofGroup(archived.id)) {
        await deps.userGroupChannels.set(conversationId, undefined);
      }
      return { kind: 'archived', userGroup: archived };
    }
  }
}
