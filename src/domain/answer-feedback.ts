import { dayMs } from './instant.ts';
import type { Instant } from './instant.ts';
import type { UseCaseId } from './ids.ts';
import { mayBeKept } from './question.ts';
import type { Question } from './question.ts';
import { cleanWords } from './typed-words.ts';

/** How long it is known what an answer showed, and so how long it can be rated. */
export const givenAnswerLifeMs = 7 * dayMs;
/** Characters of the free words. */
export const feedbackWordsLimit = 500;

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

/** What somebody chose and typed, as it came. */
export interface SaidOfAnswer {
  readonly helpful: boolean;
  readonly reason?: FeedbackReason | undefined;
  readonly words?: string | undefined;
}

/**
 * What is kept of it: plain words, a reason only where the answer did not help, and of a question that may name people nothing but its
 * filters.
 */
export function toAnswerFeedback(answer: RatedAnswer, said: SaidOfAnswer, givenAt: Instant): AnswerFeedback {
  const { question, useCaseIds, path } = answer;
  const { helpful, reason } = said;
  const words = cleanWords(said.words ?? '', { atMost: feedbackWordsLimit, lines: true });
  return {
    question: { ...question, sought: mayBeKept(question.sought) ? question.sought : '' },
    useCaseIds,
    path,
    helpful,
    ...(!helpful && reason !== undefined && { reason }),
    ...(words !== '' && { words }),
    givenAt,
  };
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

/** The week with one more. */
export function countFeedback(week: FeedbackWeek, { helpful, path, reason }: AnswerFeedback): FeedbackWeek {
  const isModel = path === 'model';
  return {
    ...week,
    ...addOpinion(week, helpful, 1),
    model: addOpinion(week.model, helpful, isModel ? 1 : 0),
    reasons:
      reason === undefined ? week.reasons : { ...week.reasons, [reason]: (week.reasons[reason] ?? 0) + 1 },
  };
}

function addOpinion(
  { helpful, notHelpful }: FeedbackWeek['model'],
  isHelpful: boolean,
  count: number,
): FeedbackWeek['model'] {
  return isHelpful ? { helpful: helpful + count, notHelpful } : { helpful, notHelpful: notHelpful + count };
}
