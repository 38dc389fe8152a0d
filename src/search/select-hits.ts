import { kthLargest } from './kth-largest.ts';
import { comparedAtMost, type ComparedCorpus, type Likeness } from './likeness.ts';
import type { Ideal } from './rank.ts';
import type { Scoreboard } from './scoreboard.ts';
import type { Hit, SearchRequest, SearchResult } from './search-engine.ts';

/** What the selection knows of the documents that were scored. */
export interface Scored extends ComparedCorpus {
  /** By the documents' numbers. */
  readonly ids: readonly string[];
  readonly likeness: Likeness;
  readonly ideal: Ideal;
}

interface Found extends Hit {
  readonly number: number;
}

/** The asked-for page of the documents that match, best first, equals by id. A document matches when its score is not far below the best. */
export function selectHits(board: Scoreboard, request: SearchRequest, scored: Scored): SearchResult {
  const { numbers, scores, total } = matchingDocuments(board, request, scored);
  const count = Math.max(request.offset + request.limit, comparedAtMost);
  const least = total > count ? kthLargest(scores.slice(0, total), total, count) : 0;
  const found: Found[] = [];
  for (let index = 0; index < total; index += 1) {
    const number = numbers[index] ?? 0;
    const score = scores[index] ?? 0;
    if (score >= least) {
      found.push({
        number,
        id: scored.ids[number] ?? '',
        score,
        coverage: coverageOf(board, number, scored),
      });
    }
  }
  const hits = withSupport(found.sort(byScore), scored).sort(byScore);
  return {
    hits: hits
      .slice(request.offset, request.offset + request.limit)
      .map(({ id, score, coverage }) => ({ id, score, coverage })),
    total,
    confidence: confidenceIn(hits[0], scored),
  };
}

/** The numbers and scores of all that match, in the first `total` places. */
function matchingDocuments(
  board: Scoreboard,
  { accept }: SearchRequest,
  scored: Scored,
): { numbers: Int32Array; scores: Float64Array; total: number } {
  const { scoreCut, coverageGain } = scored.tuning;
  const candidates = board.candidates();
  const numbers = new Int32Array(candidates.length);
  const scores = new Float64Array(candidates.length);
  let count = 0;
  let best = 0;
  for (const number of candidates) {
    const score = board.score(number) * (1 + coverageGain * coverageOf(board, number, scored));
    // Only what could still pass the cut is asked for: `accept` is the dearest part.
    if (score > 0 && score >= scoreCut * best && (accept === undefined || accept(scored.ids[number] ?? ''))) {
      best = Math.max(best, score);
      numbers[count] = number;
      scores[count] = score;
      count += 1;
    }
  }
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    const score = scores[index] ?? 0;
    if (score >= scoreCut * best) {
      numbers[total] = numbers[index] ?? 0;
      scores[total] = score;
      total += 1;
    }
  }
  return { numbers, scores, total };
}

/**
 * The best documents support each other: each gains by what the ones like it score, so that one which says the same in other words
 * is found with them (F. Diaz, "Regularizing ad hoc retrieval scores", CIKM 2005).
 */
function withSupport(found: readonly Found[], scored: Scored): Found[] {
  const { likeness, tuning } = scored;
  const best = found.slice(0, comparedAtMost);
  if (best.length < 2 || tuning.supportWeight === 0) {
    return [...found];
  }
  likeness.compare(
    best.map(({ number }) => number),
    scored,
  );
  const supported = best.map(({ number, id, score: own, coverage }, position) => {
    let all = tuning.loneliness;
    let support = 0;
    for (const [other, { score }] of best.entries()) {
      const weight = likeness.between(position, other) ** 2;
      all += weight;
      support += weight * score;
    }
    return { number, id, score: own + (tuning.supportWeight * support) / all, coverage };
  });
  return [...supported, ...found.slice(comparedAtMost)];
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
