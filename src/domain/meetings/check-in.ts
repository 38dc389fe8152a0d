import type { CommuneId, MemberId } from '../ids.ts';
import type { Instant } from '../instant.ts';
import type { Meeting } from './meeting.ts';
import { checkInBeforeMs } from './meeting-phase.ts';
import { isOver } from './meeting-times.ts';
import type { Rsvp } from './rsvp.ts';

export type CheckInOutcome =
  | { readonly kind: 'checked-in'; readonly meeting: Meeting; readonly rsvps: readonly Rsvp[] }
  | { readonly kind: 'already' }
  /** From then on. */
  | { readonly kind: 'too-early'; readonly from: Instant }
  | { readonly kind: 'closed'; readonly because: 'draft' | 'cancelled' | 'over' };

interface Arrival {
  readonly memberId: MemberId;
  readonly communeId?: CommuneId;
  readonly now: Instant;
  /** A card in their own chat shows something older from now on. */
  readonly isShownLate: boolean;
}

/**
 * "Ich bin da": from half an hour before it begins until it ends. What was answered stays as it is, and so do the counts; whoever has not
 * answered is noted as somebody who only was there.
 */
export function checkIn(
  { meeting, rsvp }: { readonly meeting: Meeting; readonly rsvp?: Rsvp },
  { memberId, communeId, now, isShownLate }: Arrival,
): CheckInOutcome {
  const { state, startsAt } = meeting;
  if (state.kind !== 'published') {
    return { kind: 'closed', because: state.kind };
  }
  if (rsvp?.checkedInAt !== undefined) {
    return { kind: 'already' };
  }
  if (isOver(meeting, now)) {
    return { kind: 'closed', because: 'over' };
  }
  const from = startsAt - checkInBeforeMs;
  if (now < from) {
    return { kind: 'too-early', from };
  }
  const late = isShownLate ? ({ isShownLate } as const) : {};
  if (rsvp !== undefined) {
    return { kind: 'checked-in', meeting, rsvps: [{ ...rsvp, checkedInAt: now, ...late }] };
  }
  const walkIn: Rsvp = {
    meetingId: meeting.id,
    memberId,
    ...(communeId !== undefined && { communeId }),
    guests: 0,
    details: [],
    at: now,
    number: meeting.answered + 1,
    checkedInAt: now,
    ...late,
  };
  return { kind: 'checked-in', meeting: { ...meeting, answered: walkIn.number }, rsvps: [walkIn] };
}

/** How many communes were there: those of everybody who checked in, otherwise of those who had a seat. */
export interface CommunesPresent {
  readonly communes: number;
  /** Nobody checked in: they had said that they come. */
  readonly isExpected: boolean;
}

export function countCommunesPresent(
  { seats }: Pick<Meeting, 'seats'>,
  rsvps: readonly Pick<Rsvp, 'checkedInAt' | 'communeId'>[],
): CommunesPresent {
  const present = rsvps.filter(({ checkedInAt }) => checkedInAt !== undefined);
  if (present.length === 0) {
    return { communes: Object.keys(seats.takenByCommune).length, isExpected: true };
  }
  const communes = new Set(present.flatMap(({ communeId }) => communeId ?? []));
  return { communes: communes.size, isExpected: false };
}
