import type { MemberId } from '../ids.ts';
import type { Instant } from '../instant.ts';
import { withAnswer, withoutAnswer } from './answer-meeting-counts.ts';
import { fits, hasFreeSeats } from './free-seats.ts';
import type { Meeting } from './meeting.ts';
import { addTasks } from './meeting-states.ts';
import { hasBegun } from './meeting-times.ts';
import type { Rsvp } from './rsvp.ts';

/** How many get a seat at once, and how many of the first who wait are known to a decision: a transaction is limited. */
export const mostPromoted = 50;

export interface Promotion {
  readonly meeting: Meeting;
  /** With the seat that they have now, in the order in which they waited. */
  readonly promoted: readonly Rsvp[];
  /** Of those who were known, in their order. */
  readonly waiting: readonly Rsvp[];
}

/** Whether a seat that gets free goes to somebody who waits. */
export function promotes(meeting: Pick<Meeting, 'startsAt' | 'state'>, now: Instant): boolean {
  return meeting.state.kind === 'published' && !hasBegun(meeting, now);
}

/**
 * Gives free seats to those who wait, in their order: whoever is the first that fits with all their guests. A seat that somebody takes makes
 * room for nobody else, so once through the list is enough. Each is to be told, but for `presser`, who sees it at once.
 */
export function promote(
  before: Meeting,
  known: readonly Rsvp[],
  { now, presser }: { readonly now: Instant; readonly presser?: MemberId },
): Promotion {
  const promoted: Rsvp[] = [];
  const waiting: Rsvp[] = [];
  let meeting = before;
  const isPossible = promotes(meeting, now);
  for (const rsvp of known) {
    if (isPossible && promoted.length < mostPromoted && fits(meeting, rsvp, now)) {
      const { meeting: next, rsvp: seated } = seat(meeting, rsvp, presser);
      promoted.push(seated);
      meeting = next;
    } else {
      waiting.push(rsvp);
    }
  }
  return { meeting, promoted, waiting };
}

function seat(
  meeting: Meeting,
  rsvp: Rsvp,
  presser: MemberId | undefined,
): { readonly meeting: Meeting; readonly rsvp: Rsvp } {
  const number = meeting.answered + 1;
  const { waitingNumber: _, ...rest } = rsvp;
  const seated: Rsvp = { ...rest, number, isShownLate: true };
  const { memberId } = rsvp;
  return {
    meeting: {
      ...meeting,
      answered: number,
      seats: withAnswer(withoutAnswer(meeting.seats, rsvp), seated),
      isShownLate: true,
      undone:
        memberId === presser
          ? meeting.undone
          : addTasks(meeting.undone, [{ kind: 'tell-promoted', memberId, number }]),
    },
    rsvp: seated,
  };
}

/**
 * After seats got free: whether somebody may wait who fits and was not looked at, because they stand behind the first ones; then that is to
 * be done at once.
 */
export function withPromotionsLeft({ meeting, waiting, promoted }: Promotion, now: Instant): Meeting {
  const isMore = meeting.seats.waiting > waiting.length || promoted.length === mostPromoted;
  const isLeft = isMore && meeting.seats.waiting > 0 && hasFreeSeats(meeting) && promotes(meeting, now);
  return isLeft ? { ...meeting, undone: addTasks(meeting.undone, [{ kind: 'promote' }]) } : meeting;
}

/** How many of the first who wait a decision must know that may free seats: `freed` ones, beside those that are free already. */
export function waitingToKnow(
  { capacity, seats }: Pick<Meeting, 'capacity' | 'seats'>,
  freed: number,
): number {
  return seats.waiting > 0 &&
    hasFreeSeats({
      ...(capacity !== undefined && { capacity }),
      seats: { ...seats, taken: seats.taken - freed },
    })
    ? Math.min(seats.waiting, mostPromoted)
    : 0;
}
