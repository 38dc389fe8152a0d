import { readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ConfigError } from '../config.ts';
import { importUseCases } from '../features/exchange/import-use-cases.ts';
import { bytesPerMegabyte, fileLimits } from '../features/exchange/table.ts';
import { importRefusals, importTexts } from '../texts/import-texts.ts';
import { importLabels } from '../texts/labels.ts';
import { toReport } from './import-report.ts';
import { openImport } from './open-import.ts';
import { createProgressBar } from './progress-bar.ts';

/** What the person at the terminal can solve; the message is one sentence for them. */
class CommandError extends Error {
  override readonly name = 'CommandError';
}

interface Command {
  readonly path: string;
  readonly dryRun: boolean;
  readonly createOrganisations: boolean;
}

function readCommand(args: readonly string[]): Command {
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options: { 'dry-run': { type: 'boolean' }, 'create-organisations': { type: 'boolean' } },
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const known = new Set(['dry-run', 'create-organisations']);
  const unknown = tokens.find((token) => token.kind === 'option' && !known.has(token.name));
  if (unknown?.kind === 'option') {
    throw new CommandError(`${importTexts.unknownOption(unknown.rawName)}\n${importTexts.usage}`);
  }
  const [path, second] = positionals;
  if (path === undefined || second !== undefined) {
    throw new CommandError(importTexts.usage);
  }
  return {
    path,
    dryRun: values['dry-run'] === true,
    createOrganisations: values['create-organisations'] === true,
  };
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > fileLimits.megabytes * bytesPerMegabyte) {
      throw new CommandError(importTexts.refused(importRefusals.tooLarge(fileLimits.megabytes)));
    }
    return await readFile(path);
  } catch (error) {
    switch (toCode(error)) {
      case 'ENOENT':
      case 'ENOTDIR':
        throw new CommandError(importTexts.fileNotFound(path), { cause: error });
      case 'EISDIR':
        throw new CommandError(importTexts.fileIsFolder(path), { cause: error });
      case 'EACCES':
      case 'EPERM':
        throw new CommandError(importTexts.fileNotReadable(path), { cause: error });
      default:
        throw error;
    }
  }
}

/** Imports the file that the arguments name and prints the report. Returns the exit code. */
async function main(args: readonly string[]): Promise<number> {
  const command = readCommand(args);
  // npm changes into the project's folder; the path was typed elsewhere.
  const bytes = await readBytes(resolve(process.env['INIT_CWD'] ?? '.', command.path));
  const opened = await openImport(process.env);
  const bar = createProgressBar(process.stderr);
  try {
    const result = await importUseCases(opened.deps, {
      bytes,
      labels: importLabels,
      dryRun: command.dryRun,
      createOrganisations: command.createOrganisations,
      onProgress: (step, done, total) => bar.show(importTexts.progress[step], done, total),
    });
    bar.clear();
    process.stdout.write(`${toReport(result).join('\n')}\n`);
    return result.kind === 'imported' || result.kind === 'checked' ? 0 : 1;
  } finally {
    bar.clear();
    await opened.close();
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
      return importTexts.storeLocked;
    case 'StoreLocationError':
      return importTexts.storeLocation(process.env['SQLITE_PATH'] ?? 'data/community.sqlite');
    case 'StoreUnavailableError':
      return importTexts.storeUnavailable;
    case 'OperatorDataError':
      return error instanceof Error ? error.message : importTexts.failed;
    default:
      return `${importTexts.failed}\n${error instanceof Error ? error.stack : String(error)}`;
  }
}

function toCode(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${toMessage(error)}\n`);
  process.exitCode = 1;
}
