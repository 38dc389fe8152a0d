import type { Deps } from '../../deps.ts';
import type { ConversationId, UserGroupId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import type { UserGroup } from '../../domain/user-group.ts';
import { checkPermission } from './check-permission.ts';
import type { DescribeDeps } from './describe-user-group.ts';
import { showUserGroup } from './show-user-group.ts';
import type { DeniedUserGroup, Done, Gone } from './user-group-results.ts';

/** The channel or group chat where this is asked; it comes from Teams, never from a card. */
export interface ChannelPlace {
  readonly conversationId: ConversationId;
  readonly name?: string;
}

export type OfferChannelResult =
  | {
      readonly kind: 'offered';
      /** Open groups that the asker may give channels, by name. */
      readonly userGroups: readonly UserGroup[];
      readonly chosen?: UserGroupId;
    }
  | { readonly kind: 'no-user-groups' }
  | DeniedUserGroup;

/** The groups that this channel can belong to. */
export async function offerChannel(
  deps: Pick<Deps, 'userGroups' | 'userGroupChannels' | 'logger'>,
  request: { readonly asker: Asker; readonly place: ChannelPlace },
): Promise<OfferChannelResult> {
  const { asker, place } = request;
  const open = (await deps.userGroups.all())
    .map(({ value }) => value)
    .filter(({ archivedAt }) => archivedAt === undefined);
  const userGroups = open.filter(
    (userGroup) => may(asker, 'change-user-group', userGroup).kind === 'allowed',
  );
  if (userGroups.length === 0) {
    const permission = checkPermission(deps, asker, 'change-user-group');
    return permission.kind === 'denied' ? permission : { kind: 'no-user-groups' };
  }
  const channel = await deps.userGroupChannels.find(place.conversationId);
  return {
    kind: 'offered',
    userGroups: userGroups.toSorted((one, other) => one.name.localeCompare(other.name, 'de')),
    ...(channel !== undefined && { chosen: channel.userGroupId }),
  };
}

export type SetUpChannelResult = Done<'set-up'> | { readonly kind: 'taken-off' } | Gone | DeniedUserGroup;

/** The channel belongs to this group from now on, or to none. Who takes it from another group must be able to change that one too. */
export async function setUpChannel(
  deps: DescribeDeps & Pick<Deps, 'userGroups' | 'logger'>,
  request: {
    readonly asker: Asker;
    readonly place: ChannelPlace;
    readonly userGroupId: UserGroupId | 'none';
  },
): Promise<SetUpChannelResult> {
  const { asker, place } = request;
  const before = await deps.userGroupChannels.find(place.conversationId);
  const held = before && (await deps.userGroups.find(before.userGroupId));
  const stored = request.userGroupId === 'none' ? undefined : await deps.userGroups.find(request.userGroupId);
  // Of a channel that belongs to nobody only organisers can say that it shall belong to nobody.
  const touched = [held, stored].filter((one) => one !== undefined);
  for (const one of touched.length > 0 ? touched : [undefined]) {
    const permission = checkPermission(deps, asker, 'change-user-group', one?.value);
    if (permission.kind === 'denied') {
      return permission;
    }
  }
  if (request.userGroupId === 'none') {
    await deps.userGroupChannels.set(place.conversationId, undefined);
    return { kind: 'taken-off' };
  }
  if (stored === undefined || stored.value.archivedAt !== undefined) {
    return { kind: 'gone' };
  }
  const { value: userGroup } = stored;
  await deps.userGroupChannels.set(place.conversationId, {
    conversationId: place.conversationId,
    userGroupId: userGroup.id,
    tenantId: asker.tenantId,
    ...(place.name !== undefined && { name: place.name }),
  });
  const shown = await showUserGroup(deps, { asker, userGroupId: userGroup.id });
  if (shown.kind === 'gone') {
    // Archived at the same moment: the channel is free for another one.
    await deps.userGroupChannels.set(place.conversationId, undefined);
    return shown;
  }
  return { kind: 'set-up', described: shown.described };
}
