import type { Delivery, DeliveryState } from './delivery.ts';
import type { Instant } from './instant.ts';

/** Taken for sending by the holder of the lease in this epoch. Undefined when it is not to be had. */
export function claim(delivery: Delivery, epoch: number): Delivery | undefined {
  const { kind } = delivery.state;
  return kind === 'planned' || kind === 'waiting'
    ? { ...delivery, state: { kind: 'claimed', epoch } }
    : undefined;
}

/** Given back unsent. */
export function release(delivery: Delivery): Delivery {
  return { ...delivery, state: { kind: 'planned' } };
}

/** To be stored before the message goes out: a crash after this makes it unclear, never doubled. Undefined when others have it now. */
export function beginSending(delivery: Delivery, epoch: number, now: Instant): Delivery | undefined {
  return isHeld(delivery, 'claimed', epoch)
    ? { ...delivery, state: { kind: 'sending', epoch, since: now } }
    : undefined;
}

/** Whether this epoch's holder has it in this state. */
export function isHeld({ state }: Delivery, kind: 'claimed' | 'sending' | 'unclear', epoch: number): boolean {
  return state.kind === kind && state.epoch === epoch;
}

/** What was left by a holder that is gone: what was only taken is planned again; what may have gone out is unclear. */
export function recover(delivery: Delivery, epoch: number | undefined): Delivery | undefined {
  const { state } = delivery;
  switch (state.kind) {
    case 'claimed':
      return state.epoch === epoch ? undefined : release(delivery);
    case 'sending':
      return state.epoch === epoch
        ? undefined
        : { ...delivery, state: { kind: 'unclear', epoch: state.epoch, since: state.since } };
    case 'planned':
    case 'waiting':
    case 'delivered':
    case 'rejected':
    case 'unclear':
    case 'unreachable':
    case 'cancelled':
    case 'expired':
      return undefined;
  }
}

/** Waits at the recipient's wish, and gets as much more time as it waits. */
export function postpone(
  delivery: Delivery,
  until: Instant,
  because: 'quiet-hours' | 'daily',
  now: Instant,
): Delivery {
  return {
    ...delivery,
    state: { kind: 'waiting', until, because },
    postponed: { until, because },
    expiresAt: delivery.expiresAt + Math.max(0, until - now),
  };
}

/** An organiser wants the unclear one sent again; it may wait as long as it could at first. */
export function sendAgain(delivery: Delivery, now: Instant, lifeMs: number): Delivery | undefined {
  if (delivery.state.kind !== 'unclear') {
    return undefined;
  }
  const { postponed: _, ...rest } = delivery;
  return { ...rest, state: { kind: 'planned' }, attempts: 0, repeated: true, expiresAt: now + lifeMs };
}

/** Nothing more is sent: what has not gone out ends in this state. What is being sent ends by itself. */
export function endUnsent(delivery: Delivery, end: DeliveryState): Delivery | undefined {
  const { kind } = delivery.state;
  return kind === 'planned' || kind === 'waiting' || kind === 'claimed'
    ? { ...delivery, state: end }
    : undefined;
}

export type RevisionState = 'current' | 'to-revise' | 'never';

/** Whether a posted message shows the revision. */
export function revisionState({ state, revision, notRevised }: Delivery, target: number): RevisionState {
  if (state.kind !== 'delivered' || revision >= target) {
    return 'current';
  }
  const wasTried = notRevised !== undefined && notRevised.revision >= target;
  return state.activityId === undefined || wasTried ? 'never' : 'to-revise';
}
