import { describe, expect, it } from 'vitest';
import { fold } from '../../../src/search/german/fold.ts';

describe('fold', () => {
  it.each([
    ['Bürgerbüro', 'buergerbuero'],
    ['Buergerbuero', 'buergerbuero'],
    ['STRASSE', 'strasse'],
    ['Straße', 'strasse'],
    ['ẞ', 'ss'],
    ['Café', 'cafe'],
    ['u\u0308ber', 'ueber'],
    ['ﬁt', 'fit'],
    ['ＫＩ', 'ki'],
    ['ДОМ', 'дом'],
    ['4.0', '4.0'],
  ])('writes %s as %s', (written, folded) => {
    expect(fold(written)).toBe(folded);
  });
});
