import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/search/german/fold.ts';
import { stem } from '../../../src/search/german/stem.ts';

function stemOf(word: string): string {
  return stem(fold(word));
}

describe('stem', () => {
  it.each([
    ['Schlagloch', 'Schlaglöcher'],
    ['Haus', 'Häuser'],
    ['Erkennung', 'erkennen'],
    ['Prüfung', 'prüfen'],
    ['Ummeldung', 'ummelden'],
    ['Straße', 'Strassen'],
    ['Kenntnis', 'Kenntnisse'],
    ['Antrag', 'Anträge'],
    ['digital', 'digitalen'],
    ['Möglichkeit', 'möglich'],
    ['freundlich', 'freundliches'],
    ['schnell', 'schnellste'],
  ])('gives %s and %s the same stem', (one, other) => {
    expect(stemOf(one)).toBe(stemOf(other));
  });

  it.each([
    ['Haus', 'Hase'],
    ['Wohnung', 'Wahl'],
    ['neu', 'neun'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(stemOf(one)).not.toBe(stemOf(other));
  });

  it.each(['jung', 'KI', 'bauen', 'quer', '2026', 'x1en'])('leaves enough of %s to know it by', (word) => {
    expect(stemOf(word).length).toBeGreaterThanOrEqual(Math.min(3, word.length));
  });

  it('does not take "ue" after a vowel for an umlaut', () => {
    expect(stemOf('Steuer').startsWith('steu')).toBe(true);
    expect(stemOf('Neubau')).toBe('neubau');
  });
});
