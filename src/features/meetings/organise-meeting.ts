import type { Deps } from '../../deps.ts';
import type { MeetingId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { checkMeetingOrganiser, findShownMeeting } from './meeting-results.ts';
import type { DeniedMeeting, GoneMeeting, MeetingDone, ShowMeetingDeps } from './meeting-results.ts';

/** "Organisieren": the meeting for those who may change it. */
export async function organiseMeeting(
  deps: Pick<Deps, 'logger'> & ShowMeetingDeps,
  asked: { readonly asker: Asker; readonly meetingId: MeetingId },
): Promise<MeetingDone<'organised'> | GoneMeeting | DeniedMeeting> {
  const permission = await checkMeetingOrganiser(deps, asked);
  if (permission.kind !== 'allowed') {
    return permission;
  }
  const shown = await findShownMeeting(deps, asked.asker, asked.meetingId);
  return shown === undefined ? { kind: 'gone' } : { kind: 'organised', shown };
}
