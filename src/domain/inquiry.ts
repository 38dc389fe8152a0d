import type { CommuneId, InquiryId, MemberId, UserGroupId } from './ids.ts';
import { dayMs, minuteMs } from './instant.ts';
import type { Instant } from './instant.ts';
import type { Stage } from './stage.ts';

/** "Wir machen das", "Ich kenne jemanden", or words. */
export const inquiryAnswerKinds = ['doing', 'knows', 'words'] as const;
export type InquiryAnswerKind = (typeof inquiryAnswerKinds)[number];

/** How far somebody who does it can be; whoever answers knows it. */
export const answerStages = [
  'idea',
  'planned',
  'in_development',
  'pilot',
  'in_use',
  'retired',
  'rejected',
] as const satisfies readonly Stage[];
export type AnswerStage = (typeof answerStages)[number];

export type InquiryState =
  /** Seen by its author alone. */
  | { readonly kind: 'draft' }
  | { readonly kind: 'open' }
  | { readonly kind: 'answered' }
  | { readonly kind: 'closed'; readonly at: Instant; readonly because: ClosedBecause };

export type ClosedBecause = 'asker' | 'organiser' | 'time';

/** Where it is posted: in the channels of the whole community, or in those of a user group. */
export type InquiryPlace = 'community' | UserGroupId;

/** A question of a member to everybody, posted in channels. */
export interface Inquiry {
  readonly id: InquiryId;
  readonly question: string;
  readonly more?: string;
  /** Whether the commune of the asker may stand on the card. */
  readonly named: boolean;
  /** Only when it may be named. */
  readonly communeId?: CommuneId;
  /** Absent after their data was erased: then nobody is told of answers. */
  readonly by?: MemberId;
  readonly createdAt: Instant;
  readonly sentAt?: Instant;
  /** Of a draft that is being sent at this moment: it takes up room among the open ones already. */
  readonly sendingAt?: Instant;
  /** The latest new answer, whether it is still there or not. */
  readonly answeredAt?: Instant;
  readonly state: InquiryState;
  /** How many there are, and how many there ever were: numbers are not given twice. */
  readonly answers: number;
  readonly numbered: number;
  /** One more with each change that posted cards show, from 1; of a draft 0. `shown`: what its broadcasts were told of. */
  readonly revision: number;
  readonly shown: number;
  readonly posts: readonly { readonly to: InquiryPlace; readonly begun: boolean }[];
  /** What the asker is still to be told: an answer, or its later version. */
  readonly untold: readonly UntoldAnswer[];
}

export interface UntoldAnswer {
  readonly number: number;
  readonly version: number;
}

/** One of each kind per member. */
export interface InquiryAnswer {
  readonly number: number;
  readonly kind: InquiryAnswerKind;
  /** Of `doing` alone. */
  readonly stage?: AnswerStage;
  readonly text: string;
  readonly by: MemberId;
  readonly communeId?: CommuneId;
  readonly at: Instant;
  /** 1, then one more with each change. */
  readonly version: number;
}

/** An inquiry with its answers in the order of their numbers. */
export interface InquiryThread {
  readonly inquiry: Inquiry;
  readonly answers: readonly InquiryAnswer[];
}

/** Characters. */
export const inquiryLimits = { question: 300, more: 1000, answer: 1000 } as const;

/** At once, of one member. */
export const mostOpenInquiries = 3;

/** Without a new answer for so long it closes by itself. */
const inquiryLifeMs = 60 * dayMs;
export const keepInquiryDraftsMs = 30 * dayMs;
/** After it was closed: for so long its answers may help others. */
const keepClosedInquiriesMs = 365 * dayMs;
/** Sending takes less; what a crash leaves behind is room again after that. */
const sendingMs = minuteMs;

export function isOpen({ state }: Pick<Inquiry, 'state'>): boolean {
  return state.kind === 'open' || state.kind === 'answered';
}

/** Whether it is one of those of which a member may have `mostOpenInquiries`. */
export function takesRoom(inquiry: Inquiry, now: Instant): boolean {
  const { state, sendingAt } = inquiry;
  const isBeingSent = state.kind === 'draft' && sendingAt !== undefined && now < sendingAt + sendingMs;
  return isOpen(inquiry) || isBeingSent;
}

/** When it closes by itself; a draft and what is closed never does. */
export function closesAt(inquiry: Inquiry): Instant | undefined {
  const since = inquiry.answeredAt ?? inquiry.sentAt;
  return isOpen(inquiry) && since !== undefined ? since + inquiryLifeMs : undefined;
}

/** When it is forgotten with its answers: long after it was closed. */
export function forgetsAt({ state }: Pick<Inquiry, 'state'>): Instant | undefined {
  return state.kind === 'closed' ? state.at + keepClosedInquiriesMs : undefined;
}

/** Whether something that was decided is still to be carried out: posting, showing, telling. */
export function hasUndone({ posts, untold, revision, shown }: Inquiry): boolean {
  return shown < revision || untold.length > 0 || posts.some(({ begun }) => !begun);
}
