import type { Move, Seating } from './seating.ts';

/** So many meetings of two who met before are taken into account for one point more of somebody's wishes. */
export const againForAPoint = 10;
/** How much worse a single step may be at first; ever less, and nothing in the end. */
const threshold = 20;

/** How long to search: with few people several times, for a single search may end where no step makes it better and others would. */
export interface Effort {
  readonly searches: number;
  readonly steps: number;
}

/** Makes a seating better step by step, and leaves it as the best of some searches, each of which begins where the one before ended. */
export function improveSeating(seating: Seating, { searches, steps }: Effort, chance: () => number): void {
  let best = { cost: costOf(seating), moves: seating.all() };
  for (let search = 0; search < searches; search += 1) {
    searchOnce(seating, steps, chance);
    if (costOf(seating) < best.cost) {
      best = { cost: costOf(seating), moves: seating.all() };
    }
  }
  seating.move(best.moves);
}

/**
 * One search: somebody takes a free seat, two change places, or somebody sits at two tables in the other order.
 * No step puts anybody at a table twice or beyond its seats. By threshold accepting: steps that make it a little worse are taken, too, as
 * long as the threshold, which sinks to nothing, allows (G. Dueck and T. Scheuer, Journal of Computational Physics 90, 1990, 161-175).
 */
function searchOnce(seating: Seating, steps: number, chance: () => number): void {
  for (let step = 0; step < steps; step += 1) {
    const moves = suggestMoves(seating, chance);
    if (moves === undefined) {
      continue;
    }
    const before = costOf(seating);
    const back = seating.move(moves);
    if (costOf(seating) - before > threshold * (1 - step / steps) ** 2) {
      seating.move(back);
    }
  }
}

function costOf({ again, points }: Seating): number {
  return again - againForAPoint * points;
}

function suggestMoves(seating: Seating, chance: () => number): readonly Move[] | undefined {
  const pick = (count: number) => Math.floor(chance() * count);
  const [round, person, to] = [pick(seating.rounds), pick(seating.people), pick(seating.tables)];
  const from = seating.tableOf(round, person);
  if (from === to) {
    return undefined;
  }
  const there = seating.roundAt(person, to);
  if (there !== undefined) {
    return exchangeRounds(seating, { round, person, table: to }, there, pick);
  }
  if (seating.hasRoom(round, to, person)) {
    return [{ round, person, table: to }];
  }
  const people = seating.peopleAt(round, to);
  const other = people[pick(people.length)];
  return other === undefined ||
    seating.roundAt(other, from) !== undefined ||
    !seating.hasRoom(round, to, person, other) ||
    !seating.hasRoom(round, from, other, person)
    ? undefined
    : [
        { round, person, table: to },
        { round, person: other, table: from },
      ];
}

/** The table of another round in this one and the other way round; where there is no room, with somebody who does the opposite. */
function exchangeRounds(
  seating: Seating,
  { round, person, table }: Move,
  there: number,
  pick: (count: number) => number,
): readonly Move[] | undefined {
  const from = seating.tableOf(round, person);
  const own: readonly Move[] = [
    { round, person, table },
    { round: there, person, table: from },
  ];
  if (seating.hasRoom(round, table, person) && seating.hasRoom(there, from, person)) {
    return own;
  }
  const opposite = seating.peopleAt(round, table).filter((one) => seating.tableOf(there, one) === from);
  const other = opposite[pick(opposite.length)];
  return other === undefined ||
    !seating.hasRoom(round, table, person, other) ||
    !seating.hasRoom(round, from, other, person) ||
    !seating.hasRoom(there, from, person, other) ||
    !seating.hasRoom(there, table, other, person)
    ? undefined
    : [...own, { round, person: other, table: from }, { round: there, person: other, table }];
}
