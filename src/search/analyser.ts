import { fold } from './german/fold.ts';
import { stem } from './german/stem.ts';
import { isQuestionWord, isStopWord } from './german/stop-words.ts';
import { tokenize } from './tokenize.ts';
import type { Tuning } from './tuning.ts';
import type { Vocabulary } from './vocabulary.ts';

const memoLimit = 20_000;
const longestTerm = 60;
const longestQuestion = 32;

export interface Term {
  readonly text: string;
  /** Says nothing about a topic by itself. */
  readonly stop: boolean;
}

/** How written words become terms. */
export type Spelling = Pick<Tuning, 'folding' | 'stemming'>;

/** The term of one written word. */
export function toTerm(word: string, { folding, stemming }: Spelling): Term {
  const folded = folding ? fold(word) : word.toLowerCase();
  const shortened = folded.slice(0, longestTerm);
  return { text: stemming ? stem(shortened) : shortened, stop: isStopWord(folded) };
}

/** The distinct terms of a question without the words it is merely wrapped in; of a very long one the first. */
export function questionTerms(text: string, spelling: Spelling): Term[] {
  const terms = new Map<string, Term>();
  for (const token of tokenize(text)) {
    if (!isQuestionWord(fold(token.text))) {
      const term = toTerm(token.text, spelling);
      terms.set(term.text, term);
    }
  }
  return [...terms.values()].slice(0, longestQuestion);
}

/** Turns texts of documents into numbers of the vocabulary, and remembers each spelling it has seen. */
export class Analyser {
  readonly #vocabulary: Vocabulary;
  readonly #spelling: Spelling;
  readonly #memo = new Map<string, number>();

  constructor(vocabulary: Vocabulary, spelling: Spelling) {
    this.#vocabulary = vocabulary;
    this.#spelling = spelling;
  }

  termNumbers(text: string): number[] {
    return tokenize(text).map((token) => this.#numberOf(token.text));
  }

  #numberOf(word: string): number {
    let number = this.#memo.get(word);
    if (number === undefined) {
      if (this.#memo.size >= memoLimit) {
        this.#memo.clear();
      }
      number = this.#vocabulary.add(detached(toTerm(word, this.#spelling).text));
      this.#memo.set(detached(word), number);
    }
    return number;
  }
}

/** A copy with memory of its own: V8 keeps a whole text alive for a word cut out of it. */
function detached(word: string): string {
  return Array.from(word).join('');
}
