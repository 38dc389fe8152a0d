import type { PlaceChange } from '../chat/incoming.ts';
import type { TeamsActivity } from './activity.ts';

/**
 * Whether the bot came to a place, left it, or the place itself came or went:
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/subscribe-to-conversation-events
 */
export function placeChangeOf(activity: TeamsActivity): PlaceChange | undefined {
  switch (activity.type) {
    case 'installationUpdate':
      return ofInstallation(activity.action);
    case 'conversationUpdate':
      return ofMembers(activity) ?? ofTeam(activity.channelData?.eventType);
    default:
      return undefined;
  }
}

/** The other actions, `add-upgrade` and `remove-upgrade`, are about a new version of the app. */
function ofInstallation(action: string | undefined): PlaceChange | undefined {
  switch (action) {
    case 'add':
      return { sign: 'installed', wholeTeam: true };
    case 'remove':
      return { sign: 'removed', wholeTeam: true };
    case undefined:
    default:
      return undefined;
  }
}

function ofMembers({
  recipient,
  channelData,
  membersAdded,
  membersRemoved,
}: TeamsActivity): PlaceChange | undefined {
  // A shared or private channel has members of its own.
  const wholeTeam = channelData?.eventType?.startsWith('channelMember') !== true;
  if (membersAdded?.some(({ id }) => id === recipient.id) === true) {
    return { sign: 'installed', wholeTeam };
  }
  return membersRemoved?.some(({ id }) => id === recipient.id) === true
    ? { sign: 'removed', wholeTeam }
    : undefined;
}

function ofTeam(eventType: string | undefined): PlaceChange | undefined {
  switch (eventType) {
    case 'teamDeleted':
    case 'teamHardDeleted':
      return { sign: 'deleted', wholeTeam: true };
    case 'teamRestored':
      return { sign: 'restored', wholeTeam: true };
    case 'channelDeleted':
      return { sign: 'deleted', wholeTeam: false };
    case 'channelRestored':
      return { sign: 'restored', wholeTeam: false };
    case undefined:
    default:
      return undefined;
  }
}
