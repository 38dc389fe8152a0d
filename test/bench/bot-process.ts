import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const Package = z.object({ scripts: z.object({ start: z.string() }) });

const Block = z.object({ longestBlockMs: z.number() });

/** How finely the moment is seen at which a bot takes connections. */
const lookEveryMs = 2;
const startMs = 60_000;
const stopMs = 60_000;

export interface BotScript {
  readonly script: URL;
  readonly environment: Readonly<Record<string, string>>;
  /** Every question is answered by a card; otherwise by a text. */
  readonly answersWithCards: boolean;
}

/** A bot as a process of its own, in plain Node. What it logs goes to this process's error output, unless somebody listens. */
export class BotProcess {
  readonly port: number;
  /** `performance.now()` when it was started. */
  readonly spawnedAt: number;
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess, port: number, spawnedAt: number) {
    this.#child = child;
    this.port = port;
    this.spawnedAt = spawnedAt;
  }

  /** Resolves when it takes connections. */
  static async start(
    { script, environment }: BotScript,
    nodeOptions: readonly string[] = [],
    onLine?: (line: string) => void,
  ): Promise<BotProcess> {
    const port = await findFreePort();
    const options = [...startOptions(), ...nodeOptions];
    const spawnedAt = performance.now();
    const child = spawn(process.execPath, [...options, fileURLToPath(script)], {
      env: { PATH: process.env['PATH'], PORT: String(port), ...environment },
      stdio: ['ignore', onLine === undefined ? 2 : 'pipe', 2, 'ipc'],
    });
    if (onLine !== undefined && child.stdout !== null) {
      createInterface(child.stdout).on('line', onLine);
    }
    const bot = new BotProcess(child, port, spawnedAt);
    await bot.#listening();
    return bot;
  }

  /** Collects garbage in the bot; it must have been started with the options of `settling`. */
  async settle(): Promise<void> {
    const settled = once(this.#child, 'message');
    this.#child.send('settle');
    await settled;
  }

  /** For how many milliseconds at most, since the last call, nothing else had its turn in the bot; started with `watching`. */
  async longestBlockMs(): Promise<number> {
    const told = once(this.#child, 'message');
    this.#child.send('longest-block');
    const [message]: unknown[] = await told;
    return Block.parse(message).longestBlockMs;
  }

  /** Resident memory now, in bytes, by the kernel. */
  memory(): number {
    const status = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8');
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
  }

  /** Processor time used so far, all threads, in milliseconds by the kernel, which counts in hundredths of a second. */
  processorMs(): number {
    const stat = readFileSync(`/proc/${this.#child.pid}/stat`, 'utf8');
    // Fields 14 and 15, proc_pid_stat(5); the name in parentheses before them may hold spaces.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  }

  /** Asks it to end, and returns its exit code; null when it had to be killed because it took too long. */
  async stop(longestMs = stopMs): Promise<number | null> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      const exited = once(this.#child, 'exit');
      const timer = setTimeout(() => this.#child.kill('SIGKILL'), longestMs);
      this.#child.kill('SIGTERM');
      await exited;
      clearTimeout(timer);
    }
    return this.#child.exitCode;
  }

  async #listening(): Promise<void> {
    while (!(await takesConnections(this.port))) {
      if (this.#child.exitCode !== null) {
        throw new Error(`The bot ended with ${this.#child.exitCode} while it started`);
      }
      if (performance.now() - this.spawnedAt > startMs) {
        await this.stop();
        throw new Error(`The bot did not listen within ${startMs} ms`);
      }
      await sleep(lookEveryMs);
    }
  }
}

/** Node's options of `npm start`. */
function startOptions(): readonly string[] {
  const { scripts } = Package.parse(
    JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')),
  );
  return scripts.start.split(' ').filter((part) => part.startsWith('--'));
}

/** Node's options for a bot that can be told to settle. */
export const settling = ['--expose-gc', '--import', new URL('settle.ts', import.meta.url).href];

/** Node's options for a bot that tells for how long it blocks. */
export const watching = ['--import', new URL('watch-loop.ts', import.meta.url).href];

async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  if (typeof address !== 'object' || address === null) {
    throw new TypeError('A listening server has an address');
  }
  return address.port;
}

function takesConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
