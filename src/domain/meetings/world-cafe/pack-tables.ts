/** Steps after which nobody tries any more: a hundred groups take a hundred, unless hardly a seat is free. */
const mostSteps = 20_000;

interface Room {
  readonly tables: number;
  readonly seatsPerTable: number;
}

/**
 * Puts groups of people who stay together at tables with the same number of seats: the table of each group, from 0. Tables are about equally
 * full; where hardly a seat is free, one is filled after the other. Undefined when they do not fit, or when no way was found in a bounded
 * number of steps: very many large groups and hardly a free seat.
 */
export function packTables(groups: readonly number[], room: Room): readonly number[] | undefined {
  return search(groups, room, 'emptiest') ?? search(groups, room, 'fullest');
}

/** The largest group first, at the emptiest or the fullest table where the others can still be placed. */
function search(
  groups: readonly number[],
  { tables, seatsPerTable }: Room,
  first: 'emptiest' | 'fullest',
): readonly number[] | undefined {
  const order = [...groups.keys()].sort((one, other) => (groups[other] ?? 0) - (groups[one] ?? 0));
  const direction = first === 'emptiest' ? -1 : 1;
  const free = Array.from({ length: tables }, () => seatsPerTable);
  const tableOf: number[] = [];
  /** Where the rest did not fit, by what was free: tables with as many free seats are alike. */
  const hopeless = new Set<string>();
  let steps = 0;

  function place(index: number): boolean {
    const group = order[index];
    if (group === undefined) {
      return true;
    }
    const size = groups[group] ?? 0;
    const inTurn = [...free.entries()].sort(([, one], [, other]) => direction * (one - other));
    const state = `${index}:${inTurn.map(([, seats]) => seats).join()}`;
    if (hopeless.has(state)) {
      return false;
    }
    let tried: number | undefined;
    for (const [table, seats] of inTurn) {
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
    hopeless.add(state);
    return false;
  }

  return place(0) ? tableOf : undefined;
}
