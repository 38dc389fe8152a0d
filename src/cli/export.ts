import { resolve } from 'node:path';
import { ConfigError } from '../config.ts';
import { exportUseCases, type FormatName } from '../features/exchange/export/export-use-cases.ts';
import { exportTexts } from '../texts/export-texts.ts';
import { importLabels } from '../texts/labels.ts';
import { CommandError } from './export/command-error.ts';
import { toExportReport } from './export/export-report.ts';
import { openExport } from './export/open-export.ts';
import { openFile, openStandardOutput } from './export/output.ts';
import { readExportCommand } from './export/read-export-command.ts';
import { createProgressBar } from './progress-bar.ts';

const extensions: Readonly<Record<FormatName, string>> = {
  csv: 'csv',
  xlsx: 'xlsx',
  json: 'json',
  geojson: 'geojson',
  algoritmeregister: 'algoritmeregister.json',
  pstw: 'pstw.csv',
};

/** Exports what the arguments ask for and prints the report. Returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const { format, visibility, out, force } = readExportCommand(args);
  const opened = await openExport(process.env);
  const bar = createProgressBar(process.stderr);
  try {
    const name = out ?? exportTexts.fileName(toDay(opened.deps.clock.now()), extensions[format]);
    // npm changes into the project's folder; the path was typed elsewhere.
    const path = resolve(process.env['INIT_CWD'] ?? '.', name);
    const output = out === '-' ? openStandardOutput() : await openFile(path, force);
    try {
      const result = await exportUseCases(opened.deps, {
        format,
        visibility,
        labels: importLabels,
        take: (piece) => output.take(piece),
        onProgress: (done, total) => bar.show(exportTexts.progress, done, total),
      });
      await output.finish();
      bar.clear();
      const report = out === '-' ? process.stderr : process.stdout;
      report.write(`${toExportReport(result, output.name, visibility).join('\n')}\n`);
      return 0;
    } finally {
      await output.discard();
    }
  } finally {
    bar.clear();
    await opened.close();
  }
}

/** "2026-11-22", where the people are. */
function toDay(now: number): string {
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: 'Europe/Berlin' }).format(now);
}

/** One sentence for what the person can solve; anything else with its stack, for whoever gets the report. */
function toMessage(error: unknown): string {
  if (error instanceof CommandError || error instanceof ConfigError) {
    return error.message;
  }
  // By name: the errors of the store belong to adapters, which only the app knows.
  switch (error instanceof Error ? error.name : '') {
    case 'StoreLockedError':
      return exportTexts.storeLocked;
    case 'StoreLocationError':
      return exportTexts.storeLocation(process.env['SQLITE_PATH'] ?? 'data/community.sqlite');
    case 'StoreUnavailableError':
      return exportTexts.storeUnavailable;
    case 'OperatorDataError':
      return error instanceof Error ? error.message : exportTexts.failed;
    default:
      return `${exportTexts.failed}\n${error instanceof Error ? error.stack : String(error)}`;
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${toMessage(error)}\n`);
  process.exitCode = 1;
}
