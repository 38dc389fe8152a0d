import type { BroadcastId, CommuneId, ConversationId, MemberId, TenantId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { NotReached } from './reach.ts';

/** Whom a delivery is for. */
export type Recipient =
  | { readonly kind: 'member'; readonly memberId: MemberId }
  /** A channel or group chat. */
  | { readonly kind: 'place'; readonly conversationId: ConversationId }
  /** A person whose data was erased; the delivery stays for the sums. */
  | { readonly kind: 'erased' };

/**
 * Where a delivery is. `sending` is durable before the message goes out, so that after a crash it is never sent again by itself.
 * Everything from `delivered` on is final.
 */
export type DeliveryState =
  | { readonly kind: 'planned' }
  /** Taken by the instance that holds the tenant's lease in this epoch. */
  | { readonly kind: 'claimed'; readonly epoch: number }
  | { readonly kind: 'sending'; readonly epoch: number; readonly since: Instant }
  /** Not before `until`: throttled, tried again, in somebody's quiet hours, or collected for the day. */
  | { readonly kind: 'waiting'; readonly until: Instant; readonly because: WaitingBecause }
  /** Without an activity id the message cannot be changed any more. */
  | { readonly kind: 'delivered'; readonly at: Instant; readonly activityId?: string }
  | { readonly kind: 'rejected'; readonly code: string }
  /** Sent, and nobody knows whether it arrived. */
  | { readonly kind: 'unclear'; readonly epoch: number; readonly since: Instant }
  | { readonly kind: 'unreachable'; readonly because: NotReached }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'expired' };
export type WaitingBecause = 'throttled' | 'retry' | 'quiet-hours' | 'daily';

export type DeliveryStateKind = DeliveryState['kind'];

/** One message to one recipient. */
export interface Delivery {
  readonly broadcastId: BroadcastId;
  readonly tenantId: TenantId;
  readonly recipient: Recipient;
  /** Of a member, at the time of the snapshot. */
  readonly communeId?: CommuneId;
  readonly state: DeliveryState;
  /** How often it was tried without a result; throttling costs none. */
  readonly attempts: number;
  /** After this it is `expired` instead of sent; what waits for quiet hours or the day's collection gets more time. */
  readonly expiresAt: Instant;
  /** It waited, or waits, for this moment at the recipient's wish; `daily` ones go out together in one message. */
  readonly postponed?: { readonly until: Instant; readonly because: 'quiet-hours' | 'daily' };
  /** The revision that the recipient has, 0 before anything was sent. */
  readonly revision: number;
  /** Why a posted message could not be brought to this revision; the next one is tried again. */
  readonly notRevised?: { readonly revision: number; readonly code: string };
  /** Sent again at an organiser's wish: the recipient may have it already. */
  readonly repeated?: true;
}

const openKinds: ReadonlySet<string> = new Set<DeliveryStateKind>([
  'planned',
  'claimed',
  'sending',
  'waiting',
]);

export function isFinal({ kind }: DeliveryState): boolean {
  return !openKinds.has(kind);
}

/**
 * How many deliveries are in which state. Keys are `delivered`, or with a reason `rejected:413`, `unreachable:never-met`,
 * `waiting:quiet-hours`; the values add up to the recipients of the snapshot.
 */
export type Tally = Readonly<Record<string, number>>;

/** The key of a state in a tally. */
export function tallyKey(state: DeliveryState): string {
  switch (state.kind) {
    case 'rejected':
      return `rejected:${state.code}`;
    case 'unreachable':
    case 'waiting':
      return `${state.kind}:${state.because}`;
    case 'planned':
    case 'claimed':
    case 'sending':
    case 'delivered':
    case 'unclear':
    case 'cancelled':
    case 'expired':
      return state.kind;
  }
}

/** What a key of a tally is about. */
export function readTallyKey(key: string): { readonly kind: string; readonly reason?: string } {
  const at = key.indexOf(':');
  return at < 0 ? { kind: key } : { kind: key.slice(0, at), reason: key.slice(at + 1) };
}

/** How many deliveries are not in a final state yet. */
export function countOpen(tally: Tally): number {
  let open = 0;
  for (const [key, count] of Object.entries(tally)) {
    open += openKinds.has(readTallyKey(key).kind) ? count : 0;
  }
  return open;
}
