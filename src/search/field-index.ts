import type { IndexReader } from './saved/index-reader.ts';
import type { IndexWriter } from './saved/index-writer.ts';
import { PostingLists } from './posting-lists.ts';
import type { Renumbering } from './saved/renumbering.ts';
import { turnAround } from './turn-around.ts';

const occurrenceBits = 8;
const maximalOccurrences = 255;

/** One field of all documents: for each term the documents with it, and how long each document's field is. */
export class FieldIndex {
  /** Per term: document number and occurrences, packed. */
  #documentsOfTerms = new PostingLists();
  /** Per document: its terms, to take it out again. */
  #termsOfDocuments = new PostingLists();
  #lengths = new Uint32Array(256);
  #totalLength = 0;
  #filled = 0;

  /** What `save` wrote, over so many terms and documents. Throws `UnreadableIndexError`. */
  static load(reader: IndexReader, termCount: number, documentCount: number): FieldIndex {
    const field = new FieldIndex();
    const documentsOfTerms = reader.lists(termCount);
    field.#termsOfDocuments = PostingLists.of(turnAround(documentsOfTerms, documentCount, occurrenceBits));
    field.#documentsOfTerms = PostingLists.of(documentsOfTerms);
    for (const [document, length] of reader.numbers(documentCount).entries()) {
      field.#setLength(document, length);
    }
    return field;
  }

  /** Which terms a document has is not written: that is the same the other way round. */
  *save(writer: IndexWriter, terms: Renumbering, documents: Renumbering): Generator<Uint8Array> {
    yield* this.#documentsOfTerms.save(writer, terms.kept, documents.newNumbers, occurrenceBits);
    writer.numbers(documents.kept.map((document) => this.#lengths[document] ?? 0));
  }

  add(document: number, terms: readonly number[]): void {
    const occurrences = new Map<number, number>();
    for (const term of terms) {
      occurrences.set(term, (occurrences.get(term) ?? 0) + 1);
    }
    for (const [term, count] of occurrences) {
      const packed = (document << occurrenceBits) | Math.min(count, maximalOccurrences);
      this.#documentsOfTerms.append(term, packed >>> 0);
      this.#termsOfDocuments.append(document, term);
    }
    this.#setLength(document, terms.length);
  }

  remove(document: number): void {
    for (const term of this.termsOf(document)) {
      this.#documentsOfTerms.remove(term, document, occurrenceBits);
    }
    this.#termsOfDocuments.clear(document);
    this.#setLength(document, 0);
  }

  termsOf(document: number): Uint32Array {
    const start = this.#termsOfDocuments.start(document);
    return this.#termsOfDocuments.values.subarray(start, start + this.#termsOfDocuments.length(document));
  }

  /** How many documents have the term in this field. */
  documentCount(term: number): number {
    return this.#documentsOfTerms.length(term);
  }

  /** Adds `weight` per occurrence of the term to each document's sum, and lists the documents that had none. */
  addOccurrences(term: number, weight: number, sums: Int32Array, touched: Int32Array, count: number): number {
    const values = this.#documentsOfTerms.values;
    const start = this.#documentsOfTerms.start(term);
    const end = start + this.#documentsOfTerms.length(term);
    let touchedCount = count;
    for (let index = start; index < end; index += 1) {
      const packed = values[index] ?? 0;
      const document = packed >>> occurrenceBits;
      const sum = sums[document] ?? 0;
      if (sum === 0) {
        touched[touchedCount] = document;
        touchedCount += 1;
      }
      sums[document] = sum + weight * (packed & maximalOccurrences);
    }
    return touchedCount;
  }

  /** How long the document's field is, 1 being the average of the documents that have the field. */
  relativeLength(document: number): number {
    return this.#totalLength === 0 ? 1 : ((this.#lengths[document] ?? 0) * this.#filled) / this.#totalLength;
  }

  #setLength(document: number, length: number): void {
    if (document >= this.#lengths.length) {
      const larger = new Uint32Array(Math.max(document + 1, this.#lengths.length * 2));
      larger.set(this.#lengths);
      this.#lengths = larger;
    }
    const before = this.#lengths[document] ?? 0;
    this.#lengths[document] = length;
    this.#totalLength += length - before;
    this.#filled += Number(length > 0) - Number(before > 0);
  }
}
