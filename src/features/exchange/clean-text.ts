/**
 * Characters that show nothing and change how others look or compare: controls, marks of writing direction, zero-width
 * characters (but not the joiner that emoji need), soft hyphens, tags.
 */
const invisible = /(?![\t\n\r\u200d])[\p{Cc}\p{Cf}]/gu;
/** Two marks on a letter occur in real languages, towers of them do not. */
const towersOfMarks = /(\p{M}{2})\p{M}+/gu;
/** What UTF-8 looks like when it was read as CP1252 somewhere before, and what stands for lost characters. */
const garbled = /[\u00c2\u00c3][\u0080-\u00bf\u0152-\u0178\u2013-\u2122]|\u00e2\u20ac|\ufffd/;

const shownLength = 60;

/** One line: blanks and line breaks become single blanks. */
export function cleanLine(text: string): string {
  return clean(text).replaceAll(/\s+/g, ' ').trim();
}

/** Several lines: line breaks stay, at most one empty line between two others. */
export function cleanLines(text: string): string {
  return clean(text)
    .replaceAll(/\r\n|[\r\u2028\u2029]/g, '\n')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

export function isGarbled(text: string): boolean {
  return garbled.test(text.toWellFormed());
}

/** People's words for a report: short enough for its line. */
export function toShown(text: string): string {
  return text.length > shownLength ? `${text.slice(0, shownLength).toWellFormed()}…` : text;
}

/** Whether a spreadsheet would calculate; some read the full-width signs, too. */
const formulaStart = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/;

/** The text as a spreadsheet shows it without calculating. */
export function toHarmless(text: string): string {
  return formulaStart.test(text) ? `'${text}` : text;
}

/** An apostrophe before `= + - @` was put there by an export. */
function clean(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(invisible, '')
    .normalize('NFC')
    .replaceAll(towersOfMarks, '$1')
    .trim()
    .replace(/^'(?=[=+\-@\t\r\uff1d\uff0b\uff0d\uff20])/, '');
}
