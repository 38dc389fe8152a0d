import { dayMs, hourMs } from './instant.ts';
import type { Instant } from './instant.ts';
import { fromLocalTime, nextLocalTime } from './local-time.ts';
import type { TopicCollection } from './topic-collection.ts';

/** So many days before the last one, the members of a group are reminded of it; the earliest first. */
const reminderDays = [7, 1] as const;
/** Minutes since midnight in Berlin. */
const reminderAt = 9 * 60;

/** That the last day of a collection is near. */
export interface DeadlineReminder {
  readonly until: string;
  readonly daysBefore: number;
  /** From then on it is too late for it: the next one is due, or the last day is over. */
  readonly endsAt: Instant;
}

/** The reminder that is due by now, also when its time has passed unused; of several the latest. None after the last day. */
export function findDueReminder({ until }: TopicCollection, now: Instant): DeadlineReminder | undefined {
  const noon = until === undefined ? undefined : fromLocalTime(until, '12:00');
  if (until === undefined || noon?.kind !== 'instant') {
    return undefined;
  }
  let endsAt = nextLocalTime(noon.instant, 0);
  for (const daysBefore of reminderDays.toReversed()) {
    // An hour more or less in between, by a change to or from summer time, does not lead to another day.
    const dueAt = nextLocalTime(noon.instant - daysBefore * dayMs - 6 * hourMs, reminderAt);
    if (dueAt <= now) {
      return now < endsAt ? { until, daysBefore, endsAt } : undefined;
    }
    endsAt = dueAt;
  }
  return undefined;
}
