import type { Commune } from '../../domain/commune.ts';
import { proposeFilters, splits } from '../../domain/facets.ts';
import type { Facet } from '../../domain/facets.ts';
import { addFilters } from '../../domain/filters.ts';
import type { Filter } from '../../domain/filters.ts';
import type { CommuneId } from '../../domain/ids.ts';
import type { UseCase } from '../../domain/use-case.ts';

/** More buttons than these no card has room for. */
const mostFacets = 5;

/**
 * Ways to narrow an answer, each with the number of use cases it leads to. `count` says what answers the question with these
 * filters: an answer is measured against the best that there is, so with fewer use cases others may count.
 */
export function findFacets(
  answers: readonly UseCase[],
  chosen: readonly Filter[],
  communes: ReadonlyMap<CommuneId, Commune>,
  count: (filters: readonly Filter[]) => number,
): readonly Facet[] {
  const facets: Facet[] = [];
  for (const filter of proposeFilters(answers, chosen, communes)) {
    const facet = { filter, count: count(addFilters(chosen, [filter])) };
    if (splits(facet.count, answers.length) && facets.length < mostFacets) {
      facets.push(facet);
    }
  }
  return facets;
}
