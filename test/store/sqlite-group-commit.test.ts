import { readFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Collection, DocumentStore } from '../../src/ports/document-store.ts';
import { createSqliteStore } from '../../src/store/adapters/sqlite.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { temporaryFile } from './sqlite-scene.ts';

const notes: Collection = { name: 'notes', indexes: ['n'] };

async function openStore(options: { file: string; maxPages?: number }): Promise<DocumentStore> {
  const { file, ...others } = options;
  const store = createSqliteStore({ path: file, clock: new FakeClock(0), ...others });
  onTestFinished(() => store.close());
  await store.open([notes]);
  return store;
}

function create(store: DocumentStore, id: string, text = '') {
  return store.transact(notes, 'p', [{ kind: 'create', id, body: { n: 1, text } }]);
}

/** Counts the frames of the write-ahead log that end a transaction: https://www.sqlite.org/fileformat2.html#the_write_ahead_log */
function countCommits(file: string): number {
  const log = readFileSync(`${file}-wal`);
  const pageSize = log.readUInt32BE(8);
  const salt = log.subarray(16, 24);
  let commits = 0;
  for (let at = 32; at + 24 + pageSize <= log.length; at += 24 + pageSize) {
    if (log.subarray(at + 8, at + 16).equals(salt) && log.readUInt32BE(at + 4) > 0) {
      commits += 1;
    }
  }
  return commits;
}

describe('writes of the same moment', () => {
  it('share one transaction of SQLite', async () => {
    const file = temporaryFile();
    const store = await openStore({ file });
    const before = countCommits(file);

    await Promise.all(Array.from({ length: 50 }, (_, n) => create(store, `d${n}`)));
    const afterFifty = countCommits(file);
    await create(store, 'alone');

    expect([afterFifty - before, countCommits(file) - afterFifty]).toEqual([1, 1]);
  });

  it('are unseen until they are durable', async () => {
    const store = await openStore({ file: temporaryFile() });

    const writing = create(store, 'd1');
    const unseen = await store.get(notes, { partition: 'p', id: 'd1' });
    await writing;

    expect(unseen).toBeUndefined();
    expect(await store.get(notes, { partition: 'p', id: 'd1' })).toBeDefined();
  });

  it('have their own outcomes: one that loses or is a mistake harms no other', async () => {
    const store = await openStore({ file: temporaryFile() });

    const outcomes = await Promise.allSettled([
      create(store, 'd1'),
      create(store, 'd1'),
      create(store, 'a/b'),
      create(store, 'd2'),
    ]);

    expect(
      outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value.kind : 'error')),
    ).toEqual(['done', 'conflict', 'error', 'done']);
    expect((await store.query(notes, { limit: 10 })).documents.map(({ id }) => id)).toEqual(['d1', 'd2']);
  });

  it('that still wait are written when the store closes', async () => {
    const file = temporaryFile();
    const store = await openStore({ file });

    const writing = create(store, 'd1');
    await store.close();

    expect((await writing).kind).toBe('done');
    expect(await (await openStore({ file })).get(notes, { partition: 'p', id: 'd1' })).toBeDefined();
  });
});

describe('a full disk', () => {
  const big = 'x'.repeat(200_000);

  it('refuses what does not fit, writes nothing of it, and goes on', async () => {
    const file = temporaryFile();
    const store = await openStore({ file, maxPages: 40 });
    await create(store, 'before');

    const refused = store.transact(notes, 'p', [
      { kind: 'create', id: 'small', body: {} },
      { kind: 'create', id: 'big', body: { big } },
    ]);
    await expect(refused).rejects.toMatchObject({
      name: 'StoreUnavailableError',
      reason: 'full',
      outcome: 'none',
    });
    const afterwards = await create(store, 'after');

    expect(afterwards.kind).toBe('done');
    expect((await store.query(notes, { limit: 10 })).documents.map(({ id }) => id)).toEqual([
      'after',
      'before',
    ]);
    expect((await store.changes(notes, { limit: 10 })).changes).toHaveLength(2);
  });

  it('harms none of the smaller writes of the same moment', async () => {
    const store = await openStore({ file: temporaryFile(), maxPages: 40 });

    const outcomes = await Promise.allSettled([
      create(store, 'd1'),
      create(store, 'big', big),
      create(store, 'd2'),
    ]);

    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect((await store.query(notes, { limit: 10 })).documents.map(({ id }) => id)).toEqual(['d1', 'd2']);
  });

  it('has room again after something was deleted', async () => {
    const store = await openStore({ file: temporaryFile(), maxPages: 40 });
    const filling = await create(store, 'filling', 'x'.repeat(90_000));
    await expect(create(store, 'more', 'x'.repeat(90_000))).rejects.toMatchObject({ reason: 'full' });

    const etag = (filling.kind === 'done' && filling.etags.get('filling')) || '';
    await store.transact(notes, 'p', [{ kind: 'delete', id: 'filling', etag }]);

    expect((await create(store, 'more', 'x'.repeat(90_000))).kind).toBe('done');
  });
});
