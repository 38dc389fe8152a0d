import type { Instant } from '../../domain/instant.ts';
import { fromLocalTime } from '../../domain/local-time.ts';

/** Midnight in Berlin of a day like "2026-11-23"; undefined when it is none. */
export function beginOfDay(day: string): Instant | undefined {
  const midnight = fromLocalTime(day, '00:00');
  return midnight.kind === 'instant' ? midnight.instant : undefined;
}
