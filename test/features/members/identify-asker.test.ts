import { someRules } from '../../support/rules.ts';
import { describe, expect, it } from 'vitest';
import { communeId, memberId, tenantId } from '../../../src/domain/ids.ts';
import type { CommuneId } from '../../../src/domain/ids.ts';
import { identifyAsker, recogniseAsker } from '../../../src/features/members/identify-asker.ts';
import type { RosterEntry } from '../../../src/features/members/identify-asker.ts';
import { createMemoryStore } from '../../../src/store/adapters/memory.ts';
import { allCollections } from '../../../src/store/all-collections.ts';
import { Members } from '../../../src/store/members.ts';
import { hemer, menden } from '../../support/builders.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { shippedCommunes } from '../../support/shipped-communes.ts';

const tenant = tenantId('11111111-0000-4000-8000-000000000000');
const objectId = 'AAAAAAAA-0000-4000-8000-000000000001';
const thirtyOneDays = 31 * 24 * 3600 * 1000;

async function aScene(settings: { readonly communesOf?: ReadonlyMap<string, readonly CommuneId[]> } = {}) {
  const clock = new FakeClock(Date.UTC(2026, 10, 22));
  const store = createMemoryStore(clock);
  await store.open(allCollections);
  const members = new Members(store);
  let entry: RosterEntry | undefined = { name: 'Anna', email: 'anna@Menden.example', guest: false };
  let reads = 0;
  const current = {
    communes: shippedCommunes,
    communesOf: settings.communesOf ?? new Map(),
    synonyms: [],
    serviceHosts: new Set<string>(),
  };
  const deps = {
    clock,
    members,
    operator: { current: () => current },
    rules: someRules({ organisers: new Set([objectId.toLowerCase()]) }),
  };
  const request = {
    tenantId: tenant,
    objectId,
    roster: async () => {
      reads += 1;
      return entry;
    },
  };
  return {
    clock,
    members,
    identify: async () => {
      const result = await identifyAsker(deps, request);
      return result.kind === 'known' ? result.asker : result;
    },
    recognise: async () => {
      const result = await recogniseAsker(deps, { tenantId: tenant, objectId });
      return result.kind === 'known' ? result.asker : result;
    },
    roster: (next: RosterEntry | undefined) => (entry = next),
    reads: () => reads,
    kept: async () => {
      const stored = await members.find(memberId(tenant, objectId));
      if (stored === undefined) {
        throw new Error('the member was not kept');
      }
      return stored;
    },
  };
}

describe('who asks', () => {
  it('is an organiser when the configuration names the object id, in any case', async () => {
    const scene = await aScene();

    expect(await scene.identify()).toMatchObject({ role: 'organiser', guest: false });
  });

  it('is never an organiser as a guest', async () => {
    const scene = await aScene();
    scene.roster({ name: 'Anna', guest: true });

    expect(await scene.identify()).toMatchObject({ role: 'member', guest: true });
  });

  it('is read from the roster once, and again after 30 days', async () => {
    const scene = await aScene();

    await scene.identify();
    await scene.identify();
    scene.clock.advance(thirtyOneDays);
    scene.roster({ name: 'Anna', guest: true });

    expect(scene.reads()).toBe(1);
    expect(await scene.identify()).toMatchObject({ guest: true });
    expect(scene.reads()).toBe(2);
  });

  it('has the rights of a guest while the roster cannot be asked, and that is not kept', async () => {
    const scene = await aScene();
    scene.roster(undefined);

    expect(await scene.identify()).toMatchObject({ guest: true });
    expect(await scene.members.find(memberId(tenant, objectId))).toBeUndefined();
  });

  it('keeps neither name nor mail', async () => {
    const scene = await aScene();
    await scene.identify();

    const kept = await scene.members.find(memberId(tenant, objectId));
    expect(JSON.stringify(kept)).not.toMatch(/Anna|menden\.example/i);
  });
});

describe('who types', () => {
  it("has a guest's rights before the first contact, and nothing is asked or kept", async () => {
    const scene = await aScene({ communesOf: new Map([[tenant, [menden]]]) });

    const asker = await scene.recognise();

    expect(asker).toMatchObject({ guest: true, role: 'member' });
    expect(asker).not.toHaveProperty('communeId');
    expect(scene.reads()).toBe(0);
    expect(await scene.members.find(memberId(tenant, objectId))).toBeUndefined();
  });

  it('is who asked before, also when the roster was read long ago', async () => {
    const scene = await aScene({ communesOf: new Map([['menden.example', [menden]]]) });
    const before = await scene.identify();
    scene.clock.advance(thirtyOneDays);

    expect(await scene.recognise()).toEqual(before);
    expect(scene.reads()).toBe(1);
  });
});

describe('the commune of who asks', () => {
  it.each([
    ['the mail domain', [['menden.example', [menden]]], menden],
    ['the tenant', [[tenant, [hemer]]], hemer],
    [
      'the mail domain before the tenant',
      [
        ['menden.example', [menden]],
        [tenant, [hemer]],
      ],
      menden,
    ],
    ['nothing, where the mapping names several', [[tenant, [hemer, menden]]], undefined],
  ] satisfies [string, [string, CommuneId[]][], CommuneId | undefined][])(
    'comes from %s',
    async (_, mapping, expected) => {
      const scene = await aScene({ communesOf: new Map(mapping) });

      const asker = await scene.identify();

      expect('communeId' in asker ? asker.communeId : undefined).toBe(expected);
    },
  );

  it('stays as chosen when the mapping says something else later', async () => {
    const scene = await aScene({ communesOf: new Map([['menden.example', [menden]]]) });
    await scene.identify();
    const { value, etag } = await scene.kept();
    const chosen = communeId('05966024');
    await scene.members.replace({ ...value, communeId: chosen, communeFrom: 'choice' }, etag);

    scene.clock.advance(thirtyOneDays);

    expect(await scene.identify()).toMatchObject({ communeId: chosen });
  });
});
