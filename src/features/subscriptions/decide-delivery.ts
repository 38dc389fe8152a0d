import type { Deps } from '../../deps.ts';
import type { MemberId } from '../../domain/ids.ts';
import { decideWhen } from '../../domain/subscription.ts';
import type { SubscriptionKind, WhenOutcome } from '../../domain/subscription.ts';

/**
 * Whether something may be sent to a member at this moment; asked right before each send. `collected`: it has waited for the day's
 * collection, which is due now.
 */
export async function decideDelivery(
  deps: Pick<Deps, 'clock' | 'rules' | 'subscriptions'>,
  member: MemberId,
  kind: SubscriptionKind | undefined,
  { collected = false }: { readonly collected?: boolean } = {},
): Promise<WhenOutcome> {
  const subscription = await deps.subscriptions.find(member);
  return decideWhen(subscription, { kind, now: deps.clock.now(), collected }, deps.rules);
}
