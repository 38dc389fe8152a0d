import type { Deps } from '../../deps.ts';
import type { Broadcast } from '../../domain/broadcast.ts';
import type { Bucket } from '../../domain/bucket.ts';
import { tallyKey } from '../../domain/delivery.ts';
import type { Delivery } from '../../domain/delivery.ts';
import type { BroadcastId, TenantId } from '../../domain/ids.ts';
import { mostInABatch } from '../../store/deliveries.ts';
import { toForgetAt } from './start-broadcast.ts';
import { listRecipients } from './list-recipients.ts';
import type { ListRecipientsDeps } from './list-recipients.ts';

/** `overtaken`: somebody else is doing it at the same time, and goes on. `stopped`: to be begun again. */
export type FixRecipientsResult = 'fixed' | 'overtaken' | 'gone' | 'stopped';

type FixDeps = ListRecipientsDeps & Pick<Deps, 'broadcasts' | 'deliveries'>;

/**
 * Writes down everybody who is meant, before anything is sent. Begun again after a crash, it adds whom it does not find; whoever
 * was written down stays. Nothing is added to a bucket that is sealed, so the sums never change after that.
 */
export async function fixRecipients(
  deps: FixDeps,
  broadcast: Broadcast,
  stopped: AbortSignal,
): Promise<FixRecipientsResult> {
  const forgetAt = toForgetAt(broadcast);
  for (const [tenantId, deliveries] of byTenant(await listRecipients(deps, broadcast))) {
    if (!(await noteTenant(deps, broadcast.id, tenantId))) {
      return 'gone';
    }
    const key = { broadcastId: broadcast.id, tenantId };
    await deps.deliveries.addBucket(emptyBucket(broadcast, tenantId), forgetAt);
    let bucket = await deps.deliveries.findBucket(key);
    for (let start = 0; start < deliveries.length; start += mostInABatch) {
      if (bucket === undefined) {
        return 'overtaken';
      }
      if (bucket.value.sealed) {
        break;
      }
      if (stopped.aborted) {
        return 'stopped';
      }
      const batch = deliveries.slice(start, start + mostInABatch);
      const outcome = await deps.deliveries.addMissing(bucket, batch, forgetAt);
      if (outcome === 'conflict') {
        return 'overtaken';
      }
      bucket = { value: bucket.value, etag: outcome.etag };
    }
  }
  return seal(deps, broadcast);
}

/** The buckets of an earlier attempt, too: also those whose people are no longer meant. */
async function seal(deps: FixDeps, { id }: Broadcast): Promise<FixRecipientsResult> {
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
    const tally: Record<string, number> = {};
    let total = 0;
    for await (const { value } of deps.deliveries.all(key)) {
      const state = tallyKey(value.state);
      tally[state] = (tally[state] ?? 0) + 1;
      total += 1;
    }
    const sealed: Bucket = { ...stored.value, sealed: true, total, tally };
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

/** A bucket that the broadcast does not name would never be worked through. False when there is no such broadcast any more. */
async function noteTenant(
  { broadcasts }: Pick<Deps, 'broadcasts'>,
  id: BroadcastId,
  tenantId: TenantId,
): Promise<boolean> {
  await broadcasts.change(id, (known) =>
    known.phase !== 'preparing' || known.tenants.includes(tenantId)
      ? undefined
      : { ...known, tenants: [...known.tenants, tenantId] },
  );
  return (await broadcasts.find(id))?.value.phase === 'preparing';
}

function emptyBucket({ id, revision }: Broadcast, tenantId: TenantId): Bucket {
  return {
    broadcastId: id,
    tenantId,
    sealed: false,
    total: 0,
    tally: {},
    revision,
    toRevise: 0,
    notRevised: 0,
    repeats: 0,
  };
}

function byTenant(deliveries: readonly Delivery[]): ReadonlyMap<TenantId, readonly Delivery[]> {
  const grouped = new Map<TenantId, Delivery[]>();
  for (const delivery of deliveries) {
    const known = grouped.get(delivery.tenantId);
    if (known === undefined) {
      grouped.set(delivery.tenantId, [delivery]);
    } else {
      known.push(delivery);
    }
  }
  return grouped;
}
