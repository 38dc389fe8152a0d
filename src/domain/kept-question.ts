import type { KeptQuestionId, MemberId, UseCaseId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { Question } from './question.ts';

/** "Benachrichtigen": somebody wants to be told once there is something that answers a question. */
export interface KeptQuestion {
  /** Made of the member and the question, so that keeping it twice keeps it once. */
  readonly id: KeptQuestionId;
  readonly memberId: MemberId;
  readonly question: Question;
  readonly since: Instant;
  /** Use cases that the member was told of, or that answered it already when it was kept. */
  readonly told: readonly UseCaseId[];
  /** What was said in one message each, the best first; the first one names the message. */
  readonly tellings: readonly Telling[];
}

export type Telling = readonly [UseCaseId, ...UseCaseId[]];

/** More nobody keeps in mind; and each is looked for with every new use case. */
export const mostKeptQuestions = 20;

/** What is planned to be said, and not noted as told yet. */
export function findUnfinished({ told, tellings }: KeptQuestion): Telling | undefined {
  return tellings.find(([first]) => !told.includes(first));
}

export function hasUnfinished(kept: KeptQuestion): boolean {
  return findUnfinished(kept) !== undefined;
}
