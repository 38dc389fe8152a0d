import { checkIn as toCheckedIn } from '../../domain/meetings/check-in.ts';
import type { CheckInOutcome } from '../../domain/meetings/check-in.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import type { Deps } from '../../deps.ts';
import { checkMay } from '../members/check-may.ts';
import { isShownElsewhere } from './find-own-card.ts';
import type { DeniedMeeting, GoneMeeting } from './meeting-results.ts';
import { isOthersDraft } from './respond-to-meeting.ts';
import type { AnswerRequest } from './respond-to-meeting.ts';

export type CheckInResult =
  | { readonly kind: 'checked-in' | 'already' }
  | Extract<CheckInOutcome, { kind: 'too-early' | 'closed' }>
  | GoneMeeting
  | DeniedMeeting;

/** "Ich bin da", by anybody with an account, whether they said before that they come or not. */
export async function checkIn(
  deps: Pick<Deps, 'broadcasts' | 'clock' | 'deliveries' | 'logger' | 'meetings'>,
  { asker, meetingId, pressedOn }: AnswerRequest,
): Promise<CheckInResult> {
  const permission = checkMay(deps, 'meeting.denied', asker, {
    action: 'answer-meetings',
    subject: undefined,
  });
  if (permission.kind === 'denied') {
    return permission;
  }
  const { memberId } = permission;
  const { communeId } = asker;
  const now = deps.clock.now();
  const isShownLate = await isShownElsewhere(deps, { meetingId, memberId }, pressedOn);
  const arrival = { memberId, ...(communeId !== undefined && { communeId }), now, isShownLate };
  let outcome: CheckInOutcome | undefined;
  let found: Meeting | undefined;
  await deps.meetings.change(meetingId, { member: memberId }, now, (known) => {
    found = known.meeting;
    outcome = toCheckedIn(known, arrival);
    return outcome.kind === 'checked-in' ? outcome : undefined;
  });
  if (outcome === undefined || found === undefined || isOthersDraft(found, memberId)) {
    return { kind: 'gone' };
  }
  return outcome.kind === 'checked-in' ? { kind: 'checked-in' } : outcome;
}
