import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { finishImports } from '../../../src/features/exchange/apply-import.ts';
import type { ImportResult } from '../../../src/features/exchange/import-use-cases.ts';
import type { DocumentStore } from '../../../src/ports/document-store.ts';
import { StoreUnavailableError } from '../../../src/ports/document-store.ts';
import { createMemoryStore } from '../../../src/store/adapters/memory.ts';
import { createSqliteStore } from '../../../src/store/adapters/sqlite.ts';
import { allCollections } from '../../../src/store/all-collections.ts';
import { importCollection } from '../../../src/store/imports.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { allUseCases, anImport, importText } from './import-fixture.ts';

const headings = 'Kennung;Titel;Kurzbeschreibung;Stand';
const before = [headings, ...lines(150, 'Pilot')].join('\n');
const after = [headings, ...lines(230, 'im Einsatz')].join('\n');

function lines(count: number, stage: string): string[] {
  return Array.from({ length: count }, (_, n) => `k${n};Titel ${n};Kurz.;${stage}`);
}

/** A store that dies after so many writes: the next one, and everything after it, fails; `done` lets that one happen unnoticed. */
function dyingAfter(store: DocumentStore, writes: number, last: 'lost' | 'done'): DocumentStore {
  let left = writes;
  return {
    ...store,
    async transact(collection, partition, operations) {
      left -= 1;
      if (left < 0) {
        if (last === 'done' && left === -1) {
          await store.transact(collection, partition, operations);
        }
        throw new StoreUnavailableError('full', last === 'done' ? 'unknown' : 'none');
      }
      return await store.transact(collection, partition, operations);
    },
  };
}

async function storeBefore(): Promise<DocumentStore> {
  const store = createMemoryStore(new FakeClock(0));
  await importText(await anImport(store), before);
  return store;
}

async function countWrites(): Promise<number> {
  const store = await storeBefore();
  let writes = 0;
  const counting: DocumentStore = {
    ...store,
    async transact(collection, partition, operations) {
      writes += 1;
      return await store.transact(collection, partition, operations);
    },
  };
  await importText(await anImport(counting), after);
  return writes;
}

/** How many records the store holds, at which version. */
async function summarise(store: DocumentStore): Promise<string> {
  const useCases = await allUseCases(await anImport(store));
  const changed = useCases.filter(({ provenance }) => provenance.version === 2);
  return `${useCases.length} records, ${changed.length} changed`;
}

function kindsOf(result: ImportResult): string[] {
  return result.kind === 'imported' ? [...new Set(result.outcomes.map(({ kind }) => kind))] : [result.kind];
}

describe('an import that is interrupted', () => {
  it.each(['lost', 'done'] as const)(
    'happens completely or not at all, at whatever write it stops (that write is %s)',
    async (last) => {
      const total = await countWrites();
      const points = Array.from({ length: total }, (_, writes) => writes);
      const seen = new Set<string>();
      for (const writes of points.filter((point) => point < 10 || point > total - 12 || point % 29 === 0)) {
        const store = await storeBefore();
        const outcome = await importText(await anImport(dyingAfter(store, writes, last)), after).then(
          ({ kind }) => kind,
          (error: unknown) => error instanceof StoreUnavailableError && 'died',
        );

        await finishImports(await anImport(store));

        expect(['imported', 'died']).toContain(outcome);
        seen.add(await summarise(store));
        expect((await store.query(importCollection, { limit: 1 })).documents).toEqual([]);
      }
      expect([...seen]).toEqual(['150 records, 0 changed', '230 records, 150 changed']);
    },
  );

  it.each([7, 11, 15, 19, 23, 33])(
    'happens completely or not at all when the disk is full after %i more pages',
    async (morePages) => {
      const folder = await mkdtemp(join(tmpdir(), 'import-'));
      const file = { path: join(folder, 'x.sqlite'), clock: new FakeClock(0) };
      const empty = createSqliteStore(file);
      await empty.open(allCollections);
      await empty.close();
      const maxPages = (await stat(file.path)).size / 4096 + morePages;
      const small = createSqliteStore({ ...file, maxPages });
      const text = [headings, ...lines(230, 'Pilot')].join('\n');
      const outcome = await importText(await anImport(small), text).then(
        ({ kind }) => kind,
        (error: unknown) => error instanceof StoreUnavailableError && error.reason,
      );
      await small.close();

      const large = createSqliteStore(file);
      await finishImports(await anImport(large));
      const records = await summarise(large);
      await large.close();
      await rm(folder, { recursive: true });

      expect(['imported', 'full']).toContain(outcome);
      expect(['0 records, 0 changed', '230 records, 0 changed']).toContain(records);
    },
  );

  it('can be repeated as if nothing had happened', async () => {
    const store = await storeBefore();
    await importText(await anImport(dyingAfter(store, 40, 'lost')), after).catch(() => undefined);

    const repeated = await importText(await anImport(store), after);
    const changed = await importText(await anImport(store), after.replaceAll('im Einsatz', 'geplant'));

    expect(kindsOf(repeated)).toEqual(['unchanged']);
    expect(kindsOf(changed)).toEqual(['changed']);
    expect(await allUseCases(await anImport(store))).toHaveLength(230);
  });

  it('leaves a record to the person who was faster while it was applied', async () => {
    const store = await storeBefore();
    await importText(await anImport(dyingAfter(store, 4, 'done')), after).catch(() => undefined);
    const deps = await anImport(store);
    const [first] = await Array.fromAsync(deps.useCases.all());
    if (first !== undefined) {
      await deps.useCases.replace({ ...first.value, summary: 'Von Hand.' }, first.etag);
    }

    await finishImports(deps);
    const repeated = await importText(deps, after.replace('im Einsatz', 'geplant'));

    const records = await allUseCases(deps);
    expect(records.filter(({ summary }) => summary === 'Von Hand.')).toHaveLength(1);
    expect(repeated).toMatchObject({ kind: 'imported' });
    expect(await summarise(store)).toBe('230 records, 149 changed');
  });
});
