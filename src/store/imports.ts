import { z } from 'zod';
import { importId } from '../domain/ids.ts';
import type { ImportId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { UseCase } from '../domain/use-case.ts';
import type { Collection, DocumentStore, JsonObject } from '../ports/document-store.ts';
import { defineDocument } from './document.ts';
import { ImportMarks } from './import-marks.ts';
import { useCaseDocument } from './use-case-document.ts';

export const importCollection: Collection = { name: 'imports', indexes: ['state'] };

/** One write of an import; a replacement names the etag that was read when it was planned. */
export type ImportChange =
  | { readonly kind: 'add'; readonly useCase: UseCase }
  | { readonly kind: 'replace'; readonly useCase: UseCase; readonly etag: string };

/**
 * `staging`: may be dropped, nothing of it counts. `committed`: counts, and must be applied to the end by whoever finds it.
 * `applied`: only to be cleared away.
 */
export interface ImportRun {
  readonly id: ImportId;
  readonly state: 'staging' | 'committed' | 'applied';
  readonly batches: number;
  readonly startedAt: Instant;
}

const runDocument = defineDocument({
  name: 'import-run',
  version: 1,
  schema: z.object({
    id: z.string().transform(importId),
    state: z.enum(['staging', 'committed', 'applied']),
    batches: z.number().int().nonnegative(),
    startedAt: z.number().int(),
  }),
  upgrades: {},
});

const batchDocument = defineDocument({
  name: 'import-batch',
  version: 1,
  schema: z.object({
    changes: z.array(z.object({ etag: z.string().exactOptional(), useCase: z.custom<JsonObject>(isObject) })),
  }),
  upgrades: {},
});

const runDocumentId = 'run';
/** A batch is one document; Cosmos DB takes 2 MB, and a character has up to 3 bytes. */
const batchLimits = { changes: 100, characters: 300_000 } as const;
const batchesAtOnce = 20;

/** The redo log of imports: a run's changes are staged, committed by one write, applied, and cleared away. The run's id is the partition. */
export class Imports {
  readonly marks: ImportMarks;
  readonly #store: DocumentStore;

  constructor(store: DocumentStore) {
    this.#store = store;
    this.marks = new ImportMarks(store);
  }

  /** Writes everything that is to change, without any effect yet. */
  async stage(
    id: ImportId,
    changes: readonly ImportChange[],
    startedAt: Instant,
    onProgress: (staged: number) => void = () => undefined,
  ): Promise<ImportRun> {
    const batches = toBatches(changes);
    const run: ImportRun = { id, state: 'staging', batches: batches.length, startedAt };
    await this.#store.transact(importCollection, id, [
      { kind: 'create', id: runDocumentId, body: runDocument.toBody(run) },
    ]);
    let staged = 0;
    for (let from = 0; from < batches.length; from += batchesAtOnce) {
      const together = batches.slice(from, from + batchesAtOnce);
      await Promise.all(together.map((batch, index) => this.#addBatch(id, from + index, batch)));
      staged += together.reduce((sum, batch) => sum + batch.length, 0);
      onProgress(staged);
    }
    return run;
  }

  /** From here on the run counts. `lost`: somebody dropped it meanwhile, and nothing of it will happen. */
  async commit(run: ImportRun): Promise<'committed' | 'lost'> {
    return (await this.#setState(run, 'staging', 'committed')) ? 'committed' : 'lost';
  }

  async finish(run: ImportRun): Promise<void> {
    await this.#setState(run, 'committed', 'applied');
  }

  /** Runs that a crash or a full disk left behind, the oldest first. */
  async unfinished(): Promise<readonly ImportRun[]> {
    const runs: ImportRun[] = [];
    for (const state of ['staging', 'committed', 'applied']) {
      const page = await this.#store.query(importCollection, { where: { state }, limit: 1000 });
      runs.push(...page.documents.map(({ body }) => runDocument.parse(body)));
    }
    return runs.sort((one, other) => one.startedAt - other.startedAt);
  }

  /** The changes of one batch, counted from 0. Throws when a committed run lacks it. */
  async getBatch(run: ImportRun, batch: number): Promise<readonly ImportChange[]> {
    const key = { partition: run.id, id: toBatchId(batch) };
    const document = await this.#store.get(importCollection, key);
    if (document === undefined) {
      throw new Error(`import ${run.id}: batch ${batch} is missing`);
    }
    return batchDocument.parse(document.body).changes.map(({ etag, useCase: body }) => {
      const useCase = useCaseDocument.parse(body);
      return etag === undefined ? { kind: 'add', useCase } : { kind: 'replace', useCase, etag };
    });
  }

  /** Clears a run away; the document that names it goes last, so that an interrupted removal is found again. */
  async remove(run: ImportRun): Promise<void> {
    for (;;) {
      const page = await this.#store.query(importCollection, { partition: run.id, limit: 100 });
      const batches = page.documents.filter(({ id }) => id !== runDocumentId);
      const victims = batches.length > 0 ? batches : page.documents;
      if (victims.length === 0) {
        return;
      }
      await this.#store.transact(
        importCollection,
        run.id,
        victims.map(({ id, etag }) => ({ kind: 'delete', id, etag })),
      );
    }
  }

  async #addBatch(id: ImportId, batch: number, changes: readonly ImportChange[]): Promise<void> {
    const stored = changes.map((change) => {
      const useCase = useCaseDocument.toBody(change.useCase);
      return change.kind === 'add' ? { useCase } : { useCase, etag: change.etag };
    });
    await this.#store.transact(importCollection, id, [
      { kind: 'create', id: toBatchId(batch), body: batchDocument.toBody({ changes: stored }) },
    ]);
  }

  async #setState(run: ImportRun, from: ImportRun['state'], to: ImportRun['state']): Promise<boolean> {
    const key = { partition: run.id, id: runDocumentId };
    const document = await this.#store.get(importCollection, key);
    if (document === undefined || runDocument.parse(document.body).state !== from) {
      return false;
    }
    const body = runDocument.toBody({ ...run, state: to });
    const outcome = await this.#store.transact(importCollection, run.id, [
      { kind: 'replace', id: runDocumentId, etag: document.etag, body },
    ]);
    return outcome.kind === 'done';
  }
}

function toBatches(changes: readonly ImportChange[]): ImportChange[][] {
  const batches: ImportChange[][] = [];
  let batch: ImportChange[] = [];
  let characters = 0;
  for (const change of changes) {
    const length = JSON.stringify(change.useCase).length;
    if (
      batch.length === batchLimits.changes ||
      (batch.length > 0 && characters + length > batchLimits.characters)
    ) {
      batches.push(batch);
      batch = [];
      characters = 0;
    }
    batch.push(change);
    characters += length;
  }
  return batch.length > 0 ? [...batches, batch] : batches;
}

function toBatchId(batch: number): string {
  return `batch-${String(batch).padStart(5, '0')}`;
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
