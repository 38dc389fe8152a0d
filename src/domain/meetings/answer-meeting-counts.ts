import type { CommuneId } from '../ids.ts';
import { seatsNeeded } from './free-seats.ts';
import { isWaiting } from './rsvp.ts';
import type { Rsvp } from './rsvp.ts';
import type { SeatCount } from './seat-count.ts';

type Counted = Pick<Rsvp, 'answer' | 'communeId' | 'guests' | 'waitingNumber'>;

/** The counts with one answer more; somebody who only was there is not counted. */
export function withAnswer(seats: SeatCount, rsvp: Counted): SeatCount {
  return count(seats, rsvp, 1);
}

/** The counts as if this had not been answered. */
export function withoutAnswer(seats: SeatCount, rsvp: Counted | undefined): SeatCount {
  return rsvp === undefined ? seats : count(seats, rsvp, -1);
}

function count(seats: SeatCount, rsvp: Counted, by: 1 | -1): SeatCount {
  const { answer } = rsvp;
  if (answer === undefined) {
    return seats;
  }
  switch (answer) {
    case 'tentative':
      return { ...seats, tentative: seats.tentative + by };
    case 'declined':
      return { ...seats, declined: seats.declined + by };
    case 'accepted': {
      if (isWaiting(rsvp)) {
        return { ...seats, waiting: seats.waiting + by };
      }
      const needed = by * seatsNeeded(rsvp);
      return {
        ...seats,
        accepted: seats.accepted + by,
        taken: seats.taken + needed,
        takenByCommune: countCommune(seats.takenByCommune, rsvp.communeId, needed),
      };
    }
  }
}

function countCommune(
  taken: SeatCount['takenByCommune'],
  commune: CommuneId | undefined,
  more: number,
): SeatCount['takenByCommune'] {
  if (commune === undefined) {
    return taken;
  }
  const { [commune]: before = 0, ...others } = taken;
  const after = before + more;
  return after > 0 ? { ...others, [commune]: after } : others;
}
