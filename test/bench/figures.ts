/** The value below which the given share of the numbers lies, between two of them in proportion. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = numbers.toSorted((one, other) => one - other);
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)] ?? Number.NaN;
  const above = sorted[Math.ceil(position)] ?? Number.NaN;
  return below + (above - below) * (position - Math.floor(position));
}

export function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5);
}

/** One figure of ours beside the floor's: the medians of the rounds, and the median of what lay between them in each round. */
export interface Figure {
  readonly name: string;
  readonly ours: number;
  readonly floor: number;
  readonly difference: number;
  readonly unit: string;
  readonly target?: { readonly words: string; readonly met: boolean };
}

export interface Compared {
  readonly ours: readonly number[];
  readonly floor: readonly number[];
}

export interface FigureSettings {
  readonly name: string;
  readonly unit: string;
  readonly target?: {
    readonly words: string;
    readonly isMet: (figure: { ours: number; difference: number }) => boolean;
  };
}

export function toFigure({ name, unit, target }: FigureSettings, { ours, floor }: Compared): Figure {
  const values = {
    ours: median(ours),
    floor: median(floor),
    difference: median(ours.map((value, round) => value - (floor[round] ?? Number.NaN))),
  };
  return {
    name,
    unit,
    ...values,
    ...(target !== undefined && { target: { words: target.words, met: target.isMet(values) } }),
  };
}

const headings = ['figure', 'ours', 'floor', 'difference', 'ratio', 'target', 'met?'];

/** The figures as lines of text, the columns one below the other. */
export function toTable(figures: readonly Figure[]): string {
  const rows = [headings, ...figures.map(toRow)];
  const widths = headings.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => pad(cell, widths[column] ?? 0, column))
      .join('  ')
      .trimEnd(),
  );
  lines.splice(1, 0, widths.map((width) => '-'.repeat(width)).join('  '));
  return lines.join('\n');
}

function toRow({ name, unit, ours, floor, difference, target }: Figure): string[] {
  const sign = difference < 0 ? '' : '+';
  return [
    name,
    `${rounded(ours)} ${unit}`,
    `${rounded(floor)} ${unit}`,
    `${sign}${rounded(difference)} ${unit}`,
    `${rounded(ours / floor)}x`,
    target?.words ?? '',
    target === undefined ? '' : target.met ? 'yes' : 'NO',
  ];
}

function rounded(value: number): string {
  return value.toFixed(Math.abs(value) < 20 ? 2 : 0);
}

/** Numbers stand at the right of their column, words at the left. */
function pad(cell: string, width: number, column: number): string {
  return column >= 1 && column <= 4 ? cell.padStart(width) : cell.padEnd(width);
}
