import { median, quantile } from '../figures.ts';
import { milliseconds, percent, type Table } from '../search/table.ts';
import type { JudgedRun, Verdict } from './judge-run.ts';

/** One run in one line. */
export function toLine({ run, verdict, missing, wrong, isRight }: JudgedRun): string {
  const { answerCase, shown, endMs, problem, failure } = run;
  const why = verdict === 'failed' || verdict === 'late' ? failure : problem;
  const details = [
    `${verdict}${why === undefined || verdict === 'refused' ? '' : ` (${why})`}`,
    ...(shown.length === 0 ? [] : [`${shown.length} ${shown.length === 1 ? 'sentence' : 'sentences'}`]),
    ...(missing.length === 0 || shown.length === 0 ? [] : [`missing: ${missing.join(', ')}`]),
    ...(wrong.length === 0 ? [] : [`MUST NOT NAME: ${wrong.join(', ')}`]),
    ...(answerCase.refuse && shown.length > 0 ? ['should have been refused'] : []),
    milliseconds(endMs),
  ];
  return `${isRight ? 'good' : 'poor'}  ${answerCase.id}: ${details.join(', ')}`;
}

/** What was shown, and what was not. */
export function toSentenceLines({ run }: JudgedRun): string[] {
  const { shown, problem, refused, declined } = run;
  return [
    ...shown.map((sentence) => `        ${sentence}`),
    ...(refused === undefined || declined ? [] : [`        not shown (${problem}): ${refused}`]),
  ];
}

export function toAnswerTable(runs: readonly JudgedRun[]): Table {
  const asked = runs.filter(({ run }) => !run.answerCase.refuse);
  const unanswerable = runs.filter(({ run }) => run.answerCase.refuse);
  const refused = unanswerable.filter(({ isRight }) => isRight);
  const row = (name: string, some: readonly JudgedRun[], of: readonly JudgedRun[]) => [
    name,
    String(some.length),
    percent(some.length / of.length),
  ];
  const are = (...verdicts: readonly Verdict[]) => asked.filter(({ verdict }) => verdicts.includes(verdict));
  const names = runs.flatMap(({ wrong }) => wrong);
  return {
    title: 'Answers',
    wordColumns: 1,
    columns: ['', 'number', 'share'],
    rows: [
      ['cases', String(new Set(runs.map(({ run }) => run.answerCase)).size), ''],
      ['answers', String(runs.length), ''],
      row('to be answered', asked, runs),
      row('  grounded: all that was said was shown', are('grounded'), asked),
      row('  shown, but cut off', are('cut off'), asked),
      row('  rejected by the checker', are('rejected'), asked),
      row('  wrongly refused by the model', are('refused'), asked),
      row('  late or failed', are('late', 'failed'), asked),
      row(
        '  complete: all names, no wrong one',
        asked.filter(({ isRight }) => isRight),
        asked,
      ),
      row('to be refused', unanswerable, runs),
      row('  refused rightly', refused, unanswerable),
      row(
        '    by the model itself',
        refused.filter(({ verdict }) => verdict === 'refused'),
        unanswerable,
      ),
      row(
        '  answered all the same',
        unanswerable.filter(({ run }) => run.shown.length > 0),
        unanswerable,
      ),
      row('  late or failed, with nothing shown', unanswerable.filter(isAbsent), unanswerable),
      ['must-not-names shown (0 is asked)', String(names.length), ''],
    ],
  };
}

function isAbsent({ run, verdict }: JudgedRun): boolean {
  return run.shown.length === 0 && (verdict === 'late' || verdict === 'failed');
}

export function toTimeTable(runs: readonly JudgedRun[]): Table {
  const ended = runs.map(({ run }) => run);
  const first = ended.flatMap(({ firstMs }) => firstMs ?? []);
  const usages = ended.flatMap(({ usage }) => usage ?? []);
  const row = (name: string, all: readonly number[], write: (value: number) => string) => [
    name,
    String(all.length),
    ...[median(all), quantile(all, 0.95)].map((value) => (Number.isNaN(value) ? '–' : write(value))),
  ];
  const whole = (value: number) => value.toFixed(0);
  return {
    title: 'Times, and tokens of those answers whose model told them',
    wordColumns: 1,
    columns: ['', 'answers', 'p50', 'p95'],
    rows: [
      row('time to the first sentence', first, milliseconds),
      row(
        'time to the end',
        ended.map(({ endMs }) => endMs),
        milliseconds,
      ),
      row(
        'tokens read',
        usages.map(({ inputTokens }) => inputTokens),
        whole,
      ),
      row(
        'tokens said',
        usages.map(({ outputTokens }) => outputTokens),
        whole,
      ),
    ],
  };
}

/** Undefined: nothing was rejected but "there is no answer". */
export function toProblemTable(runs: readonly JudgedRun[]): Table | undefined {
  const problems = runs.flatMap(({ run }) => (run.declined ? [] : (run.problem ?? [])));
  const counts = [...Map.groupBy(problems, (problem) => problem)].map(
    ([problem, all]) => [problem, all.length] as const,
  );
  const rows = counts.sort((one, other) => other[1] - one[1]).map(([problem, n]) => [problem, String(n)]);
  return rows.length === 0
    ? undefined
    : { title: 'Why sentences were rejected', wordColumns: 1, columns: ['problem', 'answers'], rows };
}
