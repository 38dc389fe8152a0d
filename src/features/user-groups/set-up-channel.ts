import type { Deps } from '../../deps.ts';
import type { ConversationId, UserGroupId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import { channelNameLimit } from '../../domain/user-group.ts';
import type { CommunityChannel, UserGroup, UserGroupChannel } from '../../domain/user-group.ts';
import { cleanWords } from '../../domain/typed-words.ts';
import { checkPermission } from './check-permission.ts';
import type { DescribeDeps } from './describe-user-group.ts';
import { showUserGroup } from './show-user-group.ts';
import type { DeniedUserGroup, Done, Gone } from './user-group-results.ts';

/** The channel or group chat where this is asked; it comes from Teams, never from a card. `name` is what organisers call it. */
export interface ChannelPlace {
  readonly conversationId: ConversationId;
  readonly name?: string;
}

/** Whose a channel can be: a group's, everybody's, or nobody's. */
export type ChannelOwner = UserGroupId | 'community' | 'none';

export type OfferChannelResult =
  | {
      readonly kind: 'offered';
      /** Open groups that the asker may give channels, by name. */
      readonly userGroups: readonly UserGroup[];
      readonly chosen?: UserGroupId | 'community';
      /** Whether the asker may give it to the whole community. */
      readonly mayBeCommunity: boolean;
      readonly name?: string;
    }
  | DeniedUserGroup;

/** The groups that this channel can belong to, beside the whole community. */
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
  const mayBeCommunity = may(asker, 'change-user-group').kind === 'allowed';
  if (userGroups.length === 0 && !mayBeCommunity) {
    const permission = checkPermission(deps, asker, 'change-user-group');
    if (permission.kind === 'denied') {
      return permission;
    }
  }
  const channel = await deps.userGroupChannels.find(place.conversationId);
  const name = channel?.name;
  return {
    kind: 'offered',
    userGroups: userGroups.toSorted((one, other) => one.name.localeCompare(other.name, 'de')),
    ...(channel !== undefined && { chosen: ownerOf(channel) }),
    ...(name !== undefined && { name }),
    mayBeCommunity,
  };
}

export type SetUpChannelResult =
  | Done<'set-up'>
  | { readonly kind: 'set-up-for-community' }
  | { readonly kind: 'taken-off' }
  | Gone
  | DeniedUserGroup;

/**
 * The channel belongs to this group from now on, to everybody, or to none. Who takes it from another group must be able to change that one
 * too; what is everybody's is the matter of organisers.
 */
export async function setUpChannel(
  deps: DescribeDeps & Pick<Deps, 'userGroups' | 'logger'>,
  request: {
    readonly asker: Asker;
    readonly place: ChannelPlace;
    readonly userGroupId: ChannelOwner;
  },
): Promise<SetUpChannelResult> {
  const { asker, place, userGroupId: owner } = request;
  const before = await deps.userGroupChannels.find(place.conversationId);
  const wasCommunity = before !== undefined && ownerOf(before) === 'community';
  const held =
    before !== undefined && 'userGroupId' in before
      ? await deps.userGroups.find(before.userGroupId)
      : undefined;
  const stored = owner === 'none' || owner === 'community' ? undefined : await deps.userGroups.find(owner);
  const groups = [held, stored].filter((one) => one !== undefined);
  // Of a channel that belongs to nobody only organisers can say that it shall belong to nobody.
  const isForOrganisers = wasCommunity || owner === 'community' || groups.length === 0;
  for (const one of isForOrganisers ? [undefined, ...groups] : groups) {
    const permission = checkPermission(deps, asker, 'change-user-group', one?.value);
    if (permission.kind === 'denied') {
      return permission;
    }
  }
  if (owner === 'none') {
    await deps.userGroupChannels.set(place.conversationId, undefined);
    return { kind: 'taken-off' };
  }
  const name = cleanWords(place.name ?? '', { atMost: channelNameLimit });
  const channel: CommunityChannel = {
    conversationId: place.conversationId,
    tenantId: asker.tenantId,
    ...(name !== '' && { name }),
  };
  if (owner === 'community') {
    await deps.userGroupChannels.set(place.conversationId, channel);
    return { kind: 'set-up-for-community' };
  }
  if (stored === undefined || stored.value.archivedAt !== undefined) {
    return { kind: 'gone' };
  }
  const { value: userGroup } = stored;
  await deps.userGroupChannels.set(place.conversationId, { ...channel, userGroupId: userGroup.id });
  const shown = await showUserGroup(deps, { asker, userGroupId: userGroup.id });
  if (shown.kind === 'gone') {
    // Archived at the same moment: the channel is free for another one.
    await deps.userGroupChannels.set(place.conversationId, undefined);
    return shown;
  }
  return { kind: 'set-up', described: shown.described };
}

function ownerOf(channel: UserGroupChannel | CommunityChannel): UserGroupId | 'community' {
  return 'userGroupId' in channel ? channel.userGroupId : 'community';
}
