import { isNamedIn } from './names-in.ts';
import type { CaseRun } from './run-case.ts';

export type Verdict =
  /** Everything that the model said was shown. */
  | 'grounded'
  /** Some sentences were shown, and then one was rejected. */
  | 'cut off'
  /** Already the first sentence was rejected. */
  | 'rejected'
  /** The model said that there is no answer. */
  | 'refused'
  | 'late'
  | 'failed';

/** How good a run was. */
export interface JudgedRun {
  readonly run: CaseRun;
  readonly verdict: Verdict;
  /** What a complete answer would name besides. */
  readonly missing: readonly string[];
  /** What stands in the answer and must not. */
  readonly wrong: readonly string[];
  /** All that it must name, and nothing that it must not; of a case to be refused: nothing was shown, and the model was there. */
  readonly isRight: boolean;
}

export function judgeRun(run: CaseRun): JudgedRun {
  const { answerCase, shown } = run;
  const { mustName, mustNotName, refuse } = answerCase;
  const all = shown.map((sentence) => sentence.replaceAll(/\[\d+\]/g, ' ')).join(' ');
  const missing = mustName
    .filter((names) => !names.some((name) => isNamedIn(all, name)))
    .map(([first = '']) => first);
  const wrong = mustNotName.filter((name) => isNamedIn(all, name));
  const verdict = verdictOf(run);
  const isThere = verdict !== 'late' && verdict !== 'failed';
  const isRight = refuse
    ? shown.length === 0 && isThere
    : shown.length > 0 && missing.length === 0 && wrong.length === 0;
  return { run, verdict, missing, wrong, isRight };
}

function verdictOf({ end, shown, declined }: CaseRun): Verdict {
  switch (end) {
    case 'late':
    case 'failed':
      return end;
    case 'complete':
      return 'grounded';
    case 'empty':
    case 'rejected':
      return declined ? 'refused' : shown.length === 0 ? 'rejected' : 'cut off';
  }
}
