import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addFilters, joinFilters, removeFilter, toFilterTest } from '../../src/domain/filters.ts';
import type { Filter } from '../../src/domain/filters.ts';
import { fromFilterKey, toFilterKey } from '../../src/domain/filter-keys.ts';
import { communeId } from '../../src/domain/ids.ts';
import { stages } from '../../src/domain/stage.ts';
import { technologies } from '../../src/domain/use-case.ts';
import { adopterAt, aUseCase, hemer, menden, olpe } from '../support/builders.ts';
import { shippedCommunes } from '../support/shipped-communes.ts';

const inUse: Filter = { kind: 'stage', stage: 'in_use' };
const pilot: Filter = { kind: 'stage', stage: 'pilot' };
const districtOlpe: Filter = { kind: 'district', districtKey: '05966' };

describe('narrowing a question', () => {
  it('replaces stage, place and size, and keeps exclusions beside each other', () => {
    const without = (id: string): Filter => ({ kind: 'without', communeId: communeId(id) });
    const before = [inUse, districtOlpe, without('05962040')];

    const after = addFilters(before, [pilot, { kind: 'commune', communeId: menden }, without('05962016')]);

    expect(after.map(toFilterKey)).toEqual([
      'without:05962040',
      'stage:pilot',
      'commune:05962040',
      'without:05962016',
    ]);
  });

  it('keeps several stages that were named together', () => {
    expect(addFilters([], [inUse, pilot, pilot])).toEqual([inUse, pilot]);
  });

  it('stands beside what was asked before when it widens', () => {
    expect(joinFilters([inUse, districtOlpe], [pilot, inUse])).toEqual([inUse, districtOlpe, pilot]);
  });

  it('keeps ten at most', () => {
    const many = Array.from({ length: 40 }, (_, index): Filter => ({ kind: 'theme', theme: `t${index}` }));

    expect(addFilters(many.slice(0, 8), many)).toHaveLength(10);
  });

  it('takes one filter away', () => {
    expect(removeFilter([inUse, districtOlpe], { kind: 'stage', stage: 'in_use' })).toEqual([districtOlpe]);
  });
});

describe('what fits a filter', () => {
  const useCase = aUseCase({
    adopters: [adopterAt(menden, 'in_use'), adopterAt(olpe, 'planned')],
    themes: ['Straßen'],
    technologies: ['rpa'],
  });
  const fits = (...filters: Filter[]) => toFilterTest(filters, shippedCommunes).fits(useCase);

  it('wants stage and place of one and the same adopter', () => {
    expect(fits(inUse)).toBe(true);
    expect(fits(districtOlpe)).toBe(true);
    expect(fits(inUse, districtOlpe)).toBe(false);
  });

  it('leaves out a commune that was excluded', () => {
    expect(fits(inUse, { kind: 'without', communeId: menden })).toBe(false);
    expect(fits({ kind: 'without', communeId: hemer })).toBe(true);
  });

  it('leaves out everybody in a district that was excluded', () => {
    const district = communeId('05962000');

    expect(fits({ kind: 'without', communeId: district })).toBe(true);
    expect(fits(inUse, { kind: 'without', communeId: district })).toBe(false);
  });

  it('compares inhabitants with both bounds included', () => {
    expect(fits({ kind: 'size', atLeast: 52_608 })).toBe(true);
    expect(fits({ kind: 'size', atLeast: 52_609 })).toBe(false);
    expect(fits({ kind: 'size', atMost: 24_551 })).toBe(true);
  });

  it('knows themes in any case and technologies', () => {
    expect(fits({ kind: 'theme', theme: 'straßen' })).toBe(true);
    expect(fits({ kind: 'technology', technology: 'nlp' })).toBe(false);
  });

  it('lets adopters without a name answer for a stage, not for a place', () => {
    const reported = aUseCase({
      reportedAdopters: { atLeast: 40, stage: 'in_use', source: 'Südwestfalen-IT, Januar 2026' },
    });

    expect(toFilterTest([inUse], shippedCommunes).fits(reported)).toBe(true);
    expect(toFilterTest([inUse, districtOlpe], shippedCommunes).fits(reported)).toBe(false);
  });
});

describe('a filter in a button', () => {
  const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
  const filter: fc.Arbitrary<Filter> = fc.oneof(
    fc.record({ kind: fc.constant('stage' as const), stage: fc.constantFrom(...stages) }),
    fc.record({ kind: fc.constant('district' as const), districtKey: digits(5) }),
    fc.record({ kind: fc.constant('commune' as const), communeId: digits(8).map(communeId) }),
    fc.record({ kind: fc.constant('without' as const), communeId: digits(8).map(communeId) }),
    fc.record({ kind: fc.constant('size' as const), atLeast: fc.nat(9_999_999) }),
    fc.record({ kind: fc.constant('size' as const), atMost: fc.nat(9_999_999), atLeast: fc.nat(99) }),
    fc.record({ kind: fc.constant('theme' as const), theme: fc.string({ minLength: 1, maxLength: 100 }) }),
    fc.record({ kind: fc.constant('technology' as const), technology: fc.constantFrom(...technologies) }),
  );

  it('comes back as what it was', () => {
    fc.assert(
      fc.property(filter, (one) => {
        expect(fromFilterKey(toFilterKey(one))).toEqual(one);
      }),
    );
  });

  it.each(['', 'stage', 'stage:gone', 'district:1', 'size:-', 'size:x', 'colour:red', ':'])(
    'is left out when nobody wrote it: %s',
    (key) => {
      expect(fromFilterKey(key)).toBeUndefined();
    },
  );
});
