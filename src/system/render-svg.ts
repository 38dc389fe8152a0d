import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { PictureError } from '../ports/picture-renderer.ts';
import type { PictureRenderer } from '../ports/picture-renderer.ts';

const Answer = z.object({
  number: z.number(),
  png: z.instanceof(Uint8Array).optional(),
  problem: z.string().optional(),
});

interface Waiting {
  readonly resolve: (png: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

interface Settings {
  readonly idleMs: number;
  readonly patienceMs: number;
  /** What the thread runs. */
  readonly script: URL;
}

/** A picture takes a quarter of a second, the first one of a thread a whole one. */
const longestMs = 20_000;
/** Then the thread is ended, and its memory with it. */
const restMs = 30_000;

/** Draws in a thread that lives as long as there are pictures to draw, one after the other, and a little longer. */
export function createPictureRenderer(given: Partial<Settings> = {}): PictureRenderer {
  const script = new URL('./render-svg-worker.ts', import.meta.url);
  const settings: Settings = { idleMs: restMs, patienceMs: longestMs, script, ...given };
  let thread: Thread | undefined;

  return {
    async render(svg, scale) {
      thread ??= new Thread(settings, (ended) => {
        thread = thread === ended ? undefined : thread;
      });
      return thread.render(svg, scale);
    },
    async close() {
      await thread?.end(new PictureError('closed'));
    },
  };
}

class Thread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #settings: Settings;
  readonly #onEnd: (thread: Thread) => void;
  #number = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(settings: Settings, onEnd: (thread: Thread) => void) {
    this.#settings = settings;
    this.#onEnd = onEnd;
    this.#worker = new Worker(settings.script);
    this.#worker.on('message', (message: unknown) => this.#take(message));
    this.#worker.on(
      'error',
      (error) => void this.end(new PictureError('the thread failed', { cause: error })),
    );
    this.#worker.on('exit', () => void this.end(new PictureError('the thread ended')));
  }

  async render(svg: string, scale: number): Promise<Uint8Array> {
    this.#number += 1;
    const number = this.#number;
    const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
    this.#waiting.set(number, { resolve, reject });
    // Whoever comes later gives the picture before no more time.
    if (this.#waiting.size === 1) {
      this.#wait();
    }
    this.#worker.postMessage({ number, svg, scale }, []);
    return promise;
  }

  /** Whoever still waits gets the error. */
  async end(error: Error): Promise<void> {
    clearTimeout(this.#timer);
    this.#onEnd(this);
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) {
      reject(error);
    }
    await this.#worker.terminate();
  }

  #take(message: unknown): void {
    const { number, png, problem } = Answer.parse(message);
    const waiting = this.#waiting.get(number);
    this.#waiting.delete(number);
    this.#wait();
    if (png === undefined) {
      waiting?.reject(new PictureError(problem ?? 'no picture'));
    } else {
      waiting?.resolve(png);
    }
  }

  /** Until it has drawn what it is at, or has rested long enough. Only while it draws does it keep the program alive. */
  #wait(): void {
    clearTimeout(this.#timer);
    const isIdle = this.#waiting.size === 0;
    if (isIdle) {
      this.#worker.unref();
    } else {
      this.#worker.ref();
    }
    const { idleMs, patienceMs } = this.#settings;
    const error = new PictureError(isIdle ? 'idle' : 'took too long');
    this.#timer = setTimeout(() => void this.end(error), isIdle ? idleMs : patienceMs);
    this.#timer.unref();
  }
}
