import type { CommuneId } from '../../../domain/ids.ts';
import type { Commune } from '../../../domain/commune.ts';
import type { Labels } from '../candidate.ts';
import type { ExchangeRecord } from './exchange-record.ts';
import type { ExchangeField } from './fields.ts';

export interface ExportContext {
  readonly communes: ReadonlyMap<CommuneId, Commune>;
  readonly labels: Labels;
  /** To be called for each text that the format is too narrow for. */
  readonly noteCut: (record: ExchangeRecord) => void;
}

/** One column or property of a format, and the fields that stand in it. */
export interface Target<Name extends string = string> {
  readonly to: Name;
  readonly from: readonly ExchangeField[];
}

/** How use cases are written for others. */
export interface ExchangeFormat {
  readonly targets: readonly Target[];
  /** The fields that the format has no place for. */
  readonly without: readonly ExchangeField[];
  /** The file in pieces, in order. */
  write(records: Iterable<ExchangeRecord>, context: ExportContext): AsyncIterable<string | Uint8Array>;
}
