import type { FieldIndex } from './field-index.ts';
import type { TermSet } from './evidence.ts';
import type { Tuning } from './tuning.ts';

/** A field as the scoring sees it. */
export interface ScoredField {
  readonly index: FieldIndex;
  readonly weight: number;
  readonly lengthNormalisation: number;
}

/**
 * What one search knows about each document. The arrays serve every search in turn; what one touched it clears.
 * Occurrences are added up as whole numbers before anything is divided, so the order in which documents came cannot show in a score.
 */
export class Scoreboard {
  readonly #tuning: Tuning;
  #capacity = 0;
  #sums = new Int32Array(0);
  #summed = new Int32Array(0);
  #strengths = new Float64Array(0);
  #strong = new Int32Array(0);
  #strongCount = 0;
  #scores = new Float64Array(0);
  #coverages = new Float64Array(0);
  #wordCoverages = new Float64Array(0);
  #covered = new Int32Array(0);
  #coveredCount = 0;
  #isCandidate = new Uint8Array(0);
  #candidates = new Int32Array(0);
  #candidateCount = 0;

  constructor(tuning: Tuning) {
    this.#tuning = tuning;
  }

  /** Clears what the last search left and makes room for documents numbered below `count`. */
  begin(count: number): void {
    for (const document of this.candidates()) {
      this.#scores[document] = 0;
      this.#coverages[document] = 0;
      this.#isCandidate[document] = 0;
    }
    this.#candidateCount = 0;
    if (count > this.#capacity) {
      this.#allocate(Math.max(count, this.#capacity * 2));
    }
  }

  /** The documents that anything spoke for. */
  candidates(): Int32Array {
    return this.#candidates.subarray(0, this.#candidateCount);
  }

  score(document: number): number {
    return this.#scores[document] ?? 0;
  }

  coverage(document: number): number {
    return this.#coverages[document] ?? 0;
  }

  /** Measures how strongly each document speaks of all the sets (BM25F: weighted, length-normalised occurrences); answers how many do. */
  measure(sets: readonly TermSet[], fields: readonly ScoredField[]): number {
    this.#strongCount = 0;
    for (const [position, set] of sets.entries()) {
      const earlier = position === 0 ? undefined : this.#takeStrengths();
      for (const field of fields) {
        this.#addField(set, field);
      }
      if (earlier !== undefined) {
        this.#keepWeaker(earlier);
      }
    }
    return this.#strongCount;
  }

  /** Adds to the scores what was measured last, saturated, and forgets it. */
  addScores(weight: number, saturation: number, wordCoverage: number): void {
    for (let index = 0; index < this.#strongCount; index += 1) {
      const document = this.#strong[index] ?? 0;
      const strength = this.#strengths[document] ?? 0;
      this.#strengths[document] = 0;
      this.#addCandidate(document);
      this.#scores[document] = this.score(document) + (weight * strength) / (strength + saturation);
      this.#addCoverage(document, wordCoverage);
    }
    this.#strongCount = 0;
  }

  /**
   * Measures and adds at once what one set of terms is worth in one field, the field's weight left aside. `toWeight` makes the
   * weight of how many documents have one of the terms.
   */
  addTermScores(terms: ArrayLike<number>, field: ScoredField, toWeight: (count: number) => number): void {
    const saturation = this.#tuning.gramSaturation;
    let count = 0;
    for (let index = 0; index < terms.length; index += 1) {
      count = field.index.addOccurrences(terms[index] ?? 0, 1, this.#sums, this.#summed, count);
    }
    const weight = toWeight(count);
    for (let index = 0; index < count; index += 1) {
      const document = this.#summed[index] ?? 0;
      const occurrences = this.#sums[document] ?? 0;
      this.#sums[document] = 0;
      const length = 1 + field.lengthNormalisation * (field.index.relativeLength(document) - 1);
      this.#addCandidate(document);
      this.#scores[document] =
        this.score(document) + (weight * occurrences) / (occurrences + saturation * length);
    }
  }

  #addCandidate(document: number): void {
    if (this.#isCandidate[document] === 0) {
      this.#isCandidate[document] = 1;
      this.#candidates[this.#candidateCount] = document;
      this.#candidateCount += 1;
    }
  }

  /** Counts what covered the word since the last call, at most `weight`, into each document's coverage. */
  closeWord(weight: number): void {
    for (const document of this.#covered.subarray(0, this.#coveredCount)) {
      const covered = Math.min(this.#wordCoverages[document] ?? 0, weight);
      this.#coverages[document] = this.coverage(document) + covered;
      this.#wordCoverages[document] = 0;
    }
    this.#coveredCount = 0;
  }

  #addCoverage(document: number, wordCoverage: number): void {
    const before = this.#wordCoverages[document] ?? 0;
    if (before === 0 && wordCoverage > 0) {
      this.#covered[this.#coveredCount] = document;
      this.#coveredCount += 1;
    }
    this.#wordCoverages[document] = before + wordCoverage;
  }

  #addField(set: TermSet, field: ScoredField): void {
    const { ownOccurrence, formOccurrence, containedOccurrence } = this.#tuning;
    let count = 0;
    for (const [terms, worth] of [
      [set.own, ownOccurrence],
      [set.forms, formOccurrence],
      [set.contained, containedOccurrence],
    ] as const) {
      for (let index = 0; index < terms.length; index += 1) {
        count = field.index.addOccurrences(terms[index] ?? 0, worth, this.#sums, this.#summed, count);
      }
    }
    const weight = field.weight / ownOccurrence;
    for (let index = 0; index < count; index += 1) {
      const document = this.#summed[index] ?? 0;
      const occurrences = this.#sums[document] ?? 0;
      this.#sums[document] = 0;
      const length = 1 + field.lengthNormalisation * (field.index.relativeLength(document) - 1);
      this.#addStrength(document, (weight * occurrences) / length);
    }
  }

  #addStrength(document: number, strength: number): void {
    const before = this.#strengths[document] ?? 0;
    if (before === 0) {
      this.#strong[this.#strongCount] = document;
      this.#strongCount += 1;
    }
    this.#strengths[document] = before + strength;
  }

  #takeStrengths(): Map<number, number> {
    const taken = new Map<number, number>();
    for (const document of this.#strong.subarray(0, this.#strongCount)) {
      taken.set(document, this.#strengths[document] ?? 0);
      this.#strengths[document] = 0;
    }
    this.#strongCount = 0;
    return taken;
  }

  #keepWeaker(earlier: ReadonlyMap<number, number>): void {
    for (const [document, strength] of this.#takeStrengths()) {
      const weaker = Math.min(strength, earlier.get(document) ?? 0);
      if (weaker > 0) {
        this.#addStrength(document, weaker);
      }
    }
  }

  #allocate(capacity: number): void {
    this.#capacity = capacity;
    this.#sums = new Int32Array(capacity);
    this.#summed = new Int32Array(capacity);
    this.#strengths = new Float64Array(capacity);
    this.#strong = new Int32Array(capacity);
    this.#scores = new Float64Array(capacity);
    this.#coverages = new Float64Array(capacity);
    this.#wordCoverages = new Float64Array(capacity);
    this.#covered = new Int32Array(capacity);
    this.#isCandidate = new Uint8Array(capacity);
    this.#candidates = new Int32Array(capacity);
  }
}
