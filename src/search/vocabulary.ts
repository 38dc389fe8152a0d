import { gramLength, gramsOf } from './grams.ts';
import { UnreadableIndexError } from './saved/index-format.ts';
import type { IndexReader } from './saved/index-reader.ts';
import type { IndexWriter } from './saved/index-writer.ts';
import { PackedLists } from './packed-lists.ts';
import { PostingLists } from './posting-lists.ts';
import { renumber } from './saved/renumbering.ts';
import type { Renumbering } from './saved/renumbering.ts';
import { turnAround } from './turn-around.ts';

/**
 * The terms (stems) of all documents, how many documents each is in, and which terms each character gram is in. Terms keep
 * their number for ever; one that is in no document any more counts as unknown.
 */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  readonly #terms: string[] = [];
  #documents = new Int32Array(1024);
  readonly #gramNumbers = new Map<string, number>();
  #termsOfGrams = new PostingLists();
  #gramsOfTerms = new PackedLists();
  #version = 0;

  /** What `save` wrote. Throws `UnreadableIndexError`. */
  static load(reader: IndexReader): Vocabulary {
    const vocabulary = new Vocabulary();
    const count = reader.number();
    for (const [number, term] of reader.texts(count).entries()) {
      vocabulary.#terms.push(term);
      vocabulary.#numbers.set(term, number);
    }
    vocabulary.#documents = new Int32Array(Math.max(count, vocabulary.#documents.length));
    vocabulary.#documents.set(reader.numbers(count));
    const gramCount = reader.number();
    for (const [number, gram] of reader.texts(gramCount).entries()) {
      vocabulary.#gramNumbers.set(gram, number);
    }
    const termsOfGrams = reader.lists(gramCount);
    vocabulary.#gramsOfTerms = PackedLists.of(turnAround(termsOfGrams, count, 0));
    vocabulary.#termsOfGrams = PostingLists.of(termsOfGrams);
    const isWhole = vocabulary.#numbers.size === count && vocabulary.#gramNumbers.size === gramCount;
    if (!isWhole) {
      throw new UnreadableIndexError('the index has other terms than it says');
    }
    return vocabulary;
  }

  /** How many terms there are, those included that no document has any more. */
  get size(): number {
    return this.#terms.length;
  }

  /** Changes whenever a term becomes known or unknown; what was derived from the known terms is then out of date. */
  get version(): number {
    return this.#version;
  }

  add(term: string): number {
    const known = this.#numbers.get(term);
    if (known !== undefined) {
      return known;
    }
    const number = this.#terms.length;
    this.#numbers.set(term, number);
    this.#terms.push(term);
    if (number >= this.#documents.length) {
      const larger = new Int32Array(this.#documents.length * 2);
      larger.set(this.#documents);
      this.#documents = larger;
    }
    this.#gramsOfTerms.add([...gramsOf(term)].map((gram) => this.#addToGram(gram, number)));
    return number;
  }

  /** How many grams there are. */
  get gramCount(): number {
    return this.#gramNumbers.size;
  }

  /** The numbers of the grams in a term. */
  gramsOf(term: number): Uint32Array {
    return this.#gramsOfTerms.list(term);
  }

  /** The number of a term that at least one document has. */
  find(term: string): number | undefined {
    const number = this.#numbers.get(term);
    return number !== undefined && this.documentCount(number) > 0 ? number : undefined;
  }

  term(number: number): string {
    return this.#terms[number] ?? '';
  }

  documentCount(number: number): number {
    return this.#documents[number] ?? 0;
  }

  /** One document more (1) or less (-1) has the term. */
  count(number: number, change: 1 | -1): void {
    const before = this.documentCount(number);
    this.#documents[number] = before + change;
    if (before === 0 || before + change === 0) {
      this.#version += 1;
    }
  }

  /** The terms with a gram, those included that no document has any more. */
  termsWith(gram: string): Uint32Array {
    const number = this.#gramNumbers.get(gram);
    if (number === undefined) {
      return new Uint32Array(0);
    }
    const start = this.#termsOfGrams.start(number);
    return this.#termsOfGrams.values.subarray(start, start + this.#termsOfGrams.length(number));
  }

  /** The terms of documents that begin so; none for a beginning shorter than the grams show. */
  termsBeginningWith(beginning: string): readonly number[] {
    const gram = `_${beginning.slice(0, gramLength - 1)}`;
    const numbers = gram.length < gramLength ? [] : Array.from(this.termsWith(gram));
    return numbers.filter(
      (number) => this.term(number).startsWith(beginning) && this.documentCount(number) > 0,
    );
  }

  /** Writes the terms that some document has, under their new numbers. */
  *save(writer: IndexWriter, { kept, newNumbers }: Renumbering): Generator<Uint8Array> {
    writer.number(kept.length);
    yield* writer.texts(Array.from(kept, (number) => this.term(number)));
    writer.numbers(kept.map((number) => this.documentCount(number)));
    const grams = [...this.#gramNumbers.keys()];
    const keptGrams = renumber(grams.length, (gram) => this.#isInSomeDocument(gram)).kept;
    writer.number(keptGrams.length);
    yield* writer.texts(Array.from(keptGrams, (gram) => grams[gram] ?? ''));
    yield* this.#termsOfGrams.save(writer, keptGrams, newNumbers, 0);
  }

  #isInSomeDocument(gram: number): boolean {
    const start = this.#termsOfGrams.start(gram);
    const end = start + this.#termsOfGrams.length(gram);
    for (let index = start; index < end; index += 1) {
      if (this.documentCount(this.#termsOfGrams.values[index] ?? 0) > 0) {
        return true;
      }
    }
    return false;
  }

  #addToGram(gram: string, term: number): number {
    let number = this.#gramNumbers.get(gram);
    if (number === undefined) {
      number = this.#gramNumbers.size;
      this.#gramNumbers.set(gram, number);
    }
    this.#termsOfGrams.append(number, term);
    return number;
  }
}
