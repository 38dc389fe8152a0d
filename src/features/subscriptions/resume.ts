import type { Deps } from '../../deps.ts';
import type { Asker } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import { toPreferences } from '../../domain/subscription.ts';
import type { Preferences } from '../../domain/subscription.ts';

export type ResumeResult =
  | { readonly kind: 'resumed'; readonly preferences: Preferences }
  | { readonly kind: 'denied' };

/** Ends a "Stopp": what was chosen before holds again. Done again, or without one, it changes nothing. */
export async function resume(
  deps: Pick<Deps, 'rules' | 'subscriptions'>,
  asker: Asker,
): Promise<ResumeResult> {
  const { memberId } = asker;
  if (memberId === undefined || may(asker, 'choose-subscriptions').kind === 'denied') {
    return { kind: 'denied' };
  }
  const known = await deps.subscriptions.change(memberId, (subscription) => {
    if (subscription?.stoppedAt === undefined) {
      return subscription;
    }
    const { stoppedAt: _, ...rest } = subscription;
    return rest;
  });
  return { kind: 'resumed', preferences: toPreferences(known, deps.rules) };
}
