import { broadcastId } from '../../domain/ids.ts';
import type { BroadcastId, MeetingId } from '../../domain/ids.ts';

/** Of the card that stands in the channels. */
export function placesId(id: MeetingId): BroadcastId {
  return broadcastId(`meeting.${id}.places`);
}

/** Of the members' own invitations. */
export function peopleId(id: MeetingId): BroadcastId {
  return broadcastId(`meeting.${id}.people`);
}
