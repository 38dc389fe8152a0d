import { fork } from 'node:child_process';
import { checkWorkbook } from './check-workbook.ts';
import { cleanLine, toShown } from './clean-text.ts';
import { fileLimits, type ReadTableResult, refuse, type TableRow } from './table.ts';
import { type SheetReading, SheetReadingSchema } from './sheet-reading.ts';

/** What reading one workbook may cost. */
export interface WorkbookLimits {
  readonly timeMs: number;
  readonly heapMegabytes: number;
}

const usualLimits: WorkbookLimits = { timeMs: 60_000, heapMegabytes: 1500 };

/**
 * Reads the first sheet with content. exceljs 4.4.0 runs in a process of its own, with limits: a workbook of a few kB can make it
 * fill whole columns cell by cell (defined names, for one), and a full heap ends a whole process, threads and all.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  limits: WorkbookLimits = usualLimits,
): Promise<ReadTableResult> {
  const problem = await checkWorkbook(bytes);
  if (problem !== undefined) {
    return refuse(problem);
  }
  const reading = await readInProcess(bytes, limits);
  if (reading === undefined) {
    return refuse({ kind: 'damaged-workbook' });
  }
  if (reading.tooManyRows) {
    return refuse({ kind: 'too-many-rows', limit: fileLimits.rows });
  }
  const [heading, ...rows] = reading.rows;
  return heading === undefined
    ? refuse({ kind: 'empty' })
    : { kind: 'table', table: toTable(heading, rows, reading.ignoredSheets) };
}

function toTable(heading: TableRow, rows: readonly TableRow[], ignoredSheets: readonly string[]) {
  const sheets = ignoredSheets.map((name) => toShown(cleanLine(name)));
  return { format: 'xlsx', headings: heading.cells, rows, ignoredSheets: sheets } as const;
}

/** Undefined when the workbook cannot be read, or not within the limits. */
async function readInProcess(bytes: Uint8Array, limits: WorkbookLimits): Promise<SheetReading | undefined> {
  const child = fork(new URL('./read-sheet-process.ts', import.meta.url), {
    execArgv: [`--max-old-space-size=${limits.heapMegabytes}`, '--disable-warning=ExperimentalWarning'],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), limits.timeMs);
  try {
    return await new Promise<SheetReading | undefined>((resolve, reject) => {
      child.once('message', (message) => {
        resolve(SheetReadingSchema.parse(message));
      });
      child.once('exit', () => {
        resolve(undefined);
      });
      child.once('error', reject);
      // A child that ended before it took everything is told by its exit.
      child.send(bytes, () => undefined);
    });
  } finally {
    clearTimeout(timer);
    child.kill('SIGKILL');
  }
}
