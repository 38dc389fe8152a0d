import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { demoTexts } from '../../texts/demo-texts.ts';
import { DemoError } from './prepare.ts';

export interface ChildSettings {
  /** For people: "Der Bot". */
  readonly name: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Answers with 2xx as soon as the child can be used. */
  readonly readyUrl: string;
}

const readyWithinMs = 60_000;
const askEveryMs = 150;
const endWithinMs = 20_000;

/** The programs of the demo: started together, ended together, each by its process id. */
export class Children {
  readonly #running = new Map<ChildProcess, string>();
  #ending = false;
  /** Rejects with `DemoError` when a child ends before it was told to. */
  readonly failure: Promise<never>;
  readonly #fail: (error: Error) => void;

  constructor() {
    const { promise, reject } = Promise.withResolvers<never>();
    this.failure = promise;
    this.#fail = reject;
  }

  /** Starts a program with this Node and waits until it answers. What it says on the error channel stays visible. */
  async start({ name, args, environment, readyUrl }: ChildSettings): Promise<void> {
    const child = spawn(process.execPath, args, {
      env: { ...environment },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    this.#running.set(child, name);
    child.once('exit', () => {
      this.#running.delete(child);
      if (!this.#ending) {
        this.#fail(new DemoError(demoTexts.ended(name)));
      }
    });
    await Promise.race([this.failure, this.#untilReady(name, readyUrl)]);
  }

  /** Ends what still runs; what does not end in time is killed. */
  async end(): Promise<void> {
    this.#ending = true;
    const ends = [...this.#running.keys()].map(
      (child) =>
        new Promise<void>((resolve) => {
          const timer = setTimeout(() => child.kill('SIGKILL'), endWithinMs);
          child.once('exit', () => {
            clearTimeout(timer);
            resolve();
          });
          child.kill('SIGTERM');
        }),
    );
    await Promise.all(ends);
  }

  async #untilReady(name: string, url: string): Promise<void> {
    const deadline = AbortSignal.timeout(readyWithinMs);
    while (!this.#ending && !(await answers(url))) {
      if (deadline.aborted) {
        throw new DemoError(demoTexts.neverReady(name));
      }
      await new Promise((resolve) => {
        setTimeout(resolve, askEveryMs);
      });
    }
  }
}

async function answers(url: string): Promise<boolean> {
  const response = await fetch(url).catch(() => undefined);
  return response?.ok === true;
}
