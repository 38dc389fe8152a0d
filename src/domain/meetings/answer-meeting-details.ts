import type { Instant } from '../instant.ts';
import type { AnsweredMeeting, ClosedAnswer, WrittenAnswer } from './answer-meeting.ts';
import { whyClosed } from './answer-meeting.ts';
import { withAnswer, withoutAnswer } from './answer-meeting-counts.ts';
import { freeSeats } from './free-seats.ts';
import type { Details, DetailsProblem } from './answer-meeting-form.ts';
import type { Meeting } from './meeting.ts';
import { promote, withPromotionsLeft } from './promote.ts';
import { hasSeat, isAmong, isWaiting } from './rsvp.ts';
import type { Rsvp } from './rsvp.ts';

export type TakeDetailsOutcome =
  | ({ readonly kind: 'saved' } & WrittenAnswer)
  /** It says exactly this already. */
  | { readonly kind: 'already'; readonly meeting: Meeting; readonly own: Rsvp }
  | {
      readonly kind: 'no-room';
      readonly problem: DetailsProblem;
      readonly meeting: Meeting;
      readonly own: Rsvp;
    }
  /** Nobody brings guests who does not come. */
  | { readonly kind: 'unanswered'; readonly meeting: Meeting }
  | ClosedAnswer;

/**
 * What somebody adds to their answer. Guests need seats: with too few free ones nothing is changed, and the own seat stays. Whoever waits
 * keeps their place, and gets a seat as soon as all of them fit; with fewer guests others may.
 */
export function takeDetails(
  known: AnsweredMeeting,
  details: Details,
  { now, isShownLate }: { readonly now: Instant; readonly isShownLate: boolean },
): TakeDetailsOutcome {
  const { meeting, rsvp } = known;
  const closed = whyClosed(known, now);
  if (closed !== undefined) {
    const mayDecline = closed === 'too-late' && rsvp !== undefined && isAmong(rsvp, 'concerned');
    return { kind: 'closed', because: closed, mayDecline, meeting };
  }
  if (rsvp === undefined || !isAmong(rsvp, 'concerned')) {
    return { kind: 'unanswered', meeting };
  }
  if (isSame(rsvp, details)) {
    return { kind: 'already', meeting, own: rsvp };
  }
  const { memberId } = rsvp;
  const others = known.waiting.filter((one) => one.memberId !== memberId);
  // If there is room for somebody who waits, it is their turn first.
  const turn = promote(meeting, others, { now });
  const problem = findProblem(turn.meeting, rsvp, details, now);
  if (problem !== undefined) {
    return { kind: 'no-room', problem, meeting, own: rsvp };
  }
  const { name: _n, isShownLate: _s, ...before } = rsvp;
  const changed: Rsvp = {
    ...before,
    ...details,
    number: turn.meeting.answered + 1,
    ...(isShownLate && { isShownLate }),
  };
  const counted: Meeting = {
    ...turn.meeting,
    answered: changed.number,
    seats: withAnswer(withoutAnswer(turn.meeting.seats, rsvp), changed),
    isShownLate: true,
  };
  const list = isWaiting(changed) ? inOrder([...turn.waiting, changed]) : turn.waiting;
  const promotion = promote(counted, list, { now, presser: memberId });
  const isFreed = hasSeat(rsvp) && changed.guests < rsvp.guests;
  const seated = promotion.promoted.find((one) => one.memberId === memberId);
  const own = seated === undefined ? changed : withLateness(seated, isShownLate);
  const rest = promotion.promoted.filter((one) => one.memberId !== memberId);
  return {
    kind: 'saved',
    meeting: isFreed ? withPromotionsLeft(promotion, now) : promotion.meeting,
    rsvps: [...turn.promoted, ...rest, own],
    own,
  };
}

/** As many guests as before always have room. Whoever has no seat may wait with as many as there are seats at all. */
function findProblem(
  meeting: Meeting,
  rsvp: Rsvp,
  { guests }: Details,
  now: Instant,
): DetailsProblem | undefined {
  const { capacity, mostGuests } = meeting;
  if (guests <= rsvp.guests || capacity === undefined) {
    return undefined;
  }
  if (!hasSeat(rsvp)) {
    return guests < capacity
      ? undefined
      : { kind: 'guests-never-fit', most: Math.min(capacity - 1, mostGuests) };
  }
  const free = freeSeats(meeting, rsvp.communeId, now);
  return guests - rsvp.guests <= free
    ? undefined
    : { kind: 'guests-no-room', free, most: Math.min(rsvp.guests + free, mostGuests) };
}

function withLateness(seated: Rsvp, isShownLate: boolean): Rsvp {
  const { isShownLate: _, ...rsvp } = seated;
  return { ...rsvp, ...(isShownLate && { isShownLate }) };
}

function inOrder(waiting: readonly Rsvp[]): readonly Rsvp[] {
  return waiting.toSorted((one, other) => (one.waitingNumber ?? 0) - (other.waitingNumber ?? 0));
}

function isSame(rsvp: Rsvp, { guests, name, details }: Details): boolean {
  const before = { guests: rsvp.guests, name: rsvp.name, details: rsvp.details };
  return JSON.stringify(before) === JSON.stringify({ guests, name, details });
}
