import type { Deps } from '../../deps.ts';
import type { MeetingId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import { checkMeetingOrganiser } from './meeting-results.ts';
import type { DeniedMeeting, GoneMeeting } from './meeting-results.ts';
import { nextInSeries } from './repeat-meeting.ts';

export type EndSeriesResult =
  | { readonly kind: 'ended' | 'already' }
  /** It is not repeated. */
  | { readonly kind: 'single' }
  | GoneMeeting
  | DeniedMeeting;

/** "Serie beenden": after the last one that was made there is no further one. What is planned takes place. */
export async function endSeries(
  deps: Pick<Deps, 'clock' | 'logger' | 'meetings' | 'userGroups'>,
  asked: { readonly asker: Asker; readonly meetingId: MeetingId },
): Promise<EndSeriesResult> {
  const permission = await checkMeetingOrganiser(deps, asked);
  if (permission.kind !== 'allowed') {
    return permission;
  }
  if (permission.meeting.repetition === undefined || permission.meeting.state.kind === 'draft') {
    return { kind: 'single' };
  }
  let last = permission.meeting;
  for (;;) {
    const written = await deps.meetings.change(last.id, {}, deps.clock.now(), ({ meeting }) =>
      meeting.repeated === true ? undefined : { meeting: { ...meeting, repeated: true } },
    );
    // The next one may have been made a moment ago.
    const next = await deps.meetings.find(nextInSeries(last));
    if (next === undefined) {
      return { kind: written === undefined ? 'already' : 'ended' };
    }
    last = next;
  }
}
