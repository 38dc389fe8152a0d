import { assignTables } from '../../../domain/meetings/world-cafe/assign-tables.ts';
import type { AssignOutcome } from '../../../domain/meetings/world-cafe/assign-tables.ts';
import { keepPlan } from '../../../domain/meetings/world-cafe/cafe-states.ts';
import type { CafeSeat, CafeSettings } from '../../../domain/meetings/world-cafe/world-cafe.ts';
import { toCafePerson } from '../../../store/meetings/world-cafes.ts';
import { changeCafe, checkCafeOrganiser } from './cafe-results.ts';
import type { CafeDeps, CafeRequest, NoCafe, RefusedOrganiser } from './cafe-results.ts';
import { findComing, toTables } from './describe-plan.ts';

export type AssignCafeResult =
  /** `unchanged`: everybody sits where they sat before. */
  | { readonly kind: 'planned' | 'unchanged' }
  /** Nobody has said yes. */
  | { readonly kind: 'nobody' }
  | (AssignOutcome & { readonly kind: 'too-few-seats' })
  | { readonly kind: 'groups-do-not-fit' }
  | NoCafe
  | RefusedOrganiser;

/** Gives everybody who has a seat their tables, as wishes and settings are now. Nobody is told of it. */
export async function assignCafe(deps: CafeDeps, asked: CafeRequest): Promise<AssignCafeResult> {
  const permission = await checkCafeOrganiser(deps, asked);
  if (permission.kind !== 'allowed') {
    return permission;
  }
  const { meeting } = permission;
  const cafe = await deps.worldCafes.find(meeting.id);
  if (cafe === undefined) {
    return { kind: 'no-cafe' };
  }
  const { settings } = cafe;
  const made = await makeSeats(deps, meeting.id, settings);
  if (made.kind !== 'made') {
    return made;
  }
  const at = deps.clock.now();
  const kind = await changeCafe(deps, meeting, (known) =>
    keepPlan(known, { at, settings, seats: made.seats }),
  );
  return { kind };
}

async function makeSeats(
  deps: CafeDeps,
  meetingId: CafeRequest['meetingId'],
  settings: CafeSettings,
): Promise<
  | { readonly kind: 'made'; readonly seats: readonly CafeSeat[] }
  | Extract<AssignCafeResult, { kind: 'nobody' | 'too-few-seats' | 'groups-do-not-fit' }>
> {
  const [coming, wishes] = await Promise.all([
    findComing(deps, meetingId),
    deps.worldCafes.wishes(meetingId),
  ]);
  if (coming.size === 0) {
    return { kind: 'nobody' };
  }
  const wishOf = new Map(wishes.map((wish) => [toCafePerson(meetingId, wish.memberId), wish]));
  const guests = [...coming].map(([person, rsvp]) => ({
    person,
    persons: 1 + rsvp.guests,
    wishes: toTables(wishOf.get(person), { settings }).map((table) => table - 1),
  }));
  const { topics, seatsPerTable, rounds } = settings;
  const outcome = assignTables(guests, { tables: topics.length, seatsPerTable, rounds });
  if (outcome.kind !== 'assigned') {
    return outcome;
  }
  const personsOf = new Map(guests.map(({ person, persons }) => [person, persons]));
  const seats = [...outcome.tables].map(([person, tables]) => ({
    person,
    persons: personsOf.get(person) ?? 1,
    tables: tables.map((table) => table + 1),
  }));
  return { kind: 'made', seats };
}
