import { toTextCell } from '../features/exchange/export/cells.ts';
import type { Cell } from '../features/exchange/export/cells.ts';
import type { OpenedPlan } from '../features/meetings/world-cafe/open-plan.ts';
import { cafeOrganisingTexts } from '../texts/meetings/cafe-organising-texts.ts';
import { cafeTexts } from '../texts/meetings/cafe-texts.ts';
import { namePlannedPeople } from '../texts/meetings/name-planned-people.ts';

const { file: words } = cafeOrganisingTexts;

/** One line for each person in each round, so that it can be sorted by either; no text is taken for a formula, and numbers are numbers. */
export function toCafeTable({ described, communes }: OpenedPlan): {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
} {
  const labels = namePlannedPeople(described.people, communes);
  const people = described.people
    .map(({ person, communeId, tables, persons }) => ({
      name: labels.get(person) ?? '',
      commune: (communeId && communes.get(communeId)?.name) ?? '',
      tables,
      persons,
    }))
    .sort((one, other) => one.name.localeCompare(other.name, 'de', { numeric: true }));
  const rounds = Array.from({ length: described.plan.settings.rounds }, (_, round) => round);
  const lines = rounds.flatMap((round) =>
    people.map(({ name, commune, tables, persons }) => ({
      round: round + 1,
      table: tables[round] ?? 0,
      name,
      commune,
      persons,
    })),
  );
  return {
    headings: Object.values(words.headings),
    rows: lines
      .sort((one, other) => one.round - other.round || one.table - other.table)
      .map(({ round, table, name, commune, persons }) => [
        round,
        table,
        toText(described.topics[table - 1]?.title ?? cafeTexts.goneTopic),
        toText(name),
        toText(commune),
        persons,
      ]),
  };
}

/** Every one of our fields is far shorter than a cell. */
function toText(text: string): string {
  return toTextCell(text, () => {});
}
