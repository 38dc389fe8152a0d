import { isFromBot } from './activity.ts';
import type { TeamsActivity } from './activity.ts';
import { placeChangeOf } from './place-change.ts';

/** Edits, deletions, reactions, typing, other members who come and go, and whatever bots say are left alone. */
export function isWorthATurn(activity: TeamsActivity): boolean {
  switch (activity.type) {
    case 'message':
    case 'invoke':
      return !isFromBot(activity);
    default:
      return placeChangeOf(activity) !== undefined;
  }
}
