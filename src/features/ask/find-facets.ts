import type { Commune } from '../../domain/commune.ts';
import { proposeFilters, splits } from '../../domain/facets.ts';
import type { Facet } from '../../domain/facets.ts';
import { addFilters, toFilterTest } from '../../domain/filters.ts';
import type { Filter } from '../../domain/filters.ts';
import type { CommuneId } from '../../domain/ids.ts';
import type { UseCase } from '../../domain/use-case.ts';

/** More buttons than these no card has room for. */
const mostFacets = 5;

/** Ways to narrow an answer, each with the number of use cases that it leaves. */
export function findFacets(
  answers: readonly UseCase[],
  chosen: readonly Filter[],
  communes: ReadonlyMap<CommuneId, Commune>,
): readonly Facet[] {
  const facets = proposeFilters(answers, chosen, communes).map((filter) => {
    const { fits } = toFilterTest(addFilters(chosen, [filter]), communes);
    return { filter, count: answers.filter(fits).length };
  });
  return facets.filter(({ count }) => splits(count, answers.length)).slice(0, mostFacets);
}
