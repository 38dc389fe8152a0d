interface Room {
  readonly tables: number;
  readonly seatsPerTable: number;
}

/** Steps after which nobody tries any more: a hundred groups take a hundred, unless hardly a seat is free. */
const mostSteps = 20_000;

/**
 * Puts groups of people who stay together at tables with the same number of seats: the table of each group, from 0. Undefined when they
 * do not fit, or when no way was found in a bounded number of steps, which takes many large groups and hardly a free seat.
 */
export function packTables(groups: readonly number[], room: Room): readonly number[] | undefined {
  const persons = groups.reduce((sum, size) => sum + size, 0);
  if (persons > room.tables * room.seatsPerTable) {
    return undefined;
  }
  // The emptiest table first makes all about equally full; the fullest first leaves room for large groups.
  return pack(groups, room, 'emptiest') ?? pack(groups, room, 'fullest');
}

function pack(
  groups: readonly number[],
  { tables, seatsPerTable }: Room,
  first: 'emptiest' | 'fullest',
): readonly number[] | undefined {
  const order = [...groups.keys()].sort((one, other) => (groups[other] ?? 0) - (groups[one] ?? 0));
  const free = Array.from({ length: tables }, () => seatsPerTable);
  const sign = first === 'emptiest' ? -1 : 1;
  const tableOf: number[] = [];
  let steps = 0;

  function place(index: number): boolean {
    const group = order[index];
    if (group === undefined) {
      return true;
    }
    const size = groups[group] ?? 0;
    let tried: number | undefined;
    const byFree = [...free.entries()].sort(([, one], [, other]) => sign * (one - other));
    for (const [table, seats] of byFree) {
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
