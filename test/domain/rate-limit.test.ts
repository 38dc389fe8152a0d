import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conversationWindows, RateLimit, tenantWindows } from '../../src/domain/rate-limit.ts';
import type { RateWindow } from '../../src/domain/rate-limit.ts';

/** Sends as soon as it is allowed, after each of these pauses; returns when. */
function sendAll(windows: readonly RateWindow[], pauses: readonly number[]): readonly number[] {
  const limit = new RateLimit(windows);
  const times: number[] = [];
  let now = 1_000_000;
  for (const pause of pauses) {
    now = limit.nextAt(now + pause);
    limit.note(now);
    times.push(now);
  }
  return times;
}

/** The most within any span of this length, both ends included. */
function mostWithin(times: readonly number[], ms: number): number {
  let most = 0;
  for (const [index, start] of times.entries()) {
    most = Math.max(most, times.slice(index).filter((time) => time <= start + ms).length);
  }
  return most;
}

describe('a rate limit', () => {
  it.each([
    ['a tenant', tenantWindows],
    ['a conversation', conversationWindows],
  ] as const)('of %s is never exceeded in any span, however the sends come', (_name, windows) => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 150 }), (pauses) => {
        const times = sendAll(windows, pauses);

        for (const { ms, most } of windows) {
          expect(mostWithin(times, ms)).toBeLessThanOrEqual(most);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('lets a tenant have at least 45 sends a second when there is always something to send', () => {
    const times = sendAll(
      tenantWindows,
      Array.from({ length: 900 }, () => 0),
    );

    const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000;
    expect((times.length - 1) / seconds).toBeGreaterThanOrEqual(45);
  });

  it('lets the first through at once', () => {
    expect(new RateLimit(conversationWindows).nextAt(5000)).toBe(5000);
  });

  it('makes the eighth message to a conversation wait for the second to pass', () => {
    const times = sendAll(conversationWindows, [0, 0, 0, 0, 0, 0, 0, 0]);

    expect((times[7] ?? 0) - (times[0] ?? 0)).toBe(1001);
  });

  it('knows when nothing of the past counts any more', () => {
    const limit = new RateLimit([{ ms: 1000, most: 2 }]);
    limit.note(0);

    expect(limit.isIdle(1000)).toBe(false);
    expect(limit.isIdle(1001)).toBe(true);
  });
});
