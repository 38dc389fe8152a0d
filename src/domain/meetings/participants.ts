import { hasSeat, isWaiting } from './rsvp.ts';
import type { Rsvp } from './rsvp.ts';

/** How somebody stands on the list of those who have to do with a meeting; in this order. `present`: there without an answer. */
export const participantStandings = ['seated', 'waiting', 'tentative', 'declined', 'present'] as const;
export type ParticipantStanding = (typeof participantStandings)[number];

/** Somebody who has to do with a meeting. */
export interface Participant {
  readonly rsvp: Rsvp;
  readonly standing: ParticipantStanding;
  /** On the waiting list, from 1. */
  readonly waitingPlace?: number;
}

export interface ParticipantCounts {
  /** Members with a seat. */
  readonly accepted: number;
  /** Whom these bring. */
  readonly guests: number;
  readonly tentative: number;
  readonly waiting: number;
  /** Said that they are there. */
  readonly present: number;
}

export function standingOf(rsvp: Rsvp): ParticipantStanding {
  if (rsvp.answer === 'accepted') {
    return hasSeat(rsvp) ? 'seated' : 'waiting';
  }
  return rsvp.answer ?? 'present';
}

/** By how they stand; those who wait in the order of the waiting list, the others as the server took their answers. */
export function inOrder(rsvps: readonly Rsvp[]): readonly Participant[] {
  const sorted = rsvps
    .map((rsvp) => ({ rsvp, standing: standingOf(rsvp) }))
    .toSorted(
      (one, other) =>
        participantStandings.indexOf(one.standing) - participantStandings.indexOf(other.standing) ||
        placeOf(one.rsvp) - placeOf(other.rsvp),
    );
  const seated = sorted.filter(({ standing }) => standing === 'seated').length;
  return sorted.map((one, index) =>
    one.standing === 'waiting' ? Object.assign(one, { waitingPlace: index - seated + 1 }) : one,
  );
}

function placeOf({ waitingNumber, number }: Rsvp): number {
  return waitingNumber ?? number;
}

export function countParticipants(rsvps: readonly Rsvp[]): ParticipantCounts {
  const seated = rsvps.filter(hasSeat);
  return {
    accepted: seated.length,
    guests: seated.reduce((sum, { guests }) => sum + guests, 0),
    tentative: rsvps.filter(({ answer }) => answer === 'tentative').length,
    waiting: rsvps.filter(isWaiting).length,
    present: rsvps.filter(({ checkedInAt }) => checkedInAt !== undefined).length,
  };
}
