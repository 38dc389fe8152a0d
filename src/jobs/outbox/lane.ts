import type { Broadcast } from '../../domain/broadcast.ts';
import type { BroadcastId, TenantId } from '../../domain/ids.ts';
import type { BucketBook } from '../../features/broadcasts/bucket-book.ts';
import {
  claimDeliveries,
  endRest,
  planRepeats,
  releaseClaimed,
} from '../../features/broadcasts/claim-deliveries.ts';
import type { Claimed } from '../../features/broadcasts/claim-deliveries.ts';
import { deliver } from '../../features/broadcasts/deliver.ts';
import type { DeliverDeps } from '../../features/broadcasts/deliver.ts';
import { sleep } from '../../features/broadcasts/sleep.ts';
import { takeCollected } from '../../features/broadcasts/take-collected.ts';
import { OpenBooks } from './open-books.ts';
import type { Permits } from './permits.ts';
import { Revising } from './revising.ts';
import { Running } from './running.ts';
import type { OutboxSettings } from './settings.ts';

export type LaneDeps = DeliverDeps;

/** The lease of a tenant, as its lane sees it. */
export interface LaneLease {
  readonly epoch: number;
  readonly holds: () => boolean;
}

/** Taken at once; more would wait for long, and a crash gives back less. */
const claimAtOnce = 48;

/** Everything that is sent to one tenant, by the one instance that holds its lease. */
export class Lane {
  readonly tenantId: TenantId;
  readonly #deps: LaneDeps;
  readonly #lease: LaneLease;
  readonly #permits: Permits;
  readonly #settings: OutboxSettings;
  readonly #books: OpenBooks;
  readonly #revising = new WeakMap<BucketBook, Revising>();
  readonly #running = new Running();
  readonly #stopped = new AbortController();
  #queue: Claimed[] = [];
  #wake = new AbortController();
  #publishedAt = -Infinity;
  /** Nothing is to be done until what waits is due. */
  isResting = false;
  #failure: unknown;

  constructor(
    deps: LaneDeps,
    parts: {
      readonly tenantId: TenantId;
      readonly lease: LaneLease;
      readonly permits: Permits;
      readonly settings: OutboxSettings;
    },
  ) {
    this.#deps = deps;
    this.tenantId = parts.tenantId;
    this.#lease = parts.lease;
    this.#permits = parts.permits;
    this.#settings = parts.settings;
    this.#books = new OpenBooks(deps, parts.tenantId, parts.lease.epoch);
  }

  /** Works until nothing is left, it is stopped, or the lease is lost. Throws what went wrong, after everything under way has ended. */
  async run(broadcasts: readonly Broadcast[]): Promise<void> {
    try {
      if (!this.#isStopped) {
        await this.#books.follow(broadcasts);
      }
      while (!this.#isStopped && this.#books.all.length > 0) {
        await this.#round();
      }
    } catch (error) {
      this.#fail(error);
    }
    this.#stopped.abort();
    await this.#running.wait();
    if (this.#failure !== undefined) {
      throw this.#failure;
    }
    await releaseClaimed(this.#deps, this.#queue);
    await this.#publish();
  }

  /** These are to be worked on, as they are now. */
  async follow(broadcasts: readonly Broadcast[]): Promise<void> {
    await this.#books.follow(broadcasts);
    this.#wake.abort();
  }

  worksOn(broadcast: BroadcastId): boolean {
    return this.#books.byBroadcast.has(broadcast);
  }

  /** Begins nothing more. */
  stop(): void {
    this.#stopped.abort();
  }

  get #isStopped(): boolean {
    return this.#stopped.signal.aborted || !this.#lease.holds();
  }

  async #round(): Promise<void> {
    this.#wake = new AbortController();
    await this.#keepBooks();
    const next = await this.#next();
    if (next !== undefined) {
      await this.#begin(next);
    } else if (!(await this.#reviseNext())) {
      this.#doubt();
      await this.#publish();
      this.#books.closeDone((book) => this.#running.isBusy(book));
      await this.#rest();
    }
    if (this.#deps.timer.uptime() - this.#publishedAt >= this.#settings.publishMs) {
      await this.#publish();
    }
  }

