import type { Instant } from '../instant.ts';
import { fromLocalTime, nextLocalTime, toLocalTime } from '../local-time.ts';
import type { Meeting, MeetingFields, MeetingReminder } from './meeting.ts';

/** The day before the last one for answers, at this time in Berlin. */
const respondByMinutes = 9 * 60;

/**
 * When a reminder is due: a week or a day before at the time at which it begins, by the clocks in Berlin; and at nine on the day before
 * the last one for answers. Undefined: there is no such day.
 */
export function reminderAt(meeting: MeetingFields, reminder: MeetingReminder): Instant | undefined {
  switch (reminder) {
    case 'week':
      return daysBefore(toLocalTime(meeting.startsAt).date, 7, toLocalTime(meeting.startsAt).minutes);
    case 'day':
      return daysBefore(toLocalTime(meeting.startsAt).date, 1, toLocalTime(meeting.startsAt).minutes);
    case 'respond-by':
      return meeting.respondBy === undefined ? undefined : daysBefore(meeting.respondBy, 1, respondByMinutes);
  }
}

/** A time that is left out that day counts as the first moment after it. */
function daysBefore(date: string, days: number, minutes: number): Instant {
  const day = new Date(Date.parse(`${date}T00:00:00Z`));
  day.setUTCDate(day.getUTCDate() - days);
  const midnight = fromLocalTime(day.toISOString().slice(0, 10), '0:00');
  if (midnight.kind !== 'instant') {
    throw new Error(`not a day: ${date}`);
  }
  return nextLocalTime(midnight.instant - 1, minutes);
}

/** When the next reminder of a published meeting is due after a moment; undefined when there is none any more. */
export function nextReminderAt(
  meeting: MeetingFields & Pick<Meeting, 'state'>,
  after: Instant,
): Instant | undefined {
  if (meeting.state.kind !== 'published') {
    return undefined;
  }
  return meeting.reminders
    .map((reminder) => reminderAt(meeting, reminder))
    .filter((at) => at !== undefined && at > after)
    .toSorted((one = 0, other = 0) => one - other)[0];
}
