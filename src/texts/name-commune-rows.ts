import type { Commune } from '../domain/commune.ts';
import type { CommuneRow } from '../domain/commune-counts.ts';
import type { CommuneId } from '../domain/ids.ts';
import { communeCountsTexts as texts } from './commune-counts-texts.ts';

export interface NamedRow {
  readonly name: string;
  readonly row: CommuneRow;
}

/** Communes by their names, and what is none after them. */
export function nameRows(
  rows: readonly CommuneRow[],
  communes: ReadonlyMap<CommuneId, Commune>,
): readonly NamedRow[] {
  return rows
    .map((row) => ({ row, name: nameOf(row, communes), isCommune: row.of.kind === 'commune' }))
    .sort(
      (one, other) =>
        Number(other.isCommune) - Number(one.isCommune) || one.name.localeCompare(other.name, 'de'),
    )
    .map(({ name, row }) => ({ name, row }));
}

function nameOf({ of }: CommuneRow, communes: ReadonlyMap<CommuneId, Commune>): string {
  switch (of.kind) {
    case 'commune':
      return communes.get(of.communeId)?.name ?? of.communeId;
    case 'no-commune':
      return texts.noCommune;
    case 'places':
      return texts.places;
    case 'erased':
      return texts.erased;
  }
}
