import type { Deps } from '../../deps.ts';
import type { MeetingId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { checkMeetingOrganiser } from './meeting-results.ts';
import type { DeniedMeeting, GoneMeeting } from './meeting-results.ts';

/** "Verwerfen": the asker's own draft is deleted. */
export async function discardMeetingDraft(
  deps: Pick<Deps, 'logger' | 'meetings' | 'userGroups'>,
  asked: { readonly asker: Asker; readonly meetingId: MeetingId },
): Promise<{ readonly kind: 'discarded' | 'published' } | GoneMeeting | DeniedMeeting> {
  const permission = await checkMeetingOrganiser(deps, asked);
  if (permission.kind !== 'allowed') {
    return permission;
  }
  if (permission.meeting.state.kind !== 'draft') {
    return { kind: 'published' };
  }
  const outcome = await deps.meetings.removeDraft(asked.meetingId);
  if (outcome === 'removed') {
    return { kind: 'discarded' };
  }
  return (await deps.meetings.find(asked.meetingId)) === undefined ? { kind: 'gone' } : { kind: 'published' };
}
