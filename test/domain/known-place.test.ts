import { describe, expect, it } from 'vitest';
import { isWorthWriting, keptUntil, learn } from '../../src/domain/known-place.ts';
import type { KnownPlace, Told } from '../../src/domain/known-place.ts';
import { dayMs, hourMs } from '../../src/domain/instant.ts';
import { annasAddress as address } from '../support/reach.ts';

const start = Date.UTC(2026, 10, 22, 9);

function known(...told: readonly Told[]): KnownPlace {
  let place: KnownPlace = { signs: {} };
  for (const news of told) {
    place = learn(place, news);
  }
  return place;
}

describe('what is known of a place', () => {
  it('has the address that was told last by the time of Teams', () => {
    const newer = { ...address, serviceUrl: 'https://newer.example/' };
    const told: Told[] = [
      { sign: 'wrote', at: 2, address: newer },
      { sign: 'installed', at: 1, address },
    ];

    for (const order of [told, told.toReversed()]) {
      expect(known(...order)).toEqual({
        signs: { wrote: 2, installed: 1 },
        met: { address: newer, seenAt: 2 },
      });
    }
  });

  it('has no address while it was only lost', () => {
    expect(known({ sign: 'removed', at: 1 })).toEqual({ signs: { removed: 1 } });
  });
});

describe('a write', () => {
  const stored = known({ sign: 'wrote', at: start, address });

  it.each([
    ['the place is new', undefined, { sign: 'wrote', at: start, address }],
    ['a day has gone by', stored, { sign: 'wrote', at: start + dayMs, address }],
    [
      'the service is another',
      stored,
      { sign: 'wrote', at: start + 1, address: { ...address, serviceUrl: 'x' } },
    ],
    ['the app was installed', stored, { sign: 'installed', at: start + 1, address }],
    ['the app was removed', stored, { sign: 'removed', at: start + 1 }],
    [
      'the way is open again',
      known({ sign: 'wrote', at: start, address }, { sign: 'blocked', at: start + 1 }),
      { sign: 'wrote', at: start + 2, address },
    ],
    [
      'the place is lost again',
      known({ sign: 'blocked', at: start, address }, { sign: 'wrote', at: start + 1, address }),
      { sign: 'blocked', at: start + 2 },
    ],
  ] satisfies [string, KnownPlace | undefined, Told][])('is due when %s', (_when, before, told) => {
    expect(isWorthWriting(before, learn(before, told))).toBe(true);
  });

  it.each([
    ['somebody writes again within a day', { sign: 'wrote', at: start + dayMs - 1, address }],
    ['an older message comes late', { sign: 'wrote', at: start - hourMs, address }],
  ] satisfies [string, Told][])('is not due when %s', (_when, told) => {
    expect(isWorthWriting(stored, learn(stored, told))).toBe(false);
  });
});

describe('a place is kept', () => {
  const met: Told = { sign: 'wrote', at: start, address };

  it.each([
    ['for as long as it can be reached', known(met), undefined],
    ['while the person blocks the bot', known(met, { sign: 'blocked', at: start + 1 }), undefined],
    ['30 days without the app', known(met, { sign: 'removed', at: start + 1 }), start + 1 + 30 * dayMs],
    ['30 days after it was deleted', known(met, { sign: 'deleted', at: start + 1 }), start + 1 + 30 * dayMs],
    ['a day when it was never met', known({ sign: 'removed', at: start }), start + dayMs],
  ] satisfies [string, KnownPlace, number | undefined][])('%s', (_how, place, until) => {
    expect(keptUntil(place, true)).toBe(until);
  });

  it('without end where it is about no person: its channels may be known for longer', () => {
    expect(keptUntil(known(met, { sign: 'removed', at: start + 1 }), false)).toBeUndefined();
  });
});
