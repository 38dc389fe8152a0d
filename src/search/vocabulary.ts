import { gramsOf } from './grams.ts';
import { PostingLists } from './posting-lists.ts';

/**
 * The terms (stems) of all documents, how many documents each is in, and which terms each character gram is in. Terms keep
 * their number for ever; one that is in no document any more counts as unknown.
 */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();
  readonly #terms: string[] = [];
  #documents = new Int32Array(1024);
  readonly #gramNumbers = new Map<string, number>();
  readonly #termsOfGrams = new PostingLists();
  #version = 0;

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
    for (const gram of gramsOf(term)) {
      this.#addToGram(gram, number);
    }
    return number;
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

  #addToGram(gram: string, term: number): void {
    let number = this.#gramNumbers.get(gram);
    if (number === undefined) {
      number = this.#gramNumbers.size;
      this.#gramNumbers.set(gram, number);
    }
    this.#termsOfGrams.append(number, term);
  }
}
