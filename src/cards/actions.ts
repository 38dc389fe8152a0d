import { z } from 'zod';
import { toFilterKey } from '../domain/filter-keys.ts';
import { communeId, userGroupId } from '../domain/ids.ts';
import type { Question } from '../domain/question.ts';
import { userGroupKinds } from '../domain/user-group.ts';
import { adoptionActions } from './adoption-actions.ts';
import { announcementActions } from './announcement-actions.ts';
import type { Button } from './card.ts';
import { contactActions } from './contact-actions.ts';
import { figuresActions } from './figures-actions.ts';
import { followActions } from './follow-actions.ts';
import { freshnessActions } from './freshness-actions.ts';
import { inquiryActions } from './inquiry-actions.ts';
import { interestActions } from './interest-actions.ts';
import { meetingActions } from './meetings/meeting-actions.ts';
import { PageNumber, QuestionPayload, UseCaseKey } from './payload-keys.ts';
import { registrationActions } from './registration-actions.ts';
import { reviewActions } from './review-actions.ts';
import { subscriptionActions } from './subscription-actions.ts';
import { topicActions } from './topic-actions.ts';
import { TypedField } from './typed-field.ts';
import { upkeepActions } from './upkeep-actions.ts';

const UserGroupKey = z
  .string()
  .regex(/^[^/\\?#]{1,200}$/)
  .transform(userGroupId);

/** What people type about a user group. */
const UserGroupForm = z.object({
  kind: z.string().max(40).exactOptional(),
  name: TypedField,
  description: TypedField,
  contact: TypedField,
});

/** What a pressed button asks for. Cards stay clickable for years: variants are added, never changed. */
export const CardAction = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('question.ask'), text: z.string().max(300) }),
  QuestionPayload.extend({ verb: z.literal('question.show') }),
  z.object({
    verb: z.literal('useCase.show'),
    useCaseId: UseCaseKey,
    question: QuestionPayload.exactOptional(),
  }),
  /** Opened beside the details of another use case, or on the list of what is like it. */
  z.object({
    verb: z.literal('useCase.showRelated'),
    useCaseId: UseCaseKey,
    of: UseCaseKey,
    listed: z.boolean(),
    question: QuestionPayload.exactOptional(),
  }),
  z.object({
    verb: z.literal('useCase.listRelated'),
    useCaseId: UseCaseKey,
    question: QuestionPayload.exactOptional(),
  }),
  z.object({ verb: z.literal('help.show') }),
  z.object({ verb: z.literal('privacy.show') }),
  z.object({ verb: z.literal('myData.show') }),
  z.object({ verb: z.literal('myData.showJson'), page: PageNumber.exactOptional() }),
  z.object({ verb: z.literal('myData.askToErase') }),
  z.object({ verb: z.literal('myData.erase') }),
  z.object({ verb: z.literal('commune.offer') }),
  z.object({
    verb: z.literal('commune.choose'),
    commune: z.string().max(8).exactOptional(),
  }),
  z.object({ verb: z.literal('userGroup.list'), page: z.number().int().positive().max(1000) }),
  z.object({ verb: z.literal('userGroup.show'), userGroupId: UserGroupKey }),
  z.object({ verb: z.literal('userGroup.join'), userGroupId: UserGroupKey }),
  z.object({ verb: z.literal('userGroup.leave'), userGroupId: UserGroupKey }),
  z.object({ verb: z.literal('userGroup.offerForm'), kind: z.enum(userGroupKinds) }),
  UserGroupForm.extend({ verb: z.literal('userGroup.create') }),
  z.object({ verb: z.literal('userGroup.offerChange'), userGroupId: UserGroupKey }),
  UserGroupForm.extend({
    verb: z.literal('userGroup.change'),
    userGroupId: UserGroupKey,
    /** The one whose words stood in the form. */
    version: z.number().int().positive(),
  }),
  z.object({ verb: z.literal('userGroup.askToArchive'), userGroupId: UserGroupKey }),
  z.object({ verb: z.literal('userGroup.archive'), userGroupId: UserGroupKey }),
  z.object({ verb: z.literal('userGroup.organise'), userGroupId: UserGroupKey }),
  z.object({ verb: z.literal('userGroup.stopOrganising'), userGroupId: UserGroupKey }),
  z.object({ verb: z.literal('userGroup.offerChannel') }),
  /** The group is chosen in a field: missing when nothing was, `none` for no group. */
  z.object({
    verb: z.literal('userGroup.setChannel'),
    userGroup: UserGroupKey.exactOptional(),
    channelName: TypedField,
  }),
  ...announcementActions,
  ...subscriptionActions,
  ...registrationActions,
  ...adoptionActions,
  ...interestActions,
  ...reviewActions,
  ...upkeepActions,
  ...freshnessActions,
  ...followActions,
  ...inquiryActions,
  ...contactActions,
  ...figuresActions,
  ...topicActions,
  ...meetingActions,
]);
export type CardAction = z.output<typeof CardAction>;
export type Verb = CardAction['verb'];

/** Where a card will stand, which decides what its buttons may do. */
export interface Surface {
  /** A channel or group chat: everybody sees the card, so nothing personal is put on it and details do not replace it. */
  readonly shared: boolean;
  /** Whether the client opens dialogs from buttons; the Agents Playground does not. */
  readonly dialogs: boolean;
  /** The card stands in a dialog: what is pressed there is submitted, and the answer takes its place. */
  readonly inDialog?: boolean;
}

/** A question as a button carries it. */
export function questionPayload(question: Question, page: number) {
  return { sought: question.sought, filters: question.filters.map(toFilterKey), page };
}

/** A button that asks the bot for something and may replace its card. */
export function press(
  title: string,
  verb: Verb,
  data: Readonly<Record<string, unknown>> = {},
  style: Readonly<Record<string, unknown>> = {},
): Button {
  return { type: 'Action.Execute', title, verb, data: { ...data }, ...style };
}

/** A button that shows something to the presser alone: in shared places as a dialog where the client has them. */
export function look(
  surface: Surface,
  title: string,
  verb: Verb,
  data: Readonly<Record<string, unknown>>,
): Button {
  if (surface.inDialog === true) {
    return { type: 'Action.Submit', title, data: { verb, ...data } };
  }
  if (surface.shared && surface.dialogs) {
    return { type: 'Action.Submit', title, data: { msteams: { type: 'task/fetch' }, verb, ...data } };
  }
  return press(title, verb, data);
}

/** A button that does something, where its card stands in a dialog, too. */
export function act(
  surface: Surface,
  title: string,
  verb: Verb,
  data: Readonly<Record<string, unknown>> = {},
  style: Readonly<Record<string, unknown>> = {},
): Button {
  return surface.inDialog === true
    ? { ...look(surface, title, verb, data), ...style }
    : press(title, verb, data, style);
}

/** Instead of a user group: the channel belongs to none. No id of a group is a word. */
export const noUserGroup = 'none';

export const noCommune = 'none';

export function toChosenCommune(value: string) {
  return value === noCommune ? noCommune : communeId(value);
}
