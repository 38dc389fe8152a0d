import type { MemberId } from '../ids.ts';
import type { Instant } from '../instant.ts';
import type { AnsweredMeeting } from './answer-meeting.ts';
import { withoutAnswer } from './answer-meeting-counts.ts';
import type { Meeting } from './meeting.ts';
import { promote, withPromotionsLeft } from './promote.ts';
import { hasSeat } from './rsvp.ts';
import type { Rsvp } from './rsvp.ts';

/**
 * A meeting without what one member answered: counted no more, and their seat goes to the first who waits and fits. Undefined: they have not
 * answered.
 */
export function forgetAnswerOf(
  { meeting, rsvp, waiting }: AnsweredMeeting,
  now: Instant,
):
  | { readonly meeting: Meeting; readonly rsvps: readonly Rsvp[]; readonly removed: readonly Rsvp[] }
  | undefined {
  if (rsvp === undefined) {
    return undefined;
  }
  const { memberId } = rsvp;
  const seats = withoutAnswer(meeting.seats, rsvp);
  const without: Meeting = { ...meeting, undone: withoutMember(meeting.undone, memberId), seats };
  const others = waiting.filter((one) => one.memberId !== memberId);
  const promotion = promote(without, others, { now });
  const next = hasSeat(rsvp) ? withPromotionsLeft(promotion, now) : promotion.meeting;
  return {
    meeting: { ...next, isShownLate: true },
    rsvps: promotion.promoted,
    removed: [rsvp],
  };
}

/** Tasks that name a member: nothing is told to them any more, and nobody need be left out because of them. */
export function withoutMember(undone: Meeting['undone'], member: MemberId): Meeting['undone'] {
  return undone.flatMap((task) => {
    if (task.kind === 'tell-promoted' && task.memberId === member) {
      return [];
    }
    return task.kind === 'tell' && task.except === member
      ? [{ kind: task.kind, number: task.number }]
      : [task];
  });
}
