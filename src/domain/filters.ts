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

/** More than these no card has room for; whoever names more gets the first. */
export const mostFilters = 10;

/** Narrows: a district and a commune replace each other, as does a second stage or size; everything else is kept once. */
export function addFilters(filters: readonly Filter[], added: readonly Filter[]): readonly Filter[] {
  const replaced = new Set(added.flatMap((filter) => replacedKinds(filter.kind)));
  return joinFilters(
    filters.filter((filter) => !replaced.has(filter.kind)),
    added,
  );
}

/** Widens: "auch in Soest" stands beside what was asked before. Each filter once. */
export function joinFilters(filters: readonly Filter[], added: readonly Filter[]): readonly Filter[] {
  const result: Filter[] = [...filters];
  for (const filter of added) {
    if (!result.some((other) => sameFilter(other, filter))) {
      result.push(filter);
    }
  }
  return result.slice(0, mostFilters);
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

/** A question's filters, sorted out once, so that ten thousand records are looked through quickly. */
export interface FilterTest {
  /** Whether the use case answers the filters: stage, place and size must hold for one and the same adopter. */
  readonly fits: (useCase: UseCase) => boolean;
  /** Whether this adopter is one the filters ask for; themes and technologies are the record's and not looked at. */
  readonly fitsAdopter: (adopter: Adopter) => boolean;
}

export function toFilterTest(filters: readonly Filter[], communes: Communes): FilterTest {
  const themes = new Set(filters.flatMap((one) => (one.kind === 'theme' ? [one.theme.toLowerCase()] : [])));
  const technologies = new Set(filters.flatMap((one) => (one.kind === 'technology' ? [one.technology] : [])));
  const stages = new Set(filters.flatMap((one) => (one.kind === 'stage' ? [one.stage] : [])));
  const without = new Set(
    filters.flatMap((one) =>
      one.kind === 'without' ? [excludedKey(communes.get(one.communeId), one.communeId)] : [],
    ),
  );
  const places = filters.filter((one) => one.kind === 'commune' || one.kind === 'district');
  const sizes = filters.filter((one) => one.kind === 'size');
  const named = places.length + sizes.length > 0;
  const anyAdopter = stages.size + without.size === 0 && !named;

  function fitsAdopter({ body, stage }: Adopter): boolean {
    if (stages.size > 0 && !stages.has(stage)) {
      return false;
    }
    if (!named && without.size === 0) {
      return true;
    }
    const commune = body.kind === 'commune' ? communes.get(body.communeId) : undefined;
    if (commune === undefined) {
      return !named;
    }
    return (
      !without.has(commune.id) &&
      !without.has(commune.districtKey) &&
      (places.length === 0 || places.some((place) => isIn(commune, place))) &&
      sizes.every((size) => isOfSize(commune, size))
    );
  }

  function fits({ themes: own, technologies: used, adopters, reportedAdopters: reported }: UseCase): boolean {
    return (
      (themes.size === 0 || own.some((theme) => themes.has(theme.toLowerCase()))) &&
      (technologies.size === 0 || used.some((technology) => technologies.has(technology))) &&
      (anyAdopter || adopters.some(fitsAdopter) || (reported !== undefined && fitsUnnamed(reported.stage)))
    );
  }

  /** Adopters without a name can answer a question about the stage, never one about a place or a size. */
  function fitsUnnamed(stage: Stage): boolean {
    return !named && (stages.size === 0 || stages.has(stage));
  }

  return { fits, fitsAdopter };
}

/** Without a district means without everybody in it. */
function excludedKey(commune: Commune | undefined, id: CommuneId): string {
  return commune?.kind === 'kreis' ? commune.districtKey : id;
}

function isIn(commune: Commune, place: Filter & { kind: 'commune' | 'district' }): boolean {
  return place.kind === 'commune'
    ? commune.id === place.communeId
    : commune.districtKey === place.districtKey;
}

function isOfSize(commune: Commune, size: Filter & { kind: 'size' }): boolean {
  return commune.inhabitants >= (size.atLeast ?? 0) && commune.inhabitants <= (size.atMost ?? Infinity);
}
