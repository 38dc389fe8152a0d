import type { Deps } from '../../deps.ts';
import { countFeedback } from '../../domain/answer-feedback.ts';
import type { FeedbackWeek } from '../../domain/answer-feedback.ts';
import { dayMs } from '../../domain/instant.ts';
import type { Instant } from '../../domain/instant.ts';
import { toLocalTime } from '../../domain/local-time.ts';
import { beginOfDay } from './begin-of-day.ts';

/** The last weeks with this one first, those without any feedback included. For organisers: who may see it is checked by the caller. */
export async function weeklyFeedback(
  deps: Pick<Deps, 'answerFeedback' | 'clock'>,
  weeks: number,
): Promise<readonly FeedbackWeek[]> {
  const mondays = mondaysBefore(deps.clock.now(), weeks);
  const counted = new Map<string, FeedbackWeek>(mondays.map(({ monday }) => [monday, emptyWeek(monday)]));
  const earliest = mondays.at(-1);
  if (earliest === undefined) {
    return [];
  }
  for await (const feedback of deps.answerFeedback.since(earliest.from)) {
    const monday = mondays.find(({ from }) => from <= feedback.givenAt)?.monday;
    const week = monday === undefined ? undefined : counted.get(monday);
    if (week !== undefined) {
      counted.set(week.monday, countFeedback(week, feedback));
    }
  }
  return [...counted.values()];
}

interface Monday {
  readonly monday: string;
  /** Midnight in Berlin. */
  readonly from: Instant;
}

/** The last one first. */
function mondaysBefore(now: Instant, count: number): readonly Monday[] {
  const { date, weekday } = toLocalTime(now);
  const last = Date.parse(`${date}T00:00:00Z`) - (weekday - 1) * dayMs;
  return Array.from({ length: count }, (_, index) => {
    const monday = new Date(last - index * 7 * dayMs).toISOString().slice(0, 10);
    return { monday, from: midnightOf(monday) };
  });
}

/** Clocks in Berlin change at two and three o'clock: every day has a midnight. */
function midnightOf(date: string): Instant {
  const midnight = beginOfDay(date);
  if (midnight === undefined) {
    throw new RangeError(`no midnight on ${date}`);
  }
  return midnight;
}

function emptyWeek(monday: string): FeedbackWeek {
  return { monday, helpful: 0, notHelpful: 0, model: { helpful: 0, notHelpful: 0 }, reasons: {} };
}
