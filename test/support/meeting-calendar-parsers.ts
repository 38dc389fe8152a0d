import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import type { CalendarComponent, ParameterValue, VCalendar, VEvent } from 'node-ical';

/** What a calendar program reads of one entry. */
export interface ReadEntry {
  readonly uid: string;
  readonly summary: string;
  readonly description: string;
  readonly location: string;
  readonly url: string;
  readonly start: string;
  readonly end: string;
  readonly stamp: string;
  readonly lastModified: string;
  readonly sequence: number;
  readonly status: string;
  readonly method: string;
  /** Alarms, and when each goes off. */
  readonly alarms: readonly string[];
}

/** As ical.js reads a file; of each entry every property, so that none comes in unseen. */
export function readWithIcalJs(file: string): {
  readonly entries: readonly ReadEntry[];
  /** Of the calendar and of each entry. */
  readonly properties: readonly (readonly string[])[];
} {
  const calendar = new ICAL.Component(toJCal(ICAL.parse(file)));
  const events = calendar.getAllSubcomponents('vevent');
  const namesOf = (component: typeof calendar) => component.getAllProperties().map(({ name }) => name);
  return {
    entries: events.map((component) => {
      const event = new ICAL.Event(component);
      const words = (name: string) => String(component.getFirstPropertyValue(name) ?? '');
      return {
        uid: event.uid,
        summary: event.summary,
        description: event.description,
        location: words('location'),
        url: words('url'),
        start: event.startDate.toJSDate().toISOString(),
        end: event.endDate.toJSDate().toISOString(),
        stamp: new Date(words('dtstamp')).toISOString(),
        lastModified: new Date(words('last-modified')).toISOString(),
        sequence: event.sequence,
        status: words('status'),
        method: String(calendar.getFirstPropertyValue('method')),
        alarms: component
          .getAllSubcomponents('valarm')
          .map((alarm) => String(alarm.getFirstPropertyValue('trigger'))),
      };
    }),
    properties: [namesOf(calendar), ...events.map(namesOf)],
  };
}

/** As node-ical reads it. */
export function readWithNodeIcal(file: string): readonly ReadEntry[] {
  const read = nodeIcal.sync.parseICS(file);
  return Object.values(read)
    .filter(isEvent)
    .map((event) => ({
      uid: event.uid,
      summary: toWords(event.summary),
      description: toWords(event.description),
      location: toWords(event.location),
      url: toWords(event.url),
      start: event.start.toISOString(),
      end: event.end?.toISOString() ?? '',
      stamp: event.dtstamp.toISOString(),
      lastModified: event.lastmodified?.toISOString() ?? '',
      sequence: Number(event.sequence),
      status: event.status ?? '',
      method: event.method ?? '',
      alarms: event.alarms?.map(({ trigger }) => trigger) ?? [],
    }));
}

/** The name of a calendar; ical.js 2.2.1 does not know that it is a text. */
export function readNameWithNodeIcal(file: string): unknown {
  return nodeIcal.sync.parseICS(file).vcalendar?.['WR-CALNAME'];
}

function isEvent(component: CalendarComponent | VCalendar | undefined): component is VEvent {
  return component?.type === 'VEVENT';
}

function toWords(value: ParameterValue | undefined): string {
  return value === undefined ? '' : typeof value === 'string' ? value : value.val;
}

function toJCal(parsed: unknown): unknown[] {
  if (!Array.isArray(parsed)) {
    throw new TypeError('no calendar');
  }
  return parsed;
}
