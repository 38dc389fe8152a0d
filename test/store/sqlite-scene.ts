import { spawn, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** A path for a store file in a directory of its own that goes when the test ends. */
export function temporaryFile(): string {
  const directory = mkdtempSync(path.join(tmpdir(), 'sqlite-store-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  return path.join(directory, 'store.sqlite');
}

export interface StoreProcess {
  /** Waits until it has said so many lines, or has ended, and gives all of them. */
  lines(count: number): Promise<readonly string[]>;
  /** Ends it as a power cut would, and gives all it ever said. */
  kill(): Promise<readonly string[]>;
}

/** Runs `sqlite-child.ts` in a process of its own, which ends with the test at the latest. */
export function startStoreProcess(
  mode: 'hold' | 'write',
  file: string,
  options: SpawnOptions = {},
): StoreProcess {
  const program = path.join(import.meta.dirname, 'sqlite-child.ts');
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, mode, file], {
    ...options,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  const ended = once(child, 'close');
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  // A line that was cut off is no line.
  const complete = (): string[] => said.split('\n').slice(0, -1);
  const kill = async (): Promise<readonly string[]> => {
    child.kill('SIGKILL');
    await ended;
    return complete();
  };
  onTestFinished(async () => void (await kill()));
  return {
    async lines(count) {
      while (complete().length < count && child.exitCode === null && child.signalCode === null) {
        await Promise.race([ended, once(child.stdout ?? child, 'data')]);
      }
      return complete();
    },
    kill,
  };
}
