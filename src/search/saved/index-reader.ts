import { Checksum } from './checksum.ts';
import { encodings, indexBeginning, UnreadableIndexError, wordBytes } from './index-format.ts';

/** How many UTF-16 units become a text in one call. */
const unitsAtOnce = 8192;

export interface NumberLists {
  readonly lengths: Uint32Array<ArrayBuffer>;
  readonly numbers: Uint32Array<ArrayBuffer>;
}

/** Reads what `IndexWriter` wrote. Every method throws `UnreadableIndexError` when the bytes are not what they should be. */
export class IndexReader {
  readonly #words: Uint32Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    if (bytes.length % wordBytes !== 0) {
      throw new UnreadableIndexError('the index is cut off');
    }
    const aligned = bytes.byteOffset % wordBytes === 0 ? bytes : bytes.slice();
    const words = new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length / wordBytes);
    this.#words = words.subarray(0, -1);
    if (indexBeginning.some((word) => this.number() !== word)) {
      throw new UnreadableIndexError('this is no index of this version');
    }
    const checksum = new Checksum();
    checksum.add(this.#words);
    if (checksum.value() !== words.at(-1)) {
      throw new UnreadableIndexError('the index is broken');
    }
  }

  get isAtEnd(): boolean {
    return this.#at === this.#words.length;
  }

  number(): number {
    return this.numbers(1)[0] ?? 0;
  }

  /** A part of the bytes themselves, not a copy. */
  numbers(count: number): Uint32Array {
    const end = this.#at + count;
    if (end > this.#words.length) {
      throw new UnreadableIndexError('the index ends too early');
    }
    const numbers = this.#words.subarray(this.#at, end);
    this.#at = end;
    return numbers;
  }

  texts(count: number): string[] {
    const texts: string[] = [];
    while (texts.length < count) {
      texts.push(...this.#someTexts());
    }
    return texts;
  }

  /** Lists of which each is its length and its numbers; answers all lengths, and all numbers one list after the other. */
  lists(count: number): NumberLists {
    const start = this.#at;
    let total = 0;
    for (let list = 0; list < count; list += 1) {
      total += this.numbers(this.number()).length;
    }
    const lists = { lengths: new Uint32Array(count), numbers: new Uint32Array(total) };
    let from = start;
    let to = 0;
    for (let list = 0; list < count; list += 1) {
      const length = this.#words[from] ?? 0;
      lists.lengths[list] = length;
      lists.numbers.set(this.#words.subarray(from + 1, from + 1 + length), to);
      from += 1 + length;
      to += length;
    }
    return lists;
  }

  #someTexts(): string[] {
    const lengths = this.numbers(this.number());
    const joined = this.#text();
    const texts: string[] = [];
    let start = 0;
    for (const length of lengths) {
      texts.push(joined.slice(start, start + length));
      start += length;
    }
    if (start !== joined.length) {
      throw new UnreadableIndexError('the index has other texts than it says');
    }
    return texts;
  }

  #text(): string {
    const encoding = this.number();
    const length = this.number();
    const words = this.numbers(Math.ceil(length / wordBytes));
    const bytes = new Uint8Array(words.buffer, words.byteOffset, length);
    // A byte order mark is a character like any other here.
    return encoding === encodings.utf16
      ? fromUnits(bytes)
      : new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  }
}

function fromUnits(bytes: Uint8Array): string {
  const units = new Uint16Array(bytes.buffer, bytes.byteOffset, Math.floor(bytes.length / 2));
  let text = '';
  for (let start = 0; start < units.length; start += unitsAtOnce) {
    text += String.fromCharCode(...units.subarray(start, start + unitsAtOnce));
  }
  return text;
}
