import type { Deps } from '../../deps.ts';
import type { Broadcast } from '../../domain/broadcast.ts';
import type { Bucket } from '../../domain/bucket.ts';
import { countOpen } from '../../domain/delivery.ts';
import type { TenantId } from '../../domain/ids.ts';

/**
 * The tenants in which something is still to be done for the broadcast, by the stored counts. Those that somebody works on here are
 * open and need not be looked up.
 */
export async function findOpenTenants(
  deps: Pick<Deps, 'deliveries'>,
  broadcast: Broadcast,
  isWorkedOn: (tenant: TenantId) => boolean,
): Promise<readonly TenantId[]> {
  const others = broadcast.tenants.filter((tenant) => !isWorkedOn(tenant));
  const keys = others.map((tenantId) => ({ broadcastId: broadcast.id, tenantId }));
  const buckets = await Promise.all(keys.map((key) => deps.deliveries.findBucket(key)));
  const open = buckets.flatMap((stored) =>
    stored !== undefined && isOpen(stored.value, broadcast) ? [stored.value.tenantId] : [],
  );
  return [...broadcast.tenants.filter(isWorkedOn), ...open];
}

/** Every recipient is in a final state, and every posted message shows the words as they are now: nothing is left to do. */
export async function finishBroadcast(
  deps: Pick<Deps, 'broadcasts' | 'clock' | 'logger'>,
  seen: Broadcast,
): Promise<void> {
  const finished = await deps.broadcasts.change(seen.id, (broadcast) =>
    broadcast.phase === 'sending' &&
    broadcast.revision === seen.revision &&
    broadcast.repeats === seen.repeats
      ? { ...broadcast, phase: 'finished', finishedAt: deps.clock.now() }
      : undefined,
  );
  if (finished !== undefined) {
    deps.logger.info('broadcast.finished', { broadcastId: seen.id });
  }
}

function isOpen(bucket: Bucket, broadcast: Broadcast): boolean {
  return (
    bucket.toRevise > 0 ||
    bucket.repeats < broadcast.repeats ||
    bucket.revision < broadcast.revision ||
    countOpen(bucket.tally) > 0
  );
}
