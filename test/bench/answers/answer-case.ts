import type { UseCase } from '../../../src/domain/use-case.ts';

/** A question, the records that are found for it, and what a good answer from them names. */
export interface AnswerCase {
  readonly id: string;
  readonly question: string;
  readonly useCases: readonly UseCase[];
  /** Each with its alternatives: one of them is enough. */
  readonly mustName: readonly (readonly string[])[];
  readonly mustNotName: readonly string[];
  /** The records do not answer the question: a good model says nothing. */
  readonly refuse: boolean;
  /** A good answer, for a stand-in to say. */
  readonly answer: string | undefined;
}
