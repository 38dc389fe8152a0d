import type { Instant } from '../instant.ts';
import { fromLocalTime, nextLocalTime, toLocalTime } from '../local-time.ts';
import type { Meeting, MeetingFields, MeetingReminder } from './meeting.ts';
import { hasBegun, takesAnswers } from './meeting-times.ts';
import { isAmong } from './rsvp.ts';
import type { Rsvp } from './rsvp.ts';

/** For what a reminder was due: a meeting that begins, or takes answers, until another time has others. */
export interface MeetingReminded {
  readonly reminder: MeetingReminder;
  readonly startsAt: Instant;
  /** Of the reminder to answer: the last day for it. */
  readonly respondBy?: string;
}

/** What one reminds of as the meeting is now. */
export function toReminded(
  { startsAt, respondBy }: Pick<MeetingFields, 'startsAt' | 'respondBy'>,
  reminder: MeetingReminder,
): MeetingReminded {
  return { reminder, startsAt, ...(reminder === 'respond-by' && respondBy !== undefined && { respondBy }) };
}

/** Whether that is still so. */
export function stillHolds(
  { startsAt, respondBy }: Pick<MeetingFields, 'startsAt' | 'respondBy'>,
  reminded: MeetingReminded,
): boolean {
  return (
    startsAt === reminded.startsAt && (reminded.respondBy === undefined || reminded.respondBy === respondBy)
  );
}

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

/** `remindAt`: the reminder of that moment was not dealt with yet. */
type Reminded = MeetingFields & Pick<Meeting, 'state'> & Partial<Pick<Meeting, 'remindAt'>>;

/**
 * When the next reminder of a published meeting is due after a moment; undefined when there is none any more. Whatever was due before and
 * was not dealt with yet still is: it is not lost when the meeting changes in between.
 */
export function nextReminderAt(meeting: Reminded, after: Instant): Instant | undefined {
  const since = Math.min(after, (meeting.remindAt ?? Infinity) - 1);
  return remindersAfter(meeting, since)[0]?.at;
}

interface DueReminders {
  /** To be sent now. */
  readonly due: readonly MeetingReminder[];
  /** When to look again. */
  readonly next?: Instant;
}

/** What is due of a meeting at a moment; what was missed and helps nobody any more is not. */
export function findDueReminders(meeting: Meeting, now: Instant): DueReminders {
  const { remindAt, ...rest } = meeting;
  const missed = remindersAfter(meeting, (remindAt ?? Infinity) - 1).filter(({ at }) => at <= now);
  const next = nextReminderAt(rest, now);
  return {
    due: missed.map(({ reminder }) => reminder).filter((reminder) => helps(meeting, reminder, now)),
    ...(next !== undefined && { next }),
  };
}

function remindersAfter(
  meeting: Reminded,
  after: Instant,
): readonly { readonly reminder: MeetingReminder; readonly at: Instant }[] {
  if (meeting.state.kind !== 'published') {
    return [];
  }
  return meeting.reminders
    .flatMap((reminder) => {
      const at = reminderAt(meeting, reminder);
      return at === undefined || at <= after ? [] : [{ reminder, at }];
    })
    .toSorted((one, other) => one.at - other.at);
}

/**
 * Whether a reminder still helps anybody: nobody is reminded of what has begun or falls out, nor of next week when it is tomorrow, nor to
 * answer when no more answers are taken.
 */
export function helps(meeting: Meeting, reminder: MeetingReminder, now: Instant): boolean {
  if (meeting.state.kind !== 'published' || hasBegun(meeting, now)) {
    return false;
  }
  switch (reminder) {
    case 'week': {
      const dayBefore = meeting.reminders.includes('day') ? reminderAt(meeting, 'day') : undefined;
      return dayBefore === undefined || now < dayBefore;
    }
    case 'day':
      return true;
    case 'respond-by':
      return meeting.respondBy !== undefined && takesAnswers(meeting, now);
  }
}

/** Whether somebody who gave this answer, or none, is meant by a reminder. */
export function isReminded(
  rsvp: Pick<Rsvp, 'answer' | 'waitingNumber'> | undefined,
  reminder: MeetingReminder,
): boolean {
  return reminder === 'respond-by'
    ? rsvp?.answer === undefined
    : rsvp !== undefined && isAmong(rsvp, 'coming');
}
