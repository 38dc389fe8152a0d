import type { Commune } from './commune.ts';
import { toFilterKey } from './filter-keys.ts';
import { mostFilters, toFilterTest } from './filters.ts';
import type { Filter, FilterKind } from './filters.ts';
import type { CommuneId } from './ids.ts';
import { stagesByUsefulness } from './stage.ts';
import type { Adopter, UseCase } from './use-case.ts';

/** A filter that splits an answer, and how many use cases answer the question with it. */
export interface Facet {
  readonly filter: Filter;
  readonly count: number;
}

type Communes = ReadonlyMap<CommuneId, Commune>;
type Tally = Map<string, { readonly filter: Filter; count: number }>;

/** Stages, districts, and themes and technologies together: at most so many of each are proposed. */
const mostOfAGroup = 2;
/** Letters; a longer theme has no room on a button beside its number. */
const longestTheme = 20;

/**
 * Filters that split an answer, the most useful first: what can be looked at, who is near, what it is about. Each fits more than one
 * of the use cases and not all, and is of a kind of which none was chosen: another would widen or replace what was.
 */
export function proposeFilters(
  useCases: readonly UseCase[],
  chosen: readonly Filter[],
  communes: Communes,
): readonly Filter[] {
  const kinds = new Set(chosen.map(({ kind }) => kind));
  const counted = [...countValues(useCases, chosen, communes).values()];
  const open = (...group: readonly FilterKind[]): readonly Facet[] =>
    counted.filter(
      ({ filter, count }) =>
        group.includes(filter.kind) && !kinds.has(filter.kind) && splits(count, useCases.length),
    );
  const stages = open('stage').toSorted((one, other) => usefulness(one) - usefulness(other));
  const districts = kinds.has('commune') ? [] : open('district').toSorted(byCount);
  const topics = open('theme', 'technology').toSorted(byCount);
  const proposed = [stages, districts, topics].flatMap((group) => group.slice(0, mostOfAGroup));
  return chosen.length < mostFilters ? proposed.map(({ filter }) => filter) : [];
}

/** Whether so many of all are worth choosing. */
export function splits(count: number, all: number): boolean {
  return count > 1 && count < all;
}

/** How many use cases have each value. */
function countValues(useCases: readonly UseCase[], chosen: readonly Filter[], communes: Communes): Tally {
  const { fitsAdopter } = toFilterTest(chosen, communes);
  const tally: Tally = new Map();
  for (const useCase of useCases) {
    const values = new Map(valuesOf(useCase, fitsAdopter, communes).map((one) => [keyOf(one), one]));
    for (const [key, filter] of values) {
      const known = tally.get(key);
      tally.set(key, { filter: known?.filter ?? filter, count: (known?.count ?? 0) + 1 });
    }
  }
  return tally;
}

function valuesOf(
  { adopters, reportedAdopters: reported, themes, technologies }: UseCase,
  fitsAdopter: (adopter: Adopter) => boolean,
  communes: Communes,
): readonly Filter[] {
  // Stage and place must hold for one and the same adopter.
  const fitting = adopters.filter(fitsAdopter);
  const stages = [...fitting.map(({ stage }) => stage), ...(reported === undefined ? [] : [reported.stage])];
  const districts = fitting.map(({ body }) =>
    body.kind === 'commune' ? communes.get(body.communeId)?.districtKey : undefined,
  );
  return [
    // That nobody knows the stage is nothing to look for.
    ...stages.filter((stage) => stage !== 'unknown').map((stage) => ({ kind: 'stage' as const, stage })),
    ...districts
      .filter((key) => key !== undefined)
      .map((districtKey) => ({ kind: 'district' as const, districtKey })),
    ...themes
      .filter(({ length }) => length <= longestTheme)
      .map((theme) => ({ kind: 'theme' as const, theme })),
    ...technologies.map((technology) => ({ kind: 'technology' as const, technology })),
  ];
}

/** Themes are the same in whatever case they are written. */
function keyOf(filter: Filter): string {
  return toFilterKey(filter).toLowerCase();
}

function usefulness({ filter }: Facet): number {
  return filter.kind === 'stage' ? stagesByUsefulness.indexOf(filter.stage) : 0;
}

function byCount(one: Facet, other: Facet): number {
  return other.count - one.count;
}
