import { beforeEach, describe, expect, it } from 'vitest';
import { useCaseId } from '../../../src/domain/ids.ts';
import { packVector } from '../../../src/domain/use-case-embedding.ts';
import type { UseCase } from '../../../src/domain/use-case.ts';
import { findNear } from '../../../src/features/ask/find-near.ts';
import { UseCaseVectors } from '../../../src/features/ask/use-case-vectors.ts';
import type { EmbedOutcome, EmbeddingModel } from '../../../src/ports/language-model.ts';
import { createMemoryStore } from '../../../src/store/adapters/memory.ts';
import { ModelUseDays, modelUseDayCollection } from '../../../src/store/model-use-days.ts';
import { createLogger } from '../../../src/system/logger.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { adopterAt, anAsker, aUseCase, hemer, menden } from '../../support/builders.ts';

const vector = Float32Array.from([1, 0]);
const embedded: EmbedOutcome = { kind: 'embedded', vectors: [vector] };
const asker = anAsker({ communeId: menden });

const clock = new FakeClock(0);
const store = createMemoryStore(clock);
await store.open([modelUseDayCollection]);
const counting = { clock, logger: createLogger('silent'), modelUseDays: new ModelUseDays(store) };

let asked: { readonly texts: readonly string[]; readonly model: string | undefined }[];
let outcome: EmbedOutcome;
let vectors: UseCaseVectors;
let useCases: Map<string, UseCase>;
let embeddingModel: EmbeddingModel;

beforeEach(() => {
  asked = [];
  outcome = embedded;
  vectors = new UseCaseVectors();
  useCases = new Map();
  embeddingModel = {
    name: 'new',
    embed: async (texts, { model }) => {
      asked.push({ texts, model });
      return outcome;
    },
  };
  add('open', {});
  add('ours', { visibility: 'organisation', adopters: [adopterAt(menden, 'pilot')] });
  add('theirs', { visibility: 'organisation', adopters: [adopterAt(hemer, 'pilot')] });
});

function add(id: string, fields: Partial<UseCase>): void {
  useCases.set(id, aUseCase({ id: useCaseId(id), ...fields }));
  vectors.put({ useCaseId: useCaseId(id), model: 'old', contentHash: id, vector: packVector(vector) });
}

function near(sought: string, model: EmbeddingModel | undefined = embeddingModel) {
  const deps = {
    ...counting,
    useCaseVectors: vectors,
    catalogue: { find: (id: string) => useCases.get(id) },
    ...(model !== undefined && { embeddingModel: model }),
  };
  return findNear(deps, { asker, sought });
}

describe('what is near to a question', () => {
  it('is what this person may see and what there still is, by the model whose vectors serve', async () => {
    vectors.put({ useCaseId: useCaseId('gone'), model: 'old', contentHash: 'g', vector: packVector(vector) });

    const found = await near('Umzug');

    expect(found.map(({ id }) => id).toSorted()).toEqual(['open', 'ours']);
    expect(asked).toEqual([{ texts: ['Umzug'], model: 'old' }]);
  });

  it('is asked of the model once, also by many at once, in whatever letters', async () => {
    await Promise.all([near('Umzug'), near(' umzug '), near('UMZUG')]);
    await near('Umzug');

    expect(asked).toHaveLength(1);
  });

  it('is nothing while the model fails, and is asked again then', async () => {
    outcome = { kind: 'failed', because: 'late' };
    const before = await near('Umzug');
    outcome = embedded;

    expect(before).toEqual([]);
    expect(await near('Umzug')).toHaveLength(2);
  });

  it('is nothing without a model, vectors or words, and nobody is asked', async () => {
    expect(await near(' ')).toEqual([]);
    expect(
      await findNear(
        { ...counting, useCaseVectors: vectors, catalogue: { find: () => undefined } },
        { asker, sought: 'Umzug' },
      ),
    ).toEqual([]);
    vectors = new UseCaseVectors();
    expect(await near('Umzug')).toEqual([]);
    expect(asked).toEqual([]);
  });

  it('remembers the vectors of 500 questions', async () => {
    for (let number = 0; number <= 500; number += 1) {
      await near(`Frage ${number}`);
    }
    await near('Frage 1');
    const before = asked.length;
    await near('Frage 0');

    expect([before, asked.length]).toEqual([501, 502]);
  });
});
