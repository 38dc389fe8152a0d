import type { Deps } from '../../deps.ts';
import { claim, endUnsent, isHeld, release, sendAgain } from '../../domain/delivery-steps.ts';
import type { DeliveryState } from '../../domain/delivery.ts';
import type { StoredDelivery } from '../../store/deliveries.ts';
import type { BucketBook } from './bucket-book.ts';
import { replaceEach } from './replace-deliveries.ts';

/** A delivery that this instance alone may send. */
export interface Claimed {
  readonly delivery: StoredDelivery;
  readonly book: BucketBook;
}

/** Takes the next ones of a bucket, at most so many: first what has waited long enough, then what was not tried yet. */
export async function claimDeliveries(
  deps: Pick<Deps, 'clock' | 'deliveries'>,
  book: BucketBook,
  limit: number,
): Promise<readonly Claimed[]> {
  const now = deps.clock.now();
  const found: StoredDelivery[] = [];
  const isDue = book.nextDue <= now;
  if (isDue) {
    const due = await deps.deliveries.page(book.key, { kind: 'waiting', dueAt: now, limit });
    found.push(...due.deliveries);
  }
  if (found.length < limit && book.count('planned') > 0) {
    const planned = await deps.deliveries.page(book.key, { kind: 'planned', limit: limit - found.length });
    found.push(...planned.deliveries);
  }
  const claimed = await replaceEach(deps, found, (delivery) => claim(delivery, book.epoch), book);
  if (isDue) {
    await book.findNextDue();
  }
  return claimed.map((delivery) => ({ delivery, book }));
}

/** Gives back what was taken and not begun. */
export async function releaseClaimed(
  deps: Pick<Deps, 'deliveries'>,
  claimed: readonly Claimed[],
): Promise<void> {
  for (const [book, deliveries] of byBook(claimed)) {
    await replaceEach(
      deps,
      deliveries,
      (delivery) => (isHeld(delivery, 'claimed', book.epoch) ? release(delivery) : undefined),
      book,
    );
  }
}

/** Nothing more goes out of a broadcast that was cancelled or stopped. */
export async function endRest(book: BucketBook): Promise<void> {
  const end: DeliveryState =
    book.broadcast.stopped === undefined ? { kind: 'cancelled' } : { kind: 'rejected', code: '401' };
  await book.sweep(['planned', 'waiting', 'claimed'], (delivery) => endUnsent(delivery, end));
}

/** "Erneut senden": every unclear one is planned again. */
export async function planRepeats(deps: Pick<Deps, 'clock'>, book: BucketBook): Promise<void> {
  const now = deps.clock.now();
  await book.sweep(['unclear'], (delivery) => sendAgain(delivery, now, book.broadcast.lifeMs));
  book.repeated();
}

function byBook(claimed: readonly Claimed[]): ReadonlyMap<BucketBook, readonly StoredDelivery[]> {
  const grouped = new Map<BucketBook, StoredDelivery[]>();
  for (const { book, delivery } of claimed) {
    const known = grouped.get(book);
    if (known === undefined) {
      grouped.set(book, [delivery]);
    } else {
      known.push(delivery);
    }
  }
  return grouped;
}
