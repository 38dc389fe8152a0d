import type { Deps } from '../../deps.ts';
import type { Asker } from '../../domain/member.ts';
import { may } from '../../domain/permissions.ts';
import type { QuietHours } from '../../domain/quiet-hours.ts';
import { toPreferences } from '../../domain/subscription.ts';
import type { Frequencies, Preferences } from '../../domain/subscription.ts';

export interface ChooseSubscriptionRequest {
  readonly asker: Asker;
  /** What is not named stays as it is. */
  readonly frequencies: Partial<Frequencies>;
  readonly quietHours?: QuietHours | undefined;
}

export type ChooseSubscriptionResult =
  | { readonly kind: 'chosen'; readonly preferences: Preferences }
  | { readonly kind: 'denied' };

/** Keeps what somebody wants to get. Whoever chooses wants it from now on, so that it ends an earlier "Stopp". */
export async function chooseSubscription(
  deps: Pick<Deps, 'rules' | 'subscriptions'>,
  { asker, frequencies, quietHours }: ChooseSubscriptionRequest,
): Promise<ChooseSubscriptionResult> {
  const { memberId } = asker;
  if (memberId === undefined || may(asker, 'choose-subscriptions').kind === 'denied') {
    return { kind: 'denied' };
  }
  const chosen = await deps.subscriptions.change(memberId, (known) => {
    const { stoppedAt: _, ...rest } = known ?? { memberId, frequencies: {} };
    return {
      ...rest,
      frequencies: { ...rest.frequencies, ...frequencies },
      ...(quietHours !== undefined && { quietHours }),
    };
  });
  return { kind: 'chosen', preferences: toPreferences(chosen, deps.rules) };
}
