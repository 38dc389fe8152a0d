/** Dampens the first ranks: G. Cormack, C. Clarke, S. Büttcher, Reciprocal Rank Fusion, SIGIR 2009, who recommend 60. */
const damping = 60;

/**
 * One order of two: by words and by meaning, best first, each id once. Reciprocal rank fusion, but what is first by words stays first:
 * whatever a model says, it can push nobody's surest answer away. `byMeaning` has no say about what `byWords` does not have, unless `widens`.
 */
export function fuseRanks<Id extends string>(
  byWords: readonly Id[],
  byMeaning: readonly Id[],
  { widens = false }: { readonly widens?: boolean } = {},
): readonly Id[] {
  const [first] = byWords;
  const scores = new Map<Id, number>();
  for (const order of [byWords, byMeaning]) {
    for (const [rank, id] of order.entries()) {
      if (widens || order === byWords || scores.has(id)) {
        scores.set(id, (scores.get(id) ?? 0) + 1 / (damping + rank + 1));
      }
    }
  }
  const fused = [...scores].sort(([, one], [, other]) => other - one).map(([id]) => id);
  return first === undefined ? fused : [first, ...fused.filter((id) => id !== first)];
}
