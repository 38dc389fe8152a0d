import { wholeFormat, type WholeRecord } from '../whole-record.ts';
import type { ExchangeFormat } from './exchange-format.ts';
import type { ExchangeRecord } from './exchange-record.ts';
import { leavingFields } from './fields.ts';
import { writeJson } from './write-json.ts';

/** Our own whole records, each field under its own name; the id becomes an external id. Our import reads them back (`whole-record.ts`). */
export const jsonFormat: ExchangeFormat = {
  targets: leavingFields.map((field) => ({
    to: field === 'id' ? 'provenance.externalIds' : field,
    from: [field],
  })),
  without: [],
  write: (records) => writeJson(wholeFormat, 'useCases', toWhole(records)),
};

function* toWhole(records: Iterable<ExchangeRecord>): Generator<WholeRecord> {
  for (const { useCase } of records) {
    yield useCase;
  }
}
