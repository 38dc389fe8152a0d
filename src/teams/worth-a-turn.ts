import { isFromBot } from './activity.ts';
import type { TeamsActivity } from './activity.ts';

/** Edits, deletions, reactions, typing, members who come and go, and whatever bots say are noticed and left alone. */
export function isWorthATurn(activity: TeamsActivity): boolean {
  switch (activity.type) {
    case 'message':
    case 'invoke':
      return !isFromBot(activity);
    case 'installationUpdate':
      return activity.action === 'add';
    case 'conversationUpdate':
      return activity.membersAdded?.some(({ id }) => id === activity.recipient.id) === true;
    default:
      return false;
  }
}
