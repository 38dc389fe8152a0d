import type { Deps } from '../../deps.ts';
import { meetingId } from '../../domain/ids.ts';
import type { MeetingId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Meeting, Repetition } from '../../domain/meetings/meeting.ts';
import { draftMeeting, publishMeeting, toFields } from '../../domain/meetings/meeting-states.ts';
import { isOver } from '../../domain/meetings/meeting-times.ts';
import { nextDates } from '../../domain/meetings/repeat-dates.ts';
import { carryOutMeeting } from './carry-out-meeting.ts';
import type { CarryOutMeetingDeps } from './carry-out-meeting.ts';
import { findMeetingGroup } from './meeting-results.ts';

export type RepeatMeetingDeps = CarryOutMeetingDeps & Pick<Deps, 'clock' | 'ids' | 'meetings' | 'userGroups'>;

/**
 * The next one of a series, once, when this one is over, or would be over if it had not been cancelled; nothing where it is not repeated.
 * The series of a group that is gone ends. Interrupted or done by several at once, there is one next.
 */
export async function repeatMeeting(deps: RepeatMeetingDeps, { id }: Meeting): Promise<void> {
  const meeting = await deps.meetings.find(id);
  const now = deps.clock.now();
  if (meeting?.repetition === undefined || meeting.repeated === true || !isDue(meeting, now)) {
    return;
  }
  if (meeting.userGroupId !== undefined && (await findMeetingGroup(deps, meeting)) === undefined) {
    await noteRepeated(deps, id);
    return;
  }
  const first = await deps.meetings.find(meeting.seriesId);
  const next = toNext(deps, meeting, meeting.repetition, first?.startsAt ?? meeting.startsAt);
  await deps.meetings.add(next, now);
  await noteRepeated(deps, id);
  await carryOutMeeting(deps, next.id);
}

/** The one after this in its series. */
export function nextInSeries({
  seriesId,
  seriesNumber,
}: Pick<Meeting, 'seriesId' | 'seriesNumber'>): MeetingId {
  return meetingId(`${seriesId}-${seriesNumber + 1}`);
}

function isDue(meeting: Meeting, now: Instant): boolean {
  return meeting.state.kind !== 'draft' && isOver(meeting, now);
}

/** The same words at its own time; its agenda is still to be found. */
function toNext(
  { clock, ids }: Pick<Deps, 'clock' | 'ids'>,
  meeting: Meeting,
  repetition: Repetition,
  first: Instant,
): Meeting {
  const now = clock.now();
  const { respondBy: _, ...fields } = toFields(meeting);
  const dates = nextDates(meeting, repetition, { now, first });
  const { by, seriesId, seriesNumber } = meeting;
  const draft = draftMeeting(nextInSeries(meeting), toFields({ ...fields, ...dates, topics: [] }), {
    now,
    calendarKey: ids.next(),
    ...(by !== undefined && { by }),
  });
  return publishMeeting({ ...draft, seriesId, seriesNumber: seriesNumber + 1 }, now);
}

async function noteRepeated(
  { clock, meetings }: Pick<Deps, 'clock' | 'meetings'>,
  id: MeetingId,
): Promise<void> {
  await meetings.change(id, {}, clock.now(), ({ meeting }) =>
    meeting.repeated === true ? undefined : { meeting: { ...meeting, repeated: true } },
  );
}
