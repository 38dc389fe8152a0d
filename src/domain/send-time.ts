import { dayMs } from './instant.ts';
import type { Instant } from './instant.ts';
import { fromLocalTime } from './local-time.ts';

/** How far ahead something may be planned. */
const longestAheadMs = 366 * dayMs;

export type SendTimeProblem =
  | 'date-missing'
  | 'date-invalid'
  | 'time-missing'
  | 'time-invalid'
  | 'time-skipped'
  | 'past'
  | 'too-far';

export type CheckSendTimeOutcome =
  | { readonly kind: 'valid'; readonly sendAt: Instant }
  | { readonly kind: 'invalid'; readonly problem: SendTimeProblem };

/** When clocks in Berlin show the typed time: in the future, at most a year ahead. */
export function checkSendTime(
  { date = '', time = '' }: { readonly date?: string; readonly time?: string },
  now: Instant,
): CheckSendTimeOutcome {
  if (date.trim() === '') {
    return invalid('date-missing');
  }
  if (time.trim() === '') {
    return invalid('time-missing');
  }
  // Some clients send seconds.
  const local = fromLocalTime(date.trim(), time.trim().replace(/^(\d\d?:\d\d):\d\d$/, '$1'));
  switch (local.kind) {
    case 'invalid':
      return invalid(local.field === 'date' ? 'date-invalid' : 'time-invalid');
    case 'skipped':
      return invalid('time-skipped');
    case 'instant': {
      const { instant } = local;
      if (instant <= now) {
        return invalid('past');
      }
      return instant > now + longestAheadMs ? invalid('too-far') : { kind: 'valid', sendAt: instant };
    }
  }
}

function invalid(problem: SendTimeProblem): CheckSendTimeOutcome {
  return { kind: 'invalid', problem };
}
