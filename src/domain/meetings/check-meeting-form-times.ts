import type { Instant } from '../instant.ts';
import { fromLocalTime, toLocalTime } from '../local-time.ts';
import { keptLine, toLine, when } from './check-meeting-form-parts.ts';
import type { CheckedPart } from './check-meeting-form-parts.ts';
import { longestMeetingDays } from './meeting-form.ts';
import type { MeetingFormContext, MeetingProblem, TypedMeeting } from './meeting-form.ts';
import { addDays, readTypedDay, readTypedTime } from './meeting-form-when.ts';

export interface MeetingTimes {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
}

const longestAheadDays = 731;

/**
 * Beginning and end by the clocks in Berlin: in the future, at most two years ahead and 14 days long. Without a last day it ends on the day
 * on which it begins. Undefined: something is wrong.
 */
export function checkMeetingTimes(
  typed: TypedMeeting,
  { now, published }: Pick<MeetingFormContext, 'now' | 'published'>,
): CheckedPart<MeetingTimes | undefined> {
  const words = { date: toLine(typed.date), endDate: toLine(typed.endDate) };
  const hours = { start: toLine(typed.startTime), end: toLine(typed.endTime) };
  const date = readTypedDay(words.date);
  const endDate = words.endDate === '' ? date : readTypedDay(words.endDate);
  const [start, end] = [readTypedTime(hours.start), readTypedTime(hours.end)];
  const startsAt = toInstant(date, start);
  const endsAt = toInstant(endDate, end);
  const begins = typeof startsAt === 'number' && startsAt !== published?.startsAt ? startsAt : undefined;
  const limit = addDays(toLocalTime(now).date, longestAheadDays);
  const problems: readonly MeetingProblem[] = [
    ...when(words.date === '', 'date-missing'),
    ...when(words.date !== '' && date === undefined, 'date-invalid'),
    ...when(hours.start === '', 'start-missing'),
    ...when(hours.start !== '' && start === undefined, 'start-invalid'),
    ...when(startsAt === 'skipped', 'start-skipped'),
    ...when(begins !== undefined && begins <= now, 'start-past'),
    ...when(begins !== undefined && date !== undefined && date > limit, 'start-too-far'),
    ...when(hours.end === '', 'end-missing'),
    ...when(hours.end !== '' && end === undefined, 'end-invalid'),
    ...when(endsAt === 'skipped', 'end-skipped'),
    ...when(words.endDate !== '' && endDate === undefined, 'end-date-invalid'),
    ...endProblems(startsAt, endsAt, { now, published }),
    ...when(lastsTooLong({ date, start, endDate, end }), 'lasts-too-long'),
  ];
  const fields = {
    date: date ?? keptLine(words.date),
    startTime: start ?? keptLine(hours.start),
    endDate: words.endDate === '' ? '' : (endDate ?? keptLine(words.endDate)),
    endTime: end ?? keptLine(hours.end),
  };
  const isValid = problems.length === 0 && typeof startsAt === 'number' && typeof endsAt === 'number';
  return { value: isValid ? { startsAt, endsAt } : undefined, problems, fields };
}

type Read = Instant | 'skipped' | undefined;

function toInstant(date: string | undefined, time: string | undefined): Read {
  if (date === undefined || time === undefined) {
    return undefined;
  }
  const local = fromLocalTime(date, time);
  switch (local.kind) {
    case 'instant':
      return local.instant;
    case 'skipped':
      return 'skipped';
    case 'invalid':
      return undefined;
  }
}

/** One that is going on may end earlier, but not before this moment. */
function endProblems(
  startsAt: Read,
  endsAt: Read,
  {
    now,
    published,
  }: Pick<MeetingFormContext, 'now'> & { readonly published: { readonly endsAt: Instant } | undefined },
): readonly MeetingProblem[] {
  if (typeof startsAt !== 'number' || typeof endsAt !== 'number') {
    return [];
  }
  const isBefore = endsAt <= startsAt;
  const isPast = published !== undefined && endsAt !== published.endsAt && endsAt <= now;
  return [...when(isBefore, 'end-before-start'), ...when(!isBefore && isPast, 'end-past')];
}

/** By the clocks, so that a day of 25 hours is a day. */
function lastsTooLong(shown: {
  readonly date: string | undefined;
  readonly start: string | undefined;
  readonly endDate: string | undefined;
  readonly end: string | undefined;
}): boolean {
  const { date, start, endDate, end } = shown;
  if (date === undefined || start === undefined || endDate === undefined || end === undefined) {
    return false;
  }
  return `${endDate} ${end}` > `${addDays(date, longestMeetingDays)} ${start}`;
}
