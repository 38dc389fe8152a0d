import { expect, it } from 'vitest';
import { shortenText, splitText } from '../../src/cards/shorten-text.ts';

it.each([
  ['Pegel melden', 12, 'Pegel melden'],
  ['Pegel melden sich', 12, 'Pegel …'],
  ['Pegel, melden sich', 9, 'Pegel …'],
  ['Wasserstandsmeldung', 8, 'Wassers …'],
  ['A Wasserstandsmeldung', 12, 'A Wassersta …'],
])('cuts "%s" to %i characters between words', (text, atMost, expected) => {
  expect(shortenText(text, atMost)).toBe(expected);
});

it.each([
  ['Pegel melden', 12, ['Pegel melden']],
  ['Pegel melden sich', 10, ['Pegel ', 'melden ', 'sich']],
  ['Zeile\nZeile', 8, ['Zeile\n', 'Zeile']],
  ['Wasserstand', 4, ['Wass', 'erst', 'and']],
  ['ab🐝de', 3, ['ab', '🐝d', 'e']],
])('splits "%s" into parts of %i characters and loses none', (text, atMost, expected) => {
  expect(splitText(text, atMost)).toEqual(expected);
});
