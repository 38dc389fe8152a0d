import { describe, expect, it } from 'vitest';
import { useCaseId } from '../../../src/domain/ids.ts';
import type { UseCaseId } from '../../../src/domain/ids.ts';
import type { UseCaseEmbedding } from '../../../src/domain/use-case-embedding.ts';
import type { UseCase } from '../../../src/domain/use-case.ts';
import { EmbeddingTexts } from '../../../src/features/ask/embed-text.ts';
import { countEmbeddings, embeddingProgress } from '../../../src/features/ask/embedding-progress.ts';
import { UseCaseCatalogue, useCaseFields } from '../../../src/features/ask/use-case-catalogue.ts';
import { UseCaseVectors } from '../../../src/features/ask/use-case-vectors.ts';
import type { EmbeddingModel } from '../../../src/ports/language-model.ts';
import { createSearchEngine } from '../../../src/search/create-search-engine.ts';
import { createMemoryStore } from '../../../src/store/adapters/memory.ts';
import { allCollections } from '../../../src/store/all-collections.ts';
import { Embeddings } from '../../../src/store/embeddings.ts';
import { UseCases } from '../../../src/store/use-cases.ts';
import { technologyLabels } from '../../../src/texts/labels.ts';
import { aUseCase } from '../../support/builders.ts';
import { FakeClock } from '../../support/fake-clock.ts';

const large: EmbeddingModel = {
  name: 'large',
  embed: () => Promise.reject(new Error('nothing is embedded')),
};

class KnownVectors extends UseCaseVectors {
  readonly #known: readonly UseCaseEmbedding[];

  constructor(known: readonly UseCaseEmbedding[]) {
    super();
    this.#known = known;
  }

  override get model() {
    return this.#known[0]?.model;
  }

  override contentHashOf(id: UseCaseId, model: string) {
    return this.#known.find((each) => each.useCaseId === id && each.model === model)?.contentHash;
  }
}

/** Three of four may be embedded. The model before made all three; the one that is set now made one, and one of earlier words. */
async function aScene() {
  const store = createMemoryStore(new FakeClock(0));
  await store.open(allCollections);
  const [useCases, embeddings] = [new UseCases(store), new Embeddings(store)];
  const catalogue = new UseCaseCatalogue(
    () => createSearchEngine({ fields: { ...useCaseFields } }),
    [],
    technologyLabels,
  );
  const texts = new EmbeddingTexts(technologyLabels);
  const all = ['u1', 'u2', 'u3'].map((id) => aUseCase({ id: useCaseId(id), title: `Titel ${id}` }));
  const closed = aUseCase({ id: useCaseId('u4'), visibility: 'organisation' });
  for (const useCase of [...all, closed]) {
    await useCases.add(useCase);
    catalogue.put(useCase);
  }
  const made = (model: string, useCase: UseCase, contentHash = texts.hashOf(useCase)) => ({
    useCaseId: useCase.id,
    model,
    generation: 1,
    contentHash,
    vector: Int8Array.of(1),
  });
  const known = [
    ...all.map((useCase) => made('small', useCase)),
    ...all.slice(0, 2).map((useCase, index) => made('large', useCase, index === 1 ? 'earlier' : undefined)),
  ];
  for (const embedding of known) {
    await embeddings.put(embedding);
  }
  return { useCases, embeddings, catalogue, texts, useCaseVectors: new KnownVectors(known) };
}

describe('how far it is that all use cases have their vectors', () => {
  it('is read from the store while nothing runs', async () => {
    const scene = await aScene();

    expect(await countEmbeddings({ ...scene, embeddingModel: large }, technologyLabels)).toEqual({
      model: 'large',
      servingModel: 'small',
      done: 1,
      total: 3,
      failed: 0,
    });
  });

  it('is known to a running instance', async () => {
    const scene = await aScene();

    expect(await embeddingProgress({ ...scene, embeddingModel: large }, scene.texts)).toEqual({
      model: 'large',
      servingModel: 'small',
      done: 1,
      total: 3,
      failed: 0,
    });
  });

  it('is nothing without a model, whatever one before it made', async () => {
    const scene = await aScene();

    const expected = { servingModel: 'small', done: 0, total: 3, failed: 0 };
    expect(await countEmbeddings(scene, technologyLabels)).toEqual(expected);
    expect(await embeddingProgress(scene, scene.texts)).toEqual(expected);
  });
});
