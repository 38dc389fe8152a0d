import type { Deps } from '../../deps.ts';
import { countCommunesPresent } from '../../domain/meetings/check-in.ts';
import type { CommunesPresent } from '../../domain/meetings/check-in.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';

/** How many communes were at a meeting, as it is known now: whoever was there is forgotten after a while. */
export async function countPresent(
  { meetings }: Pick<Deps, 'meetings'>,
  meeting: Meeting,
): Promise<CommunesPresent> {
  return countCommunesPresent(meeting, await Array.fromAsync(meetings.rsvps(meeting.id)));
}
