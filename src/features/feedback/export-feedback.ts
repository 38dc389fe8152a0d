import type { Deps } from '../../deps.ts';
import type { AnswerFeedback } from '../../domain/answer-feedback.ts';
import { toFilterKey } from '../../domain/filter-keys.ts';
import type { UseCaseId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';

export interface ExportFeedbackRequest {
  /** Absent: everything that is kept. */
  readonly from?: Instant | undefined;
  /** Takes one line after the other, each with its line break. */
  readonly take: (line: string) => Promise<void>;
}

/** Gives out the feedback in order of time, a JSON object a line; returns how many there were. */
export async function exportFeedback(
  { answerFeedback, useCases }: Pick<Deps, 'answerFeedback' | 'useCases'>,
  { from = 0, take }: ExportFeedbackRequest,
): Promise<number> {
  const titles = new Map<UseCaseId, string | null>();
  async function titleOf(id: UseCaseId): Promise<string | null> {
    const known = titles.get(id);
    if (known !== undefined) {
      return known;
    }
    const title = (await useCases.find(id))?.value.title ?? null;
    titles.set(id, title);
    return title;
  }
  let count = 0;
  for await (const feedback of answerFeedback.since(from)) {
    const shown: { id: UseCaseId; title: string | null }[] = [];
    for (const id of feedback.useCaseIds) {
      shown.push({ id, title: await titleOf(id) });
    }
    await take(`${JSON.stringify(toLine(feedback, shown))}\n`);
    count += 1;
  }
  return count;
}

/** Every line has every field; what is not there is `null`, as the title of a use case that is gone. */
function toLine(feedback: AnswerFeedback, useCases: readonly { id: UseCaseId; title: string | null }[]) {
  const { question, path, helpful, reason = null, words = null, givenAt } = feedback;
  return {
    date: new Date(givenAt).toISOString(),
    question: question.sought,
    filters: question.filters.map(toFilterKey),
    useCases,
    path,
    helpful,
    reason,
    words,
  };
}
