import type { ConversationId, MemberId, TenantId, UserGroupId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { TopicCollection } from './topic-collection.ts';
import { cleanWords, hasLetters, wordsKey } from './typed-words.ts';

/** A working group is a user group under another name; everything else is the same. */
export const userGroupKinds = ['user-group', 'working-group'] as const;
export type UserGroupKind = (typeof userGroupKinds)[number];

/** What organisers say about a group. */
export interface UserGroupFields {
  readonly kind: UserGroupKind;
  readonly name: string;
  readonly description: string;
  /** Whom to ask, in words: a person or a mailbox. Names of members are not kept, so this is the only one people see. */
  readonly contact?: string;
}

export interface UserGroup extends UserGroupFields {
  readonly id: UserGroupId;
  /** May be empty: then only the community's organisers change it. The first one created it, unless their data was erased. */
  readonly organisers: readonly MemberId[];
  readonly createdAt: Instant;
  /** Nobody can join an archived group, and its name is free again. */
  readonly archivedAt?: Instant;
  /** Absent: topics are collected at any time, and nobody's votes are counted out. */
  readonly topics?: TopicCollection;
  /** 1 for a new group, then one more with each change of its fields. */
  readonly version: number;
}

/** That a member is in a group. */
export interface Membership {
  readonly userGroupId: UserGroupId;
  readonly memberId: MemberId;
  readonly joinedAt: Instant;
}

/** A channel or group chat that belongs to a group; to one at most. */
export interface UserGroupChannel {
  readonly conversationId: ConversationId;
  readonly userGroupId: UserGroupId;
  readonly tenantId: TenantId;
  /** As Teams called it when it was set up, if Teams said so. */
  readonly name?: string;
}

/** A channel or group chat of the whole community: what members ask everybody is posted there. */
export type CommunityChannel = Omit<UserGroupChannel, 'userGroupId'>;

/** Characters of a channel's name, as organisers call it. */
export const channelNameLimit = 60;

/** Characters. */
export const userGroupLimits = { name: 60, description: 600, contact: 120 } as const;

/** The form as it was sent: everything may be missing, too long or full of control characters. */
export interface TypedUserGroup {
  readonly kind?: string;
  readonly name?: string;
  readonly description?: string;
  readonly contact?: string;
}

export type UserGroupProblem = 'name-missing' | 'description-missing';

export type CheckUserGroupOutcome =
  | { readonly kind: 'valid'; readonly fields: UserGroupFields }
  | { readonly kind: 'invalid'; readonly problem: UserGroupProblem; readonly fields: UserGroupFields };

/** What was typed, cleaned and cut to its limits; a name and a description need at least one letter or digit. */
export function checkUserGroup(typed: TypedUserGroup): CheckUserGroupOutcome {
  const contact = cleanWords(typed.contact ?? '', { atMost: userGroupLimits.contact });
  const fields: UserGroupFields = {
    kind: userGroupKinds.find((kind) => kind === typed.kind) ?? 'user-group',
    name: cleanWords(typed.name ?? '', { atMost: userGroupLimits.name }),
    description: cleanWords(typed.description ?? '', { atMost: userGroupLimits.description, lines: true }),
    ...(contact !== '' && { contact }),
  };
  if (!hasLetters(fields.name)) {
    return { kind: 'invalid', problem: 'name-missing', fields };
  }
  if (!hasLetters(fields.description)) {
    return { kind: 'invalid', problem: 'description-missing', fields };
  }
  return { kind: 'valid', fields };
}

/** Two open groups may not have the same. */
export function userGroupNameKey(name: string): string {
  return wordsKey(name);
}

/** A new group; whoever creates it organises it. */
export function createUserGroup(
  id: UserGroupId,
  fields: UserGroupFields,
  by: MemberId,
  now: Instant,
): UserGroup {
  return { ...fields, id, organisers: [by], createdAt: now, version: 1 };
}

export type ChangeUserGroupOutcome =
  | { readonly kind: 'changed'; readonly userGroup: UserGroup }
  /** It is so already: sent twice, or nothing was changed. */
  | { readonly kind: 'unchanged' }
  /** Somebody else changed it since the form was opened. */
  | { readonly kind: 'outdated' }
  | { readonly kind: 'archived' };

/** `version` is the one that the form showed: nobody overwrites what they have not seen. */
export function changeUserGroup(
  userGroup: UserGroup,
  fields: UserGroupFields,
  version: number,
): ChangeUserGroupOutcome {
  if (userGroup.archivedAt !== undefined) {
    return { kind: 'archived' };
  }
  if (hasFields(userGroup, fields)) {
    return { kind: 'unchanged' };
  }
  if (userGroup.version !== version) {
    return { kind: 'outdated' };
  }
  const { contact: _before, ...rest } = userGroup;
  return { kind: 'changed', userGroup: { ...rest, ...fields, version: version + 1 } };
}

/** Whether the group says exactly this about itself. */
export function hasFields(userGroup: UserGroup, fields: UserGroupFields): boolean {
  const { kind, name, description, contact } = fields;
  return (
    userGroup.kind === kind &&
    userGroup.name === name &&
    userGroup.description === description &&
    userGroup.contact === contact
  );
}

/** Archiving it again changes nothing, not even the date. */
export function archiveUserGroup(userGroup: UserGroup, now: Instant): UserGroup {
  return { ...userGroup, archivedAt: userGroup.archivedAt ?? now };
}

/** Somebody becomes an organiser of the group, once. */
export function addOrganiser(userGroup: UserGroup, member: MemberId): UserGroup {
  return { ...userGroup, organisers: [...new Set([...userGroup.organisers, member])] };
}

export function removeOrganiser(userGroup: UserGroup, member: MemberId): UserGroup {
  return { ...userGroup, organisers: userGroup.organisers.filter((organiser) => organiser !== member) };
}
