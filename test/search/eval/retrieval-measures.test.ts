import { describe, expect, it } from 'vitest';
import { areaUnderCurve, measureRetrieval, percentile } from '../../bench/search/retrieval-measures.ts';

describe('measureRetrieval', () => {
  it('gives a perfect ranking full marks', () => {
    const measures = measureRetrieval([{ ranked: ['a', 'b', 'x'], relevant: ['b', 'a'] }]);

    expect(measures).toEqual({ ndcgAt10: 1, recallAt5: 1, mrrAt10: 1, successAt1: 1 });
  });

  it('discounts by rank, as worked out by hand', () => {
    const measures = measureRetrieval([{ ranked: ['x', 'a', 'y', 'z', 'w', 'b'], relevant: ['a', 'b'] }]);

    expect(measures.ndcgAt10).toBeCloseTo((1 / Math.log2(3) + 1 / Math.log2(7)) / (1 + 1 / Math.log2(3)), 10);
    expect(measures.recallAt5).toBe(0.5);
    expect(measures.mrrAt10).toBe(0.5);
    expect(measures.successAt1).toBe(0);
  });

  it('looks no further than rank 10 and takes the mean over questions', () => {
    const late = { ranked: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a'], relevant: ['a'] };

    const measures = measureRetrieval([late, { ranked: ['a'], relevant: ['a'] }]);

    expect(measures).toEqual({ ndcgAt10: 0.5, recallAt5: 0.5, mrrAt10: 0.5, successAt1: 0.5 });
  });
});

describe('areaUnderCurve', () => {
  it('is 1 when all upper values are above, 0.5 when they are the same, 0 when below', () => {
    expect(areaUnderCurve([3, 4], [1, 2])).toBe(1);
    expect(areaUnderCurve([1, 1], [1])).toBe(0.5);
    expect(areaUnderCurve([1], [2, 3])).toBe(0);
  });
});

describe('percentile', () => {
  it('is the nearest rank', () => {
    expect(percentile([5, 1, 3, 2, 4], 0.5)).toBe(3);
    expect(percentile([5, 1, 3, 2, 4], 0.95)).toBe(5);
    expect(percentile([], 0.5)).toBe(0);
  });
});
