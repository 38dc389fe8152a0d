/** What a question got and what it should have got. */
export interface JudgedRanking {
  readonly ranked: readonly string[];
  readonly relevant: readonly string[];
}

export interface RetrievalMeasures {
  readonly ndcgAt10: number;
  readonly recallAt5: number;
  readonly mrrAt10: number;
  readonly successAt1: number;
}

/** Means over all questions, each 0 to 1, with relevance as yes or no (Järvelin and Kekäläinen 2002 for nDCG). Needs a question. */
export function measureRetrieval(rankings: readonly JudgedRanking[]): RetrievalMeasures {
  return {
    ndcgAt10: mean(rankings.map(toNdcg)),
    recallAt5: mean(rankings.map(toRecall)),
    mrrAt10: mean(rankings.map(toReciprocalRank)),
    successAt1: mean(rankings.map(({ ranked, relevant }) => Number(relevant.includes(ranked[0] ?? '')))),
  };
}

function toNdcg({ ranked, relevant }: JudgedRanking): number {
  let gain = 0;
  let ideal = 0;
  for (let rank = 0; rank < 10; rank += 1) {
    const discount = Math.log2(rank + 2);
    gain += relevant.includes(ranked[rank] ?? '') ? 1 / discount : 0;
    ideal += rank < relevant.length ? 1 / discount : 0;
  }
  return ideal === 0 ? 0 : gain / ideal;
}

function toRecall({ ranked, relevant }: JudgedRanking): number {
  const found = ranked.slice(0, 5).filter((id) => relevant.includes(id)).length;
  return relevant.length === 0 ? 0 : found / relevant.length;
}

function toReciprocalRank({ ranked, relevant }: JudgedRanking): number {
  const rank = ranked.slice(0, 10).findIndex((id) => relevant.includes(id));
  return rank < 0 ? 0 : 1 / (rank + 1);
}

function mean(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) {
    sum += value;
  }
  return sum / values.length;
}

/** How often a value of the first group is above one of the second, ties half: 0.5 tells nothing, 1 separates (Mann-Whitney). */
export function areaUnderCurve(upper: readonly number[], lower: readonly number[]): number {
  let above = 0;
  for (const high of upper) {
    for (const low of lower) {
      above += high > low ? 1 : Number(high === low) / 2;
    }
  }
  return above / (upper.length * lower.length);
}

/** The value that a share (0 to 1) of all values does not exceed (nearest rank); 0 when there are none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
