import { communeId } from '../../src/domain/ids.ts';
import type { CommuneId, MemberId } from '../../src/domain/ids.ts';
import { answerMeeting } from '../../src/domain/meetings/answer-meeting.ts';
import type { AnsweredMeeting, AnswerMeetingOutcome } from '../../src/domain/meetings/answer-meeting.ts';
import { takeDetails } from '../../src/domain/meetings/answer-meeting-details.ts';
import type { TakeDetailsOutcome } from '../../src/domain/meetings/answer-meeting-details.ts';
import type { Details } from '../../src/domain/meetings/answer-meeting-form.ts';
import type { Meeting } from '../../src/domain/meetings/meeting.ts';
import { mostPromoted } from '../../src/domain/meetings/promote.ts';
import { hasSeat, isWaiting } from '../../src/domain/meetings/rsvp.ts';
import type { Rsvp, RsvpAnswer } from '../../src/domain/meetings/rsvp.ts';
import { aMeeting } from './meetings.ts';

export const menden = communeId('05962040');
export const hemer = communeId('05962016');
export const olpe = communeId('05966024');

/** A meeting and its answers in a test's own hands, decided by the rules as the store would have them decided. */
export class AnsweredByHand {
  meeting: Meeting;
  readonly rsvps = new Map<MemberId, Rsvp>();
  now = 0;

  constructor(fields: Partial<Meeting> = {}) {
    this.meeting = aMeeting(fields);
  }

  say(memberId: MemberId, answer: RsvpAnswer, communeId_?: CommuneId): AnswerMeetingOutcome {
    const outcome = answerMeeting(this.known(memberId), {
      memberId,
      ...(communeId_ !== undefined && { communeId: communeId_ }),
      answer,
      now: this.now,
      isShownLate: false,
    });
    this.#keep(outcome);
    return outcome;
  }

  tell(memberId: MemberId, details: Partial<Details>): TakeDetailsOutcome {
    const typed = { guests: 0, details: [], ...details };
    const outcome = takeDetails(this.known(memberId), typed, { now: this.now, isShownLate: false });
    this.#keep(outcome);
    return outcome;
  }

  /** In the order of the list. */
  get waiting(): readonly Rsvp[] {
    const waiting = [...this.rsvps.values()].filter(isWaiting);
    return waiting.toSorted((one, other) => (one.waitingNumber ?? 0) - (other.waitingNumber ?? 0));
  }

  get seated(): readonly MemberId[] {
    return [...this.rsvps.values()].filter(hasSeat).map(({ memberId }) => memberId);
  }

  known(memberId: MemberId): AnsweredMeeting {
    const rsvp = this.rsvps.get(memberId);
    const waiting = this.waiting.slice(0, mostPromoted);
    return { meeting: this.meeting, waiting, ...(rsvp !== undefined && { rsvp }) };
  }

  #keep(outcome: AnswerMeetingOutcome | TakeDetailsOutcome): void {
    this.meeting = outcome.meeting;
    for (const rsvp of 'rsvps' in outcome ? outcome.rsvps : []) {
      this.rsvps.set(rsvp.memberId, rsvp);
    }
  }
}
