import { createChance } from './chance.ts';
import { improveSeating } from './improve-seating.ts';
import type { Effort } from './improve-seating.ts';
import { packTables } from './pack-tables.ts';
import { Seating } from './seating.ts';

/** Somebody who takes part. */
export interface CafeGuest {
  /** Each once. */
  readonly person: string;
  /** With those who sit at the same table. */
  readonly persons: number;
  /** Tables from 0, the favourite first, each once; others are ignored. */
  readonly wishes: readonly number[];
}

export interface CafeRoom {
  readonly tables: number;
  readonly seatsPerTable: number;
  /** Not more than tables. */
  readonly rounds: number;
}

export type AssignOutcome =
  /** In the order of their names: the table of each round, from 0. */
  | { readonly kind: 'assigned'; readonly tables: ReadonlyMap<string, readonly number[]> }
  | { readonly kind: 'too-few-seats'; readonly missing: number }
  /** There are seats enough, but not side by side for those who bring guests. */
  | { readonly kind: 'groups-do-not-fit' };

/** What it counts to sit at the first, the second and the third wish. */
export const wishPoints: readonly number[] = [3, 2, 1];

/** Of all searches together; a step takes about a microsecond with a hundred people. */
const mostSteps = 200_000;
const stepsForASeat = 600;
const mostSearches = 20;
const seed = 20_261_203;

/**
 * Gives everybody a table in each round: nobody twice the same one, no table more people than it has seats. As many wishes as possible are
 * met, the favourites first, and then as few people as possible sit together again. The same people with the same wishes get the same
 * tables, in whatever order they are given; the time depends on their number alone.
 */
export function assignTables(guests: readonly CafeGuest[], room: CafeRoom): AssignOutcome {
  const ordered = guests.toSorted((one, other) => (one.person < other.person ? -1 : 1));
  const sizes = ordered.map(({ persons }) => persons);
  const missing = sizes.reduce((sum, size) => sum + size, 0) - room.tables * room.seatsPerTable;
  if (missing > 0) {
    return { kind: 'too-few-seats', missing };
  }
  const first = packTables(sizes, room);
  if (first === undefined) {
    return { kind: 'groups-do-not-fit' };
  }
  const seating = new Seating({
    sizes,
    points: ordered.map(({ wishes }) => toPoints(wishes, room.tables)),
    ...room,
    first,
  });
  improveSeating(seating, toEffort(ordered.length * room.rounds), createChance(seed));
  const rounds = [...Array(room.rounds).keys()];
  return {
    kind: 'assigned',
    tables: new Map(
      ordered.map(({ person }, index) => [person, rounds.map((round) => seating.tableOf(round, index))]),
    ),
  };
}

function toEffort(seats: number): Effort {
  const steps = Math.min(mostSteps, stepsForASeat * seats);
  return { steps, searches: Math.min(mostSearches, Math.max(1, Math.floor(mostSteps / Math.max(1, steps)))) };
}

/** What each table counts for somebody with these wishes. */
export function toPoints(wishes: readonly number[], tables: number): readonly number[] {
  const points = Array.from({ length: tables }, () => 0);
  for (const [rank, table] of wishes.entries()) {
    if (table < tables) {
      points[table] = wishPoints[rank] ?? 0;
    }
  }
  return points;
}
