import type { Deps } from '../../deps.ts';
import type { BroadcastSubject } from '../../domain/broadcast.ts';
import type { MemberId } from '../../domain/ids.ts';
import { subscriptionKindOf } from '../../domain/subscription.ts';
import type { WhenOutcome } from '../../domain/subscription.ts';
import type { Delivery, DeliveryState } from '../../domain/delivery.ts';
import { isHeld, postpone } from '../../domain/delivery-steps.ts';
import { decideDelivery } from '../subscriptions/decide-delivery.ts';
import type { Claimed } from './claim-deliveries.ts';
import { step } from './record-outcome.ts';
import type { StepDeps } from './record-outcome.ts';

export type DecideDeps = StepDeps & Pick<Deps, 'clock'> & Parameters<typeof decideDelivery>[0];

/** Ends, or puts off, what is not to be sent now, and returns the rest. */
export async function keepWanted(deps: DecideDeps, claimed: readonly Claimed[]): Promise<readonly Claimed[]> {
  const wanted: Claimed[] = [];
  for (const item of claimed) {
    const next = await decide(deps, item);
    if (next === undefined) {
      wanted.push(item);
    } else {
      await step(deps, item, (delivery) =>
        isHeld(delivery, 'claimed', item.book.epoch) ? next(delivery) : undefined,
      );
    }
  }
  return wanted;
}

type Next = (delivery: Delivery) => Delivery;

const toState =
  (state: DeliveryState): Next =>
  (delivery) => ({ ...delivery, state });

/** Undefined: it goes out now. */
async function decide(deps: DecideDeps, { delivery, book }: Claimed): Promise<Next | undefined> {
  const now = deps.clock.now();
  const { recipient, expiresAt, postponed } = delivery.value;
  if (book.broadcast.stopped !== undefined) {
    return toState({ kind: 'rejected', code: '401' });
  }
  if (book.broadcast.cancelledAt !== undefined || recipient.kind === 'erased') {
    return toState({ kind: 'cancelled' });
  }
  if (now > expiresAt) {
    return toState({ kind: 'expired' });
  }
  if (recipient.kind === 'place') {
    return undefined;
  }
  const collected = postponed?.because === 'daily' && postponed.until <= now;
  const when = await findWhen(deps, recipient.memberId, book.broadcast.subject, collected);
  switch (when.kind) {
    case 'now':
      return undefined;
    case 'never':
      return toState({ kind: 'unreachable', because: 'opted-out' });
    case 'later':
      return (known) => postpone(known, when.until, when.because, now);
  }
}

/** What would come too late when it is collected for the day, comes now. */
async function findWhen(
  deps: DecideDeps,
  member: MemberId,
  subject: BroadcastSubject,
  collected: boolean,
): Promise<WhenOutcome> {
  const when = await decideDelivery(deps, member, subscriptionKindOf(subject), { collected });
  const isTooLate =
    when.kind === 'later' &&
    when.because === 'daily' &&
    subject.kind === 'meeting-reminder' &&
    when.until >= subject.startsAt;
  return isTooLate ? decideDelivery(deps, member, undefined) : when;
}
