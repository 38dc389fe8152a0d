import { createHash } from 'node:crypto';
import { z } from 'zod';
import { useCaseId } from '../domain/ids.ts';
import type { UseCaseId } from '../domain/ids.ts';
import type { Collection, DocumentStore, WriteOperation } from '../ports/document-store.ts';
import { transactionLimits } from '../ports/document-store.ts';
import { defineDocument } from './document.ts';
import { everyDocument } from './every-document.ts';

export const importMarkCollection: Collection = { name: 'import-marks', indexes: [] };

const markDocument = defineDocument({
  name: 'import-mark',
  version: 1,
  schema: z.object({ useCaseId: z.string().transform(useCaseId), fingerprint: z.string() }),
  upgrades: {},
});

/** What the last import left in each use case, as a fingerprint; who finds another one knows that a person was there since. */
export class ImportMarks {
  readonly #store: DocumentStore;

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  /** All fingerprints by use case. */
  async all(): Promise<ReadonlyMap<UseCaseId, string>> {
    const marks = new Map<UseCaseId, string>();
    for await (const { body } of everyDocument(this.#store, importMarkCollection, {})) {
      const mark = markDocument.parse(body);
      marks.set(mark.useCaseId, mark.fingerprint);
    }
    return marks;
  }

  /** The latest fingerprint of a use case counts. */
  async put(fingerprints: ReadonlyMap<UseCaseId, string>): Promise<void> {
    const shards = Map.groupBy(fingerprints, ([id]) => toShard(id));
    await Promise.all([...shards].map(([shard, marks]) => this.#putShard(shard, marks)));
  }

  async #putShard(shard: string, marks: readonly (readonly [UseCaseId, string])[]): Promise<void> {
    for (let from = 0; from < marks.length; from += transactionLimits.operations) {
      const some = marks.slice(from, from + transactionLimits.operations);
      while (!(await this.#tryPut(shard, some))) {
        // Another instance wrote one of them in between; read again.
      }
    }
  }

  async #tryPut(shard: string, marks: readonly (readonly [UseCaseId, string])[]): Promise<boolean> {
    const operations = await Promise.all(
      marks.map(async ([id, fingerprint]): Promise<WriteOperation> => {
        const body = markDocument.toBody({ useCaseId: id, fingerprint });
        const known = await this.#store.get(importMarkCollection, { partition: shard, id });
        return known === undefined
          ? { kind: 'create', id, body }
          : { kind: 'replace', id, etag: known.etag, body };
      }),
    );
    const outcome = await this.#store.transact(importMarkCollection, shard, operations);
    return outcome.kind === 'done';
  }
}

/** 64 partitions: few enough that a batch shares transactions, enough for large stocks. */
function toShard(id: UseCaseId): string {
  const first = createHash('sha256').update(id).digest()[0] ?? 0;
  return `marks-${first % 64}`;
}
