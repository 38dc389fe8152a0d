import type { Explanation } from './explanation.ts';
import { HitSelection, type Scored } from './hit-selection.ts';
import { describeWord, writtenWords, type DocumentReader, type NamedField } from './matched-words.ts';
import type { TermSet } from './evidence.ts';
import type { Question } from './question.ts';
import { Scoreboard, type ScoredField } from './scoreboard.ts';
import type { Tuning } from './tuning.ts';

/** What one measuring of the ranking gave a document. */
interface Step {
  readonly sets: readonly TermSet[];
  readonly fields: readonly ScoredField[];
  readonly score: number;
}

/** A scoreboard on which the ranking plays as always, and which writes down what each step gives one document. */
export class RecordingScoreboard extends Scoreboard {
  readonly steps: Step[] = [];
  /** What each word in turn added to the document's coverage. */
  readonly covered: number[] = [];
  readonly #document: number;
  #measured: Omit<Step, 'score'> = { sets: [], fields: [] };

  constructor(tuning: Tuning, document: number) {
    super(tuning);
    this.#document = document;
  }

  override measure(...[sets, fields]: Parameters<Scoreboard['measure']>): number {
    this.#measured = { sets, fields };
    return super.measure(sets, fields);
  }

  override addScores(...args: Parameters<Scoreboard['addScores']>): void {
    const before = this.score(this.#document);
    super.addScores(...args);
    this.steps.push({ ...this.#measured, score: this.score(this.#document) - before });
  }

  override addTermScores(...args: Parameters<Scoreboard['addTermScores']>): void {
    const before = this.score(this.#document);
    super.addTermScores(...args);
    this.steps.push({ sets: [], fields: [args[1]], score: this.score(this.#document) - before });
  }

  override closeWord(...args: Parameters<Scoreboard['closeWord']>): void {
    const before = this.coverage(this.#document);
    super.closeWord(...args);
    this.covered.push(this.coverage(this.#document) - before);
  }
}

/** The document that is explained, and what it was asked. */
interface Subject {
  readonly id: string;
  readonly number: number;
  readonly text: string;
  readonly question: Question;
}

/** A scoring that was recorded. */
interface Recorded extends Scored {
  readonly board: RecordingScoreboard;
  readonly fields: readonly (ScoredField & NamedField)[];
}

/** Why a document is found as it is, from what the ranking itself did. */
export function explainSearch(subject: Subject, recorded: Recorded, reader: DocumentReader): Explanation {
  const { board, ideal, tuning } = recorded;
  const { id, number, text, question } = subject;
  const request = { text, offset: 0, limit: Infinity };
  const selection = new HitSelection();
  const all = selection.select(board, request, recorded);
  const rank = all.hits.findIndex((hit) => hit.id === id) + 1;
  const alone = selection.select(board, { ...request, accept: (other) => other === id }, recorded);
  const hit = all.hits[rank - 1] ?? alone.hits[0];
  const score = hit?.score ?? board.score(number);
  const coverageGain = board.score(number) * tuning.coverageGain * (hit?.coverage ?? 0);
  const asked = writtenWords(text, tuning);
  const scores = new Map(board.steps.map((step) => [step.sets, step.score]));
  return {
    words: question.words.map((word, index) => ({
      ...describeWord(word, asked),
      evidence: reader.evidenceFor(word).map(({ evidence, found: { kind, phrase, words } }) => ({
        kind,
        phrase,
        words,
        score: scores.get(evidence.sets) ?? 0,
      })),
      covered: board.covered[index] ?? 0,
    })),
    grams: gramScores(question, recorded),
    coverageGain,
    support: score - board.score(number) - coverageGain,
    score,
    coverage: hit?.coverage ?? 0,
    ideal,
    confidence: all.confidence,
    ...(rank > 0 && { rank }),
  };
}

/** Steps that are no evidence of a word are the grams'; each looks into one field. */
function gramScores({ words }: Question, { board, fields }: Recorded): Explanation['grams'] {
  const evidence = new Set(words.flatMap((word) => word.evidence.map(({ sets }) => sets)));
  const steps = board.steps.filter(({ sets }) => !evidence.has(sets));
  return fields.map(({ name, index }) => ({
    field: name,
    score: steps.filter((step) => step.fields[0]?.index === index).reduce((sum, step) => sum + step.score, 0),
  }));
}
