import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayMs, hourMs, minuteMs, secondMs } from '../../src/domain/instant.ts';
import { fromLocalTime, nextLocalTime, toLocalTime } from '../../src/domain/local-time.ts';

const at = (iso: string) => Date.parse(iso);
const iso = (instant: number) => new Date(instant).toISOString();
const found = (utc: string) => ({ kind: 'instant', instant: at(utc) });

describe('a local time', () => {
  it.each([
    ['2026-11-22', '14:30', '2026-11-22T13:30:00Z'],
    ['2026-07-01', '14:30', '2026-07-01T12:30:00Z'],
    ['2026-07-01', '00:00', '2026-06-30T22:00:00Z'],
    ['2027-01-01', '00:30', '2026-12-31T23:30:00Z'],
    ['2028-02-29', '23:59', '2028-02-29T22:59:00Z'],
    ['2026-11-22', '7:05', '2026-11-22T06:05:00Z'],
  ])('is found: %s %s', (date, time, utc) => {
    expect(fromLocalTime(date, time)).toEqual(found(utc));
  });

  it.each([
    '2026-02-31',
    '2027-02-29',
    '2026-13-01',
    '2026-00-10',
    '22.11.2026',
    '2026-1-1',
    '0026-11-22',
    '',
  ])('knows no day "%s"', (date) => {
    expect(fromLocalTime(date, '14:30')).toEqual({ kind: 'invalid', field: 'date' });
  });

  it.each(['25:00', '24:00', '7:5', '14:60', '14.30', '1430', '-1:00', '14:30:00', ' 14:30', ''])(
    'knows no time "%s"',
    (time) => {
      expect(fromLocalTime('2026-11-22', time)).toEqual({ kind: 'invalid', field: 'time' });
    },
  );

  it('is shown with its day and weekday', () => {
    expect(toLocalTime(at('2026-11-22T23:15:59Z'))).toEqual({
      date: '2026-11-23',
      time: '00:15',
      minutes: 15,
      weekday: 1,
    });
    expect(toLocalTime(at('2026-11-22T12:00:00Z')).weekday).toBe(7);
  });
});

describe.each([
  { night: '2025-03-30', before: '2025-03-29' },
  { night: '2026-03-29', before: '2026-03-28' },
  { night: '2027-03-28', before: '2027-03-27' },
  { night: '2030-03-31', before: '2030-03-30' },
])('the night of $night, which has no hour after two', ({ night, before }) => {
  it('leaves that hour out', () => {
    expect(fromLocalTime(night, '01:59')).toEqual(found(`${night}T00:59:00Z`));
    expect(fromLocalTime(night, '02:00')).toEqual({ kind: 'skipped' });
    expect(fromLocalTime(night, '02:59')).toEqual({ kind: 'skipped' });
    expect(fromLocalTime(night, '03:00')).toEqual(found(`${night}T01:00:00Z`));
  });

  it('goes on at three', () => {
    const three = `${night}T01:00:00.000Z`;

    expect(toLocalTime(at(three)).minutes).toBe(180);
    expect(iso(nextLocalTime(at(`${before}T12:00:00Z`), 120))).toBe(three);
    expect(iso(nextLocalTime(at(`${before}T12:00:00Z`), 150))).toBe(three);
    expect(iso(nextLocalTime(at(`${before}T12:00:00Z`), 180))).toBe(three);
    expect(nextLocalTime(at(three), 150)).toBe(at(three) + dayMs - 30 * minuteMs);
  });

  it('has eight in the morning an hour sooner', () => {
    const evening = at(`${before}T19:00:00Z`);

    expect(toLocalTime(evening).time).toBe('20:00');
    expect(nextLocalTime(evening, 480) - evening).toBe(11 * hourMs);
  });
});

