import type { Question, QuestionWord } from './question.ts';
import type { Scoreboard, ScoredField } from './scoreboard.ts';
import type { Tuning } from './tuning.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A gram with fewer documents costs nothing worth saving. */
const fewestCommon = 100;

/** How telling it is to have what `count` of `size` documents have: BM25's inverse document frequency, sharpened. */
export function rarity(count: number, { size, tuning }: { size: number; tuning: Tuning }): number {
  return Math.log(1 + (size - count + 0.5) / (count + 0.5)) ** tuning.rarityPower;
}

/** What a document would have that answered the question in full, to measure the real ones by. */
export interface Ideal {
  readonly coverage: number;
  readonly score: number;
}

/** What is searched, and how it is weighed. */
export interface Corpus {
  readonly fields: readonly ScoredField[];
  readonly vocabulary: Vocabulary;
  /** Documents in all. */
  readonly size: number;
  readonly tuning: Tuning;
}

/** Scores all documents for the words and the grams of a question. */
export function scoreQuestion(board: Scoreboard, question: Question, corpus: Corpus): Ideal {
  let coverage = 0;
  let score = 0;
  // Of weak words alone nothing is ever covered in full: they make no answer by themselves.
  const weakOnly = question.words.every((word) => word.telling < 1);
  for (const word of question.words) {
    const ideal = scoreWord(board, word, corpus);
    coverage += ideal.coverage * (weakOnly ? 1 : word.telling);
    score += ideal.score;
  }
  return { coverage, score: score + scoreGrams(board, question, corpus) };
}

/** A word's own evidence stands before its stand-ins, so its worth is known when a stand-in is to cover it. */
function scoreWord(board: Scoreboard, word: QuestionWord, corpus: Corpus): Ideal {
  const { tuning } = corpus;
  let worth = 0;
  let asked = 0;
  let found = 0;
  let replaced = false;
  let doubtful = false;
  for (const evidence of word.evidence) {
    const count = board.measure(evidence.sets, corpus.fields);
    const telling = rarity(count, corpus);
    worth += evidence.share * telling;
    const covered = evidence.coverage * (evidence.share === 0 ? worth : telling);
    board.addScores(evidence.weight * telling, tuning.wordSaturation, covered * word.telling);
    asked += evidence.weight * telling;
    found += count === 0 ? 0 : evidence.weight * telling;
    const standsInForAll = evidence.kind === 'synonym' || evidence.kind === 'completion';
    replaced ||= standsInForAll && count > 0;
    doubtful ||= evidence.doubtful === true;
  }
  board.closeWord(worth * word.telling);
  // Where documents have a synonym, a perfect one needs none of the words that no document has.
  const score = replaced ? found : asked;
  return { coverage: doubtful && !replaced ? worth / tuning.doubtfulCoverage : worth, score };
}

/**
 * The gram channel: for each field its own BM25 over the character grams asked for. It finds what words miss (endings,
 * typing errors, compounds nobody can split) and adds little where words have found everything.
 */
function scoreGrams(board: Scoreboard, question: Question, corpus: Corpus): number {
  const { tuning } = corpus;
  let ideal = 0;
  for (const field of corpus.fields) {
    const fieldWeight = Math.sqrt(field.weight) * tuning.gramWeight;
    for (const [gram, weight] of question.grams) {
      const terms = corpus.vocabulary.termsWith(gram);
      if (!isCommon(terms, field, corpus)) {
        board.addTermScores(terms, field, (count) => weight * fieldWeight * rarity(count, corpus));
        ideal += weight * fieldWeight * rarity(1, corpus);
      }
    }
  }
  return ideal;
}

/** Whether so many documents have a gram in this field that it would tell next to nothing and cost the most time. */
function isCommon(terms: Uint32Array, field: ScoredField, { size, tuning }: Corpus): boolean {
  let count = 0;
  for (const term of terms) {
    count += field.index.documentCount(term);
  }
  return count > Math.max(fewestCommon, tuning.commonGram * size);
}
