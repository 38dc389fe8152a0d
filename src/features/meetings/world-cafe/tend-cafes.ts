import type { Deps } from '../../../deps.ts';
import type { MeetingId } from '../../../domain/ids.ts';
import { sayWhatIsDue } from './run-rounds.ts';
import { carryOutTelling } from './tell-tables.ts';

type TendDeps = Pick<Deps, 'broadcasts' | 'clock' | 'logger' | 'meetings' | 'worldCafes'>;

/** Lets the timers of rounds say what is due, and finishes what a press began and was interrupted. One that fails keeps no other from it. */
export async function tendCafes(deps: TendDeps): Promise<void> {
  for (const { meetingId } of await deps.worldCafes.dueBy(deps.clock.now())) {
    await tend(deps, meetingId, sayWhatIsDue);
  }
  for (const { meetingId } of await deps.worldCafes.telling()) {
    await tend(deps, meetingId, carryOutTelling);
  }
}

async function tend(
  deps: TendDeps,
  meetingId: MeetingId,
  work: (deps: TendDeps, meetingId: MeetingId) => Promise<void>,
): Promise<void> {
  try {
    await work(deps, meetingId);
  } catch (error) {
    deps.logger.error('cafe.not-tended', { meetingId, error });
  }
}
