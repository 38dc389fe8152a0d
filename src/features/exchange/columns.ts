import { fold } from '../../domain/commune-words.ts';
import { cleanLine, toShown } from './clean-text.ts';

/** The columns of an import by their keys, each with its German heading and other spellings people use. */
const spellings = {
  title: ['Titel'],
  summary: ['Kurzbeschreibung'],
  description: ['Beschreibung'],
  commune: ['Kommune', 'Kommunen', 'communes'],
  organisation: ['Organisation', 'organization', 'Organisationen'],
  stage: ['Stand'],
  since: ['Seit'],
  themes: ['Themen', 'Thema'],
  technologies: ['Technologien', 'Technologie', 'technology'],
  tags: ['Schlagworte', 'Schlagwoerter', 'Schlagwort'],
  product: ['Produkt'],
  supplier: ['Anbieter'],
  contact: ['Kontakt'],
  url: ['Link', 'Links'],
  source: ['Quelle'],
  costs: ['Kosten'],
  lessons: ['Erfahrungen', 'Erfahrung'],
  reported_adopters: ['Gemeldete Kommunen'],
  note: ['Hinweis', 'Hinweise'],
  category: ['Kategorie'],
  visibility: ['Sichtbarkeit'],
  language: ['Sprache'],
  external_id: ['Kennung', 'id'],
} as const;

export type ColumnKey = keyof typeof spellings;

/** Where each column stands; `unknown` headings are not read. */
export interface Columns {
  readonly places: ReadonlyMap<ColumnKey, number>;
  readonly unknown: readonly string[];
}

export type ReadColumnsResult =
  | { readonly kind: 'columns'; readonly columns: Columns }
  | { readonly kind: 'missing'; readonly columns: readonly ColumnKey[] }
  | { readonly kind: 'doubled'; readonly columns: readonly ColumnKey[] };

const keysBySpelling = new Map(
  Object.entries(spellings).flatMap(([key, words]) =>
    [key, ...words].map((word) => [toSpelling(word), key] as const),
  ),
);

/** Upper and lower case, umlauts spelled out, blanks and hyphens do not matter. */
export function readColumns(headings: readonly string[]): ReadColumnsResult {
  const places = new Map<ColumnKey, number>();
  const unknown: string[] = [];
  const doubled: ColumnKey[] = [];
  for (const [place, heading] of headings.entries()) {
    const key = findColumn(heading);
    if (key === undefined) {
      unknown.push(toShown(cleanLine(heading)));
    } else if (places.has(key)) {
      doubled.push(key);
    } else {
      places.set(key, place);
    }
  }
  if (doubled.length > 0) {
    return { kind: 'doubled', columns: doubled };
  }
  const missing = (['title', 'summary'] as const).filter((key) => !places.has(key));
  if (missing.length > 0) {
    return { kind: 'missing', columns: missing };
  }
  return { kind: 'columns', columns: { places, unknown: unknown.filter((heading) => heading !== '') } };
}

export function countKnownHeadings(headings: readonly string[]): number {
  return headings.filter((heading) => findColumn(heading) !== undefined).length;
}

/** The German heading of a column, as reports name it. */
export function toHeading(key: ColumnKey): string {
  return spellings[key][0];
}

/** In the order in which an export writes them. */
export const columnKeys: readonly ColumnKey[] = Object.keys(spellings).filter(isColumnKey);

function findColumn(heading: string): ColumnKey | undefined {
  const key = keysBySpelling.get(toSpelling(heading));
  return key !== undefined && isColumnKey(key) ? key : undefined;
}

function isColumnKey(key: string): key is ColumnKey {
  return Object.hasOwn(spellings, key);
}

function toSpelling(heading: string): string {
  return fold(heading).replaceAll(/[^a-z0-9]/g, '');
}
