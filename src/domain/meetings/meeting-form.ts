import type { ConversationId, UserGroupId } from '../ids.ts';
import type { Instant } from '../instant.ts';
import { toLocalTime } from '../local-time.ts';
import { meetingLimits } from './meeting.ts';
import type { Meeting, MeetingFields } from './meeting.ts';

/** Every field of the form, in its order. Several choices are joined with commas. */
export const meetingFormNames = [
  'title',
  'userGroup',
  'date',
  'startTime',
  'endTime',
  'address',
  'link',
  'people',
  'channels',
  'endDate',
  'capacity',
  'seatsPerCommune',
  'mostGuests',
  'respondBy',
  'description',
  'question1',
  'question2',
  'question3',
  'topics',
  'repetition',
  'reminders',
] as const;
export type MeetingFormName = (typeof meetingFormNames)[number];

/** The form as it was sent: everything may be missing or wrong. */
export type TypedMeeting = Partial<Readonly<Record<MeetingFormName, string>>>;

/** What stands in the form: days as `2026-12-03` and times as `14:30` where they were understood, the rest as it was typed. */
export type MeetingFormFields = Readonly<Record<MeetingFormName, string>>;

/** In the field of the user group: the whole community. */
export const noGroup = 'none';

/** A channel that can be chosen; without a group it is the whole community's. */
export interface MeetingChannel {
  /** As the form names it. */
  readonly key: string;
  readonly conversationId: ConversationId;
  readonly userGroupId?: UserGroupId;
}

/** What a form is checked against: what its author may choose at this moment. */
export interface MeetingFormContext {
  readonly now: Instant;
  /** How many communes there are. */
  readonly communes: number;
  /** Meetings of the whole community, and invitations to everybody. */
  readonly everybody: boolean;
  readonly userGroups: readonly UserGroupId[];
  readonly channels: readonly MeetingChannel[];
  /** Whether a topic request may be put on the agenda of a meeting of this group. */
  readonly mayBeOnAgenda: (topic: string, userGroup: UserGroupId | undefined) => boolean;
  /** The published one that is changed: whom it is for stays as it is, and so may what has passed. */
  readonly published?: Meeting;
}

type TooLong = 'title' | 'address' | 'link' | 'description' | 'question1' | 'question2' | 'question3';

export type MeetingProblemKind =
  | `${TooLong}-too-long`
  | 'title-missing'
  | 'group-missing'
  | 'group-gone'
  | 'date-missing'
  | 'date-invalid'
  | 'start-missing'
  | 'start-invalid'
  | 'start-skipped'
  | 'start-past'
  | 'start-too-far'
  | 'end-missing'
  | 'end-invalid'
  | 'end-skipped'
  | 'end-before-start'
  | 'end-past'
  | 'end-date-invalid'
  | 'lasts-too-long'
  | 'place-missing'
  | 'link-invalid'
  | 'people-missing'
  | 'people-own-group'
  | 'channels-gone'
  | 'channels-other-group'
  | 'capacity-invalid'
  | 'capacity-taken'
  | 'reserved-invalid'
  | 'reserved-without-capacity'
  | 'reserved-too-many'
  | 'guests-invalid'
  | 'respond-by-invalid'
  | 'respond-by-past'
  | 'respond-by-late'
  | 'topics-gone'
  | 'topics-too-many'
  | 'reminder-without-day'
  /** It was changed since the form was opened. */
  | 'outdated';

/** `number`: how many characters, seats or topics it is about. */
export interface MeetingProblem {
  readonly kind: MeetingProblemKind;
  readonly number?: number;
}

/** The longest that a meeting may last, in days. */
export const longestMeetingDays = 14;

/** The form of a meeting that is changed. A channel that cannot be chosen any more is left out. */
export function toMeetingFormFields(
  meeting: MeetingFields,
  channels: readonly MeetingChannel[],
): MeetingFormFields {
  const [start, end] = [toLocalTime(meeting.startsAt), toLocalTime(meeting.endsAt)];
  const { place, capacity, reserved, invited, questions } = meeting;
  const chosen = channels.filter(({ conversationId }) => invited.channels.includes(conversationId));
  return {
    title: meeting.title,
    userGroup: meeting.userGroupId ?? noGroup,
    date: start.date,
    startTime: start.time,
    endDate: end.date === start.date ? '' : end.date,
    endTime: end.time,
    address: place.address ?? '',
    link: place.link ?? '',
    capacity: capacity === undefined ? '' : String(capacity),
    seatsPerCommune: reserved === undefined ? '' : String(reserved.perCommune),
    mostGuests: meeting.mostGuests === 0 ? '' : String(meeting.mostGuests),
    respondBy: meeting.respondBy ?? '',
    description: meeting.description ?? '',
    question1: questions[0] ?? '',
    question2: questions[1] ?? '',
    question3: questions[2] ?? '',
    topics: meeting.topics.join(','),
    repetition: meeting.repetition ?? '',
    reminders: meeting.reminders.join(','),
    people: invited.people,
    channels: chosen.map(({ key }) => key).join(','),
  };
}

/** The form of a new meeting: reminders a week and a day before. */
export const emptyMeetingForm: MeetingFormFields = {
  title: '',
  userGroup: '',
  date: '',
  startTime: '',
  endDate: '',
  endTime: '',
  address: '',
  link: '',
  capacity: '',
  seatsPerCommune: '',
  mostGuests: '',
  respondBy: '',
  description: '',
  question1: '',
  question2: '',
  question3: '',
  topics: '',
  repetition: '',
  reminders: 'week,day',
  people: 'group',
  channels: '',
};

/** Several choices of a field, each once. */
export function toChoices(typed: string): readonly string[] {
  const keys = typed.split(',').map((key) => key.trim());
  return [...new Set(keys.filter((key) => key !== ''))];
}

/** Whether anything that few need is filled in. */
export function saysMore(fields: MeetingFormFields): boolean {
  const few = ['endDate', 'capacity', 'seatsPerCommune', 'mostGuests', 'respondBy', 'description'] as const;
  const more = ['question1', 'question2', 'question3', 'topics', 'repetition'] as const;
  return (
    [...few, ...more].some((name) => fields[name] !== '') || fields.reminders !== emptyMeetingForm.reminders
  );
}

export const mostTopics = meetingLimits.topics;
