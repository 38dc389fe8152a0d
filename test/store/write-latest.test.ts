import { expect, it } from 'vitest';
import { createMemoryStore } from '../../src/store/adapters/memory.ts';
import { writeLatest } from '../../src/store/write-latest.ts';
import { FakeClock } from '../support/fake-clock.ts';

const collection = { name: 'counts', indexes: [] };
const key = { partition: 'p', id: 'count' };

it('loses nothing when several write the same document at the same time', async () => {
  const store = createMemoryStore(new FakeClock(0));
  await store.open([collection]);
  const addOne = () =>
    writeLatest(store, collection, key, (known) => ({ count: Number(known?.['count'] ?? 0) + 1 }), 1000);

  await Promise.all(Array.from({ length: 5 }, addOne));

  expect((await store.get(collection, key))?.body).toEqual({ count: 5 });
});
