import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { announcementId, storedMemberId } from '../../src/domain/ids.ts';
import { toLocalTime } from '../../src/domain/local-time.ts';
import { endOfQuietHours, quietHoursChoices } from '../../src/domain/quiet-hours.ts';
import {
  decideWhen,
  frequencies,
  isOptedOut,
  subscriptionKindOf,
  subscriptionKinds,
  toPreferences,
} from '../../src/domain/subscription.ts';
import type { Subscription, SubscriptionKind } from '../../src/domain/subscription.ts';

const nightly = { quietHours: '20-7' } as const;
const never = { quietHours: 'none' } as const;
const noon = Date.parse('2026-11-24T11:00:00Z');
const evening = Date.parse('2026-11-24T20:00:00Z');

function chosen(fields: Partial<Subscription> = {}): Subscription {
  return { memberId: storedMemberId('t.anna'), frequencies: {}, ...fields };
}

/** "now", "never", or "daily 2026-11-25 08:00". */
function when(
  subscription: Subscription | undefined,
  { kind = 'user-group', now, ...more }: { kind?: SubscriptionKind; now: number; collected?: boolean },
  defaults: Parameters<typeof decideWhen>[2] = nightly,
): string {
  const outcome = decideWhen(subscription, { kind, now, ...more }, defaults);
  if (outcome.kind !== 'later') {
    return outcome.kind;
  }
  const { date, time } = toLocalTime(outcome.until);
  return `${outcome.because} ${date} ${time}`;
}

describe('what holds for whoever chose nothing', () => {
  it('is at once, use cases and the digest daily, with the quiet hours of the setting', () => {
    expect(toPreferences(undefined, nightly)).toEqual({
      frequencies: {
        'user-group': 'at-once',
        meetings: 'at-once',
        topics: 'at-once',
        'use-cases': 'daily',
        digest: 'daily',
      },
      quietHours: '20-7',
    });
    expect(when(undefined, { now: noon })).toBe('now');
    expect(when(undefined, { now: evening })).toBe('quiet-hours 2026-11-25 07:00');
    expect(when(undefined, { now: evening }, never)).toBe('now');
    expect(when(undefined, { kind: 'use-cases', now: noon })).toBe('daily 2026-11-25 08:00');
  });

  it('holds for what they did not name, too', () => {
    const subscription = chosen({ frequencies: { topics: 'never' } });

    expect(toPreferences(subscription, nightly).frequencies).toMatchObject({
      topics: 'never',
      digest: 'daily',
    });
    expect(when(subscription, { now: evening })).toBe('quiet-hours 2026-11-25 07:00');
  });
});

describe('what a member chose', () => {
  it('never gets what they do not want, at any time, and gets the rest', () => {
    const subscription = chosen({ frequencies: { 'user-group': 'never' } });

    expect(when(subscription, { now: noon })).toBe('never');
    expect(when(subscription, { now: evening })).toBe('never');
    expect(when(subscription, { now: noon, kind: 'meetings' })).toBe('now');
  });

  it('is collected at eight: today while it is earlier, otherwise tomorrow', () => {
    const subscription = chosen({ frequencies: { 'user-group': 'daily' } });
    const eight = Date.parse('2026-11-24T07:00:00Z');

    expect(when(subscription, { now: eight - 1 })).toBe('daily 2026-11-24 08:00');
    expect(when(subscription, { now: eight })).toBe('daily 2026-11-25 08:00');
    expect(when(subscription, { now: evening })).toBe('daily 2026-11-25 08:00');
  });

  it('goes out with the collection when that is due', () => {
    const subscription = chosen({ frequencies: { 'user-group': 'daily' } });
    const eight = Date.parse('2026-11-24T07:00:00Z');

    expect(when(subscription, { now: eight, collected: true })).toBe('now');
    expect(when(subscription, { now: evening, collected: true })).toBe('daily 2026-11-25 07:00');
    expect(when({ ...subscription, stoppedAt: 1 }, { now: eight, collected: true })).toBe('never');
  });

  it('is collected on Monday where the weekend is quiet', () => {
    const subscription = chosen({ frequencies: { 'user-group': 'daily' }, quietHours: '18-8-weekend' });

    expect(when(subscription, { now: Date.parse('2026-11-27T11:00:00Z') })).toBe('daily 2026-11-30 08:00');
    expect(when(subscription, { now: Date.parse('2026-11-26T11:00:00Z') })).toBe('daily 2026-11-27 08:00');
  });

  it('has quiet hours of their own before those of the setting', () => {
    expect(when(chosen({ quietHours: 'none' }), { now: evening })).toBe('now');
    expect(when(chosen({ quietHours: '18-8' }), { now: evening }, never)).toBe(
      'quiet-hours 2026-11-25 08:00',
    );
  });

  it.each([
    ['2026-03-28T11:00:00Z', '2026-03-29T06:00:00.000Z'],
    ['2026-10-24T11:00:00Z', '2026-10-25T07:00:00.000Z'],
  ])('is collected when clocks show eight, after both nights of the change: %s', (now, until) => {
    const outcome = decideWhen(
      chosen({ frequencies: { 'user-group': 'daily' } }),
      { kind: 'user-group', now: Date.parse(now) },
      nightly,
    );

    expect(outcome).toEqual({ kind: 'later', until: Date.parse(until), because: 'daily' });
  });
});

describe('after "Stopp"', () => {
  it.each([...subscriptionKinds, undefined])('nothing is sent: %s', (kind) => {
    const subscription = chosen({ stoppedAt: 1, frequencies: { 'user-group': 'at-once' } });

    expect(decideWhen(subscription, { kind, now: noon }, never)).toEqual({ kind: 'never' });
    expect(isOptedOut(subscription, kind)).toBe(true);
  });
});

describe('what no choice is about', () => {
  it('comes to everybody who has not stopped everything, after their quiet hours', () => {
    const nothing = chosen({
      frequencies: Object.fromEntries(subscriptionKinds.map((kind) => [kind, 'never'])),
    });

    expect(decideWhen(nothing, { kind: undefined, now: noon }, nightly)).toEqual({ kind: 'now' });
    expect(decideWhen(nothing, { kind: undefined, now: evening }, nightly)).toMatchObject({
      because: 'quiet-hours',
    });
    expect([undefined, 'user-group' as const].map((kind) => isOptedOut(nothing, kind))).toEqual([
      false,
      true,
    ]);
  });

  it('is the question to the other organisers; announcements are of the kind of user groups', () => {
    const about = { announcementId: announcementId('a1') };

    expect(subscriptionKindOf({ kind: 'announcement', ...about })).toBe('user-group');
    expect(subscriptionKindOf({ kind: 'confirmation', ...about })).toBeUndefined();
  });
});

describe('any choice at any time', () => {
  it('is never answered with a moment that is past or in the quiet hours', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: Date.parse('2025-01-01T00:00:00Z'), max: Date.parse('2030-01-01T00:00:00Z') }),
        fc.constantFrom(...frequencies),
        fc.constantFrom(...quietHoursChoices),
        fc.boolean(),
        (now, frequency, quietHours, collected) => {
          const subscription = chosen({ frequencies: { topics: frequency }, quietHours });

          const outcome = decideWhen(subscription, { kind: 'topics', now, collected }, nightly);

          const goes = outcome.kind === 'later' ? outcome.until : now;
          expect(outcome.kind === 'never').toBe(frequency === 'never');
          expect(outcome.kind === 'later' && outcome.until <= now).toBe(false);
          expect(outcome.kind === 'never' ? undefined : endOfQuietHours(quietHours, goes)).toBeUndefined();
        },
      ),
    );
  });
});
