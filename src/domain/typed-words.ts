/** How many characters a field may have; what is longer is cut visibly, with "…". */
export interface WordsLimit {
  readonly atMost: number;
  /** Whether a line break is kept; otherwise it becomes a space. */
  readonly lines?: boolean;
}

const lastSign = '\u2026';

/**
 * Without what can hide or turn words around (controls, bidirectional and zero-width marks) and without piles of accents; at most one
 * empty line between two others.
 */
export function toPlainText(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll(/[\t\v\f]/g, ' ')
    .replaceAll(/[^\P{C}\n]/gu, '')
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replaceAll(/[^\S\n]/g, ' ')
    .replaceAll(/(\p{M}{2})\p{M}+/gu, '$1')
    .replaceAll(/ {2,}/g, ' ')
    .replaceAll(/ ?\n ?/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}

/** What a person typed into a field, as plain text and no longer than the field. */
export function cleanWords(typed: string, { atMost, lines = false }: WordsLimit): string {
  // Whatever is removed was no letter: a text of several times the limit is long enough to be cut after it.
  const plain = toPlainText(typed.slice(0, 8 * atMost).toWellFormed());
  const words = lines ? plain : plain.replaceAll(/\n+/g, ' ');
  return words.length <= atMost ? words : cut(words, atMost);
}

function cut(words: string, atMost: number): string {
  return `${beginningOf(words, atMost - lastSign.length).trimEnd()}${lastSign}`;
}

/** At most so many characters of a text, and no half of one. */
export function beginningOf(text: string, atMost: number): string {
  return text.length <= atMost
    ? text
    : text
        .slice(0, atMost)
        .toWellFormed()
        .replace(/\ufffd$/, '');
}

/** At most so many characters, the last one an ellipsis where something is missing. */
export function toShort(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - lastSign.length).toWellFormed()}${lastSign}`;
}

/** Whether anything is said: signs alone say nothing. */
export function hasLetters(words: string): boolean {
  return /[\p{L}\p{N}]/u.test(words);
}

/** Equal for texts that differ in nothing but case and spaces. */
export function wordsKey(words: string): string {
  // By way of the capitals, so that a sharp s is the same as two of the others.
  return words.normalize('NFKC').toUpperCase().toLowerCase().replaceAll(/\s+/g, '');
}
