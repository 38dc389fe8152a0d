import { describe, expect, it } from 'vitest';
import type { CommuneId } from '../../../src/domain/ids.ts';
import { UseCaseCatalogue, useCaseFields } from '../../../src/features/ask/use-case-catalogue.ts';
import { describeInterest } from '../../../src/features/interest/describe-interest.ts';
import { offerInterest } from '../../../src/features/interest/offer-interest.ts';
import { stateInterest } from '../../../src/features/interest/state-interest.ts';
import {
  interestBroadcastId,
  tellForgottenInterests,
} from '../../../src/features/interest/tell-organisers.ts';
import { StoreUnavailableError } from '../../../src/ports/document-store.ts';
import { createSearchEngine } from '../../../src/search/create-search-engine.ts';
import { broadcastCollection, Broadcasts } from '../../../src/store/broadcasts.ts';
import { UseCases } from '../../../src/store/use-cases.ts';
import { technologyLabels } from '../../../src/texts/labels.ts';
import { adopterAt, anAsker, aUseCase, hemer, menden, olpe, siegen } from '../../support/builders.ts';
import { aScene, someone } from '../adoption/scene.ts';
import type { Scene } from '../adoption/scene.ts';

const useCase = aUseCase();
const procurement = { cooperations: ['joint_procurement'], named: true } as const;

function stateAs(
  deps: Scene,
  commune: CommuneId,
  stated: Parameters<typeof stateInterest>[1]['stated'] = procurement,
) {
  const asker = someone(`member-of-${commune}`, commune);
  return stateInterest(deps, { asker, useCaseId: useCase.id, communeId: commune, stated });
}

async function reportedIn(deps: Scene) {
  return (await deps.useCases.find(useCase.id))?.value.interestsReported;
}

async function broadcastsIn({ store }: Scene): Promise<readonly string[]> {
  return (await store.query(broadcastCollection, { limit: 100 })).documents.map(({ id }) => id);
}

const told = [interestBroadcastId(useCase.id, 'joint_procurement')];

describe('the interest of communes', () => {
  it('is told to the organisers when the third one says so, and never again', async () => {
    const scene = await aScene();
    await scene.useCases.add(useCase);

    await stateAs(scene, menden);
    await stateAs(scene, hemer);
    const before = await broadcastsIn(scene);
    await stateAs(scene, olpe);
    const after = await broadcastsIn(scene);
    await stateAs(scene, olpe, { cooperations: [], named: true });
    await stateAs(scene, siegen);
    await stateAs(scene, olpe);

    expect(before).toEqual([]);
    expect(after).toEqual(told);
    expect(await broadcastsIn(scene)).toEqual(told);
    expect(
      (await scene.broadcasts.find(interestBroadcastId(useCase.id, 'joint_procurement')))?.value,
    ).toMatchObject({
      subject: { kind: 'interest', useCaseId: useCase.id, cooperation: 'joint_procurement' },
      audience: [{ kind: 'role', role: 'organiser' }],
    });
    expect(await reportedIn(scene)).toEqual(['joint_procurement']);
  });

  it('is told for each kind by itself', async () => {
    const scene = await aScene();
    await scene.useCases.add(useCase);
    const both = { cooperations: ['exchange', 'joint_procurement'], named: true } as const;

    await stateAs(scene, menden, both);
    await stateAs(scene, hemer, both);
    await stateAs(scene, olpe);
    const first = await reportedIn(scene);
    await stateAs(scene, siegen, { cooperations: ['exchange'], named: true });

    expect(first).toEqual(['joint_procurement']);
    expect(await reportedIn(scene)).toEqual(['joint_procurement', 'exchange']);
  });

  it('is told once when three say so at the same moment', async () => {
    const scene = await aScene();
    await scene.useCases.add(useCase);
    const other = { ...scene, useCases: new UseCases(scene.store) };

    await Promise.all([
      stateAs(scene, menden),
      stateAs(other, hemer),
      stateAs(scene, olpe),
      stateAs(other, siegen),
    ]);

    expect(await broadcastsIn(scene)).toEqual(told);
    expect(await reportedIn(scene)).toEqual(['joint_procurement']);
  });

  it('makes no version and no entry in the history', async () => {
    const scene = await aScene();
    await scene.useCases.add(useCase);

    await stateAs(scene, menden);

    expect((await scene.useCases.find(useCase.id))?.value.provenance.version).toBe(1);
    expect(await scene.useCases.historyOf(useCase.id)).toEqual([]);
  });

  it('is offered with what a colleague said', async () => {
    const scene = await aScene();
    await scene.useCases.add(useCase);
    await stateAs(scene, menden);

    const offered = await offerInterest(scene, { asker: someone('berta', menden), useCaseId: useCase.id });

    expect(offered).toMatchObject({
      kind: 'offered',
      commune: { id: menden },
      interest: { cooperations: ['joint_procurement'] },
    });
  });

  it('is stated for the own commune alone, by members alone', async () => {
    const scene = await aScene();
    await scene.useCases.add(useCase);
    const request = { useCaseId: useCase.id, communeId: hemer, stated: procurement };

    const results = [
      await stateInterest(scene, { ...request, asker: someone('anna', menden) }),
      await stateInterest(scene, { ...request, asker: someone('o', menden, { role: 'organiser' }) }),
      await stateInterest(scene, { ...request, asker: anAsker({ guest: true, communeId: hemer }) }),
    ];

    expect(results.map(({ kind }) => kind)).toEqual(['not-own-commune', 'not-own-commune', 'not-member']);
    expect((await scene.useCases.find(useCase.id))?.value).toEqual(useCase);
  });
});

