import type { Cost } from './measure-cost.ts';
import { questionKinds, type QuestionKind } from './made-up-questions.ts';
import { percentile } from './retrieval-measures.ts';
import { kilobytes, megabytes, milliseconds, type Table } from './table.ts';

export interface ScaleFigures {
  readonly records: number;
  readonly engine: string;
  readonly cost: Cost;
  readonly kinds: readonly QuestionKind[];
}

/** What our engine is to reach. */
const targets = {
  p95Ms: new Map([
    [1_000, 2],
    [10_000, 5],
    [100_000, 25],
  ]),
  buildMs: new Map([[10_000, 6_000]]),
  changeMs: 50,
  bytesPerRecord: 12 * 1024,
};

/** A row for each number of records and engine; the last column names the targets that are missed. */
export function toScaleTable(figures: readonly ScaleFigures[]): Table {
  return {
    title: 'Made-up records of 250 words',
    wordColumns: 1,
    columns: [
      'engine',
      'records',
      'build',
      'p50',
      'p95',
      ...questionKinds.map((kind) => `p95 ${kind}`),
      'p95 asked again',
      'index a record',
      'before questions',
      'in all',
      'change',
      'missed',
    ],
    rows: figures.map(({ records, engine, cost, kinds }) => [
      engine,
      String(records),
      milliseconds(cost.buildMs),
      milliseconds(cost.p50),
      milliseconds(cost.p95),
      ...questionKinds.map((kind) =>
        milliseconds(
          percentile(
            cost.times.filter((_, index) => kinds[index] === kind),
            0.95,
          ),
        ),
      ),
      milliseconds(cost.p95Again),
      kilobytes(cost.bytesPerDoc),
      kilobytes(cost.builtBytesPerDoc),
      megabytes(cost.wholeBytes),
      milliseconds(cost.changeMs),
      missedTargets(records, cost).join(', ') || 'none',
    ]),
  };
}

function missedTargets(records: number, cost: Cost): string[] {
  return [
    ...(cost.p95 < (targets.p95Ms.get(records) ?? Infinity) ? [] : ['p95']),
    ...(cost.buildMs < (targets.buildMs.get(records) ?? Infinity) ? [] : ['build']),
    ...(cost.bytesPerDoc <= targets.bytesPerRecord ? [] : ['memory']),
    ...(cost.changeMs < targets.changeMs ? [] : ['change']),
  ];
}
