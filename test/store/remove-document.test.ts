import { beforeEach, describe, expect, it } from 'vitest';
import type { DocumentStore } from '../../src/ports/document-store.ts';
import { createMemoryStore } from '../../src/store/adapters/memory.ts';
import { removeDocument } from '../../src/store/remove-document.ts';
import { writeLatest } from '../../src/store/write-latest.ts';
import { FakeClock } from '../support/fake-clock.ts';

const collection = { name: 'counts', indexes: [] };
const key = { partition: 'p', id: 'count' };

let store: DocumentStore;

beforeEach(async () => {
  store = createMemoryStore(new FakeClock(0));
  await store.open([collection]);
});

const write = (count: number) => writeLatest(store, collection, key, () => ({ count }));

/** Somebody else writes between the look at the document and its removal, once. */
function overtakenStore(): DocumentStore {
  let isFirst = true;
  return {
    ...store,
    async get(...where) {
      const document = await store.get(...where);
      if (isFirst) {
        isFirst = false;
        await write(2);
      }
      return document;
    },
    transact: (...what) => store.transact(...what),
  };
}

describe('a document that is removed', () => {
  it('is gone, and removed only once', async () => {
    await write(1);

    const removed = await Promise.all([1, 2].map(() => removeDocument(store, collection, key)));

    expect(removed.sort()).toEqual(['absent', 'removed']);
    expect(await store.get(collection, key)).toBeUndefined();
  });

  it('goes also when somebody else has just written it', async () => {
    await write(1);

    expect(await removeDocument(overtakenStore(), collection, key)).toBe('removed');
    expect(await store.get(collection, key)).toBeUndefined();
  });

  it('stays when what somebody else has written is wanted no more', async () => {
    await write(1);

    const outcome = await removeDocument(
      overtakenStore(),
      collection,
      key,
      ({ body }) => body['count'] === 1,
    );

    expect(outcome).toBe('absent');
    expect((await store.get(collection, key))?.body).toEqual({ count: 2 });
  });
});
