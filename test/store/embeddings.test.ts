import { readFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { useCaseId } from '../../src/domain/ids.ts';
import { createMemoryStore } from '../../src/store/adapters/memory.ts';
import { createSqliteStore } from '../../src/store/adapters/sqlite.ts';
import { allCollections } from '../../src/store/all-collections.ts';
import { embeddingCollection, Embeddings } from '../../src/store/embeddings.ts';
import type { StoredEmbedding } from '../../src/store/embeddings.ts';
import { hashedId } from '../../src/store/hashed-id.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { temporaryFile } from './sqlite-scene.ts';

const u1 = useCaseId('u1');
const u2 = useCaseId('u2');

function anEmbedding(fields: Partial<StoredEmbedding> = {}): StoredEmbedding {
  return {
    useCaseId: u1,
    model: 'org/small:1?#',
    generation: 1,
    contentHash: 'hash-1',
    vector: Int8Array.of(127, 0, -127, -1, 64),
    ...fields,
  };
}

describe.each([
  ['memory', (clock: FakeClock) => createMemoryStore(clock)],
  ['sqlite', (clock: FakeClock) => createSqliteStore({ path: temporaryFile(), clock })],
] as const)('vectors of use cases, in %s', (_, createStore) => {
  async function aScene() {
    const store = createStore(new FakeClock(Date.UTC(2026, 10, 22)));
    await store.open(allCollections);
    onTestFinished(() => store.close());
    return { store, embeddings: new Embeddings(store) };
  }

  const all = (embeddings: Embeddings, model?: string) => Array.fromAsync(embeddings.all(model));

  it('come back byte by byte, whatever the model is called', async () => {
    const { embeddings } = await aScene();
    const every = Int8Array.from({ length: 256 }, (__, index) => index - 128);
    const embedding = anEmbedding({ vector: every });

    await embeddings.put(embedding);

    expect(await embeddings.find(u1, embedding.model)).toEqual(embedding);
    expect(await all(embeddings)).toEqual([embedding]);
  });

  it('are one per use case and model: the latest replaces the one before', async () => {
    const { embeddings } = await aScene();
    const later = anEmbedding({ contentHash: 'hash-2', vector: Int8Array.of(1, 2) });
    const other = anEmbedding({ model: 'large' });

    await embeddings.put(anEmbedding());
    await embeddings.put(other);
    await embeddings.put(later);

    expect(await embeddings.find(u1, later.model)).toEqual(later);
    expect(await all(embeddings, 'large')).toEqual([other]);
    expect(await all(embeddings)).toHaveLength(2);
  });

  it('are not written again when they are there already', async () => {
    const { embeddings, store } = await aScene();
    await embeddings.put(anEmbedding());
    const { cursor } = await embeddings.changes();

    await embeddings.put(anEmbedding());
    const repeated = await embeddings.changes(cursor);
    await embeddings.put(anEmbedding({ generation: 2 }));

    expect(repeated.written).toEqual([]);
    expect((await embeddings.changes(cursor)).written).toEqual([anEmbedding({ generation: 2 })]);
    expect((await store.query(embeddingCollection, { limit: 10 })).documents).toHaveLength(1);
  });

  it('are written by two at the same time without loss', async () => {
    const { embeddings, store } = await aScene();
    const other = new Embeddings(store);

    await Promise.all([
      embeddings.put(anEmbedding({ contentHash: 'hash-2' })),
      other.put(anEmbedding({ contentHash: 'hash-3' })),
      other.put(anEmbedding({ useCaseId: u2 })),
    ]);

    expect(await all(embeddings)).toHaveLength(2);
  });

  it('are read however many pages that takes', async () => {
    const { embeddings } = await aScene();
    const ids = Array.from({ length: 230 }, (__, index) => useCaseId(`u${index}`));
    await Promise.all(ids.map((id) => embeddings.put(anEmbedding({ useCaseId: id }))));

    expect(new Set((await all(embeddings)).map((each) => each.useCaseId))).toEqual(new Set(ids));
  });

  it('are removed of one model or of all, and removing them again is harmless', async () => {
    const { embeddings } = await aScene();
    const [small, large] = [anEmbedding({ model: 'small' }), anEmbedding({ model: 'large' })];
    const others = anEmbedding({ useCaseId: u2 });
    for (const each of [small, large, others]) {
      await embeddings.put(each);
    }

    await embeddings.remove(u1, 'small');
    const left = await all(embeddings);
    await embeddings.remove(u1);
    await embeddings.remove(u1);

    expect(left).toHaveLength(2);
    expect(left).toEqual(expect.arrayContaining([large, others]));
    expect(await all(embeddings)).toEqual([others]);
  });

  it('can be followed: what was written, and of which model something was removed', async () => {
    const { embeddings, store } = await aScene();
    const writer = new Embeddings(store);
    await writer.put(anEmbedding());
    const first = await embeddings.changes();
    await writer.remove(u1);

    const second = await embeddings.changes(first.cursor);

    expect(first.written).toEqual([anEmbedding()]);
    expect(second).toMatchObject({
      written: [],
      removed: [{ useCaseId: u1, model: 'org/small:1?#' }],
      more: false,
    });
  });

  it('of which nothing was ever read by this process are not told of when they go', async () => {
    const { embeddings, store } = await aScene();
    await embeddings.put(anEmbedding());
    await embeddings.remove(u1);

    expect((await new Embeddings(store).changes()).removed).toEqual([]);
  });

  it('version 1 are read for ever', async () => {
    const { embeddings, store } = await aScene();
    const file = new URL('../fixtures/documents/embedding.v1.json', import.meta.url);
    const body = z.record(z.string(), z.json()).parse(JSON.parse(readFileSync(file, 'utf8')));
    const id = hashedId('example/embed-small');
    await store.transact(embeddingCollection, 'u-1', [{ kind: 'create', id, body }]);

    expect(await embeddings.find(useCaseId('u-1'), 'example/embed-small')).toEqual({
      useCaseId: 'u-1',
      model: 'example/embed-small',
      generation: 2,
      contentHash: 'pZGm1Av0IEBKARczz7exkNYsZb8LzaMrV7J32a2fFG4',
      vector: Int8Array.of(127, 0, -127, 64),
    });
  });
});
