import type { ConversationId, MeetingId, MemberId, TopicRequestId, UserGroupId } from '../ids.ts';
import type { Instant } from '../instant.ts';
import type { SeatCount } from './seat-count.ts';

/** Where people meet: on site, online, or both; at least one of the two. */
export interface MeetingPlace {
  readonly address?: string;
  /** https; for those who take part alone. */
  readonly link?: string;
}

export const repetitions = ['weekly', 'monthly-by-weekday', 'quarterly'] as const;
/** `monthly-by-weekday`: on the third Thursday of each month; `quarterly`: the same, three months later. */
export type Repetition = (typeof repetitions)[number];

export const meetingReminders = ['week', 'day', 'respond-by'] as const;
/** A week or a day before it begins, to those who come; and before the last day for answers, to those who have not answered. */
export type MeetingReminder = (typeof meetingReminders)[number];

/** Seats that are kept for each commune until the last day for answers. */
export interface ReservedSeats {
  readonly perCommune: number;
  /** How many communes there were when it was planned. */
  readonly communes: number;
}

/** Who is invited. Channels are those set up with "Kanal einrichten". */
export interface Invited {
  /** `group`: the members of the user group. */
  readonly people: 'group' | 'everybody' | 'nobody';
  readonly channels: readonly ConversationId[];
}

/** What organisers say about a meeting. */
export interface MeetingFields {
  readonly title: string;
  readonly description?: string;
  /** Absent: of the whole community. */
  readonly userGroupId?: UserGroupId;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly place: MeetingPlace;
  /** Seats; absent: as many as come. */
  readonly capacity?: number;
  readonly reserved?: ReservedSeats;
  /** How many guests each member may bring; 0: none. */
  readonly mostGuests: number;
  /** The last day for answers, in Berlin: `2026-11-27`. Absent: until it begins. */
  readonly respondBy?: string;
  /** To those who take part, at most three. */
  readonly questions: readonly string[];
  /** The agenda. */
  readonly topics: readonly TopicRequestId[];
  readonly repetition?: Repetition;
  readonly reminders: readonly MeetingReminder[];
  readonly invited: Invited;
}

export type MeetingState =
  /** Seen by whoever plans it alone; forgotten after a while. */
  | { readonly kind: 'draft' }
  | { readonly kind: 'published'; readonly at: Instant }
  /** "Fällt aus". */
  | { readonly kind: 'cancelled'; readonly at: Instant; readonly reason?: string };

/** The fields whose change the people concerned are told of. */
export const toldFields = ['title', 'startsAt', 'endsAt', 'place', 'respondBy'] as const;
export type ToldFields = Partial<Pick<MeetingFields, (typeof toldFields)[number]>>;

/** That something happened to it that people are told of; numbers are given once, from 1. */
export type MeetingNews =
  | {
      readonly number: number;
      readonly at: Instant;
      readonly kind: 'changed';
      /** Of the fields that changed, what stood there; one that is missing here was empty. */
      readonly before: ToldFields;
      readonly after: ToldFields;
    }
  | { readonly number: number; readonly at: Instant; readonly kind: 'cancelled' };

/** What is still to be done about a meeting; each can be done again without harm. */
export type MeetingTask =
  /** Send the invitations. */
  | { readonly kind: 'announce' }
  /** The posted cards are to show what is true now. */
  | { readonly kind: 'show' }
  /** The topics on its agenda are to say so, those that were on it are not. */
  | { readonly kind: 'agenda' }
  /** News, to whoever comes; `except`: whoever made the change knows it. */
  | { readonly kind: 'tell'; readonly number: number; readonly except?: MemberId }
  /** There may be room for some who wait. */
  | { readonly kind: 'promote' }
  | { readonly kind: 'tell-promoted'; readonly memberId: MemberId; readonly number: number }
  /** Post the results. */
  | { readonly kind: 'results' }
  /** It ends at another time: what is kept for a while after it is kept as long after that. */
  | { readonly kind: 'keep' };

/** What came of it. */
export interface MeetingResults {
  readonly text: string;
  readonly links: readonly string[];
  /** Of its agenda those that were treated. */
  readonly treated: readonly TopicRequestId[];
  readonly at: Instant;
  /** 1, and one more with each change. */
  readonly edition: number;
}

/** What people said about it afterwards, without who said what. */
export interface MeetingFeedback {
  /** How many gave 1, 2, 3, 4 and 5. */
  readonly ratings: readonly [number, number, number, number, number];
  /** In an order that tells nothing. */
  readonly sentences: readonly string[];
}

export interface Meeting extends MeetingFields {
  readonly id: MeetingId;
  /** Of a repeated meeting the first one; of any other its own id. */
  readonly seriesId: MeetingId;
  /** 1 for the first of a series. */
  readonly seriesNumber: number;
  /** The next one of the series was made, or the series was ended: nothing is repeated any more. */
  readonly repeated?: true;
  /** Absent after their data was erased. */
  readonly by?: MemberId;
  readonly createdAt: Instant;
  readonly state: MeetingState;
  readonly seats: SeatCount;
  /** The last number given to an answer: the order in which the server took them. */
  readonly answered: number;
  /** One more with each change of its fields, from 1: nobody publishes or overwrites what they have not seen. */
  readonly edition: number;
  /** SEQUENCE of its calendar entry (RFC 5545, 3.8.7.4): one more whenever people should look again. */
  readonly calendarSequence: number;
  /** Unguessable; opens its calendar file. */
  readonly calendarKey: string;
  /** One more with each write, whatever is changed. */
  readonly version: number;
  /** The earliest first. */
  readonly news: readonly MeetingNews[];
  readonly undone: readonly MeetingTask[];
  /** The counts changed since the shared cards were brought up to date. */
  readonly isShownLate?: true;
  /** When that was done last. */
  readonly shownAt?: Instant;
  /** When the next reminder is due; absent: none any more. */
  readonly remindAt?: Instant;
  /** When its answers are closed or it is over, something is to be done: seats get free, the next one of the series is made. */
  readonly dueAt?: Instant;
  readonly results?: MeetingResults;
  readonly feedback?: MeetingFeedback;
}

/** Characters; and how many there may be. */
export const meetingLimits = {
  title: 100,
  description: 2000,
  address: 200,
  link: 500,
  question: 150,
  questions: 3,
  answer: 300,
  name: 100,
  reason: 500,
  capacity: 5000,
  guests: 9,
  topics: 8,
  results: 3000,
  links: 5,
  sentence: 300,
} as const;

/** How long a draft is kept after it was last changed. */
export const keepMeetingDraftDays = 90;
/** How long it is kept who answered what, after a meeting. */
export const keepRsvpDays = 180;
