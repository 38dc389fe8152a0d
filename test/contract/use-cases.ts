import { describe, expect, it } from 'vitest';
import type { CommuneId } from '../../src/domain/ids.ts';
import type { DocumentStore } from '../../src/ports/document-store.ts';
import { StoreUnavailableError } from '../../src/ports/document-store.ts';
import { adoptUseCase } from '../../src/features/adoption/adopt-use-case.ts';
import { withdrawAdoption } from '../../src/features/adoption/withdraw-adoption.ts';
import { stateInterest } from '../../src/features/interest/state-interest.ts';
import { UseCases } from '../../src/store/use-cases.ts';
import { aScene, noRoster, someCommunes, someone } from '../features/adoption/scene.ts';
import { aUseCase } from '../support/builders.ts';
import type { CreateStore } from './document-store-scene.ts';

const communes = someCommunes(32);
const useCase = aUseCase();

/** What many do at once to one use case, on every adapter alike; `create` makes a store that is empty and not yet open. */
export function describeUseCasesAtOnce(name: string, create: CreateStore): void {
  describe(`one use case on the ${name} document store`, () => {
    it('gets 32 entries and versions without gaps from 32 communes at once, each in one round', async () => {
      const scene = await aScene(create, communes);
      const counted = countRounds(scene.store);
      const deps = { ...scene, useCases: new UseCases(counted.store) };
      await deps.useCases.add(useCase);
      counted.reset();

      const results = await Promise.all([...communes.keys()].map((commune) => adoptAs(deps, commune)));

      expect(results.map(({ kind }) => kind)).toEqual(Array.from({ length: 32 }, () => 'adopted'));
      await expectEverybodyOnce(deps.useCases);
      expect(counted.rounds()).toBe(32);
    });

    it('gets them as well from four app instances that know nothing of each other, in bounded time', async () => {
      const scene = await aScene(create, communes);
      const counted = countRounds(scene.store);
      const instances = Array.from({ length: 4 }, () => ({
        ...scene,
        useCases: new UseCases(counted.store),
      }));
      await scene.useCases.add(useCase);
      counted.reset();

      const results = await Promise.all(
        [...communes.keys()].map((commune, index) =>
          adoptAs(instances[index % instances.length] ?? scene, commune),
        ),
      );

      expect(results.map(({ kind }) => kind)).toEqual(Array.from({ length: 32 }, () => 'adopted'));
      await expectEverybodyOnce(scene.useCases);
      // Of four at once one wins each round.
      expect(counted.rounds()).toBeLessThanOrEqual(32 * 4);
    });

    it('loses nothing when communes enter, withdraw and state interests at once', async () => {
      const scene = await aScene(create, communes);
      const ids = [...communes.keys()];
      await scene.useCases.add(useCase);
      await Promise.all(ids.slice(0, 8).map((commune) => adoptAs(scene, commune)));

      await Promise.all([
        ...ids.slice(0, 4).map((commune) => withdrawAs(scene, commune)),
        ...ids.slice(8, 16).map((commune) => adoptAs(scene, commune)),
        ...ids.slice(0, 16).map((commune) => stateAs(scene, commune)),
      ]);

      const stored = await scene.useCases.find(useCase.id);
      const adopters = stored?.value.adopters.map(({ body }) => 'communeId' in body && body.communeId);
      expect(adopters?.toSorted()).toEqual(ids.slice(4, 16));
      expect(stored?.value.interests.map(({ communeId }) => communeId).toSorted()).toEqual(ids.slice(0, 16));
      expect(stored?.value.interestsReported).toEqual(['exchange']);
      expect(stored?.value.provenance.version).toBe(1 + 8 + 4 + 8);
    });

    it('is left alone by a person who is always overtaken, who hears that it cannot be saved now', async () => {
      const scene = await aScene(create, communes);
      const alwaysLate: DocumentStore = {
        ...scene.store,
        transact: async () => ({ kind: 'conflict', id: useCase.id }),
      };
      await scene.useCases.add(useCase);

      const [commune] = communes.keys();
      const late = { ...scene, useCases: new UseCases(alwaysLate) };

      await expect(adoptAs(late, commune)).rejects.toThrow(StoreUnavailableError);
      expect((await scene.useCases.find(useCase.id))?.value).toEqual(useCase);
    });

    it('says that the store is away to those it concerns, and goes on with the next', async () => {
      const scene = await aScene(create, communes);
      let failures = 1;
      const flaky: DocumentStore = {
        ...scene.store,
        transact: async (...call) => {
          failures -= 1;
          if (failures === 0) {
            throw new StoreUnavailableError('full', 'none');
          }
          return scene.store.transact(...call);
        },
      };
      await scene.useCases.add(useCase);
      const deps = { ...scene, useCases: new UseCases(flaky) };

      const settled = await Promise.allSettled(
        [...communes.keys()].slice(0, 3).map((one) => adoptAs(deps, one)),
      );

      expect(settled).toMatchObject([
        { status: 'rejected', reason: { name: 'StoreUnavailableError', reason: 'full' } },
        { status: 'fulfilled', value: { kind: 'adopted' } },
        { status: 'fulfilled', value: { kind: 'adopted' } },
      ]);
      expect((await scene.useCases.find(useCase.id))?.value.adopters).toHaveLength(2);
    });
  });
}

type Deps = Awaited<ReturnType<typeof aScene>>;

function adoptAs(deps: Deps, commune: CommuneId | undefined) {
  if (commune === undefined) {
    throw new Error('no commune');
  }
  return adoptUseCase(deps, {
    asker: someone(`member-of-${commune}`, commune),
    useCaseId: useCase.id,
    communeId: commune,
    typed: { stage: 'pilot', contact: 'none', note: `Aus ${commune}.` },
    roster: noRoster,
  });
}

function withdrawAs(deps: Deps, commune: CommuneId) {
  const asker = someone(`member-of-${commune}`, commune);
  return withdrawAdoption(deps, { asker, useCaseId: useCase.id, communeId: commune });
}

function stateAs(deps: Deps, commune: CommuneId) {
  return stateInterest(deps, {
    asker: someone(`member-of-${commune}`, commune),
    useCaseId: useCase.id,
    communeId: commune,
    stated: { cooperations: ['exchange'], named: true },
  });
}

async function expectEverybodyOnce(useCases: UseCases): Promise<void> {
  const stored = await useCases.find(useCase.id);
  const notes = stored?.value.adopters.map(({ note }) => note).toSorted();
  const history = await useCases.historyOf(useCase.id);
  expect(notes).toEqual([...communes.keys()].map((commune) => `Aus ${commune}.`));
  expect(history.map(({ version }) => version)).toEqual(Array.from({ length: 32 }, (_, index) => 33 - index));
  expect(new Set(history.map(({ by }) => by.memberId)).size).toBe(32);
  expect(stored?.value.provenance.version).toBe(33);
}

/** Counts how often something was to be written. */
function countRounds(store: DocumentStore) {
  let rounds = 0;
  const counting: DocumentStore = {
    ...store,
    transact: (...call) => {
      rounds += 1;
      return store.transact(...call);
    },
  };
  return {
    store: counting,
    rounds: () => rounds,
    reset: () => {
      rounds = 0;
    },
  };
}
