import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayMs, minuteMs } from '../../../src/domain/instant.ts';
import type { Instant } from '../../../src/domain/instant.ts';
import { fromLocalTime, toLocalTime } from '../../../src/domain/local-time.ts';
import { addDays, daysBetween } from '../../../src/domain/meetings/meeting-form-when.ts';
import { repetitions } from '../../../src/domain/meetings/meeting.ts';
import type { Repetition } from '../../../src/domain/meetings/meeting.ts';
import { nextDates } from '../../../src/domain/meetings/repeat-dates.ts';

function at(date: string, time: string): Instant {
  const local = fromLocalTime(date, time);
  if (local.kind !== 'instant') {
    throw new Error(`${date} ${time}`);
  }
  return local.instant;
}

const shown = (instant: Instant) => `${toLocalTime(instant).date} ${toLocalTime(instant).time}`;

/** From ten to half past twelve, and the days on which the next ones begin. */
function series(first: string, repetition: Repetition, count: number): readonly string[] {
  let dates = { startsAt: at(first, '10:00'), endsAt: at(first, '12:30') };
  const begins = dates.startsAt;
  return Array.from({ length: count }, () => {
    dates = nextDates(dates, repetition, { now: dates.endsAt, first: begins });
    return toLocalTime(dates.startsAt).date;
  });
}

describe('the next meeting of a series', () => {
  it('is a week later', () => {
    expect(series('2026-12-24', 'weekly', 2)).toEqual(['2026-12-31', '2027-01-07']);
  });

  it('is on the same weekday of the next month: the third Thursday', () => {
    expect(series('2026-12-17', 'monthly-by-weekday', 3)).toEqual(['2027-01-21', '2027-02-18', '2027-03-18']);
  });

  it('is three months later on the same weekday', () => {
    expect(series('2026-12-03', 'quarterly', 3)).toEqual(['2027-03-04', '2027-06-03', '2027-09-02']);
  });

  it('is on the last one where the first was on the fifth, and stays there', () => {
    expect(series('2026-10-29', 'monthly-by-weekday', 4)).toEqual([
      '2026-11-26',
      '2026-12-31',
      '2027-01-28',
      '2027-02-25',
    ]);
  });

  it('is on the fourth one where the first was, though that is the last of its month', () => {
    expect(series('2026-11-26', 'monthly-by-weekday', 2)).toEqual(['2026-12-24', '2027-01-28']);
  });

  it('follows one that was moved to another week', () => {
    const moved = { startsAt: at('2026-11-19', '10:00'), endsAt: at('2026-11-19', '12:30') };

    const next = nextDates(moved, 'monthly-by-weekday', { now: 0, first: at('2026-10-29', '10:00') });

    expect(shown(next.startsAt)).toBe('2026-12-17 10:00');
  });

  it('begins at the same time by the clocks on both sides of their change', () => {
    const spring = nextDates(
      { startsAt: at('2027-03-25', '10:00'), endsAt: at('2027-03-25', '12:30') },
      'weekly',
      { now: 0, first: 0 },
    );
    const autumn = nextDates(
      { startsAt: at('2026-10-22', '10:00'), endsAt: at('2026-10-22', '12:30') },
      'weekly',
      { now: 0, first: 0 },
    );

    expect(spring).toEqual({ startsAt: at('2027-04-01', '10:00'), endsAt: at('2027-04-01', '12:30') });
    expect(autumn).toEqual({ startsAt: at('2026-10-29', '10:00'), endsAt: at('2026-10-29', '12:30') });
  });

  it('begins after the gap where the clocks leave its time out, and still lasts', () => {
    const next = nextDates(
      { startsAt: at('2027-03-21', '02:15'), endsAt: at('2027-03-21', '02:45') },
      'weekly',
      { now: 0, first: 0 },
    );

    expect(shown(next.startsAt)).toBe('2027-03-28 03:00');
    expect(next.endsAt - next.startsAt).toBe(30 * minuteMs);
  });

  it('is the first one to come where several have passed meanwhile', () => {
    const next = nextDates(
      { startsAt: at('2026-11-05', '10:00'), endsAt: at('2026-11-05', '12:30') },
      'weekly',
      { now: at('2026-11-26', '10:00'), first: 0 },
    );

    expect(shown(next.startsAt)).toBe('2026-12-03 10:00');
  });

  it('takes answers until as many days before; until it begins where that day is over', () => {
    const before = {
      startsAt: at('2026-11-05', '10:00'),
      endsAt: at('2026-11-05', '12:30'),
      respondBy: '2026-10-30',
    };
    const inTime = nextDates(before, 'monthly-by-weekday', { now: before.endsAt, first: before.startsAt });
    const late = nextDates(before, 'monthly-by-weekday', { now: at('2026-11-28', '0:00'), first: 0 });

    expect(inTime.respondBy).toBe('2026-11-27');
    expect(late).toEqual({ startsAt: at('2026-12-03', '10:00'), endsAt: at('2026-12-03', '12:30') });
  });

  it('lasts over as many nights as the one before', () => {
    const next = nextDates(
      { startsAt: at('2026-10-20', '18:00'), endsAt: at('2026-10-22', '12:00') },
      'weekly',
      { now: 0, first: 0 },
    );

    expect([shown(next.startsAt), shown(next.endsAt)]).toEqual(['2026-10-27 18:00', '2026-10-29 12:00']);
  });
});

describe('any series', () => {
  const someMeeting = fc.record({
    date: fc.integer({ min: 20_000, max: 40_000 }).map((day) => addDays('1970-01-01', day)),
    minutes: fc.integer({ min: 0, max: 24 * 60 - 1 }),
    lasts: fc.integer({ min: 1, max: 3 * 24 * 60 }),
    missed: fc.integer({ min: 0, max: 400 }),
    repetition: fc.constantFrom(...repetitions),
  });

  it('goes on after this moment, on the same weekday, at the same time unless the clocks leave that out', () => {
    fc.assert(
      fc.property(someMeeting, ({ date, minutes, lasts, missed, repetition }) => {
        const time = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
        const local = fromLocalTime(date, time);
        fc.pre(local.kind === 'instant');
        const startsAt = at(date, time);
        const endsAt = startsAt + lasts * minuteMs;
        const now = endsAt + missed * dayMs;

        const next = nextDates({ startsAt, endsAt }, repetition, { now, first: startsAt });

        const begins = toLocalTime(next.startsAt);
        const isSkipped = fromLocalTime(begins.date, time).kind === 'skipped';
        expect(next.startsAt).toBeGreaterThan(now);
        expect(next.endsAt).toBeGreaterThan(next.startsAt);
        expect(daysBetween(date, begins.date) % 7).toBe(0);
        expect(begins.minutes).toBe(isSkipped ? 180 : minutes);
        const ordinal = (day: string) => Math.ceil(Number(day.slice(8)) / 7);
        const isLast = addDays(begins.date, 7).slice(0, 7) !== begins.date.slice(0, 7);
        const isFit = {
          weekly: next.startsAt - now <= 7 * dayMs + 60 * minuteMs,
          'monthly-by-weekday': ordinal(date) === 5 ? isLast : ordinal(begins.date) === ordinal(date),
          quarterly: ordinal(date) === 5 ? isLast : ordinal(begins.date) === ordinal(date),
        };
        expect(isFit[repetition]).toBe(true);
      }),
    );
  });
});
