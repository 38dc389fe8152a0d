import type { Deps } from '../../deps.ts';
import { meetingId as toMeetingId } from '../../domain/ids.ts';
import type { MeetingId } from '../../domain/ids.ts';
import { dayMs } from '../../domain/instant.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import type { Asker } from '../../domain/member.ts';
import { readParticipants } from './list-participants.ts';
import type { ParticipantList } from './list-participants.ts';
import { checkMeetingOrganiser } from './meeting-results.ts';
import type { DeniedMeeting, GoneMeeting } from './meeting-results.ts';

export interface ExportedParticipants {
  readonly kind: 'exported';
  readonly meeting: Meeting;
  /** Each opens a file for whoever has it, for a day; below the bot's own address. */
  readonly paths: { readonly csv: string; readonly xlsx: string };
}

/** A link in a chat is opened soon. */
const linkLifeMs = dayMs;

/** For those who organise it. The links open in a browser, where nobody is signed in, so they carry a key of their own. */
export async function exportParticipants(
  deps: Pick<Deps, 'clock' | 'ids' | 'logger' | 'meetings' | 'reportLinks' | 'userGroups'>,
  request: { readonly asker: Asker; readonly meetingId: MeetingId },
): Promise<ExportedParticipants | GoneMeeting | DeniedMeeting> {
  const permission = await checkMeetingOrganiser(deps, request);
  if (permission.kind !== 'allowed') {
    return permission;
  }
  const { meeting } = permission;
  const key = deps.ids.next();
  await deps.reportLinks.add(subjectOf(meeting.id), key, deps.clock.now() + linkLifeMs);
  const path = `/files/participants/${meeting.id}`;
  return {
    kind: 'exported',
    meeting,
    paths: { csv: `${path}.csv?key=${key}`, xlsx: `${path}.xlsx?key=${key}` },
  };
}

/** For the files, as it is when they are opened; undefined when the key does not open them, or no longer. */
export async function openParticipants(
  deps: Pick<Deps, 'meetings' | 'operator' | 'reportLinks'>,
  { id, key }: { readonly id: string; readonly key: string },
): Promise<ParticipantList | undefined> {
  const meetingId = toMeetingId(id);
  if (!(await deps.reportLinks.opens(subjectOf(meetingId), key))) {
    return undefined;
  }
  const meeting = await deps.meetings.find(meetingId);
  return meeting && readParticipants(deps, meeting);
}

function subjectOf(id: MeetingId) {
  return `meeting.${id}` as const;
}
