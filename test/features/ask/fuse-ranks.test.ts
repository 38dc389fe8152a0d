import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuseRanks } from '../../../src/features/ask/fuse-ranks.ts';

const ids = fc.uniqueArray(fc.constantFrom(...'abcdefghijkl'.split('')), { maxLength: 10 });

describe('two orders made one', () => {
  it('keep the first by words, lose and invent nothing, and are the order by words where meaning says nothing', () => {
    fc.assert(
      fc.property(ids, ids, (byWords, byMeaning) => {
        const fused = fuseRanks(byWords, byMeaning);

        expect(fused.toSorted()).toEqual(byWords.toSorted());
        expect(fused[0]).toBe(byWords[0]);
        expect(fuseRanks(byWords, [])).toEqual(byWords);
      }),
    );
  });

  it('have what either has where that is wanted', () => {
    fc.assert(
      fc.property(ids, ids, (byWords, byMeaning) => {
        const fused = fuseRanks(byWords, byMeaning, { widens: true });

        expect(fused.toSorted()).toEqual([...new Set([...byWords, ...byMeaning])].toSorted());
        expect(fused[0]).toBe(byWords[0] ?? byMeaning[0]);
      }),
    );
  });

  it('bring up what both have', () => {
    expect(fuseRanks(['a', 'b', 'c', 'd'], ['d', 'c'])).toEqual(['a', 'd', 'c', 'b']);
  });
});
