import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayMs } from '../../../src/domain/instant.ts';
import {
  addDays,
  daysBetween,
  readTypedDay,
  readTypedTime,
} from '../../../src/domain/meetings/meeting-form-when.ts';

describe('a day', () => {
  it.each([
    ['2026-12-03', '2026-12-03'],
    ['3.12.2026', '2026-12-03'],
    ['03.12.26', '2026-12-03'],
    ['3. 12. 2026', '2026-12-03'],
    ['3. Dezember 2026', '2026-12-03'],
    ['Do, 3.12.2026', '2026-12-03'],
    ['Do., 3.12.2026', '2026-12-03'],
    ['Donnerstag, 3. Dezember 2026', '2026-12-03'],
    ['29.02.2028', '2028-02-29'],
  ])('is understood as people and clients write it: %s', (typed, day) => {
    expect(readTypedDay(typed)).toBe(day);
  });

  it.each([
    '31.02.2026',
    '29.02.2027',
    '2026-02-31',
    '2026-12',
    '2026',
    'Dezember 2026',
    'morgen',
    '3.12.',
    '3.13.2026',
    '3/12',
    '',
  ])('is not guessed: %s', (typed) => {
    expect(readTypedDay(typed)).toBeUndefined();
  });

  it('is the same in every way of writing it', () => {
    const days = fc.date({
      min: new Date('2020-01-01T00:00:00Z'),
      max: new Date('2099-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year = '', month = '', day = ''] = iso.split('-');
        const ways = [iso, `${day}.${month}.${year}`, `${Number(day)}.${Number(month)}.${year.slice(2)}`];

        expect(ways.map(readTypedDay)).toEqual([iso, iso, iso]);
      }),
    );
  });
});

describe('a time', () => {
  it.each([
    ['14:30', '14:30'],
    ['14.30', '14:30'],
    ['14:30:00', '14:30'],
    ['14.30 Uhr', '14:30'],
    ['14 Uhr', '14:00'],
    ['14 Uhr 30', '14:30'],
    ['9', '09:00'],
    ['7:05', '07:05'],
    ['0:00', '00:00'],
  ])('is understood as people and clients write it: %s', (typed, time) => {
    expect(readTypedTime(typed)).toBe(time);
  });

  it.each(['25:00', '24:00', '12:60', '14:3', '2.5', 'morgen halb drei', 'halb drei', '-1', '1430', ''])(
    'is not guessed: %s',
    (typed) => {
      expect(readTypedTime(typed)).toBeUndefined();
    },
  );
});

describe('days', () => {
  it('are counted forth and back over months, years and both changes of the clocks', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), fc.integer({ min: -800, max: 800 }), (start, days) => {
        const date = new Date(start * dayMs).toISOString().slice(0, 10);

        expect(daysBetween(date, addDays(date, days))).toBe(days);
      }),
    );
  });
});
