import type { Deadline } from './deadline.ts';
import type { Trouble } from './trouble.ts';

/** Allows one repetition, if it helps and there is time for it. */
export class Tries {
  readonly #deadline: Deadline;
  #repeated = false;

  constructor(deadline: Deadline) {
    this.#deadline = deadline;
  }

  get count(): number {
    return this.#repeated ? 2 : 1;
  }

  /** Waits until it is time. */
  async again({ retryInMs }: Trouble): Promise<boolean> {
    if (this.#repeated || retryInMs === undefined || retryInMs >= this.#deadline.remainingMs()) {
      return false;
    }
    this.#repeated = true;
    try {
      await this.#deadline.pause(retryInMs);
    } catch {
      // Cancelled while it waited: the trouble it had is what is told.
      return false;
    }
    return true;
  }
}
