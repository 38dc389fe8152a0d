import { fold } from '../../../search/german/fold.ts';
import { numberOf } from '../../../search/german/number-words.ts';
import { isPlainWord } from '../../../search/german/plain-words.ts';
import { stem } from '../../../search/german/stem.ts';
import { tokenize } from '../../../search/tokenize.ts';
import { readNumbers } from './cited-source.ts';
import type { CitedSource } from './cited-source.ts';
import type { CitedSentence } from './cut-sentences.ts';

/** Why a sentence is not shown. */
export type SentenceProblem =
  /** It names no source. */
  | 'uncited'
  /** It names a source that there is not. */
  | 'unknown-source'
  /** An address of the web or of mail. */
  | 'address'
  /** Something that is no plain text: markup, signs that nobody sees, letters that only look like ours. */
  | 'not-plain'
  /** A commune that none of its sources names. */
  | 'commune'
  /** A number, a part of a date, or an amount in words that none of its sources has. */
  | 'number'
  /** A name or thing that none of its sources names. */
  | 'name';

export interface Evidence {
  /** By their numbers. */
  readonly sources: ReadonlyMap<number, CitedSource>;
  /** Folded names of all communes that are known, as words between blanks: " lennestadt ". */
  readonly communes: readonly string[];
}

/**
 * Whether the sources that a sentence cites have everything that it names: each number, each commune, and each word that German writes with a
 * capital letter, in whichever ending. It does not judge what the words say of each other.
 */
export function checkSentence(
  { claim, cited }: CitedSentence,
  { sources, communes }: Evidence,
): SentenceProblem | undefined {
  if (cited.length === 0) {
    return 'uncited';
  }
  const own = cited.flatMap((number) => sources.get(number) ?? []);
  if (own.length < cited.length) {
    return 'unknown-source';
  }
  if (addresses.test(claim)) {
    return 'address';
  }
  if (!plain.test(claim)) {
    return 'not-plain';
  }
  if (secondSentence.test(claim)) {
    return 'uncited';
  }
  const words = tokenize(claim).map(({ text }) => text);
  const folded = ` ${words.map(fold).join(' ')} `;
  if (communes.some((name) => folded.includes(name) && !own.some((source) => source.words.includes(name)))) {
    return 'commune';
  }
  if (!numbersAreIn(claim, words, own)) {
    return 'number';
  }
  return words.every((word, index) => isIn(word, index === 0, own)) ? undefined : 'name';
}

/** "https://", "www.", "rathaus.example", "a@b". */
const addresses = /\/\/|\bwww\b|@|[\p{L}\p{N}-]\s?\.\p{L}{2,}/iu;
/** Letters of Latin-1 and Latin Extended, digits, and what German is punctuated with: no markup, nothing that looks like something else. */
const plain =
  /^[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f0-9 \u00a0\u202f.,;:!?'"\u2018-\u201f()/%&+\u2010-\u2015\u2026\u20ac\u00a7\u00b0-]+$/;
/** A full stop that is none: after a number, a single letter, or what is often cut short. */
const secondSentence =
  /(?<!\d|\b\p{L}|\b(?:ca|nr|bzw|usw|etc|dr|prof|st|abs|art|inkl|ggf|evtl|max|min|mio|mrd|vgl|sog))[.!?\u2026]["\u2018-\u201f)]?\s+\p{Lu}/iu;

/** An amount in words may also be how many sources the sentence cites. */
function numbersAreIn(claim: string, words: readonly string[], own: readonly CitedSource[]): boolean {
  const known = (number: string) => own.some(({ numbers }) => numbers.has(number));
  const said = words.map((word) => numberOf(fold(word))).filter((value) => value !== undefined);
  return (
    readNumbers(claim).every(known) &&
    said.every((value) => value !== 'unknown' && (known(String(value)) || value === own.length))
  );
}

/** Words in small letters are the answer's own; so is the first one when it is a word of every day. */
function isIn(word: string, isFirst: boolean, own: readonly CitedSource[]): boolean {
  if (!/[\p{Lu}\p{N}]/u.test(word)) {
    return true;
  }
  const folded = fold(word);
  // Numbers were checked as such.
  const isOwn = isPlainWord(folded, isFirst) || numberOf(folded) !== undefined || /^\d+$/.test(folded);
  return isOwn || own.some(({ stems, words }) => stems.has(stem(folded)) || words.includes(` ${folded} `));
}