describe.each([
  { night: '2025-10-26', before: '2025-10-25' },
  { night: '2026-10-25', before: '2026-10-24' },
  { night: '2027-10-31', before: '2027-10-30' },
  { night: '2030-10-27', before: '2030-10-26' },
])('the night of $night, which has the hour after two twice', ({ night, before }) => {
  it('means the first one', () => {
    expect(fromLocalTime(night, '02:00')).toEqual(found(`${night}T00:00:00Z`));
    expect(fromLocalTime(night, '02:30')).toEqual(found(`${night}T00:30:00Z`));
    expect(fromLocalTime(night, '03:00')).toEqual(found(`${night}T02:00:00Z`));
  });

  it('shows both alike', () => {
    const first = at(`${night}T00:30:00Z`);

    expect(toLocalTime(first + hourMs)).toEqual(toLocalTime(first));
    expect(toLocalTime(first).time).toBe('02:30');
  });

  it('counts a time that comes twice once', () => {
    const first = at(`${night}T00:30:00Z`);

    expect(nextLocalTime(at(`${before}T12:00:00Z`), 150)).toBe(first);
    expect(nextLocalTime(first, 150)).toBe(first + 25 * hourMs);
    expect(nextLocalTime(first + 10 * minuteMs, 150)).toBe(first + 25 * hourMs);
  });

  it('has eight in the morning an hour later', () => {
    const evening = at(`${before}T18:00:00Z`);

    expect(toLocalTime(evening).time).toBe('20:00');
    expect(nextLocalTime(evening, 480) - evening).toBe(13 * hourMs);
  });
});

describe('the next time of day', () => {
  it('is later, never now', () => {
    const eight = at('2026-11-22T07:00:00Z');

    expect(iso(nextLocalTime(eight - 1, 480))).toBe('2026-11-22T07:00:00.000Z');
    expect(iso(nextLocalTime(eight, 480))).toBe('2026-11-23T07:00:00.000Z');
    expect(iso(nextLocalTime(eight, 0))).toBe('2026-11-22T23:00:00.000Z');
  });
});

describe('any moment', () => {
  /** Berlin's present rules hold since 1980. */
  const anySecond = fc
    .integer({ min: at('1981-01-01T00:00:00Z') / secondMs, max: at('2037-12-31T00:00:00Z') / secondMs })
    .map((seconds) => seconds * secondMs);
  const lastSundays = [2024, 2025, 2026, 2027, 2028].flatMap((year) => [
    lastSunday(`${year}-03-31T00:00:00Z`),
    lastSunday(`${year}-10-31T00:00:00Z`),
  ]);
  const nearChange = fc
    .record({
      sunday: fc.constantFrom(...lastSundays),
      seconds: fc.integer({ min: -12 * 3600, max: 36 * 3600 }),
    })
    .map(({ sunday, seconds }) => sunday + seconds * secondMs);
  const anyMoment = fc.oneof(anySecond, nearChange);

  it('is found again by what the clock shows, or is the second of an hour that comes twice', () => {
    fc.assert(
      fc.property(anyMoment, (moment) => {
        const minute = moment - (moment % minuteMs);
        const { date, time } = toLocalTime(minute);

        const back = fromLocalTime(date, time);

        if (back.kind !== 'instant') {
          throw new Error(`${date} ${time} was shown and is ${back.kind}`);
        }
        expect([0, hourMs]).toContain(minute - back.instant);
        expect(toLocalTime(back.instant)).toEqual(toLocalTime(minute));
      }),
    );
  });

  it('has the next time of day within 25 hours, shown by the clock unless it is left out', () => {
    fc.assert(
      fc.property(anyMoment, fc.integer({ min: 0, max: 1439 }), (moment, minutes) => {
        const next = nextLocalTime(moment, minutes);

        const { date, minutes: shown } = toLocalTime(next);
        expect(next).toBeGreaterThan(moment);
        expect(next - moment).toBeLessThanOrEqual(25 * hourMs);
        const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
        expect(shown).toBe(fromLocalTime(date, time).kind === 'skipped' ? 180 : minutes);
        const today = fromLocalTime(toLocalTime(moment).date, time);
        expect(today.kind === 'instant' && today.instant > moment && today.instant < next).toBe(false);
      }),
    );
  });
});

function lastSunday(lastOfMonth: string): number {
  return at(lastOfMonth) - (new Date(lastOfMonth).getUTCDay() % 7) * dayMs;
}
