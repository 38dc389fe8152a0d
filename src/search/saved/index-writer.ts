import { Checksum } from './checksum.ts';
import { encodings, indexBeginning, wordBytes } from './index-format.ts';

/** 64 KB: writing so much is a matter of a millisecond. */
const chunkWords = 16_384;
const textsAtOnce = 1024;

/** Writes numbers and texts as 32-bit words and gives them out in chunks; the last holds the sum of all. */
export class IndexWriter {
  readonly #checksum = new Checksum();
  readonly #encoder = new TextEncoder();
  #words = new Uint32Array(2 * chunkWords);
  #used = 0;

  constructor() {
    for (const word of indexBeginning) {
      this.number(word);
    }
  }

  /** Whether there is enough for a chunk. */
  get isFull(): boolean {
    return this.#used >= chunkWords;
  }

  number(value: number): void {
    this.#reserve(1);
    this.#words[this.#used] = value;
    this.#used += 1;
  }

  numbers(values: Uint32Array): void {
    this.#reserve(values.length);
    this.#words.set(values, this.#used);
    this.#used += values.length;
  }

  /** As many as are given; the reader must know how many. */
  *texts(texts: readonly string[]): Generator<Uint8Array> {
    for (let start = 0; start < texts.length; start += textsAtOnce) {
      this.#someTexts(texts.slice(start, start + textsAtOnce));
      if (this.isFull) {
        yield this.takeChunk();
      }
    }
  }

  /** What was written since the last chunk. */
  takeChunk(): Uint8Array {
    const chunk = this.#words.slice(0, this.#used);
    this.#checksum.add(chunk);
    this.#used = 0;
    return new Uint8Array(chunk.buffer);
  }

  /** The rest, and the sum by which a reader knows that nothing is missing or wrong. */
  takeLastChunk(): Uint8Array {
    const rest = this.takeChunk();
    const last = new Uint8Array(rest.length + wordBytes);
    last.set(rest);
    last.set(new Uint8Array(Uint32Array.of(this.#checksum.value()).buffer), rest.length);
    return last;
  }

  /** In one piece of bytes, since that is far quicker to read than one for each; the lengths say where to cut. */
  #someTexts(texts: readonly string[]): void {
    const joined = texts.join('');
    const isWhole = joined.isWellFormed();
    const bytes = isWhole ? this.#encoder.encode(joined) : toUnits(joined);
    this.number(texts.length);
    this.numbers(Uint32Array.from(texts, (text) => text.length));
    this.number(isWhole ? encodings.utf8 : encodings.utf16);
    this.number(bytes.length);
    const words = Math.ceil(bytes.length / wordBytes);
    this.#reserve(words);
    // The last word may hold more bytes than the text has.
    this.#words.fill(0, this.#used, this.#used + words);
    new Uint8Array(this.#words.buffer, this.#used * wordBytes).set(bytes);
    this.#used += words;
  }

  #reserve(count: number): void {
    if (this.#used + count > this.#words.length) {
      const larger = new Uint32Array(Math.max(this.#used + count, 2 * this.#words.length));
      larger.set(this.#words.subarray(0, this.#used));
      this.#words = larger;
    }
  }
}

function toUnits(text: string): Uint8Array {
  return new Uint8Array(Uint16Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)).buffer);
}
