import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PackedLists } from '../../src/search/packed-lists.ts';

const manyLists = fc.array(fc.array(fc.nat({ max: 100 }), { maxLength: 40 }), { maxLength: 400 });

it('keeps every list as it was added', () => {
  fc.assert(
    fc.property(manyLists, (lists) => {
      const packed = new PackedLists();
      for (const list of lists) {
        packed.add(list);
      }

      expect(lists.map((_, number) => Array.from(packed.list(number)))).toEqual(lists);
    }),
  );
});

it('takes over lists that lie one after the other, and goes on from there', () => {
  const packed = PackedLists.of({ lengths: Uint32Array.of(2, 0, 1), numbers: Uint32Array.of(7, 8, 9) });

  packed.add([5, 6]);

  expect([0, 1, 2, 3].map((number) => Array.from(packed.list(number)))).toEqual([[7, 8], [], [9], [5, 6]]);
});
