import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PostingLists } from '../../src/search/posting-lists.ts';

function valuesOf(lists: PostingLists, list: number): number[] {
  const start = lists.start(list);
  return [...lists.values.subarray(start, start + lists.length(list))].toSorted((one, other) => one - other);
}

describe('PostingLists', () => {
  it('holds what plain arrays would hold, whatever is appended, removed and cleared', () => {
    const step = fc.record({
      kind: fc.constantFrom('append', 'append', 'append', 'remove', 'clear'),
      list: fc.integer({ min: 0, max: 400 }).map((list) => (list < 380 ? list % 4 : list)),
      value: fc.integer({ min: 0, max: 40 }),
    });

    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const lists = new PostingLists();
        const plain = new Map<number, number[]>();
        for (const { kind, list, value } of steps) {
          const before = plain.get(list) ?? [];
          if (kind === 'append') {
            lists.append(list, value);
            plain.set(list, [...before, value]);
          } else if (kind === 'remove') {
            lists.remove(list, value >>> 2, 2);
            plain.set(
              list,
              before.filter((each) => each >>> 2 !== value >>> 2),
            );
          } else {
            lists.clear(list);
            plain.set(list, []);
          }
        }
        for (const [list, values] of plain) {
          expect(valuesOf(lists, list)).toEqual(values.toSorted((one, other) => one - other));
        }
      }),
    );
  });

  it('gives a freed place to the next list that needs one', () => {
    const lists = new PostingLists();
    for (let round = 0; round < 1000; round += 1) {
      for (let value = 0; value < 8; value += 1) {
        lists.append(round % 3, value);
      }
      lists.clear(round % 3);
    }

    expect(lists.values.length).toBe(1024);
  });

  it('does so too when the lists were made at once, without room to grow', () => {
    const lists = PostingLists.of({ lengths: Uint32Array.of(3, 0, 1), numbers: Uint32Array.of(7, 8, 9, 7) });
    const before = [0, 1, 2].map((list) => valuesOf(lists, list));
    for (let round = 0; round < 1000; round += 1) {
      lists.append(round % 3, 6);
      lists.remove(round % 3, 6, 0);
    }

    expect(before).toEqual([[7, 8, 9], [], [7]]);
    expect([0, 1, 2].map((list) => valuesOf(lists, list))).toEqual([[7, 8, 9], [], [7]]);
    expect(lists.values.length).toBeLessThan(30);
  });
});
