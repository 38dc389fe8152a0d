import { toPoints } from '../../src/domain/meetings/world-cafe/assign-tables.ts';
import type { CafeGuest, CafeRoom } from '../../src/domain/meetings/world-cafe/assign-tables.ts';
import { measurePlan } from '../../src/domain/meetings/world-cafe/plan-quality.ts';
import type { PlanQuality } from '../../src/domain/meetings/world-cafe/plan-quality.ts';
import { seeded } from './seeded.ts';

/** By person: the table of each round, from 0. */
export type Tables = ReadonlyMap<string, readonly number[]>;

/** People with three wishes each; the first topics are the most wanted ones, by Zipf's law. */
export function cafeGuests(count: number, tables: number, seed = 1): readonly CafeGuest[] {
  const chance = seeded(seed, 'guests');
  return Array.from({ length: count }, (_, index) => {
    const left = Array.from({ length: tables }, (_table, table) => table);
    const wishes = Array.from({ length: Math.min(3, tables) }, () => takeWanted(left, chance()));
    return { person: `p${String(index).padStart(4, '0')}`, persons: 1, wishes };
  });
}

function takeWanted(left: number[], chance: number): number {
  const weights = left.map((table) => 1 / (table + 1));
  let rest = chance * weights.reduce((sum, weight) => sum + weight, 0);
  const index = weights.findIndex((weight) => {
    rest -= weight;
    return rest < 0;
  });
  const [taken = 0] = left.splice(index === -1 ? left.length - 1 : index, 1);
  return taken;
}

export interface PlanFigures extends PlanQuality {
  readonly points: number;
}

export function figuresOf(guests: readonly CafeGuest[], room: CafeRoom, plan: Tables): PlanFigures {
  const seated = guests.map(({ person, wishes }) => ({ tables: plan.get(person) ?? [], wishes }));
  const points = seated.map(({ tables, wishes }) => {
    const worth = toPoints(wishes, room.tables);
    return tables.reduce((sum, table) => sum + (worth[table] ?? 0), 0);
  });
  return { ...measurePlan(seated), points: points.reduce((sum, one) => sum + one, 0) };
}

/** A plan that keeps the rules and nothing else: people sit down somehow, and then two of them change places again and again. */
export function randomPlan(guests: readonly CafeGuest[], room: CafeRoom, seed: number): Tables {
  const chance = seeded(seed, 'plan');
  const pick = (count: number) => Math.floor(chance() * count);
  const plan = guests.map((_, index) =>
    Array.from({ length: room.rounds }, (_round, round) => (index + round) % room.tables),
  );
  for (let step = 0; step < 50 * guests.length * room.rounds; step += 1) {
    const round = pick(room.rounds);
    const [one, other] = [plan[pick(plan.length)] ?? [], plan[pick(plan.length)] ?? []];
    const [from = 0, to = 0] = [one[round], other[round]];
    if (!one.includes(to) && !other.includes(from)) {
      one[round] = to;
      other[round] = from;
    }
  }
  return new Map(guests.map(({ person }, index) => [person, plan[index] ?? []]));
}

/**
 * The most points that any plan can reach where nobody brings guests: everybody sits at `rounds` different tables, and at each table at most
 * `rounds` times its seats. This is a transportation problem; what it gives is also reached, because by König's theorem such a choice of
 * tables can be spread over the rounds (D. König, Mathematische Annalen 77, 1916, 453-465: a bipartite graph has as good an edge colouring
 * as its largest degree allows). Solved by ever improving paths between tables, each over people who give up one for the next, until there
 * is none (R. G. Busacker and P. J. Gowen, 1960, with people left out as nodes because each keeps their number of tables).
 */
export function mostPoints(guests: readonly CafeGuest[], room: CafeRoom): number {
  const points = guests.map(({ wishes }) => toPoints(wishes, room.tables));
  const chosen = points.map(() => new Set<number>());
  const seats = room.rounds * room.seatsPerTable;
  const taken = Array.from({ length: room.tables }, () => 0);
  let sum = 0;
  for (let round = 0; round < room.rounds; round += 1) {
    for (const [person, own] of points.entries()) {
      sum += addTable({ points, chosen, taken, seats }, person, own);
    }
  }
  return sum;
}

interface Choice {
  readonly points: readonly (readonly number[])[];
  readonly chosen: readonly Set<number>[];
  readonly taken: number[];
  readonly seats: number;
}

/** One table more for somebody, at the best price: the longest path that ends where a seat is free (Bellman and Ford). */
function addTable({ points, chosen, taken, seats }: Choice, person: number, own: readonly number[]): number {
  const best = own.map((worth, table) => (chosen[person]?.has(table) === true ? -Infinity : worth));
  const before = new Map<number, { readonly table: number; readonly mover: number }>();
  for (let changed = true; changed;) {
    changed = false;
    for (const [from, soFar] of best.entries()) {
      for (const [mover, worth] of points.entries()) {
        if (mover === person || chosen[mover]?.has(from) !== true) {
          continue;
        }
        for (const [to, there] of worth.entries()) {
          const total = soFar + there - (worth[from] ?? 0);
          if (!chosen[mover]?.has(to) && total > (best[to] ?? -Infinity)) {
            best[to] = total;
            before.set(to, { table: from, mover });
            changed = true;
          }
        }
      }
    }
  }
  const ends = [...best.keys()].filter((table) => (taken[table] ?? 0) < seats && best[table] !== -Infinity);
  const end = ends.sort((one, other) => (best[other] ?? 0) - (best[one] ?? 0))[0];
  if (end === undefined) {
    throw new Error('there are too few seats');
  }
  taken[end] = (taken[end] ?? 0) + 1;
  let table = end;
  for (let step = before.get(table); step !== undefined; step = before.get(table)) {
    chosen[step.mover]?.delete(step.table);
    chosen[step.mover]?.add(table);
    ({ table } = step);
  }
  chosen[person]?.add(table);
  return best[end] ?? 0;
}

/**
 * How often at least two sit together who did so before, whatever the plan: those at a table come from the other tables of the round
 * before, for nobody stays. If k tables send n people, at least as many pairs come from the same one as when all send about equally many:
 * the number of pairs is convex. For the same reason the sum over all tables is least when they are about equally full.
 */
export function fewestAgain(people: number, { tables, rounds }: Pick<CafeRoom, 'tables' | 'rounds'>): number {
  const sizes = shareEqually(people, tables);
  const ofARound = sizes
    .flatMap((size) => shareEqually(size, tables - 1))
    .reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  return (rounds - 1) * ofARound;
}

function shareEqually(people: number, among: number): readonly number[] {
  const some = Math.floor(people / among);
  return Array.from({ length: among }, (_, index) => some + (index < people % among ? 1 : 0));
}
