import type { EngineKind } from './measured-engine.ts';
import type { Doc, EvaluationSet, Query } from './read-set.ts';
import { areaUnderCurve } from './retrieval-measures.ts';

/** How well an engine knows what it cannot answer. */
export interface ConfidenceMeasures {
  readonly answerable: number;
  readonly unanswerable: number;
  /** How often the confidence in an answerable question is above that in an unanswerable one. */
  readonly area: number;
  /** At the engine's threshold: the share of answerable questions refused, and of unanswerable ones accepted. */
  readonly errors: { readonly refused: number; readonly accepted: number } | undefined;
}

/**
 * The withheld documents are left out: a question all of whose answers are withheld is unanswerable, one with none withheld
 * answerable. Answers `undefined` for a set that withholds nothing.
 */
export function measureWithheld(
  kind: EngineKind,
  { docs, queries, withheld }: EvaluationSet,
): ConfidenceMeasures | undefined {
  if (withheld === undefined) {
    return undefined;
  }
  const judged = queries.flatMap(({ text, relevant = [] }) =>
    relevant.length === 0 ? [] : [{ text, relevant }],
  );
  return measureConfidence(kind, {
    docs: docs.filter((doc) => !withheld.has(doc.id)),
    answerable: judged.filter(({ relevant }) => !relevant.some((id) => withheld.has(id))),
    unanswerable: judged.filter(({ relevant }) => relevant.every((id) => withheld.has(id))),
  });
}

/** The questions of a set about other things are unanswerable, its own judged ones answerable. */
export function measureForeign(
  kind: EngineKind,
  own: EvaluationSet,
  foreign: EvaluationSet,
): ConfidenceMeasures {
  return measureConfidence(kind, {
    docs: own.docs,
    answerable: own.queries.filter(({ relevant = [] }) => relevant.length > 0),
    unanswerable: foreign.queries,
  });
}

function measureConfidence(
  kind: EngineKind,
  asked: {
    docs: readonly Doc[];
    answerable: readonly Pick<Query, 'text'>[];
    unanswerable: readonly Pick<Query, 'text'>[];
  },
): ConfidenceMeasures {
  const engine = kind.create();
  engine.load(asked.docs);
  const answerable = asked.answerable.map(({ text }) => engine.search(text).confidence);
  const unanswerable = asked.unanswerable.map(({ text }) => engine.search(text).confidence);
  engine.close();
  const threshold = kind.confidenceThreshold;
  return {
    answerable: answerable.length,
    unanswerable: unanswerable.length,
    area: areaUnderCurve(answerable, unanswerable),
    errors:
      threshold === undefined
        ? undefined
        : {
            refused: shareOf(answerable, (confidence) => confidence < threshold),
            accepted: shareOf(unanswerable, (confidence) => confidence >= threshold),
          },
  };
}

function shareOf(values: readonly number[], counts: (value: number) => boolean): number {
  return values.filter(counts).length / values.length;
}
