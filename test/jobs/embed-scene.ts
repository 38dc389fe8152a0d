import { hash } from 'node:crypto';
import { useCaseId } from '../../src/domain/ids.ts';
import type { UseCaseId } from '../../src/domain/ids.ts';
import type { Instant } from '../../src/domain/instant.ts';
import type { UseCaseEmbedding } from '../../src/domain/use-case-embedding.ts';
import type { UseCase } from '../../src/domain/use-case.ts';
import { mayBeEmbedded, toEmbeddingText } from '../../src/features/ask/embed-text.ts';
import { UseCaseCatalogue, useCaseFields } from '../../src/features/ask/use-case-catalogue.ts';
import { UseCaseVectors } from '../../src/features/ask/use-case-vectors.ts';
import { embedUseCases } from '../../src/jobs/embed-use-cases.ts';
import { followUseCases } from '../../src/jobs/follow-use-cases.ts';
import type { DocumentStore } from '../../src/ports/document-store.ts';
import type { EmbeddingModel, EmbedOutcome } from '../../src/ports/language-model.ts';
import { createSearchEngine } from '../../src/search/create-search-engine.ts';
import { createMemoryStore } from '../../src/store/adapters/memory.ts';
import { allCollections } from '../../src/store/all-collections.ts';
import { Embeddings } from '../../src/store/embeddings.ts';
import { ModelUseDays } from '../../src/store/model-use-days.ts';
import { Leases } from '../../src/store/leases.ts';
import { useCaseCollection, UseCases } from '../../src/store/use-cases.ts';
import { technologyLabels } from '../../src/texts/labels.ts';
import { aUseCase } from '../support/builders.ts';
import { mortal } from '../support/mortal.ts';
import { VirtualTime } from '../support/virtual-time.ts';

export const startAt = Date.UTC(2026, 10, 22, 9);

export interface EmbedCall {
  readonly at: Instant;
  readonly texts: readonly string[];
}

/** A model that answers as it is told to, at once unless `ms` says otherwise, and notes what it is asked. */
export class FakeEmbeddingModel implements EmbeddingModel {
  readonly name: string;
  readonly calls: EmbedCall[] = [];
  ms = 0;
  /** Undefined: it does what it should. */
  answer: (texts: readonly string[]) => EmbedOutcome | undefined = () => undefined;
  readonly #time: VirtualTime;

  constructor(name: string, time: VirtualTime) {
    this.name = name;
    this.#time = time;
  }

