import { z } from 'zod';
import { topicRequestId, userGroupId } from '../domain/ids.ts';
import { invitationAnswers, topicLimits } from '../domain/topic-request.ts';
import { topicViews } from '../domain/topic-view.ts';
import { cooperations } from '../domain/use-case.ts';
import { PageNumber, QuestionPayload, UseCaseKey } from './payload-keys.ts';
import { TypedField } from './typed-field.ts';

/** Broadcasts have names made of it, with points between their parts. */
const TopicKey = z
  .string()
  .regex(/^[0-9A-Za-z-]{1,64}$/)
  .transform(topicRequestId);

const GroupKey = z
  .string()
  .regex(/^[^/\\?#]{1,200}$/)
  .transform(userGroupId);

/** The list that something was opened from, so that "Zurück" still leads there. */
export const TopicListPayload = z.object({
  view: z.enum(topicViews),
  /** Absent: of all groups. */
  userGroupId: GroupKey.exactOptional(),
  page: PageNumber,
});
export type TopicList = z.output<typeof TopicListPayload>;

const one = { topicRequestId: TopicKey, from: TopicListPayload.exactOptional() };

/** Pressed on a message that the bot sent by itself: it stays as it is. */
const onMessage = { message: z.boolean().exactOptional() };

/** What people type about a topic; the group is chosen in a field: missing when nothing was, `none` for the whole community. */
const TopicForm = z.object({
  title: TypedField,
  question: TypedField,
  userGroup: GroupKey.exactOptional(),
  tags: TypedField,
  mayReport: z.string().max(10).exactOptional(),
});

/** Proposing topics, voting on them, and what becomes of them. */
export const topicActions = [
  /** `title`: what somebody typed; `question`: the one that found nothing; `useCaseId`: what many would like to do together. */
  z.object({
    verb: z.literal('topic.offerForm'),
    title: z.string().max(topicLimits.title).exactOptional(),
    text: z.string().max(topicLimits.question).exactOptional(),
    question: QuestionPayload.exactOptional(),
    useCaseId: UseCaseKey.exactOptional(),
    cooperation: z.enum(cooperations).exactOptional(),
    userGroupId: GroupKey.exactOptional(),
    /** What was chosen and typed before, on the card that the form is opened from. */
    userGroup: GroupKey.exactOptional(),
    tags: TypedField,
    mayReport: z.string().max(10).exactOptional(),
    ...onMessage,
  }),
  /** `checked`: what is like it was seen already. */
  TopicForm.extend({
    verb: z.literal('topic.propose'),
    topicRequestId: TopicKey,
    checked: z.boolean().exactOptional(),
  }),
  z.object({ verb: z.literal('topic.offerChange'), ...one }),
  TopicForm.extend({
    verb: z.literal('topic.change'),
    ...one,
    /** The one whose words stood in the form. */
    edition: z.number().int().positive(),
  }),
  z.object({ verb: z.literal('topic.askToRemove'), ...one }),
  z.object({ verb: z.literal('topic.remove'), ...one }),
  TopicListPayload.extend({ verb: z.literal('topic.list'), ...onMessage }),
  /** The group is chosen in a field: missing or `none` for all. */
  z.object({
    verb: z.literal('topic.chooseList'),
    view: z.enum(topicViews),
    userGroup: GroupKey.exactOptional(),
  }),
  z.object({ verb: z.literal('topic.show'), ...one }),
  /** From a message that the bot sent by itself: it stays as it is. */
  z.object({ verb: z.literal('topic.showNews'), topicRequestId: TopicKey }),
  /** `onList`: pressed on the list, which is shown again. */
  z.object({ verb: z.literal('topic.vote'), ...one, onList: z.boolean().exactOptional() }),
  z.object({ verb: z.literal('topic.withdrawVote'), ...one, onList: z.boolean().exactOptional() }),
  z.object({ verb: z.literal('topic.follow'), ...one }),
  /** `page`: pressed on that page of "Meine Benachrichtigungen". */
  z.object({
    verb: z.literal('topic.unfollow'),
    ...one,
    ...onMessage,
    page: PageNumber.exactOptional(),
  }),
  z.object({ verb: z.literal('topic.offerComment'), ...one }),
  z.object({ verb: z.literal('topic.comment'), ...one, text: TypedField }),
  /** `page`: pressed on that page of all comments, which is shown again. */
  z.object({
    verb: z.literal('topic.removeComment'),
    ...one,
    comment: z.number().int().positive(),
    page: PageNumber.exactOptional(),
  }),
  z.object({ verb: z.literal('topic.listComments'), ...one, page: PageNumber }),
  z.object({ verb: z.literal('topic.organise'), ...one }),
  z.object({ verb: z.literal('topic.offerPlan'), ...one }),
  z.object({ verb: z.literal('topic.plan'), ...one, date: TypedField, reference: TypedField }),
  z.object({ verb: z.literal('topic.offerTreat'), ...one }),
  z.object({ verb: z.literal('topic.treat'), ...one, text: TypedField, link: TypedField }),
  z.object({ verb: z.literal('topic.offerDecline'), ...one }),
  z.object({ verb: z.literal('topic.decline'), ...one, reason: TypedField }),
  z.object({ verb: z.literal('topic.offerMerge'), ...one }),
  /** The other request is chosen in a field: missing when nothing was. */
  z.object({
    verb: z.literal('topic.merge'),
    ...one,
    into: TopicKey.exactOptional(),
    reason: TypedField,
  }),
  z.object({ verb: z.literal('topic.restore'), ...one }),
  /** "Ich kann dazu berichten" */
  z.object({ verb: z.literal('topic.offerReport'), ...one }),
  z.object({ verb: z.literal('topic.report'), ...one, text: TypedField }),
  z.object({ verb: z.literal('topic.stopReporting'), ...one }),
  /** "Mögliche Beiträge" */
  z.object({ verb: z.literal('topic.listContributions'), ...one }),
  z.object({ verb: z.literal('topic.invite'), ...one, useCaseId: UseCaseKey }),
  z.object({
    verb: z.literal('topic.answerInvitation'),
    topicRequestId: TopicKey,
    invitation: z.number().int().positive(),
    answer: z.enum(invitationAnswers),
  }),
  z.object({ verb: z.literal('demand.list'), page: PageNumber }),
  z.object({ verb: z.literal('topicCollection.offer'), userGroupId: GroupKey }),
  z.object({
    verb: z.literal('topicCollection.set'),
    userGroupId: GroupKey,
    until: TypedField,
    votes: TypedField,
  }),
] as const;

/** The list as buttons carry it. */
export function toFromPayload(from: TopicList | undefined) {
  return from === undefined ? {} : { from };
}
