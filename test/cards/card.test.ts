import { describe, expect, it } from 'vitest';
import { literal } from '../../src/cards/card.ts';
import { wordsOf } from '../support/conversation.ts';

const shown = (text: string) => wordsOf(literal([{ text }]));

describe('words that people typed', () => {
  it('may be broken every fifteen letters where no word is as long, accents staying with their letters', () => {
    const long = `${'a'.repeat(14)}e\u0301${'b'.repeat(25)}`;

    expect(shown(`Das ${long} hier`)).toBe(
      `Das ${'a'.repeat(14)}e\u0301\u200B${'b'.repeat(15)}\u200B${'b'.repeat(10)} hier`,
    );
  });

  it.each([
    'Vergaberechtsmodernisierungen',
    'digitalisierungsbeauftragte@schmallenberg-sauerland.de',
    'https://www.kreis-siegen-wittgenstein.de/digitalisierung/anwendungsfall?id=2026-11-22#mehr',
  ])('stay as they were typed, so that they can be copied: %s', (words) => {
    expect(shown(words)).toBe(words);
  });
});
