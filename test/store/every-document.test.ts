import { beforeEach, describe, expect, it } from 'vitest';
import type { Collection, DocumentStore } from '../../src/ports/document-store.ts';
import { createMemoryStore } from '../../src/store/adapters/memory.ts';
import { everyDocument } from '../../src/store/every-document.ts';
import { FakeClock } from '../support/fake-clock.ts';

const things: Collection = { name: 'things', indexes: ['size', 'colour'] };
const batch = 100;

let store: DocumentStore;

beforeEach(async () => {
  store = createMemoryStore(new FakeClock(0));
  await store.open([things]);
});

describe('every document of a query', () => {
  it('comes once and in order, however many pages there are', async () => {
    await fill('a', 1100);

    const sizes = await listSizes({ partition: 'a', orderBy: { field: 'size', direction: 'descending' } });

    expect(sizes).toEqual(Array.from({ length: 1100 }, (_, index) => 1099 - index));
  });

  it('comes once when the last page is just full', async () => {
    await fill('a', 1000);

    expect(await listSizes({})).toHaveLength(1000);
  });

  it('is of the partition and has the values that were asked for', async () => {
    await fill('a', 600);
    await fill('b', 600);

    const sizes = await listSizes({ partition: 'b', where: { colour: 'red' } });

    expect(sizes).toHaveLength(300);
    expect(sizes.every((size) => Number(size) % 2 === 0)).toBe(true);
  });

  it('may be none', async () => {
    expect(await listSizes({})).toEqual([]);
  });

  it('is read page by page: whoever has found what they look for reads no further', async () => {
    await fill('a', 1100);
    const limits: number[] = [];
    const watched: Pick<DocumentStore, 'query'> = {
      query(collection, query) {
        limits.push(query.limit);
        return store.query(collection, query);
      },
    };

    for await (const { id } of everyDocument(watched, things, {})) {
      if (id === '0003') {
        break;
      }
    }

    expect(limits).toEqual([500]);
  });
});

async function fill(partition: string, count: number): Promise<void> {
  for (let from = 0; from < count; from += batch) {
    const sizes = Array.from({ length: batch }, (_, index) => from + index);
    await store.transact(
      things,
      partition,
      sizes.map((size) => ({
        kind: 'create',
        id: String(size).padStart(4, '0'),
        body: { size, colour: size % 2 === 0 ? 'red' : 'blue' },
      })),
    );
  }
}

async function listSizes(query: Parameters<typeof everyDocument>[2]): Promise<readonly unknown[]> {
  return Array.fromAsync(everyDocument(store, things, query), ({ body }) => body['size']);
}
