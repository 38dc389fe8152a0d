import { fold } from '../../../src/search/german/fold.ts';
import { stem } from '../../../src/search/german/stem.ts';
import { tokenize } from '../../../src/search/tokenize.ts';

interface Spelling {
  readonly folded: string;
  readonly stem: string;
}

/** Endings that names take and the stem keeps: "Altmusterberger". */
const endings = ['s', 'er', 'ern', 'n', 'en', 'e', 'es'];

/** Whether a text names this, in whichever case, ending and spelling of umlauts; "9.600" is also written as "9600" and "9 600". */
export function isNamedIn(text: string, name: string): boolean {
  const [words, sought] = [toWords(text), toWords(name)];
  return (
    sought.length > 0 &&
    words.some((_, start) => sought.every((word, offset) => isSame(words[start + offset], word)))
  );
}

function toWords(text: string): readonly Spelling[] {
  const joined = text.replaceAll(/(?<=\d)[.'\u2019 \u00a0\u202f](?=\d{3}(?!\d))/g, '');
  return tokenize(joined).map((token) => {
    const folded = fold(token.text);
    return { folded, stem: stem(folded) };
  });
}

function isSame(word: Spelling | undefined, sought: Spelling): boolean {
  return (
    word !== undefined &&
    (word.folded === sought.folded ||
      word.stem === sought.stem ||
      endings.some((ending) => word.folded === sought.folded + ending))
  );
}
