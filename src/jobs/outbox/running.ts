import type { BucketBook } from '../../features/broadcasts/bucket-book.ts';

/** What a lane has under way, and for which buckets. */
export class Running {
  readonly #works = new Map<Promise<void>, readonly BucketBook[]>();

  get isEmpty(): boolean {
    return this.#works.size === 0;
  }

  isBusy(book: BucketBook): boolean {
    return [...this.#works.values()].some((books) => books.includes(book));
  }

  /** The work must not fail: whoever begins it sees to that. `ended` is called when it is no longer under way. */
  add(books: readonly BucketBook[], work: Promise<void>, ended: () => void): void {
    const running = work.finally(() => {
      this.#works.delete(running);
      ended();
    });
    this.#works.set(running, books);
  }

  /** Resolves when nothing is under way any more. */
  async wait(): Promise<void> {
    await Promise.all(this.#works.keys());
  }
}
