import type { Cell } from './cells.ts';

const byteOrderMark = '\ufeff';
const separator = ';';
const lineEnd = '\r\n';

/** Semicolons, CRLF and a byte order mark: what a German Excel opens with a double click. */
export async function* writeCsv(
  headings: readonly string[],
  rows: Iterable<readonly Cell[]>,
): AsyncGenerator<string> {
  yield byteOrderMark + toLine(headings);
  for (const row of rows) {
    yield toLine(row);
  }
}

function toLine(cells: readonly Cell[]): string {
  return cells.map(toCsvCell).join(separator) + lineEnd;
}

/** In quotes whenever any reader could take something in it for structure. */
function toCsvCell(cell: Cell): string {
  const text = String(cell);
  return /[";,\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
