import { dayMs } from '../instant.ts';
import type { Instant } from '../instant.ts';
import { nextLocalTime, fromLocalTime } from '../local-time.ts';
import { keepRsvpDays } from './meeting.ts';
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

/** When it is forgotten who answered what, and whom the invitation reached. */
export function forgetAnswersAt({ endsAt }: Pick<Meeting, 'endsAt'>): Instant {
  return endsAt + keepRsvpDays * dayMs;
}

/**
 * When something is to be done about a meeting next: seats that were kept for communes get free, the next one of its series is made, and
 * those who were there are asked how it was. A series goes on after one that was cancelled. Undefined: nothing any more.
 */
export function nextDueAt(
  meeting: MeetingFields & Pick<Meeting, 'state' | 'repeated'>,
  after: Instant,
): Instant | undefined {
  return dueTimes(meeting)
    .filter((time) => time > after)
    .toSorted((one, other) => one - other)[0];
}

function dueTimes(meeting: MeetingFields & Pick<Meeting, 'state' | 'repeated'>): readonly Instant[] {
  const { state, repetition, repeated, reserved, endsAt } = meeting;
  switch (state.kind) {
    case 'draft':
      return [];
    case 'published':
      return [...(reserved === undefined ? [] : [answersEndAt(meeting)]), endsAt];
    case 'cancelled':
      return repetition === undefined || repeated === true ? [] : [endsAt];
  }
}
