import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ConfigError } from '../config.ts';
import { exportFeedback } from '../features/feedback/export-feedback.ts';
import { exportTexts } from '../texts/export-texts.ts';
import { feedbackExportTexts as texts } from '../texts/feedback-export-texts.ts';
import { CommandError } from './export/command-error.ts';
import { openFile, openStandardOutput } from './export/output.ts';
import type { Output } from './export/output.ts';
import { openFeedback } from './feedback-export/open-feedback.ts';
import { readFeedbackCommand } from './feedback-export/read-feedback-command.ts';

/** Writes what people said of answers, and prints how much it was. Returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const { to, from, force } = readFeedbackCommand(args);
  const opened = await openFeedback(process.env);
  try {
    const name = to ?? texts.fileName(toDay(opened.deps.clock.now()));
    const output = name === '-' ? openStandardOutput() : await openNamed(name, force);
    try {
      const count = await exportFeedback(opened.deps, { from, take: (line) => output.take(line) });
      await output.finish();
      const report = name === '-' ? process.stderr : process.stdout;
      report.write(`${texts.exported(count, output.name)}\n`);
      return 0;
    } finally {
      await output.discard();
    }
  } finally {
    await opened.close();
  }
}

/** "2026-11-22", where the people are. */
function toDay(now: number): string {
  return new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: 'Europe/Berlin' }).format(now);
}

async function openNamed(name: string, force: boolean): Promise<Output> {
  // npm changes into the project's folder; the path was typed elsewhere.
  const path = resolve(process.env['INIT_CWD'] ?? '.', name);
  if (!force && (await isFile(path))) {
    throw new CommandError(texts.exists(path));
  }
  return openFile(path, force);
}

/** Whatever else is wrong with the place shows when the file is opened. */
async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
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
