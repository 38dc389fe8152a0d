/** Columns and the rows of one table. */
export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  /** How many columns there are before the figures, which stand at the right of theirs. */
  readonly wordColumns: number;
  readonly rows: readonly (readonly string[])[];
}

/** The table as lines of text, the columns one below the other, or in Markdown. */
export function drawTable({ title, columns, wordColumns, rows }: Table, markdown: boolean): string {
  const widths = columns.map((column, index) =>
    Math.max(column.length, ...rows.map((row) => row[index]?.length ?? 0)),
  );
  const [left, between, right] = markdown ? ['| ', ' | ', ' |'] : ['', '  ', ''];
  const drawRow = (cells: readonly string[]): string =>
    `${left}${cells.map((cell, index) => (index < wordColumns ? cell.padEnd(widths[index] ?? 0) : cell.padStart(widths[index] ?? 0))).join(between)}${right}`.trimEnd();
  const rule = widths
    .map((width, index) =>
      markdown && index >= wordColumns ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width),
    )
    .join(between);
  return [title, '', drawRow(columns), `${left}${rule}${right}`, ...rows.map(drawRow)].join('\n');
}

export function share(value: number | undefined): string {
  return value === undefined || Number.isNaN(value) ? '–' : value.toFixed(3);
}

export function percent(value: number | undefined): string {
  return value === undefined || Number.isNaN(value) ? '–' : `${(100 * value).toFixed(0)} %`;
}

export function milliseconds(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0)} ms`;
}

export function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1024 ** 2).toFixed(0)} MB`;
}
