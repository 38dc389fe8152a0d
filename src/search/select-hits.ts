import type { Ideal } from './rank.ts';
import type { Scoreboard } from './scoreboard.ts';
import type { Hit, SearchRequest, SearchResult } from './search-engine.ts';
import type { Tuning } from './tuning.ts';

interface Documents {
  readonly ids: readonly string[];
  readonly ideal: Ideal;
  readonly tuning: Tuning;
}

/**
 * The asked-for page of the documents that match, best first, equals by id. A document matches when its score is not far
 * below the best; nothing matches when no such document has a word of the question or one that resembles it.
 */
export function selectHits(board: Scoreboard, request: SearchRequest, documents: Documents): SearchResult {
  const matching = matchingHits(board, request, documents);
  matching.sort(byScore);
  return {
    hits: matching.slice(request.offset, request.offset + request.limit),
    total: matching.length,
    confidence: confidenceIn(matching[0], documents),
  };
}

function matchingHits(board: Scoreboard, request: SearchRequest, documents: Documents): Hit[] {
  // Only what could still pass the cut is looked at closely; asking `accept` is the dearest part.
  const { tuning } = documents;
  const found: Hit[] = [];
  let best = 0;
  for (const number of board.candidates()) {
    const coverage = shareOf(board.coverage(number), documents.ideal.coverage);
    const score = board.score(number) * (1 + tuning.coverageGain * coverage);
    const id = documents.ids[number] ?? '';
    if (score >= tuning.scoreCut * best && (request.accept === undefined || request.accept(id))) {
      best = Math.max(best, score);
      found.push({ id, score, coverage });
    }
  }
  const matching = found.filter((hit) => hit.score >= tuning.scoreCut * best);
  return matching.some((hit) => hit.coverage > 0) ? matching : [];
}

function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.min(1, part / whole);
}

function byScore(one: Hit, other: Hit): number {
  return other.score - one.score || (one.id < other.id ? -1 : 1);
}

/** Evidence is the share of the ideal score, counting more the more there was to be found. */
function confidenceIn(best: Hit | undefined, { ideal, tuning }: Documents): number {
  if (best === undefined) {
    return 0;
  }
  const evidence = shareOf(best.score, ideal.score) * Math.log(1 + best.score);
  return evidence / (evidence + tuning.evenEvidence);
}
