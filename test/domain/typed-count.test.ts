import { expect, it } from 'vitest';
import { readCount } from '../../src/domain/typed-count.ts';

it.each([
  ['612', 612],
  [' 1.234 ', 1234],
  ['1 234', 1234],
  ['25.000', 25_000],
  ['1.234.567', 1_234_567],
  ['0', 0],
])('"%s" is %i', (typed, count) => {
  expect(readCount(typed)).toBe(count);
});

it.each(['', ' ', '12,5', '1.2', '1.23', 'zwanzig', '-3', '1e3', '0x10', '1.2345', '12 Personen'])(
  '"%s" is no number of people',
  (typed) => {
    expect(readCount(typed)).toBeUndefined();
  },
);
