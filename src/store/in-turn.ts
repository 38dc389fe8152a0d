/** Work on one thing waits for the work on it that was begun before, within this process; what others do is not waited for. */
export class InTurn<Key> {
  /** The last work on each that is under way. */
  readonly #running = new Map<Key, Promise<unknown>>();

  async run<Result>(key: Key, work: () => Promise<Result>): Promise<Result> {
    const running = after(this.#running.get(key), work);
    this.#running.set(key, running);
    try {
      return await running;
    } finally {
      if (this.#running.get(key) === running) {
        this.#running.delete(key);
      }
    }
  }
}

async function after<Result>(
  before: Promise<unknown> | undefined,
  work: () => Promise<Result>,
): Promise<Result> {
  // Whatever became of it is told to whoever wanted it.
  await Promise.allSettled([before]);
  return work();
}
