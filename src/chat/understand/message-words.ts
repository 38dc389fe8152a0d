import { fold } from '../../search/german/fold.ts';
import { tokenize } from '../../search/tokenize.ts';

/** A word of a message: as written, folded, and where it stands. */
export interface Word {
  readonly raw: string;
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

export function toWords(text: string): Word[] {
  return tokenize(text).map(({ text: raw, start, end }) => ({ raw, folded: fold(raw), start, end }));
}

export function foldedPhrase(words: readonly Word[]): string {
  return words.map(({ folded }) => folded).join(' ');
}

/**
 * A message while it is being understood: readers take the words they understand, and what is left is what is sought.
 * Patterns are matched against the folded words, joined by single spaces, each match beginning and ending at a word's edge.
 */
export class Reading {
  readonly text: string;
  readonly words: readonly Word[];
  readonly #taken = new Set<number>();

  constructor(text: string) {
    this.text = text;
    this.words = toWords(text);
  }

  /** Words that nobody has taken, in order. */
  get rest(): readonly Word[] {
    return this.words.filter((_, index) => !this.#taken.has(index));
  }

  /** Every match of the pattern among words not yet taken; the words of a match are taken when `accept` says so. */
  take(pattern: RegExp, accept: (match: RegExpExecArray, words: readonly Word[]) => boolean): void {
    const starts: number[] = [];
    let joined = '';
    for (const [index, word] of this.words.entries()) {
      starts.push(joined.length);
      joined += `${this.#taken.has(index) ? '\u0000' : word.folded} `;
    }
    for (const match of joined.matchAll(new RegExp(`(?<=^| )(?:${pattern.source})(?= )`, 'g'))) {
      const from = starts.findIndex((start) => start >= match.index);
      const end = match.index + match[0].length;
      const to = starts.findIndex((start) => start >= end);
      const last = to === -1 ? this.words.length : to;
      if (accept(match, this.words.slice(from, last))) {
        for (let index = from; index < last; index += 1) {
          this.#taken.add(index);
        }
      }
    }
  }
}
