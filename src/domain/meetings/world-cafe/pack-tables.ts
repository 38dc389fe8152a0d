/** Steps after which nobody tries any more: a hundred groups take a hundred, unless hardly a seat is free. */
const mostSteps = 20_000;

/**
 * Puts groups of people who stay together at tables with the same number of seats: the table of each group, from 0. Tables are about equally
 * full. Undefined when they do not fit, or when no way was found in a bounded number of steps: many large groups and hardly a free seat.
 */
export function packTables(
  groups: readonly number[],
  { tables, seatsPerTable }: { readonly tables: number; readonly seatsPerTable: number },
): readonly number[] | undefined {
  const order = [...groups.keys()].sort((one, other) => (groups[other] ?? 0) - (groups[one] ?? 0));
  const free = Array.from({ length: tables }, () => seatsPerTable);
  const tableOf: number[] = [];
  let steps = 0;

  /** The largest group first, at the emptiest table where the others can still be placed. */
  function place(index: number): boolean {
    const group = order[index];
    if (group === undefined) {
      return true;
    }
    const size = groups[group] ?? 0;
    let tried: number | undefined;
    for (const [table, seats] of [...free.entries()].sort(([, one], [, other]) => other - one)) {
      // Tables with as many free seats are alike.
      if (seats < size || seats === tried || steps >= mostSteps) {
        continue;
      }
      tried = seats;
      steps += 1;
      free[table] = seats - size;
      tableOf[group] = table;
      if (place(index + 1)) {
        return true;
      }
      free[table] = seats;
    }
    return false;
  }

  return place(0) ? tableOf : undefined;
}
