import ical, {
  escape,
  ICalAlarmType,
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import type { ICalCalendar, ICalEvent } from 'ical-generator';
import { DateTime } from 'luxon';
import { tzlib_get_ical_block as findTimeZone } from 'timezones-ical-library';
import type { CalendarFeed } from '../features/meetings/open-calendar-feed.ts';
import type { CalendarEntry } from '../features/meetings/open-calendar-entry.ts';
import { calendarEntryTexts as texts } from '../texts/meetings/meeting-calendar-texts.ts';

const zone = 'Europe/Berlin';
const [berlin = ''] = [findTimeZone(zone)].flat();

/**
 * An entry stays the same one as long as this is the same (RFC 5545, 3.8.4.7), so it is made of nothing that an operator may change: with
 * the host of the bot's address in it, a bot that moves would put every meeting into people's calendars once more.
 */
const uidDomain = 'ki-community-bot';

/** Seconds before it begins. Outlook keeps the first one only. */
const alarms = [15 * 60, 24 * 60 * 60];

/** How often programs ask for a feed again, in seconds. */
const refreshSeconds = 60 * 60;

/** One meeting: to be put into a calendar, or to be taken out of it. It names nobody, so no program sends anything to anybody. */
export function toMeetingFile(entry: CalendarEntry, home: string): string {
  const isCancelled = entry.meeting.state.kind === 'cancelled';
  const calendar = newCalendar(isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH);
  const event = addEvent(calendar, entry, home);
  if (!isCancelled) {
    for (const triggerBefore of alarms) {
      event.createAlarm({ type: ICalAlarmType.display, triggerBefore });
    }
  }
  return toText(calendar);
}

/** Many meetings, without alarms: whoever subscribes goes to few of them. */
export function toFeedFile({ userGroup, entries }: CalendarFeed, home: string): string {
  const calendar = newCalendar(ICalCalendarMethod.PUBLISH);
  // ical-generator 11.1.2 writes this one as it is given.
  calendar.name(escape(readable(texts.feed(userGroup?.name)), false)).ttl(refreshSeconds);
  for (const entry of entries) {
    addEvent(calendar, entry, home);
  }
  return toText(calendar);
}

function newCalendar(method: ICalCalendarMethod): ICalCalendar {
  const calendar = ical({
    method,
    prodId: { company: 'KI-Community', product: 'KI-Community-Bot', language: 'DE' },
  });
  // The calendar itself has no time zone: with one, DTSTAMP would not be in UTC (ical-generator 11.1.2), which RFC 5545 demands.
  return calendar.timezone({ name: null, generator: () => berlin });
}

function addEvent(
  calendar: ICalCalendar,
  { meeting, agenda, changedAt }: CalendarEntry,
  home: string,
): ICalEvent {
  const { id, calendarSequence, createdAt, place, startsAt, endsAt, state } = meeting;
  const isCancelled = state.kind === 'cancelled';
  const url = isCancelled ? undefined : place.link;
  const where = readable(texts.place(meeting));
  return calendar.createEvent({
    id: `${id}@${uidDomain}`,
    sequence: calendarSequence,
    stamp: inUtc(changedAt),
    lastModified: inUtc(changedAt),
    created: inUtc(createdAt),
    start: inBerlin(startsAt),
    end: inBerlin(endsAt),
    timezone: [startsAt, endsAt].some(comesTwice) ? null : zone,
    summary: readable(texts.title(meeting)),
    // ical-generator 11.1.2 throws at an empty one, which would close a whole feed.
    location: where === '' ? null : { title: where },
    description: readable(texts.description(meeting, agenda, home)),
    url: toUri(url) ?? home,
    status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    ...(isCancelled && {
      transparency: ICalEventTransparency.TRANSPARENT,
      busystatus: ICalEventBusyStatus.FREE,
    }),
  });
}

/**
 * Clocks in Berlin show an hour twice in the night of the change to winter time. RFC 5545 (3.3.5) means the first one, ical.js 2.2.1 and
 * node-ical 0.27.2 read the second: such a time is written in UTC, which everybody reads alike.
 */
function comesTwice(instant: number): boolean {
  return inBerlin(instant).getPossibleOffsets().length > 1;
}

/**
 * Without what some programs misread although it is written as RFC 5545 says, node-ical 0.27.2 among them: a backslash before an "n" becomes
 * the end of a line, and quotation marks around the whole are dropped.
 */
function readable(words: string): string {
  return words.replaceAll(/\\(?=n)/gi, '/').replace(/^"(.*)"$/, '\u201E$1\u201C');
}

/** ical-generator 11.1.2 escapes an address as if it were text, which no program undoes. */
function toUri(link: string | undefined): string | undefined {
  const url = link === undefined ? null : URL.parse(link);
  return url?.protocol === 'https:' ? url.href.replaceAll(/[\\,;]/g, encodeURIComponent) : undefined;
}

function inBerlin(instant: number): DateTime {
  return DateTime.fromMillis(instant, { zone });
}

function inUtc(instant: number): DateTime {
  return DateTime.fromMillis(instant, { zone: 'utc' });
}

/** What ical-generator 11.1.2 leaves out: the end of the last line, and that a calendar holds at least one thing (RFC 5545, 3.4). */
function toText(calendar: ICalCalendar): string {
  const written = `${calendar.toString()}\r\n`;
  return calendar.length() > 0 ? written : written.replace(/END:VCALENDAR\r\n$/, `${berlin}\r\n$&`);
}
