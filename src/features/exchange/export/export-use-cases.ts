import type { Deps } from '../../../deps.ts';
import { fold } from '../../../domain/commune-words.ts';
import { visibilities, type Visibility } from '../../../domain/use-case.ts';
import { type ApplyDeps, finishImports } from '../apply-import.ts';
import type { Labels } from '../candidate.ts';
import { bytesPerMegabyte, fileLimits } from '../table.ts';
import { algoritmeregisterFormat } from './algoritmeregister-format.ts';
import type { ExchangeFormat } from './exchange-format.ts';
import { type ExchangeRecord, type LeftOut, toExchangeRecord, whyLeftOut } from './exchange-record.ts';
import { type ExchangeField, isFilled } from './fields.ts';
import { geojsonFormat } from './geojson-format.ts';
import { jsonFormat } from './json-format.ts';
import { pstwFormat } from './pstw-format.ts';
import { csvFormat, xlsxFormat } from './table-formats.ts';

export const formatNames = ['csv', 'xlsx', 'json', 'geojson', 'algoritmeregister', 'pstw'] as const;
/** Whom a file can be for: what it shows them is at most of this visibility. */
export const readerships = visibilities;

export type FormatName = (typeof formatNames)[number];

export const formats: Readonly<Record<FormatName, ExchangeFormat>> = {
  csv: csvFormat,
  xlsx: xlsxFormat,
  json: jsonFormat,
  geojson: geojsonFormat,
  algoritmeregister: algoritmeregisterFormat,
  pstw: pstwFormat,
};

/** Records. */
const progressStep = 100;

export type ExportDeps = Pick<Deps, 'clock' | 'operator'> & ApplyDeps;

export interface ExportRequest {
  readonly format: FormatName;
  /** Whom the file is for. */
  readonly visibility: Visibility;
  readonly labels: Labels;
  /** Takes the file piece by piece; the next one comes when it is done. */
  readonly take: (piece: string | Uint8Array) => Promise<void>;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface ExportResult {
  readonly exported: number;
  readonly leftOut: Readonly<Record<LeftOut, number>>;
  /** Fields that the format has no place for, with how many of the exported use cases say something there. */
  readonly without: readonly { readonly field: ExchangeField; readonly useCases: number }[];
  /** How many use cases have a text that was too long for the format. */
  readonly cut: number;
  /** Megabytes that our import takes at most, where the file is one for it and is larger. */
  readonly importLimit?: number;
}

/** Writes every use case that may leave, in the order of their titles. What `take` throws is thrown. */
export async function exportUseCases(deps: ExportDeps, request: ExportRequest): Promise<ExportResult> {
  await finishImports(deps);
  const leftOut = { archived: 0, example: 0, visibility: 0 };
  const records: ExchangeRecord[] = [];
  for await (const { value } of deps.useCases.all()) {
    const why = whyLeftOut(value, request.visibility);
    if (why === undefined) {
      records.push(toExchangeRecord(value, request.visibility));
    } else {
      leftOut[why] += 1;
    }
  }
  const format = formats[request.format];
  const cut = new Set<ExchangeRecord>();
  const context = {
    communes: deps.operator.current().communes,
    labels: request.labels,
    noteCut: (record: ExchangeRecord) => cut.add(record),
  };
  const sorted = withProgress(sortRecords(records), request.onProgress);
  let bytes = 0;
  for await (const piece of format.write(sorted, context)) {
    bytes += Buffer.byteLength(piece);
    await request.take(piece);
  }
  const isTooLarge = isForImport(request.format) && bytes > fileLimits.megabytes * bytesPerMegabyte;
  return {
    exported: records.length,
    leftOut,
    without: findWithout(format, records),
    cut: cut.size,
    ...(isTooLarge && { importLimit: fileLimits.megabytes }),
  };
}

function isForImport(format: FormatName): boolean {
  return format === 'csv' || format === 'xlsx' || format === 'json';
}

/** The same records, telling whenever some more of them were asked for. */
function* withProgress(
  records: readonly ExchangeRecord[],
  onProgress: (done: number, total: number) => void = () => undefined,
): Generator<ExchangeRecord> {
  for (const [done, record] of records.entries()) {
    if (done % progressStep === 0) {
      onProgress(done, records.length);
    }
    yield record;
  }
}

/** By title and key, so that the same use cases give the same file whatever their ids are. */
function sortRecords(records: readonly ExchangeRecord[]): readonly ExchangeRecord[] {
  const sortable = records.map((record) => ({ record, title: fold(record.useCase.title) }));
  return sortable
    .toSorted((one, other) => compare(one.title, other.title) || compare(one.record.key, other.record.key))
    .map(({ record }) => record);
}

function compare(one: string, other: string): number {
  return Number(one > other) - Number(one < other);
}

function findWithout(format: ExchangeFormat, records: readonly ExchangeRecord[]): ExportResult['without'] {
  const counted = format.without.map((field) => {
    const useCases = records.filter(({ useCase }) => isFilled(useCase, field)).length;
    return { field, useCases };
  });
  return counted.filter(({ useCases }) => useCases > 0);
}
