import { meetingId } from '../../src/domain/ids.ts';
import type { MemberId } from '../../src/domain/ids.ts';
import { dayMs, hourMs } from '../../src/domain/instant.ts';
import type { Meeting, MeetingFields } from '../../src/domain/meetings/meeting.ts';
import { draftMeeting, publishMeeting } from '../../src/domain/meetings/meeting-states.ts';
import { carryOutMeeting } from '../../src/features/meetings/carry-out-meeting.ts';
import { anna } from './conversation.ts';
import type { TestBot } from './conversation.ts';
import { memberOf } from './topics.ts';

/** What an organiser says about a meeting that begins in two weeks. */
export function meetingFields(now: number, fields: Partial<MeetingFields> = {}): MeetingFields {
  const startsAt = fields.startsAt ?? now + 14 * dayMs;
  return {
    title: 'KI-Telefonservice',
    startsAt,
    endsAt: startsAt + 2 * hourMs,
    place: { address: 'Rathaus Musterstadt' },
    mostGuests: 0,
    questions: [],
    topics: [],
    reminders: ['week', 'day'],
    invited: { people: 'everybody', channels: [] },
    ...fields,
  };
}

/** A meeting that everybody can see; whatever is given stands in it. */
export function aMeeting(fields: Partial<Meeting> = {}, now = 0): Meeting {
  const id = fields.id ?? meetingId('m1');
  const draft = draftMeeting(id, meetingFields(now, fields), { now, calendarKey: 'key-of-m1' });
  return { ...publishMeeting(draft, now), undone: [], ...fields };
}

/** A meeting published now in a running bot; invitations go out unless `quietly`. */
export async function publishedMeeting(
  bot: TestBot,
  fields: Partial<Meeting> = {},
  { by = memberOf(anna), quietly = false }: { readonly by?: MemberId; readonly quietly?: boolean } = {},
): Promise<Meeting> {
  const { deps } = bot.app;
  const now = bot.clock.now();
  const id = fields.id ?? meetingId(deps.ids.next());
  const draft = draftMeeting(id, meetingFields(now, fields), { by, now, calendarKey: deps.ids.next() });
  const published = { ...publishMeeting(draft, now), ...fields };
  const meeting = quietly ? { ...published, undone: [] } : published;
  await deps.meetings.add(meeting, now);
  if (!quietly) {
    await carryOutMeeting(deps, id);
  }
  return meeting;
}
