import { toPlainText } from '../domain/typed-words.ts';

/** Longer messages are cut: nobody asks a question of this length, and everything behind this works on the whole text. */
export const maxTextLength = 4_000;

/** Markup can be several times as long as its words. */
const maxMarkupLength = 8 * maxTextLength;

const entities: Readonly<Record<string, number>> = {
  amp: 0x26,
  lt: 0x3c,
  gt: 0x3e,
  quot: 0x22,
  apos: 0x27,
  nbsp: 0x20,
  auml: 0xe4,
  ouml: 0xf6,
  uuml: 0xfc,
  Auml: 0xc4,
  Ouml: 0xd6,
  Uuml: 0xdc,
  szlig: 0xdf,
};

/** What a person typed, from the text of a Teams message: no markup, no invisible characters, at most 4,000 characters. */
export function cleanText(markup: string): string {
  const words = cut(markup, maxMarkupLength)
    .replaceAll(/<(?:br|\/p|\/div|\/li)\b[^<>]*>/gi, '\n')
    .replaceAll(/<\/?[a-z][^<>]*>/gi, '');
  return cut(toPlainText(decodeEntities(words)), maxTextLength);
}

function decodeEntities(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (whole, decimal, hex, name) => {
    const point =
      typeof name === 'string'
        ? entities[name]
        : Number.parseInt(decimal ?? hex, decimal === undefined ? 16 : 10);
    return point !== undefined && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}

function cut(text: string, length: number): string {
  return text.length <= length
    ? text
    : text
        .slice(0, length)
        .toWellFormed()
        .replace(/\ufffd$/, '');
}
