import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { OperatorDataError, quote } from './operator-data-error.ts';

export interface Row {
  /** Counted from 1, as editors do. */
  readonly line: number;
  /** By heading. */
  readonly cells: Readonly<Record<string, string>>;
}

/** With its option `info`, csv-parse 7.0.3 gives this for each record; its types do not say so. */
const Records = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

/**
 * Rows of a file with `;` as separator and one heading line, which must have these headings and may have others. Rows
 * without any value, which Excel leaves at the end, are no rows. Throws `OperatorDataError`.
 */
export function readRows(file: string, content: string, headings: readonly string[]): readonly Row[] {
  const [first, ...rest] = readRecords(file, content);
  const found = first?.record ?? [];
  const missing = headings.find((heading) => !found.includes(heading));
  const twice = found.find((heading, index) => found.indexOf(heading) !== index);
  if (missing !== undefined) {
    const problem = `the heading "${missing}" is missing; the first line must be ${headings.join(';')}`;
    throw OperatorDataError.at(file, first?.info.lines ?? 1, problem);
  }
  if (twice !== undefined) {
    throw OperatorDataError.at(
      file,
      first?.info.lines ?? 1,
      `the heading ${quote(twice)} stands there twice`,
    );
  }
  return rest.map(({ record, info }) => ({
    line: info.lines,
    cells: Object.fromEntries(found.map((heading, index) => [heading, record[index] ?? ''])),
  }));
}

function readRecords(file: string, content: string): z.output<typeof Records> {
  try {
    const records: unknown = parse(content, {
      delimiter: ';',
      info: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      trim: true,
    });
    return Records.parse(records);
  } catch (error) {
    if (error instanceof CsvError) {
      const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
      throw OperatorDataError.at(file, line, problemOf(error), error);
    }
    throw error;
  }
}

function problemOf(error: CsvError): string {
  if (error.code === 'CSV_RECORD_INCONSISTENT_FIELDS_LENGTH') {
    return 'has another number of columns than the first line';
  }
  return `a quotation mark is not closed or in the wrong place (${error.code})`;
}