describe('what a crash kept from being told', () => {
  async function withCatalogue(scene: Scene) {
    const catalogue = new UseCaseCatalogue(
      (synonyms) => createSearchEngine({ fields: { ...useCaseFields }, synonyms }),
      [],
      technologyLabels,
    );
    for await (const { value } of scene.useCases.all()) {
      catalogue.put(value);
    }
    return { ...scene, catalogue };
  }

  async function threeButUntold(failing: 'broadcasts' | 'useCases') {
    const scene = await aScene();
    await scene.useCases.add(useCase);
    await stateAs(scene, menden);
    await stateAs(scene, hemer);
    let writes = 0;
    const store = {
      ...scene.store,
      transact: async (...call: Parameters<Scene['store']['transact']>) => {
        writes += 1;
        if (failing === 'broadcasts' || writes > 1) {
          throw new StoreUnavailableError('failed', 'none');
        }
        return scene.store.transact(...call);
      },
    };
    const late =
      failing === 'broadcasts'
        ? { ...scene, broadcasts: new Broadcasts(store) }
        : { ...scene, useCases: new UseCases(store) };
    await expect(stateAs(late, olpe)).rejects.toThrow(StoreUnavailableError);
    return scene;
  }

  it('is told by the next run when the message was never begun', async () => {
    const scene = await threeButUntold('broadcasts');
    const before = await broadcastsIn(scene);

    await tellForgottenInterests(await withCatalogue(scene));
    await tellForgottenInterests(await withCatalogue(scene));

    expect(before).toEqual([]);
    expect(await broadcastsIn(scene)).toEqual(told);
    expect(await reportedIn(scene)).toEqual(['joint_procurement']);
  });

  it('is not told again when the message was begun and only that was not noted', async () => {
    const scene = await threeButUntold('useCases');
    const before = [await broadcastsIn(scene), await reportedIn(scene)];

    await tellForgottenInterests(await withCatalogue(scene));

    expect(before).toEqual([told, []]);
    expect(await broadcastsIn(scene)).toEqual(told);
    expect(await reportedIn(scene)).toEqual(['joint_procurement']);
  });

  it('is told by the next press as well', async () => {
    const scene = await threeButUntold('broadcasts');

    await stateAs(scene, siegen);

    expect(await broadcastsIn(scene)).toEqual(told);
  });

  it('is told no more half a year later, when the message itself is forgotten', async () => {
    const scene = await aScene();
    await scene.useCases.add(useCase);
    await stateAs(scene, menden);
    await stateAs(scene, hemer);
    await stateAs(scene, olpe);
    scene.clock.advance(200 * 24 * 3_600_000);
    await scene.store.purgeExpired();
    const forgotten = await broadcastsIn(scene);

    await tellForgottenInterests(await withCatalogue(scene));
    await stateAs(scene, siegen);

    expect(forgotten).toEqual([]);
    expect(await broadcastsIn(scene)).toEqual([]);
  });
});

describe('the list for the organisers', () => {
  it('has everybody who wants it, with what they do there, named or not', async () => {
    const scene = await aScene();
    await scene.useCases.add({ ...useCase, adopters: [adopterAt(hemer, 'pilot')] });
    await stateAs(scene, menden, { cooperations: ['joint_procurement'], named: false });
    await stateAs(scene, hemer);
    await stateAs(scene, olpe, { cooperations: ['exchange'], named: true });

    const about = { useCaseId: useCase.id, cooperation: 'joint_procurement' } as const;
    const described = await describeInterest(scene, about);

    expect(described?.interested).toMatchObject([
      { interest: { communeId: menden, named: false } },
      { interest: { communeId: hemer }, adopter: { stage: 'pilot' } },
    ]);
    expect(await describeInterest(scene, { ...about, cooperation: 'co_development' })).toBeUndefined();
  });
});
