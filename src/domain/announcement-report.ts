import type { Announcement } from './announcement.ts';
import type { Broadcast } from './broadcast.ts';
import { readTallyKey } from './delivery.ts';
import type { Tally, WaitingBecause } from './delivery.ts';
import type { Instant } from './instant.ts';

/** `under-way`: planned, taken, or being sent at this moment. */
export type WaitingReason = WaitingBecause | 'under-way';

/** A tally in the groups that organisers read; `total` is the sum of all others. */
export interface DeliverySums {
  readonly total: number;
  readonly delivered: number;
  readonly waiting: ReadonlyMap<WaitingReason, number>;
  /** By code: `413`, `403 BotDisabledByAdmin`. */
  readonly rejected: ReadonlyMap<string, number>;
  /** Sent, and nobody knows whether it arrived. */
  readonly unclear: number;
  /** By reason: `never-met`, `opted-out`. */
  readonly unreachable: ReadonlyMap<string, number>;
  readonly cancelled: number;
  readonly expired: number;
}

/** Groups a tally. Nothing is left out: a state that this program does not know counts as under way. */
export function sumUp(tally: Tally): DeliverySums {
  const waiting = new Map<WaitingReason, number>();
  const rejected = new Map<string, number>();
  const unreachable = new Map<string, number>();
  const single = { delivered: 0, unclear: 0, cancelled: 0, expired: 0 };
  let total = 0;
  for (const [key, count] of Object.entries(tally)) {
    const { kind, reason = '' } = readTallyKey(key);
    total += count;
    switch (kind) {
      case 'delivered':
      case 'unclear':
      case 'cancelled':
      case 'expired':
        single[kind] += count;
        break;
      case 'rejected':
        add(rejected, reason, count);
        break;
      case 'unreachable':
        add(unreachable, reason, count);
        break;
      default:
        add(waiting, toWaitingReason(reason), count);
    }
  }
  return { ...single, total, waiting, rejected, unreachable };
}

function toWaitingReason(reason: string): WaitingReason {
  switch (reason) {
    case 'throttled':
    case 'retry':
    case 'quiet-hours':
    case 'daily':
      return reason;
    default:
      return 'under-way';
  }
}

function add<Key>(counts: Map<Key, number>, key: Key, count: number): void {
  if (count > 0) {
    counts.set(key, (counts.get(key) ?? 0) + count);
  }
}

/** How many a group of reasons holds together. */
export function sumOf(counts: ReadonlyMap<unknown, number>): number {
  let sum = 0;
  for (const count of counts.values()) {
    sum += count;
  }
  return sum;
}

/** Where an announcement is, as organisers see it. */
export type Progress =
  | { readonly kind: 'draft' | 'awaiting' | 'missed' | 'discarded' }
  | { readonly kind: 'scheduled'; readonly sendAt: Instant }
  /** It begins, or the recipients are being written down. */
  | { readonly kind: 'preparing' }
  | { readonly kind: 'sending' }
  /** Nothing more is sent; what is under way ends by itself. */
  | { readonly kind: 'cancelling' }
  /** Everybody is in a final state; posted messages are being corrected or replaced. */
  | { readonly kind: 'revising' }
  | { readonly kind: 'finished' }
  /** Finished before everybody's turn had come: an organiser wanted that. */
  | { readonly kind: 'cancelled' }
  /** Finished before everybody's turn had come: the bot itself may not send. */
  | { readonly kind: 'stopped' }
  /** It was sent so long ago that nothing is known of it any more. */
  | { readonly kind: 'forgotten' };

/** What is known of a broadcast while it goes on. */
export interface BroadcastState {
  readonly broadcast: Broadcast;
  readonly sums: DeliverySums;
  /** Posted messages that do not show the latest correction or withdrawal yet. */
  readonly toRevise: number;
  /** False while it is not known yet how many those are: a correction or withdrawal was stored a moment ago. */
  readonly isRevisionCounted: boolean;
}

/** Without a broadcast nothing has begun, or everything was forgotten. */
export function progressOf(
  { state }: Announcement,
  reported: BroadcastState | undefined,
  now: Instant,
): Progress {
  if (reported !== undefined) {
    return progressOfBroadcast(reported);
  }
  switch (state.kind) {
    case 'draft':
    case 'missed':
    case 'discarded':
      return { kind: state.kind };
    case 'awaiting-confirmation':
      return { kind: 'awaiting' };
    case 'scheduled':
      return state.sendAt > now ? { kind: 'scheduled', sendAt: state.sendAt } : { kind: 'preparing' };
    case 'started':
      return { kind: 'forgotten' };
  }
}

function progressOfBroadcast({ broadcast, sums, toRevise, isRevisionCounted }: BroadcastState): Progress {
  const { phase, cancelledAt, stopped } = broadcast;
  const isCutShort = cancelledAt !== undefined && (phase !== 'finished' || sums.cancelled > 0);
  if (phase === 'finished' && isRevisionCounted) {
    const cutShort = isCutShort ? 'cancelled' : 'finished';
    return { kind: stopped === undefined ? cutShort : 'stopped' };
  }
  if ((toRevise > 0 || !isRevisionCounted) && sumOf(sums.waiting) === 0) {
    return { kind: 'revising' };
  }
  const kind = phase === 'finished' ? 'revising' : phase;
  return { kind: isCutShort ? 'cancelling' : kind };
}
