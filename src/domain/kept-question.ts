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
}

/** More nobody keeps in mind; and each is looked for with every new use case. */
export const mostKeptQuestions = 20;
