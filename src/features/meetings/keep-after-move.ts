import type { Deps } from '../../deps.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import { forgetAnswersAt } from '../../domain/meetings/meeting-times.ts';

export type KeepDeps = Pick<Deps, 'clock' | 'meetings' | 'worldCafes'>;

/** One that was moved by months still has its answers and its World Café on the day, and both are forgotten in time after it. */
export async function keepAfterMove(deps: KeepDeps, meeting: Meeting): Promise<void> {
  await deps.meetings.keepAnswers(meeting.id, deps.clock.now());
  await deps.worldCafes.keep(meeting.id, forgetAnswersAt(meeting));
}
