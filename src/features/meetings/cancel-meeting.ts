import type { Deps } from '../../deps.ts';
import type { MeetingId } from '../../domain/ids.ts';
import { meetingLimits } from '../../domain/meetings/meeting.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import { cancelMeeting as toCancelled } from '../../domain/meetings/meeting-states.ts';
import { isOver } from '../../domain/meetings/meeting-times.ts';
import { checkMeetingReason } from '../../domain/meetings/meeting-form-reason.ts';
import type { Asker } from '../../domain/member.ts';
import { carryOutMeeting } from './carry-out-meeting.ts';
import type { CarryOutMeetingDeps } from './carry-out-meeting.ts';
import { checkMeetingOrganiser, findShownMeeting } from './meeting-results.ts';
import type { DeniedMeeting, GoneMeeting, ShowMeetingDeps, ShownMeeting } from './meeting-results.ts';

/** The question before it, with the reason as it was typed. */
export interface CancelForm {
  readonly shown: ShownMeeting;
  readonly reason: string;
  /** Characters of a reason that is too long. */
  readonly tooLong?: number;
}

export type AskToCancelResult =
  | { readonly kind: 'asked'; readonly form: CancelForm }
  | { readonly kind: 'already' }
  /** Over, or a draft still. */
  | { readonly kind: 'closed'; readonly meeting: Meeting }
  | GoneMeeting
  | DeniedMeeting;

export type CancelMeetingResult =
  | { readonly kind: 'cancelled'; readonly seriesGoesOn: boolean }
  | { readonly kind: 'invalid'; readonly form: CancelForm }
  | Exclude<AskToCancelResult, { readonly kind: 'asked' }>;

interface Asked {
  readonly asker: Asker;
  readonly meetingId: MeetingId;
}

/** "Ausfallen lassen" asks first. */
export async function askToCancelMeeting(
  deps: ShowMeetingDeps & Pick<Deps, 'logger'>,
  asked: Asked,
): Promise<AskToCancelResult> {
  const permission = await checkMeetingOrganiser(deps, asked);
  if (permission.kind !== 'allowed') {
    return permission;
  }
  const { meeting } = permission;
  if (meeting.state.kind === 'cancelled') {
    return { kind: 'already' };
  }
  if (meeting.state.kind === 'draft' || isOver(meeting, deps.clock.now())) {
    return { kind: 'closed', meeting };
  }
  const shown = await findShownMeeting(deps, asked.asker, asked.meetingId);
  return shown === undefined ? { kind: 'gone' } : { kind: 'asked', form: { shown, reason: '' } };
}

/** It falls out: its cards say so, and those who wanted to come are told why. Cancelled twice is once. */
export async function cancelMeeting(
  deps: ShowMeetingDeps & CarryOutMeetingDeps,
  { asker, meetingId, reason: typed = '' }: Asked & { readonly reason?: string },
): Promise<CancelMeetingResult> {
  const question = await askToCancelMeeting(deps, { asker, meetingId });
  if (question.kind !== 'asked') {
    return question;
  }
  const { reason, length } = checkMeetingReason(typed);
  if (length > meetingLimits.reason) {
    return { kind: 'invalid', form: { ...question.form, reason, tooLong: length } };
  }
  const by = asker.memberId;
  const now = deps.clock.now();
  const written =
    by === undefined
      ? undefined
      : await deps.meetings.change(meetingId, {}, now, ({ meeting }) => {
          const outcome = toCancelled(meeting, { by, now, ...(reason !== '' && { reason }) });
          return outcome.kind === 'changed' ? outcome : undefined;
        });
  if (written === undefined) {
    // Somebody else was faster.
    return { kind: 'already' };
  }
  await carryOutMeeting(deps, meetingId);
  return {
    kind: 'cancelled',
    seriesGoesOn: written.repetition !== undefined && written.repeated === undefined,
  };
}
