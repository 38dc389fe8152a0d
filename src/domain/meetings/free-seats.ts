import type { CommuneId } from '../ids.ts';
import type { Instant } from '../instant.ts';
import type { Meeting } from './meeting.ts';
import { answersEndAt } from './meeting-times.ts';
import type { Rsvp } from './rsvp.ts';

/** A meeting as far as its seats go. */
export type SeatedMeeting = Pick<Meeting, 'capacity' | 'reserved' | 'respondBy' | 'seats' | 'startsAt'>;

/** The member's own, and one for each guest. */
export function seatsNeeded({ guests }: Pick<Rsvp, 'guests'>): number {
  return 1 + guests;
}

/**
 * How many seats somebody of this commune may take at this moment; infinitely many where there is no limit. Until the last day for answers
 * the seats that are kept for other communes are none of them.
 */
export function freeSeats(meeting: SeatedMeeting, commune: CommuneId | undefined, now: Instant): number {
  const { capacity, seats } = meeting;
  return capacity === undefined
    ? Infinity
    : Math.max(0, capacity - seats.taken - keptForOthers(meeting, commune, now));
}

/** Whether there is room for a member with all their guests. */
export function fits(
  meeting: SeatedMeeting,
  rsvp: Pick<Rsvp, 'communeId' | 'guests'>,
  now: Instant,
): boolean {
  return seatsNeeded(rsvp) <= freeSeats(meeting, rsvp.communeId, now);
}

/** Whether any seat is free, be it kept for somebody or not. */
export function hasFreeSeats({ capacity, seats }: Pick<Meeting, 'capacity' | 'seats'>): boolean {
  return capacity === undefined || seats.taken < capacity;
}

function keptForOthers(meeting: SeatedMeeting, commune: CommuneId | undefined, now: Instant): number {
  const { reserved, seats } = meeting;
  if (reserved === undefined || now >= answersEndAt(meeting)) {
    return 0;
  }
  const { perCommune, communes } = reserved;
  const taken = new Map(Object.entries(seats.takenByCommune));
  let kept = 0;
  for (const [other, count] of taken) {
    kept += other === commune ? 0 : Math.max(0, perCommune - count);
  }
  const isNew = commune !== undefined && !taken.has(commune);
  const withoutAny = Math.max(0, communes - taken.size - (isNew ? 1 : 0));
  return kept + withoutAny * perCommune;
}
