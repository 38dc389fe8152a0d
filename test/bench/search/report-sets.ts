import type { ConfidenceMeasures } from './measure-confidence.ts';
import type { SetFigures } from './measure-set.ts';
import { kilobytes, megabytes, milliseconds, percent, share, type Table } from './table.ts';

const qualityColumns = ['documents', 'queries', 'nDCG@10', 'Recall@5', 'MRR@10', 'success@1'];
const confidenceColumns = ['AUROC', 'refused', 'accepted'];
const costColumns = ['p50', 'p95', 'build', 'index a record', 'in all', 'change'];

/** The figures of one set, one a line. */
export function toLines({ set, quality, confidence, cost }: SetFigures): string[] {
  return [
    `documents ${set.docs.length}, queries ${set.queries.length}`,
    ...(quality === undefined
      ? []
      : [
          `nDCG@10 ${share(quality.ndcgAt10)}`,
          `Recall@5 ${share(quality.recallAt5)}`,
          `MRR@10 ${share(quality.mrrAt10)}`,
          `success@1 ${share(quality.successAt1)}`,
        ]),
    ...(confidence === undefined ? [] : confidenceLines(confidence)),
    `memory ${kilobytes(cost.bytesPerDoc)} a record above the texts, ${megabytes(cost.wholeBytes)} in all`,
    `changed record visible after ${cost.changeMs.toFixed(2)} ms`,
    `build ${cost.buildMs.toFixed(0)} ms`,
    `p50 ${cost.p50.toFixed(2)} ms`,
    `p95 ${cost.p95.toFixed(2)} ms`,
  ];
}

function confidenceLines({ answerable, unanswerable, area, errors }: ConfidenceMeasures): string[] {
  const counts = `${answerable} answerable, ${unanswerable} unanswerable`;
  return [
    `confidence AUROC ${share(area)} (${counts})`,
    `at the threshold ${percent(errors?.refused)} of the answerable refused, ${percent(errors?.accepted)} of the unanswerable accepted`,
  ];
}

/** A row for each set and engine. */
export function toSetTable(figures: readonly SetFigures[]): Table {
  return {
    title: 'Sets (nothing fits: documents withheld)',
    wordColumns: 2,
    columns: ['set', 'engine', ...qualityColumns, ...confidenceColumns, ...costColumns],
    rows: figures.map(({ set, engine, quality, confidence, cost }) => [
      set.name,
      engine,
      String(set.docs.length),
      String(set.queries.length),
      share(quality?.ndcgAt10),
      share(quality?.recallAt5),
      share(quality?.mrrAt10),
      share(quality?.successAt1),
      ...confidenceCells(confidence),
      milliseconds(cost.p50),
      milliseconds(cost.p95),
      milliseconds(cost.buildMs),
      kilobytes(cost.bytesPerDoc),
      megabytes(cost.wholeBytes),
      milliseconds(cost.changeMs),
    ]),
  };
}

export interface ForeignFigures {
  readonly set: string;
  readonly askedFrom: string;
  readonly engine: string;
  readonly confidence: ConfidenceMeasures;
}

/** How the engines take the questions of another set, where nothing can fit. */
export function toForeignTable(figures: readonly ForeignFigures[]): Table {
  return {
    title: 'Nothing fits: the questions of another set',
    wordColumns: 3,
    columns: ['set', 'asked', 'engine', 'answerable', 'unanswerable', ...confidenceColumns],
    rows: figures.map(({ set, askedFrom, engine, confidence }) => [
      set,
      askedFrom,
      engine,
      String(confidence.answerable),
      String(confidence.unanswerable),
      ...confidenceCells(confidence),
    ]),
  };
}

function confidenceCells(confidence: ConfidenceMeasures | undefined): string[] {
  return [
    share(confidence?.area),
    percent(confidence?.errors?.refused),
    percent(confidence?.errors?.accepted),
  ];
}

export interface NdcgRow {
  readonly name: string;
  /** One for each set. */
  readonly figures: readonly number[];
}

/** nDCG@10: a column for each set. */
export function toNdcgTable(title: string, sets: readonly string[], rows: readonly NdcgRow[]): Table {
  return {
    title: `${title}, nDCG@10`,
    wordColumns: 1,
    columns: ['', ...sets],
    rows: rows.map(({ name, figures }) => [name, ...figures.map(share)]),
  };
}
