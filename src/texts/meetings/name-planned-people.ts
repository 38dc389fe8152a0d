import type { Commune } from '../../domain/commune.ts';
import type { CommuneId } from '../../domain/ids.ts';
import { cafeTexts } from './cafe-texts.ts';

/** As much of somebody as is known at a meeting. */
interface Person {
  /** Each once. */
  readonly person: string;
  readonly name?: string;
  readonly communeId?: CommuneId;
  /** With their guests. */
  readonly persons: number;
}

/** What people are called in a plan: as they want to be, otherwise by their commune; who would be called the same has a number. May hold words that people typed. */
export function namePlannedPeople(
  people: readonly Person[],
  communes: ReadonlyMap<CommuneId, Commune>,
): ReadonlyMap<string, string> {
  const named = people
    .toSorted((one, other) => (one.person < other.person ? -1 : 1))
    .map((one) => ({ person: one.person, persons: one.persons, label: toLabel(one, communes) }));
  const times = new Map<string, number>();
  for (const { label } of named) {
    times.set(label, (times.get(label) ?? 0) + 1);
  }
  const given = new Map<string, number>();
  return new Map(
    named.map(({ person, label, persons }) => {
      const number = (given.get(label) ?? 0) + 1;
      given.set(label, number);
      const whole = times.get(label) === 1 ? label : `${label} ${number}`;
      return [person, persons > 1 ? cafeTexts.withGuests(whole, persons - 1) : whole];
    }),
  );
}

function toLabel({ name, communeId }: Person, communes: ReadonlyMap<CommuneId, Commune>): string {
  const commune = communeId === undefined ? undefined : communes.get(communeId)?.name;
  return name ?? commune ?? cafeTexts.somebody;
}
