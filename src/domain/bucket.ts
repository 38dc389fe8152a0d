import type { BroadcastId, TenantId } from './ids.ts';
import type { Tally } from './delivery.ts';

/**
 * The deliveries of one broadcast in one tenant, counted. Whoever holds the tenant's lease keeps the counts, a second or two behind
 * the deliveries; they always add up to the total.
 */
export interface Bucket {
  readonly broadcastId: BroadcastId;
  readonly tenantId: TenantId;
  /** The snapshot is complete: no delivery is added any more. */
  readonly sealed: boolean;
  /** Recipients, fixed when it is sealed. */
  readonly total: number;
  readonly tally: Tally;
  /** Every delivered message shows at least this revision, or is counted below. */
  readonly revision: number;
  /** Messages that still show an older revision. */
  readonly toRevise: number;
  /** Messages that will never show the current revision. */
  readonly notRevised: number;
  /** The repetitions of unclear ones that were carried out; see the broadcast's. */
  readonly repeats: number;
}
