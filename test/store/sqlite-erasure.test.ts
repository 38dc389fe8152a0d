import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Collection, DocumentStore, WriteOperation } from '../../src/ports/document-store.ts';
import { createSqliteStore } from '../../src/store/adapters/sqlite.ts';
import { etagOf, etagsOf } from '../contract/document-store-scene.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { temporaryFile } from './sqlite-scene.ts';

const notes: Collection = { name: 'notes', indexes: ['title'] };

async function openStore() {
  const file = temporaryFile();
  const clock = new FakeClock(0);
  const store = createSqliteStore({ path: file, clock });
  onTestFinished(() => store.close());
  await store.open([notes]);
  return { store, file, clock };
}

/** Which of the words stand in the store's files. Opening the file drops the lock on it, which only a test may do. */
function findInBytes(file: string, words: readonly string[]): string[] {
  const files = [file, `${file}-wal`, `${file}-journal`, `${file}-shm`].filter((name) => existsSync(name));
  const bytes = files.map((name) => readFileSync(name, 'latin1')).join('\n');
  return words.filter((word) => bytes.includes(word));
}

async function create(store: DocumentStore, id: string, text: string, expiresAt?: number): Promise<string> {
  const body = { title: text.slice(0, 60), text };
  const expiry = expiresAt === undefined ? {} : { expiresAt };
  const outcome = await store.transact(notes, 'p', [{ kind: 'create', id, body, ...expiry }]);
  return etagOf(etagsOf(outcome), id);
}

describe('erased content', () => {
  it.each([1, 500, 20_000])('is in no file once the delete is done (%d times the word)', async (times) => {
    const { store, file } = await openStore();
    await create(store, 'other', 'STAYS');
    const etag = await create(store, 'd1', 'CANARY '.repeat(times));
    const before = findInBytes(file, ['CANARY']);

    await store.transact(notes, 'p', [{ kind: 'delete', id: 'd1', etag }]);

    expect(before).toEqual(['CANARY']);
    expect(findInBytes(file, ['CANARY', 'STAYS'])).toEqual(['STAYS']);
  });

  it('is in no file after a purge: what expired, and what was replaced', async () => {
    const { store, file, clock } = await openStore();
    const etag = await create(store, 'd1', 'REPLACED');
    await store.transact(notes, 'p', [{ kind: 'replace', id: 'd1', etag, body: { title: 'NEW' } }]);
    await create(store, 'd2', 'EXPIRED', 1000);
    clock.advance(1000);
    const before = findInBytes(file, ['REPLACED', 'EXPIRED', 'NEW']);

    await store.purgeExpired();

    expect(before).toEqual(['REPLACED', 'EXPIRED', 'NEW']);
    expect(findInBytes(file, ['REPLACED', 'EXPIRED', 'NEW'])).toEqual(['NEW']);
  });

  it('is in no file after a purge, however the rows were moved about before', async () => {
    const { store, file } = await openStore();
    const random = seededRandom(1);
    const erased: string[] = [];
    const living = new Map<string, { word: string; etag: string }>();
    for (let batch = 0; batch < 60; batch += 1) {
      const operations: WriteOperation[] = [];
      const words = new Map<string, string>();
      for (const id of new Set(Array.from({ length: 50 }, () => `d${random(600)}`))) {
        const found = living.get(id);
        if (found !== undefined) {
          erased.push(found.word);
        }
        if (found !== undefined && random(2) === 0) {
          operations.push({ kind: 'delete', id, etag: found.etag });
          living.delete(id);
          continue;
        }
        const word = `CANARY-${batch}-${id}-`;
        const body = {
          title: word + 'x'.repeat(random(60)),
          text: word.repeat(random(40) * (random(20) === 0 ? 20 : 1)),
        };
        words.set(id, word);
        operations.push(
          found === undefined
            ? { kind: 'create', id, body }
            : { kind: 'replace', id, etag: found.etag, body },
        );
      }
      for (const [id, etag] of etagsOf(await store.transact(notes, 'p', operations))) {
        living.set(id, { word: words.get(id) ?? '', etag });
      }
    }

    await store.purgeExpired();

    expect(erased.length).toBeGreaterThan(1000);
    expect(findInBytes(file, erased)).toEqual([]);
    expect(
      findInBytes(
        file,
        [...living.values()].map(({ word }) => word),
      ),
    ).toHaveLength(living.size);
  });
});

/** Whole numbers below a bound, the same ones in every run. */
function seededRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}
