/** Who wants to hear of writes to a collection. Several writes in one turn of the event loop are told once. */
export class ChangeListeners {
  readonly #listeners = new Map<string, Set<() => void>>();
  readonly #told = new Set<string>();

  add(collection: string, listener: () => void): () => void {
    const listeners = this.#listeners.get(collection) ?? new Set();
    // A wrapper, so that the same function added twice is two listeners.
    const entry = () => {
      if (listeners.has(entry)) {
        listener();
      }
    };
    this.#listeners.set(collection, listeners.add(entry));
    return () => {
      listeners.delete(entry);
    };
  }

  /** Each listener is called on its own and after the write: its exception is neither the writer's nor the next one's. */
  tell(collection: string): void {
    if (this.#told.has(collection)) {
      return;
    }
    this.#told.add(collection);
    setImmediate(() => {
      this.#told.delete(collection);
      for (const listener of this.#listeners.get(collection) ?? []) {
        queueMicrotask(listener);
      }
    });
  }
}
