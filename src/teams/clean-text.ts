import { beginningOf, toPlainText } from '../domain/typed-words.ts';

/** Longer messages are cut: nobody asks a question of this length, and everything behind this works on the whole text. */
export const maxTextLength = 4_000;

/** Markup can be several times as long as its words. */
const markupPerWord = 8;

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
  ndash: 0x2013,
  mdash: 0x2014,
  lsquo: 0x2018,
  rsquo: 0x2019,
  sbquo: 0x201a,
  ldquo: 0x201c,
  rdquo: 0x201d,
  bdquo: 0x201e,
  laquo: 0xab,
  raquo: 0xbb,
  hellip: 0x2026,
  bull: 0x2022,
  middot: 0xb7,
  euro: 0x20ac,
  sect: 0xa7,
  deg: 0xb0,
  times: 0xd7,
  eacute: 0xe9,
};

const blocks = '(?:p|div|li|tr|h[1-6]|blockquote|pre)';
const lists = '(?:p|div|ul|ol|table|h[1-6]|blockquote|pre)';
/** Where a line ends wherever it is drawn: after a block, and before one that follows words. */
const lineEnds = new RegExp(
  `<(?:br|hr|/${blocks})(?![a-z\\d])[^<>]*>|(?<=[^>\\s])<${lists}(?![a-z\\d])[^<>]*>`,
  'gi',
);
/** Whole tags first, as a quoted attribute may hold a ">"; then what has quotes without an end. Each attempt ends at the next "<". */
const quotedTags = /<(?:\/?[a-z]|!)(?:[^<>"']|"[^<"]*"|'[^<']*')*>/gi;
const anyTags = /<(?:\/?[a-z]|!)[^<>]*>/gi;

/** What a person typed, from the text of a Teams message: no markup, no invisible characters, at most so many characters. */
export function cleanText(
  markup: string,
  { atMost }: { readonly atMost: number } = { atMost: maxTextLength },
): string {
  const words = beginningOf(markup, markupPerWord * atMost)
    .replaceAll(lineEnds, '\n')
    .replaceAll(quotedTags, '')
    .replaceAll(anyTags, '');
  return beginningOf(toPlainText(decodeEntities(words)), atMost);
}

function decodeEntities(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    const point =
      typeof name === 'string'
        ? entities[name]
        : Number.parseInt(decimal ?? hex, decimal === undefined ? 16 : 10);
    return point !== undefined && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