  async embed(
    texts: readonly string[],
    { signal }: { readonly signal?: AbortSignal },
  ): Promise<EmbedOutcome> {
    this.calls.push({ at: this.#time.now(), texts });
    await new Promise<void>((resolve) => {
      signal?.addEventListener('abort', () => resolve());
      this.#time.after(this.ms, resolve);
    });
    if (signal?.aborted === true) {
      return { kind: 'failed', because: 'late' };
    }
    return (
      this.answer(texts) ?? {
        kind: 'embedded',
        vectors: texts.map((text) => vectorOf(this.name, text)),
        inputTokens: texts.length,
      }
    );
  }

  /** How often it was given each text of a use case, whether or not it liked it. */
  timesGiven(): ReadonlyMap<string, number> {
    const times = new Map<string, number>();
    for (const text of this.calls.flatMap(({ texts }) => texts)) {
      times.set(text, (times.get(text) ?? 0) + 1);
    }
    times.delete('Test');
    return times;
  }
}

export const refused: EmbedOutcome = { kind: 'failed', because: 'refused' };

function vectorOf(model: string, text: string): Float32Array {
  return Float32Array.from(
    hash('sha256', `${model} ${text}`, 'buffer').subarray(0, 8),
    (byte) => byte - 127.5,
  );
}

/** Holds what an instance could serve with. */
class HeldVectors extends UseCaseVectors {
  readonly held = new Map<string, UseCaseEmbedding>();

  override put(embedding: UseCaseEmbedding): void {
    this.held.set(`${embedding.model} ${embedding.useCaseId}`, embedding);
  }

  override remove(id: UseCaseId, model?: string): void {
    this.held.delete(`${model} ${id}`);
  }
}

export interface LogEntry {
  readonly event: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

export type EmbedScene = Awaited<ReturnType<typeof anEmbedScene>>;

export const textOf = (useCase: UseCase) => toEmbeddingText(useCase, technologyLabels);

export function numbered(index: number, fields: Partial<UseCase> = {}): UseCase {
  return aUseCase({
    id: useCaseId(`u${index}`),
    title: `Nummer ${index}`,
    summary: `Vorhaben mit der Nummer ${index}.`,
    ...fields,
  });
}

/** A store that instances of the app share, and a time that passes when a test says so. */
export async function anEmbedScene() {
  const time = new VirtualTime(startAt, 30);
  const store = createMemoryStore(time);
  await store.open(allCollections);
  const useCases = new UseCases(store);
  const embeddings = new Embeddings(store);
  const log: LogEntry[] = [];
  let started = 0;
  const note = (event: string, facts: LogEntry['facts'] = {}) => void log.push({ event, facts });
  const logger = { info: note, warn: note, error: note };

  async function pass(ms: number): Promise<void> {
    for (const wait of [ms, 0]) {
      let isOver = false;
      time.after(wait, () => {
        isOver = true;
      });
      await time.run(() => isOver);
    }
  }

  /** Its catalogue, its job, and what it could serve with. It is killed at this call of the job to the store. */
  async function startInstance(
    embeddingModel?: EmbeddingModel,
    {
      diesAtCall,
      jobStore = store,
      catalogueStore = store,
    }: { diesAtCall?: number; jobStore?: DocumentStore; catalogueStore?: DocumentStore } = {},
  ) {
    started += 1;
    const holder = `instance-${started}`;
    const doomed = mortal(jobStore, nobody, time, {
      ...(diesAtCall !== undefined && { diesAtCall }),
    });
    const catalogue = new UseCaseCatalogue(
      () => createSearchEngine({ fields: { ...useCaseFields } }),
      [],
      technologyLabels,
    );
    const useCaseVectors = new HeldVectors();
    const following = await followUseCases({ useCases: new UseCases(catalogueStore), catalogue, logger });
    const job = embedUseCases(
      {
        catalogue,
        clock: time,
        ...(embeddingModel !== undefined && { embeddingModel }),
        embeddings: new Embeddings(doomed.store),
        ids: { next: () => holder },
        leases: new Leases(doomed.store),
        logger,
        // Not in the store that dies: what is counted is no step of the work.
        modelUseDays: new ModelUseDays(store),
        useCases: new UseCases(doomed.store),
        useCaseVectors,
      },
      { timer: doomed.timer, technologyWords: technologyLabels },
    );
    return {
      catalogue,
      held: useCaseVectors.held,
      isDead: doomed.isDead,
      kill() {
        doomed.kill();
        void job.stop();
        void following.stop();
      },
      async stop() {
        await Promise.all([job.stop(), following.stop()]);
      },
    };
  }

  return {
    time,
    store,
    useCases,
    embeddings,
    log,
    logger,
    pass,
    startInstance,
    model: (name = 'small') => new FakeEmbeddingModel(name, time),
    async add(...all: readonly UseCase[]) {
      for (const useCase of all) {
        await useCases.add(useCase);
      }
    },
    async change(index: number, fields: Partial<UseCase>) {
      await useCases.change(useCaseId(`u${index}`), (useCase) => ({ useCase: { ...useCase, ...fields } }));
    },
    /** As nothing in the product does by itself. */
    async delete(index: number) {
      const id = `u${index}`;
      const document = await store.get(useCaseCollection, { partition: id, id });
      const { etag = '' } = document ?? {};
      await store.transact(useCaseCollection, id, [{ kind: 'delete', id, etag }]);
    },
    /** What is stored, as `model id`, in order. */
    async vectors() {
      const all = await Array.fromAsync(embeddings.all());
      return all.map(({ model, useCaseId: id }) => `${model} ${id}`).sort();
    },
    /** The use cases that may have a vector, as they are now. */
    async embeddable() {
      const all = await Array.fromAsync(useCases.all());
      return all.map(({ value }) => value).filter(mayBeEmbedded);
    },
  };
}

/** What each text's vector is when it is stored. */
export function vectorsFor(model: string, useCases: readonly UseCase[]): readonly string[] {
  return useCases.map(({ id }) => `${model} ${id}`).sort();
}

const nobody = {
  send: () => Promise.reject(new Error('nothing is sent')),
  update: () => Promise.reject(new Error('nothing is sent')),
};
