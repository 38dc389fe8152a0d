import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLoss, inheritSigns, mergeSigns, signNames } from '../../src/domain/reach-signs.ts';
import type { LossSign, PresenceSign, Sign, Signs } from '../../src/domain/reach-signs.ts';

const presence = ['installed', 'wrote', 'restored', 'active'] as const;

/** What opens the way again, in a personal chat and elsewhere. */
const table: readonly [LossSign, readonly PresenceSign[], readonly PresenceSign[]][] = [
  ['removed', ['installed', 'wrote'], ['installed']],
  ['deleted', ['installed', 'wrote', 'restored'], ['installed', 'restored']],
  ['blocked', ['installed', 'wrote'], ['installed']],
  ['disabled-by-admin', ['active'], ['active']],
];

describe.each(table)('a place that is lost because of "%s"', (because, personal, shared) => {
  it.each(presence)('and "%s" after that', (sign) => {
    const signs = { [because]: 5, [sign]: 6 };

    expect(findLoss('personal', signs) === undefined).toBe(personal.includes(sign));
    expect(findLoss('group', signs) === undefined).toBe(shared.includes(sign));
    expect(findLoss('channel', signs) === undefined).toBe(shared.includes(sign));
  });

  it.each(presence)('stays lost by "%s" before it or at the same moment', (sign) => {
    for (const at of [4, 5]) {
      expect(findLoss('personal', { [because]: 5, [sign]: at })).toEqual({ because, at: 5 });
    }
  });
});

describe('a place', () => {
  it('is lost for the latest of several reasons', () => {
    expect(findLoss('personal', { blocked: 7, removed: 5 })).toEqual({ because: 'blocked', at: 7 });
  });

  it('stays lost for one reason when another has been answered', () => {
    const signs = { removed: 5, 'disabled-by-admin': 7, active: 8 };

    expect(findLoss('group', signs)).toEqual({ because: 'removed', at: 5 });
  });

  it('shares with its team that the app came or went, and not who wrote or blocked', () => {
    const team = { installed: 1, removed: 2, deleted: 3, restored: 4, wrote: 5, blocked: 6 };

    expect(inheritSigns({ wrote: 9 }, team)).toEqual({
      wrote: 9,
      installed: 1,
      removed: 2,
      deleted: 3,
      restored: 4,
    });
  });

  it('is switched off and on with its tenant', () => {
    expect(findLoss('personal', inheritSigns({ wrote: 9 }, {}, { 'disabled-by-admin': 5 }))).toEqual({
      because: 'disabled-by-admin',
      at: 5,
    });
    expect(findLoss('personal', inheritSigns({}, {}, { 'disabled-by-admin': 5, active: 6 }))).toBeUndefined();
  });
});

describe('signs', () => {
  const news = fc.array(fc.tuple(fc.constantFrom(...signNames), fc.integer({ min: 0, max: 20 })));
  const known = (told: readonly (readonly [string, number])[]) => {
    let signs: Signs = {};
    for (const [sign, at] of told) {
      signs = mergeSigns(signs, { [sign]: at });
    }
    return signs;
  };

  it('say the same in whatever order they come, and however often', () => {
    fc.assert(
      fc.property(news, fc.func(fc.integer()), (told, order) => {
        const shuffled = [...told, ...told].sort((one, other) => order(one) - order(other));

        expect(known(shuffled)).toEqual(known(told));
      }),
    );
  });

  it('lead to what Teams would have told in the order of its own clock', () => {
    const kinds = fc.constantFrom('personal' as const, 'group' as const, 'channel' as const);
    const events = fc.uniqueArray(fc.tuple(fc.constantFrom(...signNames), fc.nat(1000)), {
      selector: ([, at]) => at,
    });
    fc.assert(
      fc.property(kinds, events, (kind, told) => {
        const loss = findLoss(kind, known(told));

        expect(loss && [loss.because, loss.at]).toEqual(lastLoss(kind, told));
      }),
      { numRuns: 500 },
    );
  });
});

/** One event after the other: a loss stays until something opens the way again. */
function lastLoss(kind: 'personal' | 'group' | 'channel', told: readonly (readonly [Sign, number])[]) {
  const losses = new Map<Sign, number>();
  for (const [sign, at] of told.toSorted(([, one], [, other]) => one - other)) {
    if (table.some(([because]) => because === sign)) {
      losses.set(sign, at);
    }
    for (const [because, personal, shared] of table) {
      const openers: readonly Sign[] = kind === 'personal' ? personal : shared;
      if (openers.includes(sign)) {
        losses.delete(because);
      }
    }
  }
  return [...losses].toSorted(([, one], [, other]) => other - one)[0];
}
