import { CsvError, type Options, parse } from 'csv-parse/sync';
import { countKnownHeadings } from './columns.ts';
import { fileLimits, type ReadTableResult, refuse, type TableRow } from './table.ts';

/** Semicolon as German Excel writes, comma, and the tab of Excel's "Unicode Text". */
const delimiters = [';', ',', '\t'] as const;
const recordEnds = ['\r\n', '\n', '\r'];

/** Reads comma-separated text: quoted cells may hold line breaks, blank lines are skipped, rows may be ragged. */
export function readCsv(text: string): ReadTableResult {
  const announced = /^sep=(.)(?:\r\n|\n|\r)/i.exec(text);
  const body = announced === null ? text : text.slice(announced[0].length);
  const delimiter = announced?.[1] ?? findDelimiter(body);
  const rows: TableRow[] = [];
  let line = announced === null ? 1 : 2;
  let tooMany = false;
  try {
    parse(body, {
      ...toOptions(delimiter),
      // Counts lines itself: csv-parse 7.0.3 counts a CRLF inside quotes twice. Nothing is kept beyond the limit.
      on_record: (cells: string[]) => {
        if (cells.some((cell) => cell.trim() !== '')) {
          tooMany = rows.length > fileLimits.rows;
          if (!tooMany) {
            rows.push({ number: line, cells, flaws: [] });
          }
        }
        line += 1 + countLineBreaks(cells);
        return null;
      },
    });
  } catch (error) {
    if (error instanceof CsvError && error.code === 'CSV_QUOTE_NOT_CLOSED') {
      return refuse({ kind: 'open-quote', line });
    }
    throw error;
  }
  const [heading, ...data] = rows;
  if (tooMany) {
    return refuse({ kind: 'too-many-rows', limit: fileLimits.rows });
  }
  if (heading === undefined) {
    return refuse({ kind: 'empty' });
  }
  return {
    kind: 'table',
    table: { format: 'csv', headings: heading.cells, rows: data, ignoredSheets: [] },
  };
}

function toOptions(delimiter: string): Options {
  return {
    delimiter,
    record_delimiter: recordEnds,
    relax_column_count: true,
    // A quote within an unquoted cell (12" screens) is a character like others.
    relax_quotes: true,
  };
}

/** The delimiter under which the first line shows most of our headings; without any, most cells. */
function findDelimiter(text: string): string {
  const firstLine = /^(?:\s*(?:\r\n|\n|\r))*([^\r\n]*)/.exec(text)?.[1] ?? '';
  let best: string = delimiters[0];
  let bestScore = -1;
  for (const delimiter of delimiters) {
    const headings = firstLine.split(delimiter).map((cell) => cell.trim().replaceAll('"', ''));
    const score = countKnownHeadings(headings) * 1000 + Math.min(headings.length, 999);
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

function countLineBreaks(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) {
    breaks += /[\r\n]/.test(cell) ? cell.split(/\r\n|\n|\r/).length - 1 : 0;
  }
  return breaks;
}
