import { fold } from '../../search/german/fold.ts';
import { tokenize } from '../../search/tokenize.ts';

/** A word of a message: as written, folded, and where it stands. */
export interface Word {
  readonly raw: string;
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/** What stands around a match. */
export interface Around {
  /** The place of the match's first word. */
  readonly first: number;
  readonly words: readonly Word[];
  readonly after: (Word & { readonly taken: boolean }) | undefined;
  /** A hyphen ties the match to the word before or behind it: "Live-Übersetzung". */
  readonly joinedBefore: boolean;
  readonly joinedAfter: boolean;
}

export function toWords(text: string): Word[] {
  return tokenize(text).map(({ text: raw, start, end }) => ({ raw, folded: fold(raw), start, end }));
}

export function foldedPhrase(words: readonly Word[]): string {
  return words.map(({ folded }) => folded).join(' ');
}

/** A name as patterns meet it: its folded words. */
export function toPhrase(name: string): string {
  return foldedPhrase(toWords(name));
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
    this.text = spellOutSigns(text);
    this.words = toWords(this.text);
  }

  /** Words that nobody has taken, in order. */
  get rest(): readonly Word[] {
    return this.words.filter((_, index) => !this.#taken.has(index));
  }

  /** Every match of the pattern among words not yet taken; the words of a match are taken when `accept` says so. */
  take(pattern: RegExp, accept: (match: RegExpExecArray, around: Around) => boolean): void {
    const starts: number[] = [];
    let joined = '';
    for (const [index, word] of this.words.entries()) {
      starts.push(joined.length);
      joined += `${this.#taken.has(index) ? '\u0000' : word.folded} `;
    }
    for (const match of joined.matchAll(new RegExp(`(?<=^| )(?:${pattern.source})(?= )`, 'g'))) {
      const first = starts.findIndex((start) => start >= match.index);
      const end = match.index + match[0].length;
      const next = starts.findIndex((start) => start >= end);
      const last = next === -1 ? this.words.length : next;
      if (accept(match, this.#around(first, last))) {
        for (let index = first; index < last; index += 1) {
          this.#taken.add(index);
        }
      }
    }
  }

  #around(first: number, last: number): Around {
    const after = this.words[last];
    return {
      first,
      words: this.words.slice(first, last),
      after: after && { ...after, taken: this.#taken.has(last) },
      joinedBefore: this.#isHyphen(this.words[first - 1], this.words[first]),
      joinedAfter: this.#isHyphen(this.words[last - 1], after),
    };
  }

  #isHyphen(one: Word | undefined, other: Word | undefined): boolean {
    return one !== undefined && other !== undefined && this.text.slice(one.end, other.start) === '-';
  }
}

/** Signs around numbers as words: "10.000-20.000", "20k", "< 20.000". */
function spellOutSigns(text: string): string {
  return text
    .replaceAll(/(?<=\d)\s*[-–]\s*(?=\d{2})/g, ' bis ')
    .replaceAll(/(?<=\b\d{1,3})k\b/gi, '.000')
    .replaceAll(/<\s*(?=\d)/g, ' unter ')
    .replaceAll(/>\s*(?=\d)/g, ' mehr als ');
}
