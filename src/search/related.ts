import { rarity } from './rank.ts';
import type { Scoreboard } from './scoreboard.ts';
import type { Hit, RelatedRequest } from './search-engine.ts';
import { subjectSaturation, subjectsOf, type SubjectCorpus } from './subjects.ts';

/** The most telling subjects of a document speak for it. */
const subjectLimit = 30;
/**
 * Two of three make a document related: it shares several subjects, for one word in common may be a coincidence; it scores at
 * least half of what the document itself does; it scores so much of that and of what a word of one document alone is worth.
 */
const sharedSubjects = 2;
const sharedHalf = 0.5;
const share = { own: 0.1, rarest: 0.13 };
/** A document below this share of the best score is not shown beside it. */
const shareOfBest = 0.3;

/** What is searched, and how it is weighed. */
export interface RelatedCorpus extends SubjectCorpus {
  /** By the documents' numbers. */
  readonly ids: readonly string[];
}

/**
 * The documents that speak of what the given one speaks of: BM25F over its subjects, each weighed by its rarity and by how
 * strongly the given document speaks of it. The board must have begun.
 */
export function findRelatedHits(
  board: Scoreboard,
  document: number,
  request: RelatedRequest,
  corpus: RelatedCorpus,
): readonly Hit[] {
  for (const { ways, worth } of subjectsOf(document, corpus).slice(0, subjectLimit)) {
    for (const way of ways) {
      board.measure(way, corpus.fields);
      board.addScores(worth, subjectSaturation, 1);
    }
    board.closeWord(1);
  }
  return selectRelated(board, document, request, corpus);
}

/** Best first, equals by id. */
function selectRelated(
  board: Scoreboard,
  document: number,
  { accept, limit }: RelatedRequest,
  corpus: RelatedCorpus,
): readonly Hit[] {
  const own = board.score(document);
  const least = Math.max(share.own * own, share.rarest * rarity(1, corpus));
  const found: Hit[] = [];
  let best = 0;
  for (const number of board.candidates()) {
    const score = board.score(number);
    // What the board calls coverage is here the number of shared subjects.
    const evidence =
      Number(board.coverage(number) >= sharedSubjects) +
      Number(score >= sharedHalf * own) +
      Number(score >= least);
    const id = corpus.ids[number] ?? '';
    const isRelated = number !== document && evidence >= 2 && score >= shareOfBest * best;
    // Asking `accept` is the dearest part.
    if (isRelated && (accept === undefined || accept(id))) {
      best = Math.max(best, score);
      found.push({ id, score, coverage: Math.min(1, score / own) });
    }
  }
  return found
    .filter(({ score }) => score >= shareOfBest * best)
    .sort((one, other) => other.score - one.score || (one.id < other.id ? -1 : 1))
    .slice(0, limit);
}
