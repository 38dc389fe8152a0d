import type { Instant } from '../instant.ts';
import { nextLocalTime, fromLocalTime } from '../local-time.ts';
import type { Meeting, MeetingFields } from './meeting.ts';

/** Until when answers are taken: the end of the last day for them, or when it begins. */
export function answersEndAt({
  respondBy,
  startsAt,
}: Pick<MeetingFields, 'respondBy' | 'startsAt'>): Instant {
  const day = respondBy === undefined ? undefined : fromLocalTime(respondBy, '12:00');
  return day?.kind === 'instant' ? Math.min(nextLocalTime(day.instant, 0), startsAt) : startsAt;
}

/** Whether people may say that they come. */
export function takesAnswers(meeting: Meeting, now: Instant): boolean {
  return meeting.state.kind === 'published' && now < answersEndAt(meeting);
}

export function hasBegun({ startsAt }: Pick<Meeting, 'startsAt'>, now: Instant): boolean {
  return startsAt <= now;
}

export function isOver({ endsAt }: Pick<Meeting, 'endsAt'>, now: Instant): boolean {
  return endsAt <= now;
}

/**
 * When something is to be done about a published meeting next: seats that were kept for communes get free, the next one of its series is
 * made, and those who were there are asked how it was. Undefined: nothing any more.
 */
export function nextDueAt(
  meeting: MeetingFields & Pick<Meeting, 'state'>,
  after: Instant,
): Instant | undefined {
  if (meeting.state.kind !== 'published') {
    return undefined;
  }
  const times = [...(meeting.reserved === undefined ? [] : [answersEndAt(meeting)]), meeting.endsAt];
  return times.filter((time) => time > after).toSorted((one, other) => one - other)[0];
}
