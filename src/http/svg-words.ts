/**
 * How wide letters are in Source Sans 3, in thousandths of the font size: of a letter without its accents in regular and bold the wider one,
 * as the fonts' tables say (`hmtx` of version 3.052). Letters that are not named here are taken to be wide.
 */
const widths: readonly (readonly [width: number, letters: string])[] = [
  [200, ' \u00a0'],
  [300, ",.:;ijl|·'"],
  [330, 'I'],
  [350, '!()-/[]f{}'],
  [400, 'rt'],
  [450, 's'],
  [475, '*?cz'],
  [500, '_«»–'],
  [525, 'FJLYevxy'],
  [550, '"#$+0123456789<=>EZ^agk~€„“§'],
  [575, 'ASTVX`bdhnopqu'],
  [600, 'CP'],
  [625, 'BKR'],
  [650, 'DG\u00df'],
  [675, '&HNU'],
  [700, 'OQ'],
  [775, 'M'],
  [800, 'w'],
  [825, 'W'],
  [875, '%m'],
  [925, '@'],
  [1000, '…'],
];
const unknownWidth = 1000;
const widthOfLetter = new Map(
  widths.flatMap(([width, letters]) => letters.split('').map((letter) => [letter, width] as const)),
);

const emoji = /\p{RGI_Emoji}|\p{Emoji_Presentation}/v;
const lastSign = '\u2026';

/**
 * The beginning of the words, and `end` behind it, not wider than so many pixels together; with an ellipsis where something is missing.
 */
export function fitWords(typed: string, fontSize: number, width: number, end = ''): string {
  const words = withoutEmoji(typed);
  if (widthOf(`${words}${end}`, fontSize) <= width) {
    return `${words}${end}`;
  }
  let fitting = '';
  for (const letter of words) {
    if (widthOf(`${fitting}${letter}${lastSign}${end}`, fontSize) > width) {
      break;
    }
    fitting += letter;
  }
  return `${fitting.trimEnd()}${lastSign}${end}`;
}

/** The words in so many lines at most, cut between words where they can be; the last one has an ellipsis where something is missing. */
export function wrapWords(
  words: string,
  fontSize: number,
  width: number,
  mostLines: number,
): readonly string[] {
  const lines: string[] = [];
  let rest = withoutEmoji(words.trim());
  while (rest !== '' && lines.length < mostLines - 1 && widthOf(rest, fontSize) > width) {
    const line = beginningOf(rest, fontSize, width);
    if (line === '') {
      break;
    }
    lines.push(line);
    rest = rest.slice(line.length).trimStart();
  }
  return rest === '' ? lines : [...lines, fitWords(rest, fontSize, width)];
}

/** The font has none, so each would be an empty box; words that are nothing else stay as they are. */
function withoutEmoji(words: string): string {
  if (!emoji.test(words)) {
    return words;
  }
  const left = words.replaceAll(new RegExp(emoji, 'gv'), '').replaceAll(/\s+/g, ' ').trim();
  return left === '' ? words : left;
}

/** As many whole words as fit; empty when not even the first one does. */
function beginningOf(words: string, fontSize: number, width: number): string {
  let line = '';
  for (const { index } of words.matchAll(/\s+|$/g)) {
    const longer = words.slice(0, index);
    if (widthOf(longer, fontSize) > width) {
      break;
    }
    line = longer;
  }
  return line;
}

function widthOf(words: string, fontSize: number): number {
  let sum = 0;
  for (const letter of words.normalize('NFD').replaceAll(/\p{M}/gu, '')) {
    sum += widthOfLetter.get(letter) ?? unknownWidth;
  }
  return (sum * fontSize) / 1000;
}

/** Words as they may stand in a document of XML 1.0: nothing in them is markup, and no character is one that it forbids. */
export function escapeXml(words: string): string {
  return words
    .toWellFormed()
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
