import type { Deps } from '../../deps.ts';
import { toForgetAt } from '../../domain/broadcast.ts';
import type { Broadcast } from '../../domain/broadcast.ts';
import type { Bucket } from '../../domain/bucket.ts';
import type { Delivery } from '../../domain/delivery.ts';
import type { BroadcastId, TenantId } from '../../domain/ids.ts';
import { mostInABatch } from '../../store/deliveries.ts';
import { sealRecipients } from './seal-recipients.ts';
import { listRecipients } from './list-recipients.ts';
import type { ListRecipientsDeps } from './list-recipients.ts';

/** `overtaken`: somebody else is doing it at the same time, and goes on. `stopped`: to be begun again. */
export type FixRecipientsResult = 'fixed' | 'overtaken' | 'gone' | 'stopped';

type FixDeps = ListRecipientsDeps & Pick<Deps, 'broadcasts' | 'deliveries' | 'ids' | 'logger'>;

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
  for (const [tenantId, deliveries] of byTenant(await list(deps, broadcast))) {
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
  return sealRecipients(deps, broadcast.id);
}

/** What nobody waits for any more ends also when its recipients cannot be found out: with those who are written down already. */
async function list(deps: FixDeps, broadcast: Broadcast): Promise<readonly Delivery[]> {
  try {
    return await listRecipients(deps, broadcast);
  } catch (error) {
    const isTooLate = deps.clock.now() > broadcast.createdAt + broadcast.lifeMs;
    if (broadcast.cancelledAt === undefined && !isTooLate) {
      throw error;
    }
    deps.logger.error('broadcast.recipients-unknown', { broadcastId: broadcast.id, error });
    return [];
  }
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
