import type { Deps } from '../../../deps.ts';
import { hasSeat } from '../../../domain/meetings/rsvp.ts';
import { findSeat } from '../../../domain/meetings/world-cafe/cafe-states.ts';
import { toCafePerson } from '../../../store/meetings/world-cafes.ts';
import type { ShownMeeting } from '../meeting-results.ts';
import { whyClosed } from './cafe-results.ts';

/** What somebody's own card of a meeting has to know about its World Café. */
export interface CafeFacts {
  /** They were told their tables. */
  readonly isSeated: boolean;
}

/** Undefined: there is none, or it is not for whoever looks. */
export async function findCafeFacts(
  { worldCafes }: Pick<Deps, 'worldCafes'>,
  { meeting, viewer, now }: Pick<ShownMeeting, 'meeting' | 'viewer' | 'now'>,
): Promise<CafeFacts | undefined> {
  const { memberId, rsvp } = viewer;
  if (memberId === undefined || rsvp === undefined || !hasSeat(rsvp) || whyClosed(meeting, now)) {
    return undefined;
  }
  const cafe = await worldCafes.find(meeting.id);
  return cafe && { isSeated: findSeat(cafe.told, toCafePerson(meeting.id, memberId)) !== undefined };
}
