import { communeId } from '../../../src/domain/ids.ts';
import type { UseCase } from '../../../src/domain/use-case.ts';
import { type ImportDeps, importUseCases } from '../../../src/features/exchange/import-use-cases.ts';
import type { DocumentStore } from '../../../src/ports/document-store.ts';
import { createMemoryStore } from '../../../src/store/adapters/memory.ts';
import { allCollections } from '../../../src/store/all-collections.ts';
import { Imports } from '../../../src/store/imports.ts';
import { UseCases } from '../../../src/store/use-cases.ts';
import { importLabels } from '../../../src/texts/labels.ts';
import { FakeClock } from '../../support/fake-clock.ts';

export const menden = communeId('05962040');
export const hemer = communeId('05962016');
export const olpe = communeId('05966024');

const place = { districtKey: '05962', districtName: 'Märkischer Kreis', inhabitants: 50_000, areaKm2: 80 };
const rest = { ...place, latitude: 51.4, longitude: 7.8, aliases: [], kind: 'stadt' } as const;
export const communes = [
  { id: menden, name: 'Menden (Sauerland)', ...rest },
  { id: hemer, name: 'Hemer', ...rest },
  { id: olpe, name: 'Olpe', ...rest, districtKey: '05966', districtName: 'Olpe' },
];

let lastId = 0;

/** A store of its own with three communes; a test may put something in front of the store. */
export async function anImport(
  store: DocumentStore = createMemoryStore(new FakeClock(0)),
): Promise<ImportDeps> {
  await store.open(allCollections);
  const snapshot = {
    communes: new Map(communes.map((commune) => [commune.id, commune])),
    communesOf: new Map(),
    synonyms: [],
    serviceHosts: new Set<string>(),
  };
  return {
    clock: new FakeClock(1_700_000_000_000),
    ids: {
      next() {
        lastId += 1;
        return `id-${String(lastId).padStart(6, '0')}`;
      },
    },
    operator: { current: () => snapshot },
    useCases: new UseCases(store),
    imports: new Imports(store),
  };
}

export async function importText(
  deps: ImportDeps,
  text: string,
  options: { readonly dryRun?: boolean; readonly createOrganisations?: boolean } = {},
) {
  return await importUseCases(deps, {
    bytes: new TextEncoder().encode(text),
    labels: importLabels,
    dryRun: options.dryRun ?? false,
    createOrganisations: options.createOrganisations ?? false,
  });
}

export async function allUseCases(deps: ImportDeps): Promise<UseCase[]> {
  const stored = await Array.fromAsync(deps.useCases.all());
  return stored.map(({ value }) => value);
}

/** What became of each row: "2 added". */
export async function importOutcomes(deps: ImportDeps, text: string) {
  const result = await importText(deps, text);
  if (result.kind !== 'imported') {
    throw new Error(JSON.stringify(result));
  }
  return result.outcomes.map(({ row, kind }) => `${row} ${kind}`);
}

export async function onlyUseCase(deps: ImportDeps): Promise<UseCase> {
  const [useCase, ...others] = await allUseCases(deps);
  if (useCase === undefined || others.length > 0) {
    throw new Error(`${others.length + 1} records`);
  }
  return useCase;
}
