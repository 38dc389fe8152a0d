import type { Reading, Word } from './message-words.ts';
import { leadingWords, separableVerbs, trailingWords } from './words.ts';

/** Characters; what is sought is shown as a heading and kept in buttons. */
const longestSought = 200;

/** What is sought, in the person's own spelling: the message without filters and without the words around it. */
export function readSought(reading: Reading): string {
  const words = [...reading.rest];
  const separated = words.some(({ folded }) => separableVerbs.has(folded));
  while (words[0] !== undefined && leadingWords.has(words[0].folded)) {
    words.shift();
  }
  for (let last = words.at(-1); last !== undefined && isTrailing(last, separated); last = words.at(-1)) {
    words.pop();
  }
  return shorten(join(reading.text, words));
}

function isTrailing(word: Word, separated: boolean): boolean {
  return trailingWords.has(word.folded) || (separated && (word.folded === 'ein' || word.folded === 'an'));
}

/** Neighbours keep what stood between them ("Schlagloch-Erkennung"); where words were taken out, one space remains. */
function join(text: string, words: readonly Word[]): string {
  let joined = '';
  let previous: Word | undefined;
  for (const word of words) {
    const between = previous === undefined ? '' : text.slice(previous.end, word.start);
    joined += /[\p{L}\p{N}]/u.test(between) ? ' ' : between;
    joined += word.raw;
    previous = word;
  }
  return joined.replaceAll(/\s+/g, ' ').trim();
}

function shorten(sought: string): string {
  if (sought.length <= longestSought) {
    return sought;
  }
  const cut = sought.slice(0, longestSought);
  return cut.slice(0, Math.max(cut.lastIndexOf(' '), longestSought / 2)).trim();
}
