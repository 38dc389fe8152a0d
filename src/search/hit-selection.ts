import { kthLargest } from './kth-largest.ts';
import { comparedAtMost, Likeness, type ComparedCorpus } from './likeness.ts';
import type { Ideal } from './rank.ts';
import type { Scoreboard } from './scoreboard.ts';
import type { Hit, SearchRequest, SearchResult } from './search-engine.ts';

/** Room for later documents. */
const spare = 1.25;

/** What the selection knows of the documents that were scored. */
export interface Scored extends ComparedCorpus {
  /** By the documents' numbers. */
  readonly ids: readonly string[];
  readonly ideal: Ideal;
}

interface Found extends Hit {
  readonly number: number;
}

/** Chooses from the scored documents. The arrays serve every search in turn. */
export class HitSelection {
  readonly #likeness = new Likeness();
  #numbers = new Int32Array(0);
  #scores = new Float64Array(0);
  #sorted = new Float64Array(0);

  /** The asked-for page of the documents that match, best first, equals by id. A document matches when its score is not far below the best. */
  select(board: Scoreboard, request: SearchRequest, scored: Scored): SearchResult {
    const total = this.#findMatching(board, request, scored);
    const best = this.#best(board, total, Math.max(request.offset + request.limit, comparedAtMost), scored);
    const hits = this.#withSupport(best, scored).sort(byScore);
    return {
      hits: hits
        .slice(request.offset, request.offset + request.limit)
        .map(({ id, score, coverage }) => ({ id, score, coverage })),
      total,
      confidence: confidenceIn(hits[0], scored),
    };
  }

  /** Puts the numbers and scores of all that match into the first places, and answers how many there are. */
  #findMatching(board: Scoreboard, { accept }: SearchRequest, scored: Scored): number {
    const { scoreCut, coverageGain } = scored.tuning;
    const candidates = board.candidates();
    this.#reserve(candidates.length);
    let count = 0;
    let best = 0;
    for (const number of candidates) {
      const score = board.score(number) * (1 + coverageGain * coverageOf(board, number, scored));
      // Only what could still pass the cut is asked for: `accept` is the dearest part.
      const isGood = score > 0 && score >= scoreCut * best;
      if (isGood && (accept === undefined || accept(scored.ids[number] ?? ''))) {
        best = Math.max(best, score);
        this.#numbers[count] = number;
        this.#scores[count] = score;
        count += 1;
      }
    }
    let total = 0;
    for (let index = 0; index < count; index += 1) {
      const score = this.#scores[index] ?? 0;
      if (score >= scoreCut * best) {
        this.#numbers[total] = this.#numbers[index] ?? 0;
        this.#scores[total] = score;
        total += 1;
      }
    }
    return total;
  }

  /** At least the best `count` of all that match, best first. */
  #best(board: Scoreboard, total: number, count: number, scored: Scored): Found[] {
    this.#sorted.set(this.#scores.subarray(0, total));
    const least = total > count ? kthLargest(this.#sorted, total, count) : 0;
    const found: Found[] = [];
    for (let index = 0; index < total; index += 1) {
      const number = this.#numbers[index] ?? 0;
      const score = this.#scores[index] ?? 0;
      if (score >= least) {
        found.push({
          number,
          id: scored.ids[number] ?? '',
          score,
          coverage: coverageOf(board, number, scored),
        });
      }
    }
    return found.sort(byScore);
  }

  /**
   * The best documents support each other: each gains by what the ones like it score, so that one which says the same in other
   * words is found with them (F. Diaz, "Regularizing ad hoc retrieval scores", CIKM 2005).
   */
  #withSupport(found: readonly Found[], scored: Scored): Found[] {
    const { supportWeight, loneliness } = scored.tuning;
    const best = found.slice(0, comparedAtMost);
    if (best.length < 2 || supportWeight === 0) {
      return [...found];
    }
    this.#likeness.compare(
      best.map(({ number }) => number),
      scored,
    );
    const supported = best.map(({ number, id, score: own, coverage }, position) => {
      let all = loneliness;
      let support = 0;
      for (const [other, { score }] of best.entries()) {
        const weight = this.#likeness.between(position, other) ** 2;
        all += weight;
        support += weight * score;
      }
      return { number, id, score: own + (supportWeight * support) / all, coverage };
    });
    return [...supported, ...found.slice(comparedAtMost)];
  }

  #reserve(count: number): void {
    if (this.#numbers.length < count) {
      const room = Math.ceil(count * spare);
      this.#numbers = new Int32Array(room);
      this.#scores = new Float64Array(room);
      this.#sorted = new Float64Array(room);
    }
  }
}

function coverageOf(board: Scoreboard, number: number, { ideal }: Scored): number {
  return shareOf(board.coverage(number), ideal.coverage);
}

function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.min(1, part / whole);
}

function byScore(one: Hit, other: Hit): number {
  return other.score - one.score || (one.id < other.id ? -1 : 1);
}

/** Evidence is the share of the ideal score, counting more the more there was to be found. */
function confidenceIn(best: Hit | undefined, { ideal, tuning }: Scored): number {
  if (best === undefined) {
    return 0;
  }
  const evidence = shareOf(best.score, ideal.score) * Math.log(1 + best.score);
  return evidence / (evidence + tuning.evenEvidence);
}
