import type { FieldIndex } from './field-index.ts';
import type { Tuning } from './tuning.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Documents that are compared at once: each is a bit of a 32-bit number. */
export const comparedAtMost = 32;

/** Room for the terms of later documents. */
const spare = 1.25;
/** Whole numbers, so that the order of adding cannot show in a rounding error. */
const weightUnit = 1000;

/** A term with fewer documents is not common, in however small a store. */
const fewestCommon = 10;

/** What the compared documents are part of. */
export interface ComparedCorpus {
  readonly fields: readonly { readonly index: FieldIndex }[];
  readonly vocabulary: Vocabulary;
  /** Documents in all. */
  readonly size: number;
  readonly tuning: Tuning;
}

/**
 * How alike documents are: the cosine of their character grams, each gram counting once, by how few of the compared documents
 * have it. The arrays serve every comparison in turn.
 */
export class Likeness {
  readonly #values = new Float64Array(comparedAtMost * comparedAtMost);
  readonly #norms = new Float64Array(comparedAtMost);
  readonly #members = new Int32Array(comparedAtMost);
  #documentsOfTerm = new Int32Array(0);
  #documentsOfGram = new Int32Array(0);
  readonly #terms: number[] = [];
  readonly #grams: number[] = [];

  /** 0 to 1, by the positions of the two documents in the last comparison; 0 for a document and itself. */
  between(one: number, other: number): number {
    return this.#values[one * comparedAtMost + other] ?? 0;
  }

  /** Compares at most `comparedAtMost` documents; words and grams that many have make none of them alike. */
  compare(documents: readonly number[], corpus: ComparedCorpus): void {
    const { vocabulary, size, tuning } = corpus;
    this.#reserve(vocabulary);
    this.#markTerms(documents, corpus.fields);
    this.#markGrams(vocabulary, Math.max(fewestCommon, tuning.commonTerm * size));
    this.#weigh(documents.length, Math.max(2, Math.floor(tuning.sharedGramLimit * documents.length)));
    this.#normalise(documents.length);
  }

  #markTerms(documents: readonly number[], fields: readonly { readonly index: FieldIndex }[]): void {
    this.#terms.length = 0;
    for (const [position, document] of documents.entries()) {
      for (const { index } of fields) {
        for (const term of index.termsOf(document)) {
          const marked = this.#documentsOfTerm[term] ?? 0;
          if (marked === 0) {
            this.#terms.push(term);
          }
          this.#documentsOfTerm[term] = marked | (1 << position);
        }
      }
    }
  }

  #markGrams(vocabulary: Vocabulary, mostDocuments: number): void {
    this.#grams.length = 0;
    for (const term of this.#terms) {
      const documents = this.#documentsOfTerm[term] ?? 0;
      this.#documentsOfTerm[term] = 0;
      if (vocabulary.documentCount(term) > mostDocuments) {
        continue;
      }
      for (const gram of vocabulary.gramsOf(term)) {
        const marked = this.#documentsOfGram[gram] ?? 0;
        if (marked === 0) {
          this.#grams.push(gram);
        }
        this.#documentsOfGram[gram] = marked | documents;
      }
    }
  }

  #weigh(documentCount: number, most: number): void {
    this.#values.fill(0);
    this.#norms.fill(0);
    const weights = Array.from({ length: most + 1 }, (_, count) =>
      Math.round(weightUnit * Math.log((documentCount + 1) / (count + 0.5)) ** 2),
    );
    for (const gram of this.#grams) {
      const count = this.#readMembers(this.#documentsOfGram[gram] ?? 0);
      this.#documentsOfGram[gram] = 0;
      const weight = weights[count];
      if (weight !== undefined) {
        this.#addWeight(count, weight);
      }
    }
  }

  #readMembers(documents: number): number {
    let count = 0;
    for (let left = documents; left !== 0; left &= left - 1) {
      this.#members[count] = 31 - Math.clz32(left & -left);
      count += 1;
    }
    return count;
  }

  #addWeight(count: number, weight: number): void {
    for (let index = 0; index < count; index += 1) {
      const one = this.#members[index] ?? 0;
      this.#norms[one] = (this.#norms[one] ?? 0) + weight;
      for (let next = index + 1; next < count; next += 1) {
        const place = one * comparedAtMost + (this.#members[next] ?? 0);
        this.#values[place] = (this.#values[place] ?? 0) + weight;
      }
    }
  }

  #normalise(documentCount: number): void {
    for (let one = 0; one < documentCount; one += 1) {
      for (let other = one + 1; other < documentCount; other += 1) {
        const shared = this.between(one, other);
        const whole = Math.sqrt((this.#norms[one] ?? 0) * (this.#norms[other] ?? 0));
        const likeness = shared === 0 ? 0 : shared / whole;
        this.#values[one * comparedAtMost + other] = likeness;
        this.#values[other * comparedAtMost + one] = likeness;
      }
    }
  }

  #reserve(vocabulary: Vocabulary): void {
    if (this.#documentsOfTerm.length < vocabulary.size) {
      this.#documentsOfTerm = new Int32Array(Math.ceil(vocabulary.size * spare));
    }
    if (this.#documentsOfGram.length < vocabulary.gramCount) {
      this.#documentsOfGram = new Int32Array(Math.ceil(vocabulary.gramCount * spare));
    }
  }
}
