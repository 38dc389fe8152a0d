import type { Instant } from '../instant.ts';
import { fromLocalTime, nextLocalTime, toLocalTime } from '../local-time.ts';
import { addDays, daysBetween } from './meeting-form-when.ts';
import { answersEndAt } from './meeting-times.ts';
import type { MeetingFields, Repetition } from './meeting.ts';

export type RepeatedDates = Pick<MeetingFields, 'startsAt' | 'endsAt' | 'respondBy'>;

/**
 * When the next one of a series is, by the clocks in Berlin; of several that are due already, the first one that is still to come. The last
 * day for answers keeps its distance; where that is over already, people may answer until it begins. `first`: when the series began, which
 * tells a fourth Thursday from the last one.
 */
export function nextDates(
  { startsAt, endsAt, respondBy }: RepeatedDates,
  repetition: Repetition,
  { now, first }: { readonly now: Instant; readonly first: Instant },
): RepeatedDates {
  const start = toLocalTime(startsAt);
  const end = toLocalTime(endsAt);
  const isLast = ordinalOf(toLocalTime(first).date) === fifth;
  let date = start.date;
  let next: Instant;
  do {
    date = nextDay(date, repetition, isLast);
    next = atLocalTime(date, start.minutes);
  } while (next <= now);
  const days = daysBetween(start.date, date);
  const ends = atLocalTime(addDays(end.date, days), end.minutes);
  const dates = { startsAt: next, endsAt: ends > next ? ends : next + (endsAt - startsAt) };
  if (respondBy === undefined) {
    return dates;
  }
  const moved = { ...dates, respondBy: addDays(respondBy, days) };
  return answersEndAt(moved) > now ? moved : dates;
}

const fifth = 5;

/** Which of its weekday in its month a day is, from 1. */
function ordinalOf(date: string): number {
  return Math.ceil(Number(date.slice(8)) / 7);
}

function nextDay(date: string, repetition: Repetition, isLast: boolean): string {
  switch (repetition) {
    case 'weekly':
      return addDays(date, 7);
    case 'monthly-by-weekday':
      return sameWeekday(date, 1, isLast);
    case 'quarterly':
      return sameWeekday(date, 3, isLast);
  }
}

/** The same weekday of the month so many months later. No month has fewer than four of one; a fifth is the last. */
function sameWeekday(date: string, months: number, isLast: boolean): string {
  const first = firstOfMonth(date, months);
  const weekdays = (weekdayOf(date) - weekdayOf(first) + 7) % 7;
  const ordinal = ordinalOf(date);
  const lasts = ordinal === fifth || (isLast && isLastOfMonth(date));
  const day = addDays(first, weekdays + ((lasts ? fifth : ordinal) - 1) * 7);
  return day.slice(0, 7) === first.slice(0, 7) ? day : addDays(day, -7);
}

function isLastOfMonth(date: string): boolean {
  return addDays(date, 7).slice(0, 7) !== date.slice(0, 7);
}

function firstOfMonth(date: string, monthsLater: number): string {
  const first = new Date(`${date.slice(0, 7)}-01T00:00:00Z`);
  first.setUTCMonth(first.getUTCMonth() + monthsLater);
  return first.toISOString().slice(0, 10);
}

function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

/** What the night of the change to summer time leaves out is the first moment after it. */
function atLocalTime(date: string, minutes: number): Instant {
  const midnight = fromLocalTime(date, '0:00');
  if (midnight.kind !== 'instant') {
    throw new Error(`not a day: ${date}`);
  }
  return nextLocalTime(midnight.instant - 1, minutes);
}
