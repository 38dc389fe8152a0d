import { z } from 'zod';
import { useCaseId } from '../domain/ids.ts';
import type { UseCaseId } from '../domain/ids.ts';
import type { UseCaseEmbedding } from '../domain/use-case-embedding.ts';
import type { Collection, DocumentKey, DocumentStore, StoredDocument } from '../ports/document-store.ts';
import { defineDocument } from './document.ts';
import { everyPage } from './every-document.ts';
import { hashedId } from './hashed-id.ts';
import { removeDocument } from './remove-document.ts';

export const embeddingCollection: Collection = { name: 'embeddings', indexes: ['model'] };

/** Documents that are read at once, a few kilobytes each; the reader may let other work have its turn in between. */
const pageSize = 100;

const embeddingDocument = defineDocument({
  name: 'embedding',
  version: 1,
  schema: z.object({
    useCaseId: z.string().transform(useCaseId),
    model: z.string(),
    generation: z.number().int().positive(),
    contentHash: z.string(),
    /** Int8, a byte per dimension. */
    vector: z.base64(),
  }),
  upgrades: {},
});

export interface StoredEmbedding extends UseCaseEmbedding {
  /** Counts the changes of the model: of several models the one with the highest generation is wanted. */
  readonly generation: number;
}

/** What happened to embeddings since a cursor. */
export interface EmbeddingChanges {
  readonly written: readonly StoredEmbedding[];
  readonly removed: readonly Pick<UseCaseEmbedding, 'useCaseId' | 'model'>[];
  readonly cursor: string;
  readonly more: boolean;
}

/** What models made of use cases. Each use case is a partition with one document per model, whose id is a hash of the model's name. */
export class Embeddings {
  readonly #store: DocumentStore;
  /** Tombstones bear only the hash. */
  readonly #modelsRead = new Map<string, string>();

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  async find(id: UseCaseId, model: string): Promise<StoredEmbedding | undefined> {
    const document = await this.#store.get(embeddingCollection, toKey(id, model));
    return document && this.#read(document);
  }

  /** Those of one model, or all, in no order; only a page of them is in memory. */
  async *all(model?: string): AsyncGenerator<StoredEmbedding> {
    const where = model === undefined ? {} : { where: { model } };
    const pages = everyPage((from) =>
      this.#store.query(embeddingCollection, { ...where, limit: pageSize, ...from }),
    );
    for await (const { documents } of pages) {
      for (const document of documents) {
        yield this.#read(document);
      }
    }
  }

  /** Replaces what the same model made of it before. What is there already is not written again. */
  async put(embedding: StoredEmbedding): Promise<void> {
    const { useCaseId: of, model, generation, contentHash, vector } = embedding;
    const { partition, id } = toKey(of, model);
    const body = embeddingDocument.toBody({
      useCaseId: of,
      model,
      generation,
      contentHash,
      vector: Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength).toString('base64'),
    });
    for (;;) {
      const known = await this.#store.get(embeddingCollection, { partition, id });
      if (known?.body['contentHash'] === contentHash && known.body['generation'] === generation) {
        return;
      }
      const outcome = await this.#store.transact(embeddingCollection, partition, [
        known === undefined ? { kind: 'create', id, body } : { kind: 'replace', id, etag: known.etag, body },
      ]);
      if (outcome.kind === 'done') {
        return;
      }
    }
  }

  /** Of all models, or of one. */
  async remove(id: UseCaseId, model?: string): Promise<void> {
    if (model !== undefined) {
      await removeDocument(this.#store, embeddingCollection, toKey(id, model));
      return;
    }
    const pages = everyPage((from) =>
      this.#store.query(embeddingCollection, { partition: id, limit: pageSize, ...from }),
    );
    for await (const { documents } of pages) {
      for (const document of documents) {
        await removeDocument(this.#store, embeddingCollection, document);
      }
    }
  }

  /** A model of which this process never read anything is not among what was removed: nobody here can hold it. */
  async changes(after?: string): Promise<EmbeddingChanges> {
    const { changes, cursor, more } = await this.#store.changes(embeddingCollection, {
      limit: pageSize,
      ...(after !== undefined && { after }),
    });
    const written: StoredEmbedding[] = [];
    const removed: Pick<UseCaseEmbedding, 'useCaseId' | 'model'>[] = [];
    for (const change of changes) {
      if (change.kind === 'written') {
        written.push(this.#read(change.document));
        continue;
      }
      const model = this.#modelsRead.get(change.id);
      if (model !== undefined) {
        removed.push({ useCaseId: useCaseId(change.partition), model });
      }
    }
    return { written, removed, cursor, more };
  }

  /** See `DocumentStore.onChange`. */
  onChange(listener: () => void): () => void {
    return this.#store.onChange(embeddingCollection, listener);
  }

  #read({ id, body }: StoredDocument): StoredEmbedding {
    const { vector, ...fields } = embeddingDocument.parse(body);
    this.#modelsRead.set(id, fields.model);
    // A copy with the bytes as signed numbers; the buffer is a part of a larger one, which would be kept.
    return { ...fields, vector: new Int8Array(Buffer.from(vector, 'base64')) };
  }
}

function toKey(id: UseCaseId, model: string): DocumentKey {
  return { partition: id, id: hashedId(model) };
}
