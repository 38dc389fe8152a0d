import { expect, it } from 'vitest';
import { shortenText } from '../../src/cards/shorten-text.ts';

it.each([
  ['Pegel melden', 12, 'Pegel melden'],
  ['Pegel melden sich', 12, 'Pegel …'],
  ['Pegel, melden sich', 9, 'Pegel …'],
  ['Wasserstandsmeldung', 8, 'Wassers …'],
])('cuts "%s" to %i characters between words', (text, atMost, expected) => {
  expect(shortenText(text, atMost)).toBe(expected);
});
