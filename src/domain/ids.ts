/**
 * Ids that cannot be mixed up. `as` is allowed in this file alone: a plain string becomes an id here and nowhere else.
 * Every id is safe in a Cosmos DB document (no `/ \ ? #`, at most 255 bytes); the store checks that.
 */
declare const brand: unique symbol;
type Id<Name extends string> = string & { readonly [brand]: Name };

export type UseCaseId = Id<'UseCase'>;
/** The official municipality key (AGS): 8 digits as text, districts end in 000. */
export type CommuneId = Id<'Commune'>;
/** `${tenantId}.${Entra object id}`. */
export type MemberId = Id<'Member'>;
export type TenantId = Id<'Tenant'>;
/** One conversation of Teams, as Teams names it; hashed before it is stored. */
export type ConversationId = Id<'Conversation'>;
export type ImportId = Id<'Import'>;
export type UserGroupId = Id<'UserGroup'>;
export type AnnouncementId = Id<'Announcement'>;
/** What is sent by itself has an id made of what it is about: an announcement's own, `reminder.${meetingId}.${kind}`. */
export type BroadcastId = Id<'Broadcast'>;

/** Of the form that somebody is filling in. A new use case, and what is handed in of it, take over the draft's id. */
export type DraftId = Id<'Draft'>;
export type SubmissionId = Id<'Submission'>;
export type KeptQuestionId = Id<'KeptQuestion'>;
export type InquiryId = Id<'Inquiry'>;
export type TopicRequestId = Id<'TopicRequest'>;
export type MeetingId = Id<'Meeting'>;

export const useCaseId = (value: string) => value as UseCaseId;
export const communeId = (value: string) => value as CommuneId;
export const tenantId = (value: string) => value as TenantId;
export const conversationId = (value: string) => value as ConversationId;
export const importId = (value: string) => value as ImportId;
export const userGroupId = (value: string) => value as UserGroupId;
export const announcementId = (value: string) => value as AnnouncementId;
export const draftId = (value: string) => value as DraftId;
export const submissionId = (value: string) => value as SubmissionId;
export const keptQuestionId = (value: string) => value as KeptQuestionId;
export const inquiryId = (value: string) => value as InquiryId;
export const topicRequestId = (value: string) => value as TopicRequestId;
export const meetingId = (value: string) => value as MeetingId;
export const broadcastId = (value: string) => value as BroadcastId;
export const memberId = (tenant: TenantId, objectId: string) =>
  `${tenant}.${objectId.toLowerCase()}` as MemberId;
/** A member id that was stored before. */
export const storedMemberId = (value: string) => value as MemberId;
/** The tenant that a member id is made of. */
export const tenantOf = (member: MemberId) => member.slice(0, member.indexOf('.')) as TenantId;
/** The Entra object id that a member id is made of, in lower case. */
export const objectIdOf = (member: MemberId) => member.slice(member.indexOf('.') + 1);
