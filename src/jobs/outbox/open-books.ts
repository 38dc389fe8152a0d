import type { Broadcast } from '../../domain/broadcast.ts';
import type { BroadcastId, TenantId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import { BucketBook } from '../../features/broadcasts/bucket-book.ts';
import type { DeliverDeps } from '../../features/broadcasts/deliver.ts';

/** The books of every broadcast that one tenant's lane works on. */
export class OpenBooks {
  readonly #deps: DeliverDeps;
  readonly #tenantId: TenantId;
  readonly #epoch: number;
  readonly #books = new Map<BroadcastId, BucketBook>();

  constructor(deps: DeliverDeps, tenantId: TenantId, epoch: number) {
    this.#deps = deps;
    this.#tenantId = tenantId;
    this.#epoch = epoch;
  }

  get byBroadcast(): ReadonlyMap<BroadcastId, BucketBook> {
    return this.#books;
  }

  get all(): readonly BucketBook[] {
    return [...this.#books.values()];
  }

  /** When the first of all that wait is due. */
  get nextDue(): Instant {
    return Math.min(Infinity, ...this.all.map(({ nextDue }) => nextDue));
  }

  /** Opens what is not open yet, and takes over what was asked of the others. */
  async follow(broadcasts: readonly Broadcast[]): Promise<void> {
    for (const broadcast of broadcasts) {
      this.#books.get(broadcast.id)?.follow(broadcast);
    }
    for (const broadcast of broadcasts) {
      if (broadcast.tenants.includes(this.#tenantId) && !this.#books.has(broadcast.id)) {
        const book = await BucketBook.open(this.#deps, broadcast, this.#tenantId, this.#epoch);
        // Two looks can open the same one at once.
        if (book !== undefined && !this.#books.has(broadcast.id)) {
          this.#books.set(broadcast.id, book);
          this.#deps.pace.pause(this.#tenantId, book.throttledUntil ?? -Infinity);
        }
      }
    }
  }

  /** Closes those in which nothing is left to do or under way. */
  closeDone(isBusy: (book: BucketBook) => boolean): void {
    for (const book of this.all) {
      if (book.isDone && !isBusy(book)) {
        this.#books.delete(book.broadcast.id);
      }
    }
  }

  async publish(): Promise<void> {
    for (const book of this.all) {
      await book.publish();
    }
  }
}
