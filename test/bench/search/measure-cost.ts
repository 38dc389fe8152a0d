import { median } from '../figures.ts';
import type { EngineKind, MeasuredEngine } from './measured-engine.ts';
import { usedBytes } from './memory.ts';
import type { Doc } from './read-set.ts';
import { percentile } from './retrieval-measures.ts';

const warmUpDocs = 500;
const warmUpRounds = 2;
const changes = 21;

export interface Cost {
  readonly buildMs: number;
  /** Each question asked once: nothing is remembered of it. */
  readonly times: readonly number[];
  readonly p50: number;
  readonly p95: number;
  /** 95 % of the same questions asked once more. */
  readonly p95Again: number;
  /** Bytes per document that the engine holds once the questions are asked; the texts are not counted. */
  readonly bytesPerDoc: number;
  /** The same before the first question. */
  readonly builtBytesPerDoc: number;
  /** Bytes of the whole process that are still needed: texts, questions, code and the engine. */
  readonly wholeBytes: number;
  /** From putting a changed document to the end of the first search for it. */
  readonly changeMs: number;
}

/** Builds an engine and asks it; another one is asked before that, so that the code is compiled but nothing is remembered. */
export function measureCost(kind: EngineKind, docs: readonly Doc[], questions: readonly string[]): Cost {
  warmUp(kind, docs, questions);
  const times = Array.from<number>({ length: questions.length }).fill(0);
  const timesAgain = [...times];
  const before = usedBytes();
  const engine = kind.create();
  const started = performance.now();
  engine.load(docs);
  const buildMs = performance.now() - started;
  const built = usedBytes() + engine.bytesOutsideNode();
  ask(engine, questions, times);
  const asked = usedBytes() + engine.bytesOutsideNode();
  ask(engine, questions, timesAgain);
  const changeMs = measureChanges(engine, docs, questions);
  engine.close();
  const count = Math.max(1, docs.length);
  return {
    buildMs,
    times,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    p95Again: percentile(timesAgain, 0.95),
    bytesPerDoc: (asked - before) / count,
    builtBytesPerDoc: (built - before) / count,
    wholeBytes: asked,
    changeMs,
  };
}

function warmUp(kind: EngineKind, docs: readonly Doc[], questions: readonly string[]): void {
  const engine = kind.create();
  engine.load(docs.slice(0, warmUpDocs));
  for (let round = 1; round <= warmUpRounds; round += 1) {
    ask(engine, questions, []);
  }
  engine.close();
}

function ask(engine: MeasuredEngine, questions: readonly string[], times: number[]): void {
  for (const [index, question] of questions.entries()) {
    const started = performance.now();
    engine.search(question);
    times[index] = performance.now() - started;
  }
}

/** Each change brings a word that no document has; the search asks for it together with an ordinary question. */
function measureChanges(engine: MeasuredEngine, docs: readonly Doc[], questions: readonly string[]): number {
  const times: number[] = [];
  for (let change = 0; change < changes; change += 1) {
    const doc = docs[Math.floor((change * docs.length) / changes)];
    const question = questions[change % questions.length];
    if (doc === undefined || question === undefined) {
      return 0;
    }
    const word = `Quokka${'abcdefghijklmnopqrstu'.charAt(change).repeat(3)}`;
    const started = performance.now();
    engine.put({ ...doc, text: `${doc.text} ${word}` });
    const { ranked } = engine.search(`${question} ${word}`);
    times.push(performance.now() - started);
    if (!ranked.includes(doc.id) && !engine.search(word).ranked.includes(doc.id)) {
      throw new Error(`The changed document ${doc.id} is not found by its new word`);
    }
    engine.put(doc);
  }
  return median(times);
}
