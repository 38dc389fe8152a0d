import type { AudiencePart } from './audience.ts';
import type { AnnouncementId, MemberId } from './ids.ts';
import { dayMs } from './instant.ts';
import type { Instant } from './instant.ts';

/** What people read. */
export interface AnnouncementContent {
  readonly title: string;
  readonly text: string;
  /** https only; shown with its host. */
  readonly link?: string;
  /** Whether a button "Gelesen" asks everybody to confirm that they have read it. */
  readonly acknowledgement: boolean;
}

/** Where an announcement is on its way. */
export type AnnouncementState =
  /** Seen by its author alone; forgotten after a while. `wasPlannedFor`: when it was to go out before its words were changed. */
  | { readonly kind: 'draft'; readonly wasPlannedFor?: Instant }
  /** A second organiser must agree. Without `sendAt` it goes out as soon as they do. */
  | { readonly kind: 'awaiting-confirmation'; readonly askedAt: Instant; readonly sendAt?: Instant }
  /** "Send now" is scheduled for now. */
  | { readonly kind: 'scheduled'; readonly sendAt: Instant }
  /** The broadcast with the announcement's own id carries it. */
  | { readonly kind: 'started'; readonly at: Instant }
  /** The bot stood still when it was due, and for too long after that. */
  | { readonly kind: 'missed'; readonly at: Instant }
  /** Given up before anything was sent. `wasPlanned`: others could see it before, and still can. */
  | { readonly kind: 'discarded'; readonly at: Instant; readonly wasPlanned?: true };

export interface Announcement {
  readonly id: AnnouncementId;
  readonly content: AnnouncementContent;
  /** At least one part. */
  readonly audience: readonly AudiencePart[];
  /** Absent once the author's data was erased. */
  readonly by?: MemberId;
  /** The second organiser, if one was needed. */
  readonly confirmedBy?: MemberId;
  /** The only organiser typed the number of recipients. */
  readonly countTyped?: true;
  /** It was planned for fewer, and was not sent: when its time came they were too many for one organiser alone. */
  readonly grownAt?: Instant;
  readonly createdAt: Instant;
  readonly state: AnnouncementState;
  /** 1 for a new one, then one more with each change of content or audience: nobody sends or confirms what they have not seen. */
  readonly version: number;
  readonly correctedAt?: Instant;
  readonly withdrawnAt?: Instant;
  /** The broadcast is still to be told of a correction or withdrawal: posted messages are to show at least this revision. */
  readonly revisionWanted?: number;
  /** The message that shows its author how it goes, if that is known. */
  readonly shownIn?: ShownIn;
  /** That message shows how it ended, or is gone: nothing is left to show, unless something more happens. */
  readonly reportShown?: true;
}

/** A message of the bot in a person's own chat that is kept up to date. */
export interface ShownIn {
  readonly memberId: MemberId;
  /** Teams' id of the message. */
  readonly activityId: string;
}

/** Characters. */
export const announcementLimits = { title: 100, text: 2000, link: 500 } as const;

/** How long a recipient's message may wait, and how late a scheduled announcement may start. */
export const announcementLifeMs = dayMs;
