import { onTestFinished } from 'vitest';
import type {
  Change,
  Collection,
  DocumentStore,
  JsonObject,
  Query,
  TransactOutcome,
  WriteOperation,
} from '../../src/ports/document-store.ts';
import { FakeClock } from '../support/fake-clock.ts';

export type CreateStore = (clock: FakeClock) => DocumentStore;

export const animals: Collection = { name: 'animals', indexes: ['kind', 'legs', 'tame'] };
export const plants: Collection = { name: 'plants', indexes: [] };

export const start = Date.UTC(2026, 10, 22);

/** An open store with what tests say to it most. */
export interface Scene {
  readonly store: DocumentStore;
  readonly clock: FakeClock;
  /** Creates documents in the partition `zoo` and returns their etags by id. */
  readonly create: (
    bodies: Readonly<Record<string, JsonObject>>,
    expiresAt?: number,
  ) => Promise<ReadonlyMap<string, string>>;
  readonly transact: (...operations: readonly WriteOperation[]) => Promise<TransactOutcome>;
  readonly body: (id: string) => Promise<JsonObject | undefined>;
  readonly ids: (query: Partial<Query>) => Promise<string[]>;
}

export async function openScene(create: CreateStore): Promise<Scene> {
  const clock = new FakeClock(start);
  const store = create(clock);
  await store.open([animals, plants]);
  onTestFinished(() => store.close());
  const scene: Scene = {
    store,
    clock,
    async create(bodies, expiresAt) {
      const operations: WriteOperation[] = [];
      for (const [id, body] of Object.entries(bodies)) {
        operations.push({ kind: 'create', id, body, ...(expiresAt !== undefined && { expiresAt }) });
      }
      const outcome = await scene.transact(...operations);
      return etagsOf(outcome);
    },
    transact: (...operations) => store.transact(animals, 'zoo', operations),
    body: async (id) => (await store.get(animals, { partition: 'zoo', id }))?.body,
    ids: async (query) =>
      (await store.query(animals, { limit: 100, ...query })).documents.map((document) => document.id),
  };
  return scene;
}

/** The etags of a transaction that must have been done. */
export function etagsOf(outcome: TransactOutcome): ReadonlyMap<string, string> {
  if (outcome.kind !== 'done') {
    throw new Error(`the transaction lost at ${outcome.id}`);
  }
  return outcome.etags;
}

export function etagOf(etags: ReadonlyMap<string, string>, id: string): string {
  const etag = etags.get(id);
  if (etag === undefined) {
    throw new Error(`no etag for ${id}`);
  }
  return etag;
}

/** All that is in the feed after a cursor, read in pages of one. */
export async function readFeed(
  store: DocumentStore,
  after?: string,
): Promise<{ readonly changes: readonly Change[]; readonly cursor: string }> {
  const changes: Change[] = [];
  let page = await store.changes(animals, { limit: 1, ...(after !== undefined && { after }) });
  changes.push(...page.changes);
  while (page.more) {
    page = await store.changes(animals, { limit: 1, after: page.cursor });
    changes.push(...page.changes);
  }
  return { changes, cursor: page.cursor };
}

/** A change in short: `+id` written, `-id` deleted. */
export function inShort(change: Change): string {
  return change.kind === 'written' ? `+${change.document.id}` : `-${change.id}`;
}
