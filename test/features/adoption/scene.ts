import { onTestFinished } from 'vitest';
import type { Commune } from '../../../src/domain/commune.ts';
import { communeId, memberId, tenantId } from '../../../src/domain/ids.ts';
import type { CommuneId } from '../../../src/domain/ids.ts';
import type { Asker } from '../../../src/domain/member.ts';
import type { DocumentStore } from '../../../src/ports/document-store.ts';
import { createMemoryStore } from '../../../src/store/adapters/memory.ts';
import { allCollections } from '../../../src/store/all-collections.ts';
import { Broadcasts } from '../../../src/store/broadcasts.ts';
import { UseCaseDrafts } from '../../../src/store/use-case-drafts.ts';
import { UseCases } from '../../../src/store/use-cases.ts';
import { anAsker } from '../../support/builders.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { someRules } from '../../support/rules.ts';
import { shippedCommunes } from '../../support/shipped-communes.ts';

export const tenant = tenantId('11111111-0000-4000-8000-000000000000');
export const now = Date.UTC(2026, 10, 22, 9);

/** Everything that adoption and interest ask for, on a store of any kind. */
export async function aScene(
  createStore: (clock: FakeClock) => DocumentStore = createMemoryStore,
  communes: ReadonlyMap<CommuneId, Commune> = shippedCommunes,
) {
  const clock = new FakeClock(now);
  const store = createStore(clock);
  await store.open(allCollections);
  onTestFinished(() => store.close());
  const warnings: string[] = [];
  const current = () => ({
    communes,
    communesOf: new Map<string, readonly CommuneId[]>(),
    synonyms: [],
    serviceHosts: new Set<string>(),
  });
  return {
    clock,
    store,
    warnings,
    rules: someRules(),
    operator: { current },
    logger: {
      info: () => undefined,
      error: () => undefined,
      warn: (event: string) => void warnings.push(event),
    },
    useCases: new UseCases(store),
    useCaseDrafts: new UseCaseDrafts(store),
    broadcasts: new Broadcasts(store),
  };
}

export type Scene = Awaited<ReturnType<typeof aScene>>;

/** Somebody who works for a commune. */
export function someone(name: string, commune: CommuneId | undefined, fields: Partial<Asker> = {}) {
  const own = commune === undefined ? {} : { communeId: commune };
  return { ...anAsker({ ...own, ...fields }), memberId: memberId(tenant, name) };
}

export const noRoster = async () => undefined;

/** As many communes as are wanted, which the operator's list has not. */
export function someCommunes(count: number): ReadonlyMap<CommuneId, Commune> {
  const numbers = Array.from({ length: count }, (_, index) =>
    communeId(`990020${String(index + 1).padStart(2, '0')}`),
  );
  return new Map(
    numbers.map((id) => [
      id,
      {
        id,
        name: `Kommune ${id}`,
        kind: 'stadt',
        districtKey: '99002',
        districtName: 'Probekreis',
        inhabitants: 10_000,
        areaKm2: 100,
        latitude: 51,
        longitude: 8,
        aliases: [],
      },
    ]),
  );
}
