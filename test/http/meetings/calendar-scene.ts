import { meetingId } from '../../../src/domain/ids.ts';
import type { Meeting } from '../../../src/domain/meetings/meeting.ts';
import type { CalendarEntry } from '../../../src/features/meetings/open-calendar-entry.ts';
import { aMeeting } from '../../support/meetings.ts';

export const home = 'https://bot.example.org/';
/** Thursday, 3 December 2026, 10:00 in Berlin. */
export const tenOClock = Date.UTC(2026, 11, 3, 9);

export function anEntry(fields: Partial<Meeting> = {}, more: Partial<CalendarEntry> = {}): CalendarEntry {
  const createdAt = Date.UTC(2026, 10, 2, 8);
  const id = meetingId('0f8fad5b-d9cb-469f-a165-70867728950e');
  const startsAt = fields.startsAt ?? tenOClock;
  const meeting = aMeeting({ id, createdAt, startsAt, endsAt: startsAt + 9_000_000, ...fields }, createdAt);
  return { meeting, agenda: [], changedAt: createdAt, ...more };
}
