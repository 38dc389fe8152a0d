import type { Commune } from './commune.ts';
import type { CommuneId } from './ids.ts';
import type { Stage } from './stage.ts';
import type { Adopter, Technology, UseCase } from './use-case.ts';

/** One way to narrow a question. Values of one kind widen each other (pilot or in use); kinds narrow each other. */
export type Filter =
  | { readonly kind: 'stage'; readonly stage: Stage }
  | { readonly kind: 'district'; readonly districtKey: string }
  | { readonly kind: 'commune'; readonly communeId: CommuneId }
  /** "außer Menden": adopters other than this commune. */
  | { readonly kind: 'without'; readonly communeId: CommuneId }
  /** Inhabitants, both bounds included. */
  | { readonly kind: 'size'; readonly atLeast?: number; readonly atMost?: number }
  | { readonly kind: 'theme'; readonly theme: string }
  | { readonly kind: 'technology'; readonly technology: Technology };

export type FilterKind = Filter['kind'];

/** Adds filters. A district and a commune replace each other, as does a second size; everything else is kept once. */
export function addFilters(filters: readonly Filter[], added: readonly Filter[]): readonly Filter[] {
  const replaced = new Set(added.flatMap((filter) => replacedKinds(filter.kind)));
  const kept = filters.filter((filter) => !replaced.has(filter.kind));
  const result: Filter[] = [...kept];
  for (const filter of added) {
    if (!result.some((other) => sameFilter(other, filter))) {
      result.push(filter);
    }
  }
  return result;
}

function replacedKinds(kind: FilterKind): readonly FilterKind[] {
  switch (kind) {
    case 'district':
    case 'commune':
      return ['district', 'commune'];
    case 'size':
    case 'stage':
      return [kind];
    case 'without':
    case 'theme':
    case 'technology':
      return [];
  }
}

export function sameFilter(one: Filter, other: Filter): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

export function removeFilter(filters: readonly Filter[], removed: Filter): readonly Filter[] {
  return filters.filter((filter) => !sameFilter(filter, removed));
}

type Communes = ReadonlyMap<CommuneId, Commune>;

/** Whether the use case answers the filters: stage, place and size must hold for one and the same adopter. */
export function matchesFilters(useCase: UseCase, filters: readonly Filter[], communes: Communes): boolean {
  if (filters.length === 0) {
    return true;
  }
  return matchesRecord(useCase, filters) && matchesSomeAdopter(useCase, filters, communes);
}

function matchesRecord(useCase: UseCase, filters: readonly Filter[]): boolean {
  const themes = filters.filter((filter) => filter.kind === 'theme');
  const technologies = filters.filter((filter) => filter.kind === 'technology');
  return (
    (themes.length === 0 ||
      themes.some(({ theme }) => useCase.themes.some((own) => equalWords(own, theme)))) &&
    (technologies.length === 0 ||
      technologies.some(({ technology }) => useCase.technologies.includes(technology)))
  );
}

function equalWords(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function matchesSomeAdopter(useCase: UseCase, filters: readonly Filter[], communes: Communes): boolean {
  if (filters.every(({ kind }) => kind === 'theme' || kind === 'technology')) {
    return true;
  }
  if (useCase.adopters.some((adopter) => matchesAdopter(adopter, filters, communes))) {
    return true;
  }
  const { reportedAdopters } = useCase;
  return reportedAdopters !== undefined && matchesUnnamed(reportedAdopters.stage, filters);
}

/** Adopters without a name can answer a question about the stage, never one about a place or a size. */
function matchesUnnamed(stage: Stage, filters: readonly Filter[]): boolean {
  const stages = filters.filter((filter) => filter.kind === 'stage');
  const places = filters.some(({ kind }) => kind === 'district' || kind === 'commune' || kind === 'size');
  return !places && (stages.length === 0 || stages.some((filter) => filter.stage === stage));
}

/** Whether this adopter is one the filters ask for; themes and technologies are the record's and not looked at. */
export function matchesAdopter(adopter: Adopter, filters: readonly Filter[], communes: Communes): boolean {
  const stages = filters.filter((filter) => filter.kind === 'stage');
  if (stages.length > 0 && !stages.some(({ stage }) => stage === adopter.stage)) {
    return false;
  }
  const commune = adopter.body.kind === 'commune' ? communes.get(adopter.body.communeId) : undefined;
  const places = filters.filter((filter) => filter.kind === 'commune' || filter.kind === 'district');
  if (places.length > 0 && !places.some((place) => commune !== undefined && isIn(commune, place))) {
    return false;
  }
  if (filters.some((filter) => filter.kind === 'without' && filter.communeId === commune?.id)) {
    return false;
  }
  const sizes = filters.filter((filter) => filter.kind === 'size');
  return sizes.every((size) => commune !== undefined && isOfSize(commune, size));
}

function isIn(commune: Commune, place: Filter & { kind: 'commune' | 'district' }): boolean {
  return place.kind === 'commune'
    ? commune.id === place.communeId
    : commune.districtKey === place.districtKey;
}

function isOfSize(commune: Commune, size: Filter & { kind: 'size' }): boolean {
  return commune.inhabitants >= (size.atLeast ?? 0) && commune.inhabitants <= (size.atMost ?? Infinity);
}
