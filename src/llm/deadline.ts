import type { Timer } from '../ports/timer.ts';

/** The time is up, or nobody wants the outcome any more. */
export class OutOfTimeError extends Error {
  override readonly name = 'OutOfTimeError';
}

/** The time that a call has, all of its tries together. Whoever makes one closes it, and with it whatever still runs. */
export class Deadline {
  readonly #timer: Timer;
  readonly #end: number;
  readonly #controller = new AbortController();
  readonly #over: Promise<never>;
  readonly #stop: () => void;

  /** The `signals` end it earlier. */
  constructor(timer: Timer, ms: number, signals: readonly AbortSignal[]) {
    this.#timer = timer;
    this.#end = timer.uptime() + ms;
    const { promise, reject } = Promise.withResolvers<never>();
    // Nobody may be waiting when time is up.
    promise.catch(() => undefined);
    this.#over = promise;
    const end = (): void => {
      this.#controller.abort();
      reject(new OutOfTimeError());
    };
    const cancel = timer.after(ms, end);
    // `AbortSignal.any` would keep every call in memory for as long as the longest-lived signal.
    for (const signal of signals) {
      signal.addEventListener('abort', end, { once: true });
    }
    this.#stop = () => {
      cancel();
      for (const signal of signals) {
        signal.removeEventListener('abort', end);
      }
    };
    if (ms <= 0 || signals.some(({ aborted }) => aborted)) {
      end();
    }
  }

  /** For whatever runs within it. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  get isOver(): boolean {
    return this.#controller.signal.aborted;
  }

  remainingMs(): number {
    return this.isOver ? 0 : Math.max(0, this.#end - this.#timer.uptime());
  }

  /** Throws `OutOfTimeError` instead of waiting longer, also for what knows nothing of signals. */
  async within<Value>(work: Promise<Value>): Promise<Value> {
    return Promise.race([work, this.#over]);
  }

  /** Throws `OutOfTimeError`. */
  async pause(ms: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const cancel = this.#timer.after(ms, resolve);
    try {
      await this.within(promise);
    } finally {
      cancel();
    }
  }

  close(): void {
    this.#stop();
    this.#controller.abort();
  }
}
