import { measureCost, type Cost } from './measure-cost.ts';
import { measureWithheld, type ConfidenceMeasures } from './measure-confidence.ts';
import type { Answer, EngineKind } from './measured-engine.ts';
import type { Doc, EvaluationSet, Query } from './read-set.ts';
import { measureRetrieval, type RetrievalMeasures } from './retrieval-measures.ts';

export interface AnsweredQuery extends Answer {
  readonly query: Query;
}

/** What an engine does on a set. */
export interface SetFigures {
  readonly set: EvaluationSet;
  readonly engine: string;
  readonly answers: readonly AnsweredQuery[];
  /** Left out when no query says what it should find. */
  readonly quality: RetrievalMeasures | undefined;
  readonly confidence: ConfidenceMeasures | undefined;
  readonly cost: Cost;
}

export function measureSet(kind: EngineKind, set: EvaluationSet): SetFigures {
  const cost = measureCost(
    kind,
    set.docs,
    set.queries.map(({ text }) => text),
  );
  const answers = answerAll(kind, set);
  return {
    set,
    engine: kind.name,
    answers,
    quality: toQuality(answers),
    confidence: measureWithheld(kind, set),
    cost,
  };
}

/** nDCG@10 on each of the sets; sets of the same documents share an engine. */
export function measureNdcg(kind: EngineKind, sets: readonly EvaluationSet[]): number[] {
  const byBase = Map.groupBy(sets, (set) => set.base);
  const figures = new Map<EvaluationSet, number>();
  for (const alike of byBase.values()) {
    const engine = kind.create();
    engine.load(alike[0]?.docs ?? []);
    for (const set of alike) {
      const answers = set.queries.map((query) => ({ query, ...engine.search(query.text) }));
      figures.set(set, toQuality(answers)?.ndcgAt10 ?? Number.NaN);
    }
    engine.close();
  }
  return sets.map((set) => figures.get(set) ?? Number.NaN);
}

function answerAll(
  kind: EngineKind,
  { docs, queries }: { docs: readonly Doc[]; queries: readonly Query[] },
): AnsweredQuery[] {
  const engine = kind.create();
  engine.load(docs);
  const answers = queries.map((query) => ({ query, ...engine.search(query.text) }));
  engine.close();
  return answers;
}

function toQuality(answers: readonly AnsweredQuery[]): RetrievalMeasures | undefined {
  const judged = answers.flatMap(({ ranked, query }) =>
    query.relevant === undefined ? [] : [{ ranked, relevant: query.relevant }],
  );
  return judged.length === 0 ? undefined : measureRetrieval(judged);
}
