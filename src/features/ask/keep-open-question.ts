import type { Deps } from '../../deps.ts';
import { dayMs } from '../../domain/instant.ts';
import type { Asker } from '../../domain/member.ts';
import { mayBeKept } from '../../domain/question.ts';
import type { AnswerQuestionResult } from './answer-question.ts';

/**
 * Keeps a question that nothing answers for the time that the operator set, and beside it a hash of who asked, so that it can be told
 * how many different people did.
 */
export async function keepOpenQuestion(
  deps: Pick<Deps, 'clock' | 'ids' | 'openQuestions' | 'rules'>,
  result: AnswerQuestionResult,
  { memberId }: Pick<Asker, 'memberId'>,
): Promise<void> {
  if (result.kind === 'found' || result.because === 'filters' || !mayBeKept(result.question.sought)) {
    return;
  }
  const at = deps.clock.now();
  await deps.openQuestions.keep(result.question, {
    at,
    expiresAt: at + deps.rules.questionRetentionDays * dayMs,
    newId: deps.ids.next(),
    ...(memberId !== undefined && { by: memberId }),
  });
}
