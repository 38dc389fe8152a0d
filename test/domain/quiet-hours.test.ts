import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayMs, minuteMs } from '../../src/domain/instant.ts';
import { toLocalTime } from '../../src/domain/local-time.ts';
import { endOfQuietHours, quietHoursChoices } from '../../src/domain/quiet-hours.ts';
import type { QuietHours } from '../../src/domain/quiet-hours.ts';

/** The end as a Berlin clock shows it, or nothing. */
function endAt(quietHours: QuietHours, utc: string): string | undefined {
  const end = endOfQuietHours(quietHours, Date.parse(utc));
  return end === undefined ? undefined : `${toLocalTime(end).date} ${toLocalTime(end).time}`;
}

describe('quiet hours', () => {
  it.each([
    ['20-7', '2026-11-24T18:59:59Z', undefined],
    ['20-7', '2026-11-24T19:00:00Z', '2026-11-25 07:00'],
    ['20-7', '2026-11-24T23:30:00Z', '2026-11-25 07:00'],
    ['20-7', '2026-11-25T05:59:59Z', '2026-11-25 07:00'],
    ['20-7', '2026-11-25T06:00:00Z', undefined],
    ['20-7', '2026-11-28T11:00:00Z', undefined],
    ['18-8', '2026-11-24T16:59:00Z', undefined],
    ['18-8', '2026-11-24T17:00:00Z', '2026-11-25 08:00'],
    ['18-8', '2026-11-25T06:30:00Z', '2026-11-25 08:00'],
    ['18-8', '2026-11-27T17:00:00Z', '2026-11-28 08:00'],
    ['18-8-weekend', '2026-11-27T16:00:00Z', undefined],
    ['18-8-weekend', '2026-11-27T17:00:00Z', '2026-11-30 08:00'],
    ['18-8-weekend', '2026-11-28T11:00:00Z', '2026-11-30 08:00'],
    ['18-8-weekend', '2026-11-29T22:59:00Z', '2026-11-30 08:00'],
    ['18-8-weekend', '2026-11-30T05:00:00Z', '2026-11-30 08:00'],
    ['18-8-weekend', '2026-11-30T07:00:00Z', undefined],
    ['none', '2026-11-24T23:30:00Z', undefined],
  ] as const)('of %s at %s end at %s', (quietHours, utc, end) => {
    expect(endAt(quietHours, utc)).toBe(end);
  });

  it.each([
    ['the night that is an hour shorter', '2026-03-28T19:30:00Z', '2026-03-29T05:00:00.000Z'],
    ['the night that is an hour longer', '2026-10-24T18:30:00Z', '2026-10-25T06:00:00.000Z'],
  ])('end when clocks show it, in %s too', (_, now, end) => {
    expect(new Date(endOfQuietHours('20-7', Date.parse(now)) ?? 0).toISOString()).toBe(end);
  });

  it('end, and what is put off to their end is put off once', () => {
    const anyMoment = fc
      .integer({ min: Date.parse('2025-01-01T00:00:00Z'), max: Date.parse('2030-01-01T00:00:00Z') })
      .map((instant) => instant - (instant % minuteMs));
    fc.assert(
      fc.property(anyMoment, fc.constantFrom(...quietHoursChoices), (now, quietHours) => {
        const end = endOfQuietHours(quietHours, now) ?? now;

        expect(endOfQuietHours(quietHours, end)).toBeUndefined();
        expect(end - now).toBeLessThan(2 * dayMs + 15 * 60 * minuteMs);
      }),
    );
  });
});
