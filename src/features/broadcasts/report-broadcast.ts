import type { Deps } from '../../deps.ts';
import type { Broadcast } from '../../domain/broadcast.ts';
import type { Tally } from '../../domain/delivery.ts';
import type { BroadcastId } from '../../domain/ids.ts';

/** How a broadcast goes. */
export interface BroadcastReport {
  readonly broadcast: Broadcast;
  /** Recipients, fixed when the snapshot was complete; 0 while it is being prepared. */
  readonly total: number;
  /** The values add up to `total`. */
  readonly tally: Tally;
  /** Posted messages that do not show the latest correction or withdrawal yet, and those that never will. */
  readonly toRevise: number;
  readonly notRevised: number;
}

/** Undefined when there is no such broadcast, or it was forgotten. */
export async function reportBroadcast(
  deps: Pick<Deps, 'broadcasts' | 'deliveries'>,
  id: BroadcastId,
): Promise<BroadcastReport | undefined> {
  const broadcast = (await deps.broadcasts.find(id))?.value;
  if (broadcast === undefined) {
    return undefined;
  }
  const tally: Record<string, number> = {};
  let [total, toRevise, notRevised] = [0, 0, 0];
  const keys = broadcast.tenants.map((tenantId) => ({ broadcastId: id, tenantId }));
  for (const stored of await Promise.all(keys.map((key) => deps.deliveries.findBucket(key)))) {
    if (stored !== undefined) {
      const bucket = stored.value;
      total += bucket.total;
      toRevise += bucket.toRevise;
      notRevised += bucket.notRevised;
      for (const [key, count] of Object.entries(bucket.tally)) {
        tally[key] = (tally[key] ?? 0) + count;
      }
    }
  }
  return { broadcast, total, tally, toRevise, notRevised };
}
