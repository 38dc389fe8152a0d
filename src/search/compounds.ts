import { isPrefix } from './german/prefixes.ts';
import { splitCompound } from './german/split-compound.ts';
import { isStopStem } from './german/stop-words.ts';
import { gramLength } from './grams.ts';
import type { Vocabulary } from './vocabulary.ts';

const shortestBelievedPart = 5;
const shortestRest = 3;
const memoLimit = 200_000;

/**
 * The compounds among the known terms. How a word splits depends on all documents, so nothing of it is stored with them: a split
 * is made when a question first needs it and forgotten when the known terms change. That keeps the order of changes out.
 */
export class Compounds {
  readonly #vocabulary: Vocabulary;
  readonly #splits: boolean;
  readonly #parts = new Map<string, readonly string[]>();
  readonly #containing = new Map<string, readonly number[]>();
  #version = 0;

  /** `splits`: whether words are split at all. */
  constructor(vocabulary: Vocabulary, splits: boolean) {
    this.#vocabulary = vocabulary;
    this.#splits = splits;
  }

  /** The parts of a term by words the documents have; none when it is no compound of them. */
  partsOf(term: string): readonly string[] {
    if (!this.#splits) {
      return [];
    }
    this.#forgetOutdated();
    let parts = this.#parts.get(term);
    if (parts === undefined) {
      parts = splitCompound(term, (part) => !isStopStem(part) && this.#vocabulary.find(part) !== undefined);
      this.#parts.set(term, parts);
    }
    return parts;
  }

  /** Whether a term is a compound with the given part; of one that does not split, a long part at its beginning or end is believed. */
  contains(term: string, part: string): boolean {
    const parts = this.partsOf(term);
    if (parts.length > 0) {
      return parts.includes(part);
    }
    return (
      this.#splits &&
      part.length >= shortestBelievedPart &&
      term.length >= part.length + shortestRest &&
      (term.startsWith(part) || (term.endsWith(part) && !isPrefix(term.slice(0, -part.length))))
    );
  }

  /** The longest known word that a term which does not split begins or ends with. */
  findBelievedPart(term: string): string | undefined {
    const longest = this.#splits ? term.length - shortestRest : 0;
    for (let length = longest; length >= shortestBelievedPart; length -= 1) {
      const [beginning, end] = [term.slice(0, length), term.slice(-length)];
      for (const part of isPrefix(term.slice(0, -length)) ? [beginning] : [end, beginning]) {
        if (!isStopStem(part) && this.#vocabulary.find(part) !== undefined) {
          return part;
        }
      }
    }
    return undefined;
  }

  /** The known terms of which the given one is a part. */
  termsContaining(part: string): readonly number[] {
    this.#forgetOutdated();
    let numbers = this.#containing.get(part);
    if (numbers === undefined) {
      numbers = this.#candidates(part).filter((number) => this.contains(this.#vocabulary.term(number), part));
      this.#containing.set(part, numbers);
    }
    return numbers;
  }

  /** Parts shorter than a gram are found at the beginning and the end of a compound only, where splitting allows them. */
  #candidates(part: string): number[] {
    const grams = part.length < gramLength ? [`_${part}`, `${part}_`] : [this.#rarestGram(part)];
    const candidates = new Set<number>();
    for (const gram of grams) {
      for (const number of this.#vocabulary.termsWith(gram)) {
        const term = this.#vocabulary.term(number);
        if (term.length > part.length && term.includes(part) && this.#vocabulary.documentCount(number) > 0) {
          candidates.add(number);
        }
      }
    }
    return [...candidates];
  }

  #rarestGram(part: string): string {
    let rarest = part.slice(0, gramLength);
    for (let index = 1; index + gramLength <= part.length; index += 1) {
      const gram = part.slice(index, index + gramLength);
      if (this.#vocabulary.termsWith(gram).length < this.#vocabulary.termsWith(rarest).length) {
        rarest = gram;
      }
    }
    return rarest;
  }

  #forgetOutdated(): void {
    if (this.#version !== this.#vocabulary.version || this.#parts.size > memoLimit) {
      this.#version = this.#vocabulary.version;
      this.#parts.clear();
      this.#containing.clear();
    }
  }
}
