import type { Commune } from '../../src/domain/commune.ts';
import { createSqliteStore } from '../../src/store/adapters/sqlite.ts';
import { allCollections } from '../../src/store/all-collections.ts';
import { UseCases } from '../../src/store/use-cases.ts';
import { systemClock } from '../../src/system/clock.ts';
import { makeUseCases } from './records.ts';

/** Writes so many made-up use cases into a new store file, through the product's own classes. */
export async function fillStoreFile(
  path: string,
  count: number,
  communes: readonly Commune[],
): Promise<void> {
  const store = createSqliteStore({ path, clock: systemClock });
  await store.open(allCollections);
  const useCases = new UseCases(store);
  await Promise.all(makeUseCases(count, communes).map((useCase) => useCases.add(useCase)));
  await store.close();
}
