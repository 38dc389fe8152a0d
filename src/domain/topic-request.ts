import type { CommuneId, MeetingId, MemberId, TopicRequestId, UseCaseId, UserGroupId } from './ids.ts';
import type { Instant } from './instant.ts';

/** When or where a request is taken up: a day in Berlin (`2026-12-03`), words like "Treffen in Olpe", or both. */
export interface TopicPlan {
  readonly date?: string;
  readonly reference?: string;
  /** The meeting that has it on its agenda; its title is the reference then. */
  readonly meetingId?: MeetingId;
}

/** What came of it. */
export interface TopicResult {
  readonly text: string;
  /** A web address. */
  readonly link?: string;
}

export type TopicState =
  | { readonly kind: 'open' }
  | { readonly kind: 'planned'; readonly plan: TopicPlan }
  | { readonly kind: 'treated'; readonly result: TopicResult }
  | { readonly kind: 'declined'; readonly reason: string }
  /** Its votes count there. */
  | { readonly kind: 'merged'; readonly into: TopicRequestId; readonly reason?: string };

export const topicStateKinds = [
  'open',
  'planned',
  'treated',
  'declined',
  'merged',
] as const satisfies readonly TopicState['kind'][];

/** That its state changed; numbers are given once, from 1. */
export interface TopicChange {
  readonly number: number;
  readonly at: Instant;
  readonly state: TopicState;
  /** The same state said anew: another date, a longer result. */
  readonly again: boolean;
}

/** What members and organisers say about it. */
export interface TopicFields {
  readonly title: string;
  /** The question behind it. */
  readonly question?: string;
  /** Absent: of the whole community. */
  readonly userGroupId?: UserGroupId;
  readonly tags: readonly string[];
}

/** What a member would like to be the topic of a meeting. */
export interface TopicRequest extends TopicFields {
  readonly id: TopicRequestId;
  /** Absent after their data was erased. */
  readonly by?: MemberId;
  readonly createdAt: Instant;
  readonly state: TopicState;
  /** Since when it is in this state. */
  readonly changedAt: Instant;
  /** As many as there are participations with a vote; written together with them. */
  readonly votes: number;
  readonly comments: number;
  /** How many there ever were: numbers are not given twice. */
  readonly numberedComments: number;
  readonly numberedInvitations: number;
  /** One more with each change of its fields, from 1. */
  readonly edition: number;
  /** One more with each write of the request, whatever is changed. */
  readonly version: number;
  /** The earliest first. */
  readonly history: readonly TopicChange[];
  /** Changes that its followers are still to be told of; `except`: whoever made them knows it. */
  readonly untold: readonly { readonly number: number; readonly except?: MemberId }[];
  /**
   * Votes that are on their way: of a merged request to the one it was merged into, of a restored one back from there. Absent when all
   * have arrived.
   */
  readonly moving?: { readonly kind: 'to' | 'back-from'; readonly other: TopicRequestId };
}

/** What one member has to do with one request. */
export interface Participation {
  readonly topicRequestId: TopicRequestId;
  readonly memberId: MemberId;
  readonly votedAt?: Instant;
  /** The vote came with the request that was merged into this one; absent when it was given here. */
  readonly votedBy?: TopicRequestId;
  /** Of a merged request: vote and follow have arrived there. */
  readonly movedTo?: TopicRequestId;
  readonly followsSince?: Instant;
  /** As `votedBy`. */
  readonly followsBy?: TopicRequestId;
  /** "Ich kann dazu berichten" */
  readonly offer?: TopicOffer;
}

export interface TopicOffer {
  readonly at: Instant;
  readonly communeId?: CommuneId;
  /** What about, and how to reach them. */
  readonly text?: string;
}

export interface TopicComment {
  readonly topicRequestId: TopicRequestId;
  readonly number: number;
  readonly by: MemberId;
  readonly communeId?: CommuneId;
  readonly at: Instant;
  readonly text: string;
}

/** What a contact said to the question whether they would report. */
export const invitationAnswers = ['yes', 'no', 'later'] as const;
export type InvitationAnswer = (typeof invitationAnswers)[number];

/** The question to a contact of a use case whether they would report on a request. */
export interface TopicInvitation {
  readonly topicRequestId: TopicRequestId;
  readonly number: number;
  readonly useCaseId: UseCaseId;
  /** Who is asked. */
  readonly memberId: MemberId;
  /** The organiser who asked; absent after their data was erased. */
  readonly askedBy?: MemberId;
  readonly askedAt: Instant;
  /** 1, and 2 when somebody who answered "later" is asked again. */
  readonly round: number;
  readonly answer?: InvitationAnswer;
  readonly answeredAt?: Instant;
  /** One more with each answer, from 0. */
  readonly version: number;
  /** When the next step is due: sending what was noted, or asking again whoever said "later". Absent: nothing is to be done. */
  readonly dueAt?: Instant;
}

/** Characters; and tags of one request. */
export const topicLimits = {
  title: 100,
  question: 600,
  tag: 30,
  tags: 5,
  comment: 500,
  reason: 500,
  reference: 120,
  result: 1000,
  link: 500,
  offer: 300,
} as const;

/** Whether members vote on it. */
export function isOpenTopic({ state }: Pick<TopicRequest, 'state'>): boolean {
  return state.kind === 'open';
}

/** Whether something that was decided is still to be carried out: telling, moving votes. */
export function hasUndone({ untold, moving }: Pick<TopicRequest, 'untold' | 'moving'>): boolean {
  return untold.length > 0 || moving !== undefined;
}

/** Nothing is left of what the member had to do with it. */
export function isEmpty({ votedAt, followsSince, offer }: Participation): boolean {
  return votedAt === undefined && followsSince === undefined && offer === undefined;
}
