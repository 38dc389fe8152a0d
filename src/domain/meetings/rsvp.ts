import type { CommuneId, MeetingId, MemberId } from '../ids.ts';
import type { Instant } from '../instant.ts';

/** Zusage, Vielleicht, Absage. */
export const rsvpAnswers = ['accepted', 'tentative', 'declined'] as const;
export type RsvpAnswer = (typeof rsvpAnswers)[number];

/** What one member said to one meeting. */
export interface Rsvp {
  readonly meetingId: MeetingId;
  readonly memberId: MemberId;
  /** When they answered; of others the commune is not asked again. */
  readonly communeId?: CommuneId;
  /** Absent: they have not answered, and were there nevertheless. */
  readonly answer?: RsvpAnswer;
  /** They said yes and there is no seat yet: the order of the waiting list. Absent: whoever said yes has a seat. */
  readonly waitingNumber?: number;
  /** Whom they bring, beside themselves. */
  readonly guests: number;
  /** To the organisers' questions, as these were asked. */
  readonly details: readonly { readonly question: string; readonly text: string }[];
  /** As they want to be called on the organisers' list; kept because they typed it. */
  readonly name?: string;
  /** When they answered last. */
  readonly at: Instant;
  /** The server's order. */
  readonly number: number;
  /** A card in their own chat shows something older. */
  readonly isShownLate?: true;
  readonly checkedInAt?: Instant;
  /** What they said afterwards is not kept with them. */
  readonly feedbackGiven?: true;
}

/** Whether they come for sure. */
export function hasSeat({ answer, waitingNumber }: Pick<Rsvp, 'answer' | 'waitingNumber'>): boolean {
  return answer === 'accepted' && waitingNumber === undefined;
}

export function isWaiting({ answer, waitingNumber }: Pick<Rsvp, 'answer' | 'waitingNumber'>): boolean {
  return answer === 'accepted' && waitingNumber !== undefined;
}

/**
 * Whom something about a meeting is for. `concerned`: who come, may come or wait; `coming`: the same without those who wait; `accepted`:
 * who have a seat.
 */
export const participantKinds = ['concerned', 'coming', 'accepted'] as const;
export type ParticipantKind = (typeof participantKinds)[number];

export function isAmong(rsvp: Pick<Rsvp, 'answer' | 'waitingNumber'>, kind: ParticipantKind): boolean {
  switch (kind) {
    case 'concerned':
      return rsvp.answer === 'accepted' || rsvp.answer === 'tentative';
    case 'coming':
      return hasSeat(rsvp) || rsvp.answer === 'tentative';
    case 'accepted':
      return hasSeat(rsvp);
  }
}
