import type { Deps } from '../../deps.ts';
import { dayMs } from '../../domain/instant.ts';
import { mayBeKept } from '../../domain/question.ts';
import type { AnswerQuestionResult } from './answer-question.ts';

/** Keeps a question that nothing answers, without the person, for the time that the operator set. */
export async function keepOpenQuestion(
  deps: Pick<Deps, 'clock' | 'openQuestions' | 'rules'>,
  result: AnswerQuestionResult,
): Promise<void> {
  if (result.kind === 'found' || result.because === 'filters' || !mayBeKept(result.question.sought)) {
    return;
  }
  const now = deps.clock.now();
  await deps.openQuestions.keep(result.question, now, now + deps.rules.questionRetentionDays * dayMs);
}
