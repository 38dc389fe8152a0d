import type { Deps } from '../../deps.ts';
import type { MeetingId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { checkMeetingOrganiser } from './meeting-results.ts';
import type { DeniedMeeting, GoneMeeting } from './meeting-results.ts';
import { findMeetingPreview } from './preview-meeting.ts';
import type { MeetingPreview, PreviewDeps } from './preview-meeting.ts';

export type ShowMeetingDraftResult =
  | { readonly kind: 'shown'; readonly preview: MeetingPreview }
  | { readonly kind: 'published' }
  | GoneMeeting
  | DeniedMeeting;

/** The asker's own draft as it will be posted. */
export async function showMeetingDraft(
  deps: PreviewDeps & Pick<Deps, 'logger'>,
  asked: { readonly asker: Asker; readonly meetingId: MeetingId },
): Promise<ShowMeetingDraftResult> {
  const permission = await checkMeetingOrganiser(deps, asked);
  if (permission.kind !== 'allowed') {
    return permission;
  }
  if (permission.meeting.state.kind !== 'draft') {
    return { kind: 'published' };
  }
  const preview = await findMeetingPreview(deps, asked.asker, permission.meeting);
  return preview === undefined ? { kind: 'gone' } : { kind: 'shown', preview };
}
