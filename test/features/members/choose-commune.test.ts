import { describe, expect, it } from 'vitest';
import type { CommuneId } from '../../../src/domain/ids.ts';
import { chooseCommune, offerCommunes } from '../../../src/features/members/choose-commune.ts';
import { Members, memberCollection } from '../../../src/store/members.ts';
import { createMemoryStore } from '../../../src/store/adapters/memory.ts';
import { anAsker, hemer, menden } from '../../support/builders.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { shippedCommunes } from '../../support/shipped-communes.ts';

const asker = anAsker();

async function aScene(ofTenant: readonly CommuneId[]) {
  const clock = new FakeClock(Date.UTC(2026, 10, 22, 9));
  const store = createMemoryStore(clock);
  await store.open([memberCollection]);
  const members = new Members(store);
  const { memberId: id, tenantId } = asker;
  if (id !== undefined) {
    await members.add({ id, tenantId, guest: false, firstSeenAt: 1, rosterReadAt: 1 });
  }
  const data = {
    communes: shippedCommunes,
    communesOf: new Map(ofTenant.length === 0 ? [] : [[tenantId, ofTenant]]),
    synonyms: [],
    serviceHosts: new Set<string>(),
  };
  return { clock, members, operator: { current: () => data } };
}

describe('the commune that a member works for', () => {
  it('is any of the list where the operator says nothing of the tenant', async () => {
    const scene = await aScene([]);

    const chosen = await chooseCommune(scene, { asker, communeId: hemer });

    expect(chosen).toMatchObject({ kind: 'chosen', commune: { id: hemer } });
  });

  it('is one of those that the operator names for the tenant, however a card was forged', async () => {
    const scene = await aScene([menden]);

    const offered = offerCommunes(scene, asker);
    const foreign = await chooseCommune(scene, { asker, communeId: hemer });
    const own = await chooseCommune(scene, { asker, communeId: menden });

    expect(offered.kind === 'offered' && offered.choice.communes.map(({ id }) => id)).toEqual([menden]);
    expect(foreign.kind).toBe('unknown-commune');
    expect(own).toMatchObject({ kind: 'chosen', commune: { id: menden } });
  });
});
