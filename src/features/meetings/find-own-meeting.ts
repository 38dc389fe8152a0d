import type { Deps } from '../../deps.ts';
import type { MeetingId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { findShownMeeting } from './meeting-results.ts';
import type { ShowMeetingDeps, ShownMeeting } from './meeting-results.ts';
import { findCafeFacts } from './world-cafe/find-cafe-facts.ts';
import type { CafeFacts } from './world-cafe/find-cafe-facts.ts';

/** A meeting with everything that somebody's own card of it shows. */
export type OwnMeeting = ShownMeeting & { readonly cafe?: CafeFacts };

export async function findOwnMeeting(
  deps: ShowMeetingDeps & Pick<Deps, 'worldCafes'>,
  asker: Asker,
  id: MeetingId,
): Promise<OwnMeeting | undefined> {
  const shown = await findShownMeeting(deps, asker, id);
  const cafe = shown && (await findCafeFacts(deps, shown));
  return shown && { ...shown, ...(cafe !== undefined && { cafe }) };
}
