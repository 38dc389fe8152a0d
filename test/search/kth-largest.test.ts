import fc from 'fast-check';
import { expect, it } from 'vitest';
import { kthLargest } from '../../src/search/kth-largest.ts';

it('finds the k-th largest as sorting does, equals included, and looks at no value beyond the count', () => {
  const values = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 60 });

  fc.assert(
    fc.property(values, fc.nat(), fc.array(fc.constant(99), { maxLength: 3 }), (some, at, beyond) => {
      const k = 1 + (at % some.length);

      const found = kthLargest(Float64Array.from([...some, ...beyond]), some.length, k);

      expect(found).toBe(some.toSorted((one, other) => other - one)[k - 1]);
    }),
  );
});
