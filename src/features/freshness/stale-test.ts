import type { Deps } from '../../deps.ts';
import { freshnessOf } from '../../domain/freshness.ts';
import type { UseCase } from '../../domain/use-case.ts';

/** Says which use cases are possibly outdated at this moment. */
export function staleTest({ clock, rules }: Pick<Deps, 'clock' | 'rules'>): (useCase: UseCase) => boolean {
  const now = clock.now();
  return (useCase) => freshnessOf(useCase, now, rules.freshnessDays) === 'stale';
}
