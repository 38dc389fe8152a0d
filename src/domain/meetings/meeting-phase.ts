import { minuteMs } from '../instant.ts';
import type { Instant } from '../instant.ts';
import type { Meeting } from './meeting.ts';
import { answersEndAt } from './meeting-times.ts';

/** How long before the beginning people may say that they are there. */
export const checkInBeforeMs = 30 * minuteMs;

/**
 * What can be done with a meeting at a moment. `open`: people say whether they come; `closed`: no more answers, and it has not begun;
 * `on`: people say that they are there.
 */
export type MeetingPhase = 'draft' | 'cancelled' | 'open' | 'closed' | 'on' | 'over';

export function phaseOf(meeting: Meeting, now: Instant): MeetingPhase {
  if (meeting.state.kind !== 'published') {
    return meeting.state.kind;
  }
  if (now >= meeting.endsAt) {
    return 'over';
  }
  if (now >= meeting.startsAt - checkInBeforeMs) {
    return 'on';
  }
  return now < answersEndAt(meeting) ? 'open' : 'closed';
}

/** When its cards begin to look otherwise, beside their counts; the earliest first. */
export function phaseTimes(meeting: Meeting): readonly Instant[] {
  if (meeting.state.kind !== 'published') {
    return [];
  }
  const { startsAt, endsAt, results } = meeting;
  const times = [answersEndAt(meeting), startsAt - checkInBeforeMs, endsAt, ...(results ? [results.at] : [])];
  return times.toSorted((one, other) => one - other);
}
