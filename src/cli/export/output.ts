import { open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { exportTexts } from '../../texts/export-texts.ts';
import { CommandError } from './command-error.ts';

/** Where an export goes. */
export interface Output {
  /** How reports call it. */
  readonly name: string;
  take(piece: string | Uint8Array): Promise<void>;
  /** Everything is there. */
  finish(): Promise<void>;
  /** Leaves nothing behind; after `finish` it does nothing. */
  discard(): Promise<void>;
}

/** A file that appears under its name only when it is complete. Throws `CommandError`. */
export async function openFile(path: string, force: boolean): Promise<Output> {
  await checkPlace(path, force);
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  const file = await translated(path, () => open(temporary, 'wx'));
  let done = false;
  return {
    name: path,
    take: (piece) => translated(path, () => file.writeFile(piece)),
    async finish() {
      await translated(path, () => file.sync());
      await file.close();
      await translated(path, () => rename(temporary, path));
      done = true;
    },
    async discard() {
      if (!done) {
        await file.close();
        await rm(temporary, { force: true });
      }
    },
  };
}

/** The standard output; it is as fast as whoever reads it. */
export function openStandardOutput(): Output {
  // What fails is told to each write as well.
  process.stdout.on('error', () => undefined);
  return {
    name: exportTexts.standardOutput,
    take: (piece) =>
      new Promise((resolve, reject) => {
        process.stdout.write(piece, (error) => {
          if (error === null || error === undefined) {
            resolve();
          } else {
            reject(new CommandError(exportTexts.nobodyReads, { cause: error }));
          }
        });
      }),
    finish: () => Promise.resolve(),
    discard: () => Promise.resolve(),
  };
}

async function checkPlace(path: string, force: boolean): Promise<void> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) {
      throw new CommandError(exportTexts.isFolder(path));
    }
    if (!force) {
      throw new CommandError(exportTexts.exists(path));
    }
  } catch (error) {
    // Nothing there is what it should be; whether the folder is there shows when the file is opened.
    if (toCode(error) !== 'ENOENT') {
      throw toCommandError(path, error);
    }
  }
}

async function translated<Value>(path: string, act: () => Promise<Value>): Promise<Value> {
  try {
    return await act();
  } catch (error) {
    throw toCommandError(path, error);
  }
}

function toCommandError(path: string, error: unknown): unknown {
  switch (toCode(error)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new CommandError(exportTexts.noFolder(path), { cause: error });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new CommandError(exportTexts.notWritable(path), { cause: error });
    case 'ENOSPC':
    case 'EDQUOT':
      return new CommandError(exportTexts.diskFull, { cause: error });
    default:
      return error;
  }
}

function toCode(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
