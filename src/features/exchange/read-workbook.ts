import { Worker } from 'node:worker_threads';
import { checkWorkbook } from './check-workbook.ts';
import { cleanLine, toShown } from './clean-text.ts';
import { fileLimits, type ReadTableResult, refuse, type TableRow } from './table.ts';
import type { SheetReading } from './read-sheet-worker.ts';

/** What reading one workbook may cost. */
export interface WorkbookLimits {
  readonly timeMs: number;
  readonly heapMegabytes: number;
}

const usualLimits: WorkbookLimits = { timeMs: 60_000, heapMegabytes: 1500 };

/**
 * Reads the first sheet with content. exceljs 4.4.0 runs in a worker with limits: a workbook of a few kB can make it fill whole
 * columns cell by cell (defined names, for one), and that must not take the program with it.
 */
export async function readWorkbook(
  bytes: Uint8Array,
  limits: WorkbookLimits = usualLimits,
): Promise<ReadTableResult> {
  const problem = await checkWorkbook(bytes);
  if (problem !== undefined) {
    return refuse(problem);
  }
  const reading = await readInWorker(bytes, limits);
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
async function readInWorker(bytes: Uint8Array, limits: WorkbookLimits): Promise<SheetReading | undefined> {
  const worker = new Worker(new URL('./read-sheet-worker.ts', import.meta.url), {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes },
    stdout: true,
    stderr: true,
  });
  const timer = setTimeout(() => void worker.terminate(), limits.timeMs);
  try {
    return await new Promise<SheetReading | undefined>((resolve) => {
      worker.once('message', (reading: SheetReading) => {
        resolve(reading);
      });
      worker.once('error', () => {
        resolve(undefined);
      });
      worker.once('exit', () => {
        resolve(undefined);
      });
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
