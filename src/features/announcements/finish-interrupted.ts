import type { Deps } from '../../deps.ts';
import { askWhereForgotten } from './ask-for-confirmation.ts';
import { carryOutRevisions } from './carry-out-revision.ts';

/** What presses had to leave undone because the store failed or the process ended between two writes. */
export async function finishInterrupted(
  deps: Pick<Deps, 'announcements' | 'broadcasts' | 'clock'>,
): Promise<void> {
  await carryOutRevisions(deps);
  await askWhereForgotten(deps);
}
