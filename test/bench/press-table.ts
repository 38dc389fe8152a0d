import { quantile } from './figures.ts';

/** Milliseconds of ours and of the floor. */
export interface Row {
  readonly name: string;
  readonly ours: readonly number[];
  readonly floor: readonly number[];
  readonly target?: number;
  /** Processor time of ours for each press, which says the same on a machine that has other work. */
  readonly processorMs?: number;
}

export function toTable(title: string, rows: readonly Row[]): string {
  const headings = ['p50', 'p95', 'max', 'floor p50', 'floor p95', 'cpu each', 'target'];
  const lines = rows.map(({ name, ours, floor, target, processorMs }) => {
    const p95 = quantile(ours, 0.95);
    const times = [quantile(ours, 0.5), p95, Math.max(...ours), quantile(floor, 0.5), quantile(floor, 0.95)];
    const met = target === undefined ? '' : `< ${target}: ${p95 < target ? 'yes' : 'NO'}`;
    return [name, ...times.map((ms) => ms.toFixed(1)), processorMs?.toFixed(1) ?? '', met];
  });
  return [[title, ...headings], ...lines]
    .map(([name = '', ...cells]) =>
      `${name.padEnd(44)}${cells.map((cell) => cell.padStart(12)).join('')}`.trimEnd(),
    )
    .join('\n');
}
