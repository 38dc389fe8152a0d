import { fold } from '../../search/german/fold.ts';
import { isPassingStem } from '../../search/german/passing-words.ts';
import { stem } from '../../search/german/stem.ts';
import { isStopWord } from '../../search/german/stop-words.ts';
import { isWeakStem } from '../../search/german/weak-words.ts';
import { tokenize } from '../../search/tokenize.ts';

const mostWords = 6;
/** Letters of a word that tells what a text is about, unless it is an abbreviation in capitals. */
const tellingLetters = 4;

/** A model's words without any sign but hyphens between them, so that nothing but words is shown; empty when they are too many. */
export function toSought(text: string): string {
  const tokens = tokenize(text);
  let sought = '';
  for (const [index, { text: word, end }] of tokens.entries()) {
    const next = tokens[index + 1];
    const between = next === undefined ? '' : text.slice(end, next.start) === '-' ? '-' : ' ';
    sought += word + between;
  }
  return tokens.length > mostWords ? '' : sought;
}

/** The words that are about something, as they are written; `weak`: those that are too common or too short to tell what. */
export function topicsOf(text: string): readonly { readonly word: string; readonly weak: boolean }[] {
  return tokenize(text).flatMap(({ text: word }) => {
    const folded = fold(word);
    const stemmed = stem(folded);
    return isStopWord(folded) || isPassingStem(stemmed)
      ? []
      : [{ word, weak: isWeakStem(stemmed) || isTooShort(word) }];
  });
}

function isTooShort(word: string): boolean {
  return word.length < tellingLetters && !/\p{Lu}{2}/u.test(word);
}

/** The words of a model's that nobody typed, in any form; function words left out. */
export function untypedWords(sought: string, typed: readonly string[]): readonly string[] {
  const known = new Set(typed.flatMap((text) => tokenize(text).map((token) => stem(fold(token.text)))));
  return tokenize(sought)
    .map(({ text }) => text)
    .filter((word) => !isStopWord(fold(word)) && !known.has(stem(fold(word))));
}
