import { calendarFeedCard, meetingCalendarCard } from '../../src/cards/meetings/meeting-calendar-card.ts';
import { meetingId } from '../../src/domain/ids.ts';
import type { Meeting } from '../../src/domain/meetings/meeting.ts';
import type { OfferedCalendar } from '../../src/features/meetings/offer-calendar.ts';
import { aUserGroup } from './builders.ts';
import { aMeeting } from './meetings.ts';

const personal = { surface: { shared: false, dialogs: true }, home: 'https://bot.example.org' };
const inDialog = { ...personal, surface: { shared: true, dialogs: true, inDialog: true } };
const key = '3f2f0b1f-7a55-4f0e-8a43-0c7c7b1f3f64';
const startsAt = Date.UTC(2026, 11, 3, 9);

export function anOfferedCalendar(fields: Partial<Meeting> = {}): OfferedCalendar {
  const id = meetingId('0f8fad5b-d9cb-469f-a165-70867728950e');
  const meeting = aMeeting({ id, startsAt, endsAt: startsAt + 9_000_000, ...fields });
  return {
    kind: 'offered',
    entry: { meeting, agenda: ['KI im Bauamt', 'Leichte Sprache'], changedAt: 0 },
    userGroup: aUserGroup(),
    path: `/files/meetings/${id}.ics?key=${key}`,
  };
}

const feed = {
  kind: 'shown',
  path: `/files/user-groups/community.ics?key=${key}`,
  organises: false,
} as const;

export const meetingCalendarCardNames = [
  'meeting in calendars',
  'meeting in calendars in a dialog',
  'meeting in calendars in the longest words',
  'cancelled meeting in calendars',
  'calendar of everybody',
  'calendar of a user group for organisers',
  'calendar with a new address',
] as const;

/** Every card that leads into calendars. */
export function drawMeetingCalendarCards(): Readonly<
  Record<(typeof meetingCalendarCardNames)[number], unknown>
> {
  const place = { address: 'Rathaus Musterstadt', link: 'https://teams.example.org/join' };
  const from = { view: 'next', page: 1 } as const;
  const word = 'Ü'.repeat(100);
  const longest = anOfferedCalendar({
    title: word,
    description: '<ü> '.repeat(500),
    place: { address: word + word, link: `https://example.org/${'a'.repeat(480)}` },
  });
  return {
    'meeting in calendars': meetingCalendarCard(anOfferedCalendar({ place }), personal, from),
    'meeting in calendars in a dialog': meetingCalendarCard(anOfferedCalendar(), inDialog, undefined),
    'meeting in calendars in the longest words': meetingCalendarCard(longest, personal, from),
    'cancelled meeting in calendars': meetingCalendarCard(
      anOfferedCalendar({ state: { kind: 'cancelled', at: 0 } }),
      personal,
      from,
    ),
    'calendar of everybody': calendarFeedCard(feed, personal),
    'calendar of a user group for organisers': calendarFeedCard(
      { ...feed, userGroup: aUserGroup(), organises: true },
      personal,
    ),
    'calendar with a new address': calendarFeedCard({ ...feed, kind: 'renewed', organises: true }, inDialog),
  };
}
