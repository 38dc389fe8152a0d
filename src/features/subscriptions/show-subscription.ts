import type { Deps } from '../../deps.ts';
import type { Asker } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import { toPreferences } from '../../domain/subscription.ts';
import type { Preferences } from '../../domain/subscription.ts';

export type ShowSubscriptionResult =
  | { readonly kind: 'shown'; readonly preferences: Preferences }
  | { readonly kind: 'denied' };

/** What holds for the person who asks. */
export async function showSubscription(
  deps: Pick<Deps, 'rules' | 'subscriptions'>,
  asker: Asker,
): Promise<ShowSubscriptionResult> {
  if (asker.memberId === undefined || may(asker, 'choose-subscriptions').kind === 'denied') {
    return { kind: 'denied' };
  }
  const known = await deps.subscriptions.find(asker.memberId);
  return { kind: 'shown', preferences: toPreferences(known, deps.rules) };
}