  /** What was asked of whole broadcasts: cancelled, repeated, corrected. */
  async #keepBooks(): Promise<void> {
    for (const book of this.#books.all) {
      if (book.isEnded && book.hasUnsent) {
        this.#queue = this.#queue.filter((item) => item.book !== book);
        await endRest(book);
      }
      if (!this.#running.isBusy(book) && book.mustCount) {
        await book.recount({ queued: this.#queue.some((item) => item.book === book) });
      }
      if (!this.#running.isBusy(book) && book.mustRepeat) {
        await planRepeats(this.#deps, book);
        // Durable before anything goes out: begun again after a crash, it would repeat what was repeated.
        await this.#publish();
      }
    }
  }

  /** What is to be sent next, in one message. */
  async #next(): Promise<readonly Claimed[] | undefined> {
    if (this.#deps.pace.isPaused(this.tenantId)) {
      return undefined;
    }
    if (this.#queue.length === 0) {
      await this.#claim();
    }
    const first = this.#queue.shift();
    if (first === undefined) {
      return undefined;
    }
    const { taken, rest } = await takeCollected(this.#deps, first, this.#queue, this.#books.byBroadcast);
    this.#queue = [...rest];
    return taken;
  }

  async #claim(): Promise<void> {
    const books = this.#books.all.filter(
      ({ isEnded, mustCount, mustRepeat }) => !mustCount && !mustRepeat && !isEnded,
    );
    const share = Math.ceil(claimAtOnce / Math.max(1, books.length));
    for (const book of books) {
      this.#queue.push(...(await claimDeliveries(this.#deps, book, share)));
    }
  }

  async #begin(items: readonly Claimed[]): Promise<void> {
    await this.#permits.acquire();
    if (this.#isStopped) {
      this.#permits.release();
      this.#queue.unshift(...items);
      return;
    }
    const holder = { stopped: this.#stopped.signal, holds: this.#lease.holds };
    const books = items.map(({ book }) => book);
    this.#start(books, deliver(this.#deps, items, holder));
  }

  /** False when no posted message is to be corrected now. */
  async #reviseNext(): Promise<boolean> {
    if (this.#deps.pace.isPaused(this.tenantId)) {
      return false;
    }
    for (const book of this.#books.all) {
      if (book.toRevise === 0 || book.mustCount) {
        continue;
      }
      const revising = this.#revising.get(book) ?? new Revising(this.#deps, book);
      this.#revising.set(book, revising);
      const next = await revising.next();
      if (next !== undefined) {
        await this.#permits.acquire();
        this.#start([book], revising.revise(next, this.#stopped.signal));
        return true;
      }
    }
    return false;
  }

  #start(books: readonly BucketBook[], work: Promise<void>): void {
    const caught = work.catch((error: unknown) => this.#fail(error));
    this.#running.add(books, caught, () => {
      this.#permits.release();
      this.#wake.abort();
    });
  }

  /** What is in doubt is sorted out by whoever opens the lane next, in a new epoch. */
  #fail(error: unknown): void {
    this.#failure ??= error;
    this.#stopped.abort();
  }

  async #publish(): Promise<void> {
    this.#publishedAt = this.#deps.timer.uptime();
    await this.#books.publish();
  }

  /** Nothing is to be done, and yet the counts say that something is open: they are wrong, and no broadcast stays open for that. */
  #doubt(): void {
    const isPaused = this.#deps.pace.isPaused(this.tenantId);
    for (const book of this.#books.all) {
      if (!isPaused && !this.#running.isBusy(book) && book.openCount > 0 && book.nextDue === Infinity) {
        book.lost();
      }
    }
  }

  /** Until something ends, somebody asks for something, or what waits is due. */
  async #rest(): Promise<void> {
    if (this.#books.all.length === 0) {
      return;
    }
    const dueMs = this.#books.nextDue - this.#deps.clock.now();
    const longestMs = Math.max(10, dueMs, this.#deps.pace.pausedMs(this.tenantId));
    const ms = Math.min(this.#settings.publishMs, longestMs);
    this.isResting = this.#running.isEmpty;
    await sleep(this.#deps.timer, ms, AbortSignal.any([this.#wake.signal, this.#stopped.signal]));
    this.isResting = false;
  }
}
