import type { Timer } from '../ports/timer.ts';
import type { Gate, Pass } from './gate.ts';

const mostAtOnce = 8;
const mostWaiting = 16;

interface Waiting {
  readonly begin: () => void;
}

/** Lets so many calls through at once; a few more wait in order, each within its own deadline. */
export class Slots implements Gate {
  readonly #timer: Timer;
  readonly #waiting = new Set<Waiting>();
  #taken = 0;

  constructor(timer: Timer) {
    this.#timer = timer;
  }

  async enter(request: {
    readonly deadlineMs: number;
    readonly signal?: AbortSignal;
  }): Promise<Pass | undefined> {
    const start = this.#timer.uptime();
    if (this.#taken < mostAtOnce) {
      this.#taken += 1;
    } else if (this.#waiting.size >= mostWaiting || !(await this.#wait(request))) {
      return undefined;
    }
    const deadlineMs = request.deadlineMs - (this.#timer.uptime() - start);
    return { deadlineMs, leave: () => this.#handOn() };
  }

  /** Whether it came to its turn in time; the slot is then its own. */
  async #wait({
    deadlineMs,
    signal,
  }: {
    readonly deadlineMs: number;
    readonly signal?: AbortSignal;
  }): Promise<boolean> {
    if (signal?.aborted === true) {
      return false;
    }
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const waiting = { begin: () => resolve(true) };
    const giveUp = (): void => {
      this.#waiting.delete(waiting);
      resolve(false);
    };
    this.#waiting.add(waiting);
    const cancel = this.#timer.after(deadlineMs, giveUp);
    signal?.addEventListener('abort', giveUp, { once: true });
    try {
      return await promise;
    } finally {
      cancel();
      signal?.removeEventListener('abort', giveUp);
    }
  }

  /** A slot that goes to the next one in line is never free in between, or a newcomer would take it. */
  #handOn(): void {
    const [next] = this.#waiting;
    if (next === undefined) {
      this.#taken -= 1;
      return;
    }
    this.#waiting.delete(next);
    next.begin();
  }
}
