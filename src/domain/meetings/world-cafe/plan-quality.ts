/** Somebody of a plan: their tables, and which of these they wished for, the favourite first. */
export interface Seated {
  readonly tables: readonly number[];
  readonly wishes: readonly number[];
}

export interface PlanQuality {
  readonly withWishes: number;
  /** Of those: who sits at their first wish in some round. */
  readonly firstWishes: number;
  /** Of those: who sits at none of their wishes. */
  readonly noWish: number;
  /** Pairs of members who sit together more than once. */
  readonly pairsAgain: number;
  /** How often two sit together who did so in a round before; of a pair in three rounds two. */
  readonly again: number;
}

/** How good a plan is for people; the time rises with the square of their number. */
export function measurePlan(people: readonly Seated[]): PlanQuality {
  const wishing = people.filter(({ wishes }) => wishes.length > 0);
  const { pairsAgain, again } = countPairs(people);
  return {
    withWishes: wishing.length,
    firstWishes: wishing.filter(({ tables, wishes }) => tables.some((table) => table === wishes[0])).length,
    noWish: wishing.filter(({ tables, wishes }) => !tables.some((table) => wishes.includes(table))).length,
    pairsAgain,
    again,
  };
}

function countPairs(people: readonly Seated[]): Pick<PlanQuality, 'pairsAgain' | 'again'> {
  let pairsAgain = 0;
  let again = 0;
  for (const [index, one] of people.entries()) {
    for (const other of people.slice(index + 1)) {
      const times = one.tables.filter((table, round) => table === other.tables[round]).length;
      pairsAgain += times > 1 ? 1 : 0;
      again += Math.max(0, times - 1);
    }
  }
  return { pairsAgain, again };
}
