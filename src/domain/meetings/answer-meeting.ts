import type { CommuneId, MemberId } from '../ids.ts';
import type { Instant } from '../instant.ts';
import { withAnswer, withoutAnswer } from './answer-meeting-counts.ts';
import { fits, seatsNeeded } from './free-seats.ts';
import type { Meeting } from './meeting.ts';
import { hasBegun, isOver, takesAnswers } from './meeting-times.ts';
import { promote, waitingToKnow, withPromotionsLeft } from './promote.ts';
import type { Promotion } from './promote.ts';
import { hasSeat, isAmong } from './rsvp.ts';
import type { Rsvp, RsvpAnswer } from './rsvp.ts';

/** What one member says. `isShownLate`: another card in their chat shows something older from now on. */
export interface GivenAnswer {
  readonly memberId: MemberId;
  readonly communeId?: CommuneId;
  readonly answer: RsvpAnswer;
  readonly now: Instant;
  readonly isShownLate: boolean;
}

/** A meeting as it is, the member's answer so far, and the first of those who wait. */
export interface AnsweredMeeting {
  readonly meeting: Meeting;
  readonly rsvp?: Rsvp;
  readonly waiting: readonly Rsvp[];
}

/** What is to be written, all at once. */
export interface WrittenAnswer {
  readonly meeting: Meeting;
  /** Their own, and those of others who get a seat by it. */
  readonly rsvps: readonly Rsvp[];
  readonly own: Rsvp;
}

/** `begun`: nobody says any more whether they come. */
export type WhyClosed = 'draft' | 'cancelled' | 'over' | 'begun' | 'too-late';

export interface ClosedAnswer {
  readonly kind: 'closed';
  readonly because: WhyClosed;
  /** Whether saying that they do not come is still possible for them. */
  readonly mayDecline: boolean;
  readonly meeting: Meeting;
}

export type AnswerMeetingOutcome =
  | ({ readonly kind: 'recorded' } & WrittenAnswer)
  /** `place` on the waiting list, from 1. */
  | ({ readonly kind: 'waiting'; readonly place: number } & WrittenAnswer)
  | { readonly kind: 'already'; readonly meeting: Meeting; readonly own: Rsvp }
  | ClosedAnswer;

/**
 * A member's latest answer replaces the earlier one. Only acceptances use up seats; whoever finds none waits behind the others, and nobody
 * overtakes somebody who waits and fits. A seat that gets free goes to the first of those in the same moment.
 */
export function answerMeeting(known: AnsweredMeeting, given: GivenAnswer): AnswerMeetingOutcome {
  const { meeting, rsvp } = known;
  const { answer, now } = given;
  const closed = whyClosed(known, now);
  if (closed === 'draft' || closed === 'cancelled' || closed === 'over') {
    return { kind: 'closed', because: closed, mayDecline: false, meeting };
  }
  if (rsvp?.answer === answer) {
    return { kind: 'already', meeting, own: rsvp };
  }
  const mayDecline = rsvp !== undefined && isAmong(rsvp, 'concerned') && !hasBegun(meeting, now);
  if (closed !== undefined && !(mayDecline && answer === 'declined')) {
    return { kind: 'closed', because: closed, mayDecline, meeting };
  }
  const promotion = promoteOthers(known, given);
  const answered = toAnswered(known, given);
  if (answer !== 'accepted' || mayTakeSeat(promotion, answered, now)) {
    return { kind: 'recorded', ...write(promotion, answered, { known, now }) };
  }
  const waitingNumber = promotion.meeting.answered + 1;
  const written = write(promotion, { ...answered, waitingNumber }, { known, now });
  return { kind: 'waiting', place: written.meeting.seats.waiting, ...written };
}

/** Why nobody can say that they come; undefined as long as they can. */
export function whyClosed(
  { meeting }: Pick<AnsweredMeeting, 'meeting'>,
  now: Instant,
): WhyClosed | undefined {
  if (meeting.state.kind !== 'published') {
    return meeting.state.kind;
  }
  if (isOver(meeting, now)) {
    return 'over';
  }
  if (hasBegun(meeting, now)) {
    return 'begun';
  }
  return takesAnswers(meeting, now) ? undefined : 'too-late';
}

/** How many of those who wait must be known to decide what a member says. */
export function waitingForAnswer(meeting: Meeting, rsvp: Rsvp | undefined): number {
  return waitingToKnow(meeting, rsvp !== undefined && hasSeat(rsvp) ? seatsNeeded(rsvp) : 0);
}

/** With the seat that is given up, everybody else has their turn first. */
function promoteOthers(
  { meeting, rsvp, waiting }: AnsweredMeeting,
  { memberId, now }: GivenAnswer,
): Promotion {
  const without = { ...meeting, seats: withoutAnswer(meeting.seats, rsvp) };
  const others = waiting.filter((one) => one.memberId !== memberId);
  return promote(without, others, { now });
}

/** Whoever does not come brings nobody. */
function toAnswered({ rsvp, meeting }: AnsweredMeeting, given: GivenAnswer): Omit<Rsvp, 'number'> {
  const { memberId, communeId, answer, now, isShownLate } = given;
  const { waitingNumber: _w, isShownLate: _s, communeId: _c, ...before } = rsvp ?? { guests: 0, details: [] };
  return {
    ...before,
    meetingId: meeting.id,
    memberId,
    ...(communeId !== undefined && { communeId }),
    answer,
    guests: answer === 'declined' ? 0 : Math.min(before.guests, meeting.mostGuests),
    at: now,
    ...(isShownLate && { isShownLate }),
  };
}

function mayTakeSeat({ meeting, waiting }: Promotion, own: Omit<Rsvp, 'number'>, now: Instant): boolean {
  // Some who wait were not looked at yet: it is their turn first.
  const isTheirTurn =
    meeting.seats.waiting > waiting.length && meeting.undone.some(({ kind }) => kind === 'promote');
  return !isTheirTurn && fits(meeting, own, now);
}

function write(
  promotion: Promotion,
  answered: Omit<Rsvp, 'number'>,
  { known, now }: { readonly known: AnsweredMeeting; readonly now: Instant },
): WrittenAnswer {
  const isFreed = known.rsvp !== undefined && hasSeat(known.rsvp);
  const meeting = isFreed ? withPromotionsLeft(promotion, now) : promotion.meeting;
  const own: Rsvp = { ...answered, number: meeting.answered + 1 };
  const seats = withAnswer(meeting.seats, own);
  return {
    meeting: { ...meeting, answered: own.number, seats, isShownLate: true },
    rsvps: [...promotion.promoted, own],
    own,
  };
}
