import type { Instant } from '../../domain/instant.ts';
import type { BucketBook } from '../../features/broadcasts/bucket-book.ts';
import type { DeliverDeps } from '../../features/broadcasts/deliver.ts';
import { findToRevise, giveUp, revisePosted } from '../../features/broadcasts/revise-posted.ts';

type Posted = Awaited<ReturnType<typeof findToRevise>>['deliveries'][number];

/** When a message was first tried, how often without a result, and when it may be tried again, in the timer's time. */
interface Tried {
  readonly since: Instant;
  readonly attempts: number;
  readonly notBefore: number;
}

const pageSize = 50;

/** Walks through the posted messages of one bucket that are to be corrected, and comes back to those that could not be at once. */
export class Revising {
  readonly #deps: DeliverDeps;
  readonly #book: BucketBook;
  /** Those that are under way, or are to be tried again, by id. */
  readonly #tried = new Map<string, Tried>();
  #page: Posted[] = [];
  #after: string | undefined;

  constructor(deps: DeliverDeps, book: BucketBook) {
    this.#deps = deps;
    this.#book = book;
  }

  /** The next one; undefined when there is none at the moment. */
  async next(): Promise<Posted | undefined> {
    let isFromStart = false;
    for (;;) {
      const posted = this.#page.shift();
      if (posted !== undefined) {
        if (!this.#isLater(posted)) {
          return posted;
        }
        continue;
      }
      if (this.#after === undefined) {
        if (isFromStart) {
          return undefined;
        }
        isFromStart = true;
      }
      const found = await findToRevise(this.#deps, this.#book, pageSize, this.#after);
      this.#page = [...found.deliveries];
      this.#after = found.next;
    }
  }

  async revise(posted: Posted, stopped: AbortSignal): Promise<void> {
    const { clock, timer } = this.#deps;
    const { since, attempts } = this.#tried.get(posted.id) ?? { since: clock.now(), attempts: 0 };
    this.#tried.set(posted.id, { since, attempts, notBefore: Infinity });
    const result = await revisePosted(this.#deps, { delivery: posted, book: this.#book, attempts }, stopped);
    if (result.kind === 'done') {
      this.#tried.delete(posted.id);
    } else if (clock.now() - since > this.#book.broadcast.lifeMs) {
      // As with what was not sent: it is not tried for ever.
      await giveUp(this.#deps, posted, this.#book, 'expired');
      this.#tried.delete(posted.id);
    } else {
      const failed = attempts + (result.costsAttempt ? 1 : 0);
      // A clock that is set meanwhile neither hastens nor delays it.
      const notBefore = timer.uptime() + result.until - clock.now();
      this.#tried.set(posted.id, { since, attempts: failed, notBefore });
    }
  }

  #isLater({ id }: Posted): boolean {
    return (this.#tried.get(id)?.notBefore ?? -Infinity) > this.#deps.timer.uptime();
  }
}
