/** A table as it stood in a file: cells are texts, whatever the file called them. */
export interface Table {
  readonly format: 'csv' | 'xlsx' | 'json';
  readonly headings: readonly string[];
  readonly rows: readonly TableRow[];
  /** Sheets with content beyond the first one, which alone is read. */
  readonly ignoredSheets: readonly string[];
}

export interface TableRow {
  /** As a person finds it: the line of a text file, the row of a sheet, the place in a JSON list (from 1). */
  readonly number: number;
  readonly cells: readonly string[];
  /** Cells that hold something else than a text: their place, and what it is. */
  readonly flaws: readonly CellFlaw[];
  /** Addresses behind cells of a sheet, by the cell's place. */
  readonly links?: ReadonlyMap<number, string>;
  /** Of a file with whole records: the entry as it stands there; it has no cells. */
  readonly entry?: unknown;
}

export interface CellFlaw {
  readonly cell: number;
  /** A spreadsheet's `#N/A`, or a JSON value with a structure of its own. */
  readonly kind: 'formula-error' | 'not-a-text';
  readonly value: string;
}

/** Why a file is not read at all. */
export type FileProblem =
  | { readonly kind: 'empty' | 'no-rows' }
  | { readonly kind: 'too-large'; readonly megabytes: number }
  | { readonly kind: 'too-many-rows'; readonly limit: number }
  | { readonly kind: 'program' | 'unknown-kind' | 'markup' }
  | { readonly kind: 'old-excel' | 'password' | 'macros' | 'not-a-workbook' | 'damaged-workbook' }
  | { readonly kind: 'unpacks-too-large'; readonly megabytes: number }
  | { readonly kind: 'too-many-entries'; readonly limit: number }
  | { readonly kind: 'doctype' }
  | { readonly kind: 'unknown-encoding' | 'mixed-encoding'; readonly line: number }
  | { readonly kind: 'open-quote'; readonly line: number }
  | { readonly kind: 'broken-json' | 'no-list-in-json' };

export type ReadTableResult =
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'refused'; readonly problem: FileProblem };

export const fileLimits = {
  megabytes: 20,
  unpackedMegabytes: 50,
  zipEntries: 2000,
  rows: 100_000,
} as const;

export const bytesPerMegabyte = 1_000_000;

export function refuse(problem: FileProblem): { readonly kind: 'refused'; readonly problem: FileProblem } {
  return { kind: 'refused', problem };
}

export function isBlankRow(row: TableRow): boolean {
  return row.flaws.length === 0 && row.cells.every((cell) => cell.trim() === '');
}
