import type { Deps } from '../../deps.ts';
import type { Bucket } from '../../domain/bucket.ts';
import { tallyKey } from '../../domain/delivery.ts';
import { eraseRecipient } from '../../domain/erased-delivery.ts';
import { toForgetAt } from '../../domain/broadcast.ts';
import type { BroadcastId } from '../../domain/ids.ts';
import type { BucketKey } from '../../store/deliveries.ts';

type SealDeps = Pick<Deps, 'broadcasts' | 'deliveries' | 'ids' | 'members'>;

/**
 * Ends the snapshot: from here on nobody is added, and the sums stand. It covers the buckets of an earlier attempt, too, also those
 * whose people are no longer meant.
 */
export async function sealRecipients(
  deps: SealDeps,
  id: BroadcastId,
): Promise<'fixed' | 'overtaken' | 'gone'> {
  const broadcast = (await deps.broadcasts.find(id))?.value;
  if (broadcast === undefined) {
    return 'gone';
  }
  for (const tenantId of broadcast.tenants) {
    const key = { broadcastId: id, tenantId };
    const stored = await deps.deliveries.findBucket(key);
    if (stored === undefined || stored.value.sealed) {
      continue;
    }
    await forgetErased(deps, key);
    const sealed: Bucket = { ...stored.value, sealed: true, ...(await count(deps, key)) };
    const outcome = await deps.deliveries.replaceBucket(sealed, stored.etag, toForgetAt(broadcast));
    if (outcome === 'conflict') {
      return 'overtaken';
    }
  }
  await deps.broadcasts.change(id, (known) =>
    known.phase === 'preparing' ? { ...known, phase: 'sending' } : undefined,
  );
  return 'fixed';
}

async function count(deps: SealDeps, key: BucketKey): Promise<Pick<Bucket, 'total' | 'tally'>> {
  const tally: Record<string, number> = {};
  let total = 0;
  for await (const { value } of deps.deliveries.all(key)) {
    const state = tallyKey(value.state);
    tally[state] = (tally[state] ?? 0) + 1;
    total += 1;
  }
  return { total, tally };
}

/**
 * Whoever erased their data after they were listed, and before they were written down, is not found by the erasure. It begins with the
 * profile, so that one of the two finds the other.
 */
async function forgetErased(deps: SealDeps, key: BucketKey): Promise<void> {
  for await (const delivery of deps.deliveries.all(key)) {
    const { recipient } = delivery.value;
    if (recipient.kind === 'member' && (await deps.members.find(recipient.memberId)) === undefined) {
      // Where the erasure was faster there is nothing left to do.
      await deps.deliveries.anonymise(delivery, eraseRecipient(delivery.value), deps.ids.next());
    }
  }
}
