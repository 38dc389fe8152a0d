import type { Deps } from '../../deps.ts';
import type { Delivery } from '../../domain/delivery.ts';
import { claim } from '../../domain/delivery-steps.ts';
import type { BroadcastId, MemberId } from '../../domain/ids.ts';
import type { BucketBook } from './bucket-book.ts';
import type { Claimed } from './claim-deliveries.ts';
import { replaceAlone } from './replace-deliveries.ts';

/** What goes out together with a claimed delivery, and what of the queue is left. */
export interface Collected {
  /** The oldest first. */
  readonly taken: readonly Claimed[];
  readonly rest: readonly Claimed[];
}

/** Whoever wants one message a day gets everything that is due in one: from the queue, and from what waits in other broadcasts. */
export async function takeCollected(
  deps: Pick<Deps, 'clock' | 'deliveries'>,
  first: Claimed,
  queue: readonly Claimed[],
  books: ReadonlyMap<BroadcastId, BucketBook>,
): Promise<Collected> {
  const member = collectorOf(first.delivery.value);
  if (member === undefined) {
    return { taken: [first], rest: queue };
  }
  const isTheirs = ({ delivery }: Claimed): boolean => collectorOf(delivery.value) === member;
  const waiting = await claimWaiting(deps, member, books);
  const taken = [first, ...queue.filter(isTheirs), ...waiting].sort(
    (one, other) => one.book.broadcast.createdAt - other.book.broadcast.createdAt,
  );
  return { taken, rest: queue.filter((item) => !isTheirs(item)) };
}

async function claimWaiting(
  deps: Pick<Deps, 'clock' | 'deliveries'>,
  member: MemberId,
  books: ReadonlyMap<BroadcastId, BucketBook>,
): Promise<readonly Claimed[]> {
  const now = deps.clock.now();
  const claimed: Claimed[] = [];
  for (const waiting of await deps.deliveries.ofMember(member, 'waiting')) {
    const book = books.get(waiting.value.broadcastId);
    const isDue = waiting.value.state.kind === 'waiting' && waiting.value.state.until <= now;
    if (book === undefined || !isDue || collectorOf(waiting.value) === undefined) {
      continue;
    }
    const delivery = await replaceAlone(deps, waiting, (known) => claim(known, book.epoch), book);
    if (delivery !== undefined) {
      claimed.push({ delivery, book });
    }
  }
  return claimed;
}

/** The member, when the delivery waited for the day's collection. */
function collectorOf({ recipient, postponed }: Delivery): MemberId | undefined {
  return recipient.kind === 'member' && postponed?.because === 'daily' ? recipient.memberId : undefined;
}
