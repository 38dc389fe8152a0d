import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VectorIndex } from '../../../src/search/vectors/vector-index.ts';

interface Asked {
  readonly limit?: number;
  readonly accept?: (id: string) => boolean;
}

function nearest(
  index: VectorIndex,
  query: readonly number[],
  { limit = 10, accept = () => true }: Asked = {},
) {
  const search = index.nearest(Int8Array.from(query), { limit, accept });
  let turns = 0;
  for (;;) {
    const { done, value } = search.next();
    if (done === true) {
      return { found: value, turns };
    }
    turns += 1;
  }
}

function cosine(one: readonly number[], other: readonly number[]): number {
  const dot = (a: readonly number[], b: readonly number[]) =>
    a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
  return dot(one, other) / Math.sqrt(dot(one, one) * dot(other, other));
}

const vector = fc
  .array(fc.integer({ min: -127, max: 127 }), { minLength: 5, maxLength: 5 })
  .filter((one) => one.some((value) => value !== 0));

describe('vectors in an index', () => {
  it('are found as comparing each one with the query finds them, whatever was put and removed before', () => {
    const step = fc.record({
      id: fc.constantFrom(...'abcdefghijklmnop'.split('')),
      vector: fc.option(vector, { nil: undefined }),
    });
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 60 }),
        vector,
        fc.integer({ min: 1, max: 6 }),
        (steps, query, limit) => {
          const index = new VectorIndex(5);
          const known = new Map<string, readonly number[]>();
          for (const { id, vector: next } of steps) {
            if (next === undefined) {
              index.remove(id);
              known.delete(id);
            } else {
              index.put(id, Int8Array.from(next));
              known.set(id, next);
            }
          }

          const { found } = nearest(index, query, { limit, accept: (id) => id !== 'a' });

          const all = [...known]
            .filter(([id]) => id !== 'a')
            .map(([, one]) => cosine(query, one))
            .toSorted((a, b) => b - a);
          expect(index.size).toBe(known.size);
          expect(found).toHaveLength(Math.min(limit, all.length));
          for (const [rank, { id, similarity }] of found.entries()) {
            expect(similarity).toBeCloseTo(all[rank] ?? Number.NaN, 4);
            expect(similarity).toBeCloseTo(cosine(query, known.get(id) ?? []), 4);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('say how far the nearest stands above the others', () => {
    const index = new VectorIndex(2);
    for (let number = 0; number < 50; number += 1) {
      index.put(`far ${number}`, Int8Array.from([number % 2 === 0 ? 1 : -1, 127]));
    }
    index.put('near', Int8Array.from([127, 0]));

    const { found } = nearest(index, [127, 0], { limit: 2 });

    expect(found[0]).toMatchObject({ id: 'near', deviations: expect.closeTo(7, 0) });
    expect(found[1]?.deviations).toBeLessThan(1);
  });

  it('without a direction are near to nothing, and a query without one is near to all alike', () => {
    const index = new VectorIndex(2);
    index.put('none', Int8Array.from([0, 0]));
    index.put('some', Int8Array.from([3, 4]));

    expect(nearest(index, [1, 1]).found.map(({ id }) => id)).toEqual(['some']);
    expect(nearest(index, [0, 0]).found).toEqual([{ id: 'some', similarity: 0, deviations: 0 }]);
  });

  it('of another length are refused', () => {
    expect(() => new VectorIndex(3).put('a', Int8Array.from([1]))).toThrow(TypeError);
  });

  it('give other work its turn while many are compared, and bear that it changes them', () => {
    const index = new VectorIndex(4);
    for (let number = 0; number < 3000; number += 1) {
      index.put(`v${number}`, Int8Array.from([number % 100, 1, 2, 3]));
    }
    const search = index.nearest(Int8Array.from([1, 1, 1, 1]), { limit: 5, accept: () => true });
    search.next();
    for (let number = 0; number < 3000; number += 2) {
      index.remove(`v${number}`);
    }
    for (let number = 0; number < 6000; number += 1) {
      index.put(`w${number}`, Int8Array.from([1, 1, 1, 1]));
    }
    let last = search.next();
    while (last.done !== true) {
      last = search.next();
    }

    expect(last.value).toHaveLength(5);
    expect(nearest(index, [1, 1, 1, 1]).turns).toBeGreaterThan(10);
  });
});
