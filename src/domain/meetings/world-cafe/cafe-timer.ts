import { minuteMs } from '../../instant.ts';
import type { Instant } from '../../instant.ts';
import type { CafeTimer } from './world-cafe.ts';

/** What the timer says: a round begins, five minutes are left, and its end, with going to another table unless it was the last one. */
export type CafeSignal = 'start' | 'five-minutes' | 'change' | 'end';

/** What is later than this is not said any more: people have looked at their watches. */
export const latestSignalMs = 2 * minuteMs;
const lastMinutes = 5;

export interface TimedSignal {
  readonly signal: CafeSignal;
  readonly at: Instant;
}

/** Everything that one round's timer says, the earliest first. */
export function signalsOf({
  round,
  rounds,
  minutes,
  startedAt,
}: Pick<CafeTimer, 'round' | 'rounds' | 'minutes' | 'startedAt'>): readonly TimedSignal[] {
  const endsAt = startedAt + minutes * minuteMs;
  return [
    { signal: 'start', at: startedAt },
    ...(minutes > lastMinutes
      ? [{ signal: 'five-minutes' as const, at: endsAt - lastMinutes * minuteMs }]
      : []),
    { signal: round < rounds ? 'change' : 'end', at: endsAt },
  ];
}

export function endOfRound({ startedAt, minutes }: Pick<CafeTimer, 'startedAt' | 'minutes'>): Instant {
  return startedAt + minutes * minuteMs;
}

/** The timer while its round is on. */
export function runningTimer(timer: CafeTimer | undefined, now: Instant): CafeTimer | undefined {
  return timer?.dueAt !== undefined && now < endOfRound(timer) ? timer : undefined;
}

/** The round that comes next; undefined after the last one. One that was stopped is to be begun again. */
export function nextRound(timer: CafeTimer | undefined, rounds: number): number | undefined {
  const next = timer === undefined ? 1 : timer.isStopped === true ? timer.round : timer.round + 1;
  return next <= rounds ? next : undefined;
}

/**
 * What is to be said now: of what is due that which is not too late, and of several the last one alone; and the timer with when it says
 * something next.
 */
export function takeDue(
  timer: CafeTimer,
  now: Instant,
): { readonly due?: TimedSignal; readonly next: CafeTimer } {
  const { dueAt, ...rest } = timer;
  if (dueAt === undefined || dueAt > now) {
    return { next: timer };
  }
  const signals = signalsOf(timer);
  const due = signals.findLast(({ at }) => at >= dueAt && at <= now && now <= at + latestSignalMs);
  const nextAt = signals.find(({ at }) => at > now)?.at;
  return {
    ...(due !== undefined && { due }),
    next: { ...rest, ...(nextAt !== undefined && { dueAt: nextAt }) },
  };
}
