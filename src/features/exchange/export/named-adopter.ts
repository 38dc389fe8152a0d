import type { Commune } from '../../../domain/commune.ts';
import type { Adopter } from '../../../domain/use-case.ts';
import type { ExportContext } from './exchange-format.ts';
import type { ExchangeRecord } from './exchange-record.ts';

/** One of those who do it, as formats need it that have an entry for each; `adopter` is missing where a use case has none. */
export interface AdopterEntry {
  readonly record: ExchangeRecord;
  readonly adopter?: Adopter;
  readonly commune?: Commune;
  /** Of the commune or organisation; an AGS for a commune that is not on the operator's list any more. */
  readonly name?: string;
}

/** An entry for each adopter, or one for a use case without any. */
export function* toEntries(
  records: Iterable<ExchangeRecord>,
  { communes }: ExportContext,
): Generator<AdopterEntry> {
  for (const record of records) {
    if (record.useCase.adopters.length === 0) {
      yield { record };
    }
    for (const adopter of record.useCase.adopters) {
      const { body } = adopter;
      switch (body.kind) {
        case 'commune': {
          const commune = communes.get(body.communeId);
          const name = commune?.name ?? body.communeId;
          yield { record, adopter, ...(commune !== undefined && { commune }), name };
          break;
        }
        case 'organisation':
          yield { record, adopter, name: body.name };
          break;
        case 'unnamed':
          yield { record, adopter };
      }
    }
  }
}
