import { cleanLine, cleanLines, isGarbled } from './clean-text.ts';
import type { ColumnKey, Columns } from './columns.ts';
import type { Problem, RowProblem } from './problems.ts';
import { onceEach, splitListed } from './quoted.ts';
import type { TableRow } from './table.ts';

/** Characters. Titles and summaries have the limits of the domain. */
export const longestItem = 60;
export const mostItems = 30;

/** Between the things of a cell, as in a character class. */
export const listSeparators = String.raw`,|\n`;

/** Reads the cells of one row by column and collects what is wrong with them. */
export class RowReader {
  readonly number: number;
  readonly problems: RowProblem[] = [];
  readonly #row: TableRow;
  readonly #columns: Columns;

  constructor(row: TableRow, columns: Columns) {
    this.number = row.number;
    this.#row = row;
    this.#columns = columns;
  }

  report(problem: Problem, column?: ColumnKey): void {
    this.problems.push({ ...problem, row: this.number, ...(column !== undefined && { column }) });
  }

  /** One cleaned line; undefined for an empty cell, a missing column, or a problem, which is reported. */
  line(column: ColumnKey, limit: number): string | undefined {
    return this.#text(column, limit, cleanLine);
  }

  /** Like `line`, with its line breaks. */
  lines(column: ColumnKey, limit: number): string | undefined {
    return this.#text(column, limit, cleanLines);
  }

  /** A cell that lists things, separated by commas or bars; each once. What stands in quotes is one thing. */
  list(column: ColumnKey): readonly string[] {
    const text = this.#text(column, mostItems * (longestItem + 5), cleanLines) ?? '';
    const once = onceEach(splitListed(text, listSeparators).map((part) => part.text));
    const tooLong = once.find((item) => item.length > longestItem);
    if (tooLong !== undefined) {
      this.report({ kind: 'too-long', length: tooLong.length, limit: longestItem }, column);
    }
    if (once.length > mostItems) {
      this.report({ kind: 'too-many', count: once.length, limit: mostItems }, column);
    }
    return once;
  }

  /** The address behind the cell, where a spreadsheet has one. */
  link(column: ColumnKey): string | undefined {
    const place = this.#columns.places.get(column);
    return place === undefined ? undefined : this.#row.links?.get(place);
  }

  #text(column: ColumnKey, limit: number, clean: (text: string) => string): string | undefined {
    const place = this.#columns.places.get(column);
    const raw = place === undefined ? '' : (this.#row.cells[place] ?? '');
    const flaw = this.#row.flaws.find(({ cell }) => cell === place);
    if (flaw !== undefined) {
      this.report({ kind: flaw.kind }, column);
      return undefined;
    }
    if (isGarbled(raw)) {
      this.report({ kind: 'garbled' }, column);
      return undefined;
    }
    const text = clean(raw);
    if (text.length > limit) {
      this.report({ kind: 'too-long', length: text.length, limit }, column);
      return undefined;
    }
    return text === '' ? undefined : text;
  }
}
