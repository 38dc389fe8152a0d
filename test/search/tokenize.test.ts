import { describe, expect, it } from 'vitest';
import { tokenize } from '../../src/search/tokenize.ts';

describe('tokenize', () => {
  it('finds words between spaces, hyphens and punctuation, with their places', () => {
    const text = '„KI-Telefon“ (2026), größer!';

    const tokens = tokenize(text);

    expect(tokens.map((token) => token.text)).toEqual(['KI', 'Telefon', '2026', 'größer']);
    expect(tokens.map((token) => text.slice(token.start, token.end))).toEqual(
      tokens.map((token) => token.text),
    );
  });

  it('keeps a decomposed umlaut in one word', () => {
    expect(tokenize('fu\u0308r alle').map((token) => token.text)).toEqual(['fu\u0308r', 'alle']);
  });

  it('finds nothing in signs', () => {
    expect(tokenize(' – … 🙂 ???')).toEqual([]);
  });
});
