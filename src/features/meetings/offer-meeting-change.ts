import type { MeetingId } from '../../domain/ids.ts';
import { toMeetingFormFields } from '../../domain/meetings/meeting-form.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import { isOver } from '../../domain/meetings/meeting-times.ts';
import type { Asker } from '../../domain/member.ts';
import type { CheckTypedDeps } from './check-typed-meeting.ts';
import { findMeetingChoices } from './find-meeting-choices.ts';
import { toMeetingForm } from './meeting-form-results.ts';
import type { MeetingForm } from './meeting-form-results.ts';
import { checkMeetingOrganiser } from './meeting-results.ts';
import type { DeniedMeeting, GoneMeeting, ShowMeetingDeps } from './meeting-results.ts';

export type OfferMeetingChangeResult =
  | { readonly kind: 'offered'; readonly form: MeetingForm }
  /** Cancelled, or over. */
  | { readonly kind: 'closed'; readonly meeting: Meeting }
  | GoneMeeting
  | DeniedMeeting;

/** "Ändern": the form with what a draft or a published meeting says now. */
export async function offerMeetingChange(
  deps: CheckTypedDeps & ShowMeetingDeps,
  asked: { readonly asker: Asker; readonly meetingId: MeetingId },
): Promise<OfferMeetingChangeResult> {
  const permission = await checkMeetingOrganiser(deps, asked);
  if (permission.kind !== 'allowed') {
    return permission;
  }
  const { meeting } = permission;
  const { id, state, edition } = meeting;
  if (state.kind === 'cancelled' || (state.kind === 'published' && isOver(meeting, deps.clock.now()))) {
    return { kind: 'closed', meeting };
  }
  const choices = await findMeetingChoices(deps, asked.asker);
  const fields = toMeetingFormFields(meeting, choices.channels);
  const form = { meetingId: id, edition, of: state.kind, fields, problems: [], choices } as const;
  return { kind: 'offered', form: toMeetingForm(deps, form) };
}
