import type { Instant } from './instant.ts';
import type { Address, Loss, LostBecause } from './reach.ts';

/** What shows that the bot is somewhere. `active` is about a whole tenant: anything at all came from there. */
export type PresenceSign = 'installed' | 'wrote' | 'restored' | 'active';
export type LossSign = Exclude<LostBecause, 'foreign-service'>;
export type Sign = PresenceSign | LossSign;

/** The latest time of each sign. As only the latest counts, signs may come in any order, and more than once. */
export type Signs = { readonly [Name in Sign]?: Instant };

interface Reopening {
  readonly signs: readonly PresenceSign[];
  /** Whether a member's own message proves in a personal chat that the app is there. */
  readonly byOwnMessage: boolean;
}

/**
 * What opens the way again after each loss. A send to somebody who removed the app can fail like one to somebody who blocked
 * the bot, therefore an installation opens both: https://learn.microsoft.com/answers/questions/5858588
 */
const reopening: Readonly<Record<LossSign, Reopening>> = {
  removed: { signs: ['installed'], byOwnMessage: true },
  deleted: { signs: ['installed', 'restored'], byOwnMessage: true },
  blocked: { signs: ['installed'], byOwnMessage: true },
  'disabled-by-admin': { signs: ['active'], byOwnMessage: false },
};
const lossSigns = ['removed', 'deleted', 'blocked', 'disabled-by-admin'] as const;
export const signNames = ['installed', 'wrote', 'restored', 'active', ...lossSigns] as const;

export function mergeSigns(one: Signs, other: Signs): Signs {
  const merged: { [Name in Sign]?: Instant } = { ...one };
  for (const sign of signNames) {
    const at = latest(one[sign], other[sign]);
    if (at !== undefined) {
      merged[sign] = at;
    }
  }
  return merged;
}

/** The signs of a place together with those of its team and its tenant. Messages and blocks are a channel's own. */
export function inheritSigns(own: Signs, team: Signs = {}, tenant: Signs = {}): Signs {
  const { wrote: _wrote, blocked: _blocked, ...ofAllChannels } = team;
  return mergeSigns(mergeSigns(own, ofAllChannels), tenant);
}

/** Why the place cannot be reached; the latest reason that nothing has answered since. Of two things at once the loss counts. */
export function findLoss(kind: Address['kind'], signs: Signs): Loss | undefined {
  let found: Loss | undefined;
  for (const because of lossSigns) {
    const at = signs[because];
    if (at !== undefined && at >= reopenedAt(kind, signs, because) && at > (found?.at ?? -Infinity)) {
      found = { because, at };
    }
  }
  return found;
}

function reopenedAt(kind: Address['kind'], signs: Signs, because: LossSign): Instant {
  const { signs: openers, byOwnMessage } = reopening[because];
  const times = openers.map((sign) => signs[sign] ?? -Infinity);
  const ownMessage = byOwnMessage && kind === 'personal' ? signs.wrote : undefined;
  return Math.max(...times, ownMessage ?? -Infinity);
}

function latest(one: Instant | undefined, other: Instant | undefined): Instant | undefined {
  return one === undefined || (other !== undefined && other > one) ? other : one;
}
