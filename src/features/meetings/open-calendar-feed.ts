import type { Deps } from '../../deps.ts';
import { userGroupId } from '../../domain/ids.ts';
import { dayMs } from '../../domain/instant.ts';
import type { UserGroup } from '../../domain/user-group.ts';
import { communityFeed } from '../../store/calendar-feeds.ts';
import { isKey, toCalendarEntry } from './open-calendar-entry.ts';
import type { CalendarEntry } from './open-calendar-entry.ts';

export interface CalendarFeed {
  /** Absent: everybody's. */
  readonly userGroup?: UserGroup;
  /** The one that ends first is the first. */
  readonly entries: readonly CalendarEntry[];
}

/** For so long a meeting stays in it after its end. */
const keepInFeedMs = 180 * dayMs;

/**
 * A calendar to subscribe to, for whoever has its key: everybody's with all meetings, a group's with its own. Those that are cancelled stay
 * in it, or programs that have them already would not learn of it. That of an archived group stays open: its meetings do not go either.
 */
export async function openCalendarFeed(
  deps: Pick<Deps, 'calendarFeeds' | 'clock' | 'meetings' | 'topicCatalogue' | 'userGroups'>,
  { name, key }: { readonly name: string; readonly key: string },
): Promise<CalendarFeed | undefined> {
  const group = name === communityFeed ? undefined : userGroupId(name);
  const known = await deps.calendarFeeds.find(group ?? communityFeed);
  if (known === undefined || !isKey(key, known)) {
    return undefined;
  }
  const userGroup = group === undefined ? undefined : (await deps.userGroups.find(group))?.value;
  const meetings = await deps.meetings.notOver(deps.clock.now() - keepInFeedMs);
  const own = group === undefined ? meetings : meetings.filter((meeting) => meeting.userGroupId === group);
  return {
    ...(userGroup !== undefined && { userGroup }),
    entries: own.map((meeting) => toCalendarEntry(deps, meeting)),
  };
}
