import type { Deps } from '../../deps.ts';
import type { BucketBook } from './bucket-book.ts';
import { reopen } from './request-change.ts';
import { toForgetAt } from '../../domain/broadcast.ts';

/**
 * A delivery was changed by somebody who does not hold the tenant's lease any more: whoever holds it, or opens the bucket next, makes
 * the counts anew, and brings to the message what was corrected meanwhile.
 */
export async function countAgain(
  deps: Pick<Deps, 'broadcasts' | 'deliveries'>,
  { key, broadcast }: Pick<BucketBook, 'key' | 'broadcast'>,
): Promise<void> {
  for (;;) {
    const stored = await deps.deliveries.findBucket(key);
    if (stored === undefined) {
      return;
    }
    // Behind every revision: that is work for somebody.
    const doubtful = { ...stored.value, revision: 0 };
    if ((await deps.deliveries.replaceBucket(doubtful, stored.etag, toForgetAt(broadcast))) !== 'conflict') {
      break;
    }
  }
  await deps.broadcasts.change(broadcast.id, (known) =>
    known.phase === 'finished' ? reopen(known) : undefined,
  );
}
