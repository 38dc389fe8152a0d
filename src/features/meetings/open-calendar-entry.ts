import { timingSafeEqual } from 'node:crypto';
import type { Deps } from '../../deps.ts';
import { meetingId } from '../../domain/ids.ts';
import type { TopicRequestId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import { hashedId } from '../../store/hashed-id.ts';

/** A meeting as it stands in people's calendars: nothing of anybody's answers, so it stays the same whoever registers. */
export interface CalendarEntry {
  readonly meeting: Meeting;
  /** The titles of the agenda, in its order. */
  readonly agenda: readonly string[];
  /** When people were last told something about it. */
  readonly changedAt: Instant;
}

type EntryDeps = Pick<Deps, 'topicCatalogue'>;

/** The entry of one meeting, for whoever has its key; a draft is in nobody's calendar. */
export async function openCalendarEntry(
  deps: EntryDeps & Pick<Deps, 'meetings'>,
  { id, key }: { readonly id: string; readonly key: string },
): Promise<CalendarEntry | undefined> {
  const meeting = await deps.meetings.find(meetingId(id));
  return meeting !== undefined && meeting.state.kind !== 'draft' && isKey(key, meeting.calendarKey)
    ? toCalendarEntry(deps, meeting)
    : undefined;
}

export function toCalendarEntry(deps: EntryDeps, meeting: Meeting): CalendarEntry {
  const { createdAt, news, state, topics } = meeting;
  const titles = topics.map((id) => findTitle(deps, id)).filter((title) => title !== undefined);
  return {
    meeting,
    agenda: [...new Set(titles)],
    changedAt: Math.max(
      createdAt,
      ...(state.kind === 'draft' ? [] : [state.at]),
      ...news.map(({ at }) => at),
    ),
  };
}

/** Whether it is this key. Takes the same time however much of it is right. */
export function isKey(given: string, key: string): boolean {
  return timingSafeEqual(Buffer.from(hashedId(given)), Buffer.from(hashedId(key)));
}

const longestChain = 20;

/** Of a merged request that of the one where its votes count. */
function findTitle({ topicCatalogue }: EntryDeps, id: TopicRequestId): string | undefined {
  let request = topicCatalogue.find(id);
  for (let step = 0; step < longestChain && request?.state.kind === 'merged'; step += 1) {
    request = topicCatalogue.find(request.state.into) ?? request;
  }
  return request?.title;
}
