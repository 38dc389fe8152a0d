import { describe, expect, it } from 'vitest';
import {
  type Collection,
  type DocumentStore,
  type Json,
  type Query,
  StoreUsageError,
  type WriteOperation,
} from '../../src/ports/document-store.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { animals, type CreateStore, openScene, plants, start } from './document-store-scene.ts';

const creates = (count: number, body: WriteOperation & { kind: 'create' }): WriteOperation[] =>
  Array.from({ length: count }, (_, n) => ({ ...body, id: `a${n}` }));

const aCreate = { kind: 'create', id: 'a1', body: {} } as const;

function nested(depth: number): Json {
  let value: Json = 'innermost';
  for (let level = 0; level < depth; level += 1) {
    value = [value];
  }
  return value;
}

const badTransactions: Record<string, readonly WriteOperation[]> = {
  'of 101 steps': creates(101, aCreate),
  'of more than 2,000,000 bytes': creates(2, { ...aCreate, body: { text: 'ä'.repeat(500_000) } }),
  'that names a document twice': [aCreate, { kind: 'delete', id: 'a1', etag: '1' }],
  'with an empty id': [{ ...aCreate, id: '' }],
  'with an id of 256 bytes': [{ ...aCreate, id: 'ä'.repeat(128) }],
  'with half a character in an id': [{ ...aCreate, id: 'a\uD800' }],
  'with a control character in an id': [{ ...aCreate, id: 'a\u0000' }],
  'with a slash in an id': [{ ...aCreate, id: 'a/b' }],
  'with a backslash in an id': [{ kind: 'delete', id: 'a\\b', etag: '1' }],
  'with a question mark in an id': [{ kind: 'replace', id: 'a?', etag: '1', body: {} }],
  'with a number sign in an id': [{ ...aCreate, id: 'a#' }],
  'with a number that is not finite': [{ ...aCreate, body: { deep: [{ n: Number.NaN }] } }],
  'with an expiry that is no instant': [{ ...aCreate, expiresAt: 0.5 }],
  'with null in an indexed field': [{ ...aCreate, body: { kind: null } }],
  'with a list in an indexed field': [{ ...aCreate, body: { kind: ['dog'] } }],
  'nested deeper than 128 levels': [{ ...aCreate, body: { deep: nested(128) } }],
};

const badQueries: Record<string, Partial<Query>> = {
  'a limit of 0': { limit: 0 },
  'a limit of 1,001': { limit: 1001 },
  'a limit of 2.5': { limit: 2.5 },
  'an undeclared field': { where: { colour: 'red' } },
  'an undeclared bound': { range: { field: 'colour', from: 1 } },
  'an undeclared order': { orderBy: { field: 'colour', direction: 'ascending' } },
  'a range without bounds': { range: { field: 'legs' } },
  'a range from a number to a text': { range: { field: 'legs', from: 1, to: '2' } },
  'a value that is not finite': { where: { legs: Number.POSITIVE_INFINITY } },
  'a partition that no document can have': { partition: 'a/b' },
  'a page token that is none': { after: 'nonsense' },
};

export function describeUsage(create: CreateStore): void {
  describe('a mistake of the caller', () => {
    it.each(Object.entries(badTransactions))('refuses a transaction %s', async (_, operations) => {
      const { store, ids } = await openScene(create);

      await expect(store.transact(animals, 'zoo', operations)).rejects.toThrow(StoreUsageError);
      expect(await ids({})).toEqual([]);
    });

    it('takes keys of 255 bytes, bodies of 128 levels and transactions of 2,000,000 bytes', async () => {
      const { store, create: createAnimals } = await openScene(create);
      const overhead = JSON.stringify({ text: '' }).length;

      await store.transact(animals, 'p'.repeat(255), [{ ...aCreate, id: 'i'.repeat(255) }]);
      await createAnimals({ a1: { deep: nested(127) } });
      await createAnimals({ a2: { text: 'x'.repeat(2_000_000 - overhead) } });

      expect((await store.query(animals, { limit: 10 })).documents).toHaveLength(3);
    });

    it.each(Object.entries(badQueries))('refuses a query with %s', async (_, query) => {
      const { store } = await openScene(create);

      await expect(store.query(animals, { limit: 10, ...query })).rejects.toThrow(StoreUsageError);
    });

    it('refuses a page token of a query with another order', async () => {
      const { store, create: createAnimals } = await openScene(create);
      await createAnimals({ a1: { legs: 1 }, a2: { legs: 2 } });
      const { next = '' } = await store.query(animals, { limit: 1 });

      const orderBy = { field: 'legs', direction: 'ascending' } as const;

      await expect(store.query(animals, { limit: 1, orderBy, after: next })).rejects.toThrow(StoreUsageError);
    });

    it('refuses keys and cursors that cannot be', async () => {
      const { store } = await openScene(create);

      await expect(store.get(animals, { partition: 'a/b', id: 'a1' })).rejects.toThrow(StoreUsageError);
      await expect(store.get(animals, { partition: 'zoo', id: '' })).rejects.toThrow(StoreUsageError);
      await expect(store.transact(animals, '', [])).rejects.toThrow(StoreUsageError);
      await expect(store.changes(animals, { limit: 0 })).rejects.toThrow(StoreUsageError);
      await expect(store.changes(animals, { limit: 1, after: 'x' })).rejects.toThrow(StoreUsageError);
    });

    it.each([
      { name: 'Animals', indexes: [] },
      { name: '', indexes: [] },
      { name: 'animals', indexes: ['a b'] },
      { name: 'animals', indexes: ['legs', 'Legs'] },
    ])('refuses the collection %j', async (collection) => {
      await expect(create(new FakeClock(start)).open([collection])).rejects.toThrow(StoreUsageError);
    });

    it('refuses a collection that was not opened, and everything before opening and after closing', async () => {
      const unknown: Collection = { name: 'unknown', indexes: [] };
      const { store } = await openScene(create);

      const ofUnknown = await useAll(store, unknown);
      await store.close();
      const afterClosing = await useAll(store, plants);
      const beforeOpening = await useAll(create(new FakeClock(start)), plants);

      for (const error of [...ofUnknown, ...afterClosing, ...beforeOpening]) {
        expect(error).toBeInstanceOf(StoreUsageError);
      }
    });
  });
}

/** What each method throws. */
async function useAll(store: DocumentStore, collection: Collection): Promise<unknown[]> {
  const outcomes = await Promise.allSettled([
    store.get(collection, { partition: 'zoo', id: 'a1' }),
    store.query(collection, { limit: 1 }),
    store.changes(collection, { limit: 1 }),
    store.transact(collection, 'zoo', [aCreate]),
  ]);
  return outcomes.map((outcome) => (outcome.status === 'rejected' ? outcome.reason : 'nothing'));
}
