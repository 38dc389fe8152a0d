import type { Deps } from '../../deps.ts';
import type { MeetingId } from '../../domain/ids.ts';
import type { Asker } from '../../domain/member.ts';
import type { UserGroup } from '../../domain/user-group.ts';
import { checkMay } from '../members/check-may.ts';
import { findMeetingGroup } from './meeting-results.ts';
import type { DeniedMeeting, GoneMeeting } from './meeting-results.ts';
import { toCalendarEntry } from './open-calendar-entry.ts';
import type { CalendarEntry } from './open-calendar-entry.ts';

export interface OfferedCalendar {
  readonly kind: 'offered';
  readonly entry: CalendarEntry;
  /** Absent: of the whole community, or the group is gone. */
  readonly userGroup?: UserGroup;
  /** Opens the file for whoever has it; below the bot's own address. */
  readonly path: string;
}

/** "In Kalender", for everybody with an account: the file names the link to take part online. */
export async function offerCalendar(
  deps: Pick<Deps, 'logger' | 'meetings' | 'topicCatalogue' | 'userGroups'>,
  { asker, meetingId }: { readonly asker: Asker; readonly meetingId: MeetingId },
): Promise<OfferedCalendar | GoneMeeting | DeniedMeeting> {
  const permission = checkMay(deps, 'meeting.denied', asker, {
    action: 'answer-meetings',
    subject: undefined,
  });
  if (permission.kind === 'denied') {
    return permission;
  }
  const meeting = await deps.meetings.find(meetingId);
  if (meeting === undefined || meeting.state.kind === 'draft') {
    return { kind: 'gone' };
  }
  const userGroup = await findMeetingGroup(deps, meeting);
  return {
    kind: 'offered',
    entry: toCalendarEntry(deps, meeting),
    ...(userGroup !== undefined && { userGroup }),
    path: `/files/meetings/${meeting.id}.ics?key=${encodeURIComponent(meeting.calendarKey)}`,
  };
}
