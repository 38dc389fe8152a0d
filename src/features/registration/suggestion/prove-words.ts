import type { Commune } from '../../../domain/commune.ts';
import { fold } from '../../../search/german/fold.ts';
import { stem } from '../../../search/german/stem.ts';
import { isStopWord } from '../../../search/german/stop-words.ts';
import { tokenize } from '../../../search/tokenize.ts';
import { checkSentence } from '../../ask/grounding/check-sentence.ts';
import type { Evidence } from '../../ask/grounding/check-sentence.ts';
import { readNumbers, toCitedSource } from '../../ask/grounding/cited-source.ts';
import type { CitedSource } from '../../ask/grounding/cited-source.ts';
import { cutSentences } from './cut-sentences.ts';

/** Of the words of a sentence that tell something, as many at least stand in the text. */
const leastShare = 3 / 4;
const negation = /^(?:nicht|nichts|kein(?:e[mnrs]?)?|ohne|nie|niemals|weder)$/;

interface SourceSentence {
  readonly stems: ReadonlySet<string>;
  readonly isNegative: boolean;
}

/** A pasted text, and whether it has what is said of it. */
export class PastedText {
  readonly #source: CitedSource;
  readonly #evidence: Evidence;
  readonly #sentences: readonly SourceSentence[];

  constructor(text: string, communes: Iterable<Commune>) {
    this.#source = toCitedSource(text);
    this.#evidence = {
      sources: new Map([[1, this.#source]]),
      communes: [...communes].map(({ name }) => ` ${wordsOf(name.replace(/\(.*\)/, '')).join(' ')} `),
    };
    this.#sentences = cutSentences(text).map(({ words }) => {
      const folded = wordsOf(words);
      return { stems: new Set(folded.map(stem)), isNegative: isNegative(folded) };
    });
  }

  /** The folded words, in their order. */
  get words(): readonly string[] {
    return this.#source.words.trim().split(' ');
  }

  /**
   * Whether the text has every number, commune and capitalised word of a sentence and most of its others, and denies what it denies. It is
   * no proof of what the words say of each other: that is what the person looks at.
   */
  proves(claim: string): boolean {
    if (checkSentence({ text: claim, claim, cited: [1] }, this.#evidence) !== undefined) {
      return false;
    }
    const folded = wordsOf(claim);
    const telling = folded.filter((word) => !isStopWord(word)).map(stem);
    const known = telling.filter((word) => this.#source.stems.has(word));
    return (
      telling.length > 0 &&
      known.length >= leastShare * telling.length &&
      this.#isNearestNegative(telling) === isNegative(folded)
    );
  }

  /** Whether the words stand in the text side by side, and are nothing but words. */
  has(words: string): boolean {
    return (
      checkSentence({ text: words, claim: words, cited: [1] }, this.#evidence) === undefined &&
      this.#source.words.includes(` ${wordsOf(words).join(' ')} `)
    );
  }

  /** Whether every word stands in the text, in whichever ending. */
  hasAll(words: string): boolean {
    const folded = wordsOf(words);
    const isPlain = checkSentence({ text: words, claim: words, cited: [1] }, this.#evidence) === undefined;
    return isPlain && folded.length > 0 && folded.every((word) => this.#source.stems.has(stem(word)));
  }

  hasNumber(number: string): boolean {
    const numbers = readNumbers(number);
    return numbers.length === 1 && numbers.every((one) => this.#source.numbers.has(one));
  }

  /** Of the sentence that has most of the words. */
  #isNearestNegative(telling: readonly string[]): boolean {
    let best = 0;
    let isNegativeThere = false;
    for (const sentence of this.#sentences) {
      const shared = telling.filter((word) => sentence.stems.has(word)).length;
      if (shared > best) {
        best = shared;
        isNegativeThere = sentence.isNegative;
      }
    }
    return isNegativeThere;
  }
}

function isNegative(folded: readonly string[]): boolean {
  return folded.some((word) => negation.test(word));
}

function wordsOf(text: string): readonly string[] {
  return tokenize(text).map((token) => fold(token.text));
}
