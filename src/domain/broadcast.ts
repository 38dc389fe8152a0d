import type { BroadcastPart } from './audience.ts';
import type {
  AnnouncementId,
  BroadcastId,
  InquiryId,
  KeptQuestionId,
  MeetingId,
  MemberId,
  SubmissionId,
  TenantId,
  TopicRequestId,
  UseCaseId,
  UserGroupId,
} from './ids.ts';
import { dayMs } from './instant.ts';
import type { Instant } from './instant.ts';
import type { MeetingReminded } from './meetings/meeting-reminders.ts';
import type { Cooperation } from './use-case.ts';

/** What a broadcast carries. */
export type BroadcastSubject =
  | { readonly kind: 'announcement'; readonly announcementId: AnnouncementId }
  /** The question to the other organisers whether an announcement may go out. */
  | { readonly kind: 'confirmation'; readonly announcementId: AnnouncementId }
  /** "Zur Freigabe", to the organisers; `round` rises each time the author hands it in again. */
  | { readonly kind: 'review'; readonly submissionId: SubmissionId; readonly round: number }
  /** What became of it, to its author. */
  | { readonly kind: 'review-outcome'; readonly submissionId: SubmissionId; readonly round: number }
  /** "Ist das noch aktuell?", to the contact. */
  | { readonly kind: 'freshness'; readonly useCaseId: UseCaseId }
  /** What the history tells under this version, to whoever follows the use case. */
  | { readonly kind: 'use-case-news'; readonly useCaseId: UseCaseId; readonly version: number }
  /** A use case that a kept question was waiting for, to whoever keeps it. */
  | {
      readonly kind: 'question-news';
      readonly questionId: KeptQuestionId;
      readonly memberId: MemberId;
      readonly useCaseId: UseCaseId;
    }
  /** Enough communes would like to do the same together, to the organisers. */
  | { readonly kind: 'interest'; readonly useCaseId: UseCaseId; readonly cooperation: Cooperation }
  /** A question to the community, in its channels. */
  | { readonly kind: 'inquiry'; readonly inquiryId: InquiryId }
  /** That somebody has answered it, to the asker. */
  | { readonly kind: 'inquiry-answer'; readonly inquiryId: InquiryId; readonly answer: number }
  /** What the history of a topic request tells under this number, to its followers. */
  | { readonly kind: 'topic-news'; readonly topicRequestId: TopicRequestId; readonly number: number }
  /** The question whether somebody would report on a topic request; `round` rises when they are asked again. */
  | {
      readonly kind: 'topic-invitation';
      readonly topicRequestId: TopicRequestId;
      readonly invitation: number;
      readonly round: number;
    }
  /** What they said, to the organiser who asked. */
  | {
      readonly kind: 'topic-invitation-answer';
      readonly topicRequestId: TopicRequestId;
      readonly invitation: number;
    }
  /** Until when topics are collected, to the members of the group. */
  | {
      readonly kind: 'topic-deadline';
      readonly userGroupId: UserGroupId;
      readonly until: string;
      readonly daysBefore: number;
    }
  /** The invitation to a meeting: in channels the card that everybody sees, to a member their own. */
  | { readonly kind: 'meeting'; readonly meetingId: MeetingId }
  /** What a member answered who got no invitation of their own. */
  | { readonly kind: 'meeting-own'; readonly meetingId: MeetingId }
  /** What changed, to those who come. */
  | { readonly kind: 'meeting-news'; readonly meetingId: MeetingId; readonly number: number }
  /** "Sie sind nachgerückt", to the member who did; `number`: of their answer. */
  | { readonly kind: 'meeting-promoted'; readonly meetingId: MeetingId; readonly number: number }
  | ({ readonly kind: 'meeting-reminder'; readonly meetingId: MeetingId } & MeetingReminded)
  /** What came of it, in its channels and to those who had a seat. */
  | { readonly kind: 'meeting-results'; readonly meetingId: MeetingId }
  /** How was it, to those who had a seat. */
  | { readonly kind: 'meeting-feedback'; readonly meetingId: MeetingId }
  /** At which tables a member sits; `plan`: of how many that were made. */
  | { readonly kind: 'cafe-plan'; readonly meetingId: MeetingId; readonly plan: number }
  /** What the timer of the rounds says, in the channels; `run` rises each time it is started. */
  | {
      readonly kind: 'cafe-timer';
      readonly meetingId: MeetingId;
      readonly run: number;
      readonly round: number;
      readonly signal: 'start' | 'five-minutes' | 'change' | 'end';
    };

/**
 * Something that the bot sends on its own to many. `preparing`: the recipients are being written down; `sending`: that is complete, and
 * something is still to be done for some of them; `finished`: every recipient is in a final state.
 */
export interface Broadcast {
  readonly id: BroadcastId;
  readonly subject: BroadcastSubject;
  readonly audience: readonly BroadcastPart[];
  /** Left out, whatever the audience says. */
  readonly except: readonly MemberId[];
  readonly phase: 'preparing' | 'sending' | 'finished';
  readonly createdAt: Instant;
  /** What it shows can be corrected at least until then. */
  readonly keepUntil?: Instant;
  /** How long a recipient may wait before the message is too late for them. */
  readonly lifeMs: number;
  /** Tenants of the recipients, one bucket of deliveries each; fixed when the snapshot is complete. */
  readonly tenants: readonly TenantId[];
  /** What is to be shown now: 1 at first, one more with each correction or withdrawal; posted messages follow. */
  readonly revision: number;
  /** How often the unclear ones were to be sent again. */
  readonly repeats: number;
  /** Nothing more is sent; what was not sent is cancelled. */
  readonly cancelledAt?: Instant;
  /** The whole broadcast was stopped because the bot itself may not send. */
  readonly stopped?: 'not-registered';
  readonly finishedAt?: Instant;
}

const keepMs = 180 * dayMs;

/** When it is forgotten whom it reached; until then its messages can be corrected. */
export function toForgetAt({ createdAt, keepUntil }: Pick<Broadcast, 'createdAt' | 'keepUntil'>): Instant {
  return Math.max(createdAt + keepMs, keepUntil ?? createdAt);
}
