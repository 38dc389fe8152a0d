import { z } from 'zod';
import { meetingId, topicRequestId, userGroupId } from '../../domain/ids.ts';
import { meetingViews } from '../../domain/meetings/meeting-view.ts';
import { rsvpAnswers } from '../../domain/meetings/rsvp.ts';
import { PageNumber } from '../payload-keys.ts';
import { TypedField } from '../typed-field.ts';

/** Broadcasts have names made of it, with points between their parts. */
const MeetingKey = z
  .string()
  .regex(/^[0-9A-Za-z-]{1,64}$/)
  .transform(meetingId);

const GroupKey = z
  .string()
  .regex(/^[^/\\?#]{1,200}$/)
  .transform(userGroupId);

const TopicKey = z
  .string()
  .regex(/^[0-9A-Za-z-]{1,64}$/)
  .transform(topicRequestId);

/** The list that something was opened from, so that "Zurück" still leads there. */
export const MeetingListPayload = z.object({
  view: z.enum(meetingViews),
  /** Absent: of all groups. */
  userGroupId: GroupKey.exactOptional(),
  page: PageNumber,
});
export type MeetingList = z.output<typeof MeetingListPayload>;

const one = { meetingId: MeetingKey, from: MeetingListPayload.exactOptional() };

/** The version of a meeting's fields that whoever pressed has seen. */
const Edition = z.number().int().positive();

/** Several choices of a field come as one text, with commas. */
const Choices = z.string().max(4000).exactOptional();

/** What organisers type about a meeting. Chosen in a field: missing when nothing was, the group `none` for the whole community. */
const MeetingForm = z.object({
  title: TypedField,
  userGroup: GroupKey.exactOptional(),
  date: TypedField,
  startTime: TypedField,
  /** Missing: the same day. */
  endDate: TypedField,
  endTime: TypedField,
  address: TypedField,
  link: TypedField,
  capacity: TypedField,
  seatsPerCommune: TypedField,
  mostGuests: TypedField,
  respondBy: TypedField,
  description: TypedField,
  question1: TypedField,
  question2: TypedField,
  question3: TypedField,
  topics: Choices,
  repetition: z.string().max(40).exactOptional(),
  reminders: Choices,
  people: z.string().max(20).exactOptional(),
  channels: Choices,
});
export type TypedMeetingForm = z.output<typeof MeetingForm>;

/** Planning meetings, answering them, and what follows from them. */
export const meetingActions = [
  /** "Treffen planen"; with a group, or a topic for the agenda, where it was opened there. */
  z.object({
    verb: z.literal('meeting.offerForm'),
    userGroupId: GroupKey.exactOptional(),
    topicRequestId: TopicKey.exactOptional(),
  }),
  /** "Vorschau": keeps it as a draft. `edition`: of the draft whose words stood in the form; absent for a new one. */
  MeetingForm.extend({
    verb: z.literal('meeting.draft'),
    meetingId: MeetingKey,
    edition: Edition.exactOptional(),
  }),
  /** The draft's form again. */
  z.object({ verb: z.literal('meeting.offerDraftChange'), meetingId: MeetingKey }),
  z.object({ verb: z.literal('meeting.showDraft'), meetingId: MeetingKey }),
  /** `count`: the number of people, typed where they are many. */
  z.object({
    verb: z.literal('meeting.publish'),
    meetingId: MeetingKey,
    edition: Edition,
    count: TypedField,
  }),
  z.object({ verb: z.literal('meeting.discard'), meetingId: MeetingKey }),
  z.object({ verb: z.literal('meeting.offerChange'), ...one }),
  MeetingForm.extend({ verb: z.literal('meeting.change'), ...one, edition: Edition }),
  z.object({ verb: z.literal('meeting.askToCancel'), ...one }),
  z.object({ verb: z.literal('meeting.cancel'), ...one, reason: TypedField }),
  /** No further one of the series. */
  z.object({ verb: z.literal('meeting.endSeries'), ...one }),
  /** What organisers can do with it. */
  z.object({ verb: z.literal('meeting.organise'), ...one }),

  z.object({ verb: z.literal('meeting.show'), ...one }),
  /** From a message that the bot sent by itself: it stays as it is. */
  z.object({ verb: z.literal('meeting.showNews'), meetingId: MeetingKey }),
  z.object({ verb: z.literal('meeting.respond'), ...one, answer: z.enum(rsvpAnswers) }),
  /** Guests, the name, and answers to the organisers' questions. */
  z.object({ verb: z.literal('meeting.offerDetails'), ...one }),
  z.object({
    verb: z.literal('meeting.saveDetails'),
    ...one,
    guests: TypedField,
    name: TypedField,
    answer1: TypedField,
    answer2: TypedField,
    answer3: TypedField,
  }),

  /** "In Kalender": the file, the form of Outlook, and the group's feed. */
  z.object({ verb: z.literal('meeting.offerCalendar'), ...one }),
  /** The calendar of a group to subscribe to; without one that of the whole community. */
  z.object({ verb: z.literal('meeting.showFeed'), userGroupId: GroupKey.exactOptional() }),
  /** A new address; the old one opens nothing any more. */
  z.object({ verb: z.literal('meeting.renewFeed'), userGroupId: GroupKey.exactOptional() }),

  MeetingListPayload.extend({ verb: z.literal('meeting.list') }),
  /** The group is chosen in a field: missing or `none` for all. */
  z.object({
    verb: z.literal('meeting.chooseList'),
    view: z.enum(meetingViews),
    userGroup: GroupKey.exactOptional(),
  }),
  z.object({ verb: z.literal('meeting.listParticipants'), ...one, page: PageNumber }),
  /** The participants as files. */
  z.object({ verb: z.literal('meeting.exportParticipants'), ...one }),

  z.object({ verb: z.literal('meeting.checkIn'), ...one }),
  z.object({ verb: z.literal('meeting.offerResults'), ...one }),
  z.object({
    verb: z.literal('meeting.publishResults'),
    ...one,
    text: TypedField,
    links: TypedField,
    treated: Choices,
    /** Of the results that stood in the form; absent for the first. */
    edition: Edition.exactOptional(),
  }),
  /** The whole of them: on the meeting's own card stands how they begin. */
  z.object({ verb: z.literal('meeting.showResults'), ...one }),
  z.object({ verb: z.literal('meeting.offerFeedback'), ...one }),
  z.object({
    verb: z.literal('meeting.giveFeedback'),
    ...one,
    rating: z.string().max(10).exactOptional(),
    sentence: TypedField,
  }),
  /** What people said, for organisers. */
  z.object({ verb: z.literal('meeting.showFeedback'), ...one }),

  /** World Café: how many tables, rounds and minutes, and which topics. */
  z.object({ verb: z.literal('cafe.offer'), ...one }),
  z.object({
    verb: z.literal('cafe.set'),
    ...one,
    tables: TypedField,
    seatsPerTable: TypedField,
    rounds: TypedField,
    minutes: TypedField,
    topics: Choices,
  }),
  /** In which order somebody would like to sit at the topics: of each topic its rank, in fields of their own. */
  z.object({ verb: z.literal('cafe.offerWishes'), ...one }),
  z.object({
    verb: z.literal('cafe.wish'),
    ...one,
    first: TopicKey.exactOptional(),
    second: TopicKey.exactOptional(),
    third: TopicKey.exactOptional(),
  }),
  z.object({ verb: z.literal('cafe.assign'), ...one }),
  z.object({ verb: z.literal('cafe.showPlan'), ...one }),
  /** Tells everybody their tables. */
  z.object({ verb: z.literal('cafe.tell'), ...one, plan: z.number().int().positive() }),
  z.object({ verb: z.literal('cafe.startTimer'), ...one, round: z.number().int().positive().max(20) }),
  z.object({ verb: z.literal('cafe.stopTimer'), ...one }),
] as const;

/** The list as buttons carry it. */
export function toFromPayload(from: MeetingList | undefined) {
  return from === undefined ? {} : { from };
}
