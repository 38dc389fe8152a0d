import { type ColumnKey, toHeading } from '../columns.ts';
import { toAdopterRows } from './adopter-rows.ts';
import { type Cell, toTextCell } from './cells.ts';
import type { ExchangeFormat, ExportContext } from './exchange-format.ts';
import type { ExchangeRecord } from './exchange-record.ts';
import { tableColumns, tableWithout } from './table-columns.ts';
import { writeCsv } from './write-csv.ts';
import { writeXlsx } from './write-xlsx.ts';

const headings = tableColumns.map(({ to }) => toHeading(to));
const sheetName = 'KI-Community';

export const csvFormat: ExchangeFormat = {
  targets: tableColumns,
  without: tableWithout,
  write: (records, context) => writeCsv(headings, toRows(records, context)),
};

export const xlsxFormat: ExchangeFormat = {
  targets: tableColumns,
  without: tableWithout,
  write: (records, context) => writeXlsx(sheetName, headings, toRows(records, context)),
};

/** Columns with long texts, which would make a file large if every row of a use case repeated them. */
const onceOnly = new Set<ColumnKey>(['description', 'contact', 'url', 'costs', 'lessons', 'note']);

/** A use case whose adopters are at different stages has a row for each stage; they say the same otherwise, so that a filter finds all. */
function* toRows(records: Iterable<ExchangeRecord>, context: ExportContext): Generator<readonly Cell[]> {
  for (const record of records) {
    for (const [place, adopters] of toAdopterRows(record.useCase, context.communes).entries()) {
      yield tableColumns.map(({ to, write }) => {
        const isRepeated = place > 0 && onceOnly.has(to);
        const value = isRepeated ? undefined : write({ record, adopters }, context);
        return typeof value === 'number' ? value : toTextCell(value, () => context.noteCut(record));
      });
    }
  }
}
