import type { Deps } from '../../deps.ts';
import { dayMs } from '../../domain/instant.ts';
import type { AnswerQuestionResult } from './answer-question.ts';

/** What is longer, or holds an address or a number to call, may name people: a pasted mail, for instance. */
const longestKept = 80;
const maybePersonal = /[@\n]|\d{5,}|(?:^|\s)(?:von|gesendet|betreff|cc):/i;

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

/** Whether the words can be kept without a person in them. */
export function mayBeKept(sought: string): boolean {
  return sought !== '' && sought.length <= longestKept && !maybePersonal.test(sought);
}
