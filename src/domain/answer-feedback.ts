import type { Instant } from './instant.ts';
import type { UseCaseId } from './ids.ts';
import type { Question } from './question.ts';

/** How an answer came about: composed by a language model, or the card alone. */
export type AnswerPath = 'model' | 'plain';

/** Why an answer did not help, as far as somebody chose one. */
export const feedbackReasons = ['nothing-fits', 'wrong', 'unclear', 'other'] as const;
export type FeedbackReason = (typeof feedbackReasons)[number];

/** What was asked and shown, and how. */
export interface RatedAnswer {
  readonly question: Question;
  /** What the card showed, in its order; none when nothing was found. */
  readonly useCaseIds: readonly UseCaseId[];
  readonly path: AnswerPath;
}

/** What somebody said of an answer. Who it was is not kept. */
export interface AnswerFeedback extends RatedAnswer {
  readonly helpful: boolean;
  readonly reason?: FeedbackReason;
  /** Free words, plain; absent when none were typed. */
  readonly words?: string;
  readonly givenAt: Instant;
}

/** Feedback of one week, Monday to Sunday in Berlin. */
export interface FeedbackWeek {
  /** Its Monday: "2026-11-23". */
  readonly monday: string;
  readonly helpful: number;
  readonly notHelpful: number;
  /** Of all of them, those on answers that a model had composed. */
  readonly model: { readonly helpful: number; readonly notHelpful: number };
  readonly reasons: Readonly<Partial<Record<FeedbackReason, number>>>;
}
