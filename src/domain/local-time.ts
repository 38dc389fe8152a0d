import { dayMs, minuteMs } from './instant.ts';
import type { Instant } from './instant.ts';

/** What clocks and calendars in Berlin show. */
export interface LocalTime {
  /** `2026-11-22` */
  readonly date: string;
  /** `14:30` */
  readonly time: string;
  /** Since midnight as the clock shows it, so 180 is three o'clock in every night. */
  readonly minutes: number;
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
}

export type FromLocalTimeResult =
  | { readonly kind: 'instant'; readonly instant: Instant }
  /** No clock shows it: it is in the hour that the night of the change to summer time leaves out. */
  | { readonly kind: 'skipped' }
  | { readonly kind: 'invalid'; readonly field: 'date' | 'time' };

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Berlin',
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  second: 'numeric',
});

/**
 * When clocks in Berlin show this on this day. An hour that exists twice, in the night of the change to winter time, means the first
 * one. The date is `2026-11-22`, the time `14:30` or `7:05`.
 */
export function fromLocalTime(date: string, time: string): FromLocalTimeResult {
  const day = readDate(date);
  if (day === undefined) {
    return { kind: 'invalid', field: 'date' };
  }
  const minutes = readTime(time);
  if (minutes === undefined) {
    return { kind: 'invalid', field: 'time' };
  }
  const instant = find(day + minutes * minuteMs);
  return instant === undefined ? { kind: 'skipped' } : { kind: 'instant', instant };
}

export function toLocalTime(instant: Instant): LocalTime {
  const shown = shownAt(instant);
  const iso = new Date(shown).toISOString();
  return {
    date: iso.slice(0, 10),
    time: iso.slice(11, 16),
    minutes: Math.floor(timeOfDay(shown) / minuteMs),
    weekday: new Date(shown).getUTCDay() || 7,
  };
}

/**
 * The first moment after the given one at which clocks in Berlin show so many minutes since midnight. It comes once each day: what is
 * shown twice counts the first time, and what is left out counts as the first moment after the gap.
 */
export function nextLocalTime(after: Instant, minutesOfDay: number): Instant {
  const shown = shownAt(after);
  const today = shown - timeOfDay(shown);
  for (let day = today; ; day += dayMs) {
    const wanted = day + minutesOfDay * minuteMs;
    const instant = find(wanted) ?? endOfGap(wanted);
    if (instant > after) {
      return instant;
    }
  }
}

/** Local times are reckoned with as if Berlin had UTC: milliseconds that `Date` reads back as what the clock shows. */
type Shown = number;

function shownAt(instant: Instant): Shown {
  const part = new Map(clock.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const of = (type: Intl.DateTimeFormatPartTypes) => part.get(type) ?? 0;
  const wholeSeconds = Date.UTC(
    of('year'),
    of('month') - 1,
    of('day'),
    of('hour'),
    of('minute'),
    of('second'),
  );
  return wholeSeconds + modulo(instant, 1000);
}

function find(wanted: Shown): Instant | undefined {
  const { earlier, later } = candidates(wanted);
  return [earlier, later].find((instant) => shownAt(instant) === wanted);
}

/** Of a local time that is left out. */
function endOfGap(skipped: Shown): Instant {
  const { earlier, later } = candidates(skipped);
  const before = earlier - shownAt(earlier);
  let instant = earlier;
  while (instant < later && instant - shownAt(instant) === before) {
    instant += minuteMs;
  }
  return instant;
}

/** The two moments that it can be, by how far Berlin is from UTC the day before and the day after. */
function candidates(shown: Shown): { earlier: Instant; later: Instant } {
  const offsets = [shown - dayMs, shown + dayMs].map((near) => shownAt(near) - near);
  return { earlier: shown - Math.max(...offsets), later: shown - Math.min(...offsets) };
}

function timeOfDay(shown: Shown): number {
  return modulo(shown, dayMs);
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}

/** Its midnight. `Date.parse` takes 31 February for 3 March. */
function readDate(date: string): Shown | undefined {
  if (!/^[1-9]\d{3}-\d\d-\d\d$/.test(date)) {
    return undefined;
  }
  const day = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(day) && new Date(day).toISOString().startsWith(date) ? day : undefined;
}

/** Minutes since midnight. */
function readTime(time: string): number | undefined {
  const [, hours, minutes] = /^(\d|[01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  return hours === undefined || minutes === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}
