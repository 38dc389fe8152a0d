import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanWords, wordsKey } from '../../src/domain/typed-words.ts';

describe('what a person typed into a field', () => {
  it.each([
    ['spaces around and between', '  KI \t und   Telefon ', 'KI und Telefon'],
    ['a line break where the field has one line', 'KI\r\nTelefon', 'KI Telefon'],
    ['right-to-left override', 'KI\u202Enofeleт', 'KInofeleт'],
    ['zero-width signs', 'K\u200BI\uFEFF \u2066Telefon\u2069', 'KI Telefon'],
    ['controls', 'K\u0000I\u0007\u009F', 'KI'],
    ['half a surrogate pair', 'KI \ud83d', 'KI \ufffd'],
    ['an umlaut in two parts', 'Bu\u0308ro', 'B\u00fcro'],
  ])('is cleaned of %s', (_, typed, expected) => {
    expect(cleanWords(typed, { atMost: 60 })).toBe(expected);
  });

  it('loses piles of accents and keeps two', () => {
    expect(cleanWords(`K${'\u0317'.repeat(40)}I`, { atMost: 60 })).toBe('K\u0317\u0317I');
  });

  it('is cut visibly at its limit', () => {
    const words = cleanWords('A'.repeat(10_000), { atMost: 60 });

    expect(words).toBe(`${'A'.repeat(59)}…`);
  });

  it('keeps lines where the field has them, at most one empty one between', () => {
    expect(cleanWords('eins \n\n\n\n zwei', { atMost: 60, lines: true })).toBe('eins\n\nzwei');
  });

  it('is never longer than its limit, has nothing hidden in it, and is the same when cleaned again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), fc.boolean(), (typed, lines) => {
        const words = cleanWords(typed, { atMost: 20, lines });

        expect(words.length).toBeLessThanOrEqual(20);
        expect(words).not.toMatch(/[^\P{C}\n]|\p{Default_Ignorable_Code_Point}/u);
        expect(cleanWords(words, { atMost: 20, lines })).toBe(words);
      }),
    );
  });
});

describe('the key of a text', () => {
  it('is the same whatever the case and the spaces', () => {
    const keys = ['KI und Straße', 'ki und strasse', ' KI  UND STRASSE', 'KI und Stras\u00a0se'].map(
      wordsKey,
    );

    expect(new Set(keys).size).toBe(1);
  });

  it('differs for different words', () => {
    expect(wordsKey('Telefonie')).not.toBe(wordsKey('Telefonie 2'));
  });
});
