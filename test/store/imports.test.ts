import { describe, expect, it } from 'vitest';
import { importId, useCaseId } from '../../src/domain/ids.ts';
import { newUseCase } from '../../src/domain/use-case.ts';
import type { UseCase } from '../../src/domain/use-case.ts';
import { createMemoryStore } from '../../src/store/adapters/memory.ts';
import { allCollections } from '../../src/store/all-collections.ts';
import { type ImportChange, Imports } from '../../src/store/imports.ts';
import { FakeClock } from '../support/fake-clock.ts';

async function emptyImports(): Promise<Imports> {
  const store = createMemoryStore(new FakeClock(0));
  await store.open(allCollections);
  return new Imports(store);
}

function aUseCase(id: string, description = 'Text'): UseCase {
  return { ...newUseCase({ id: useCaseId(id), title: id, summary: 'Kurz.' }, 1), description };
}

function additions(count: number, description?: string): ImportChange[] {
  return Array.from({ length: count }, (_, n) => ({ kind: 'add', useCase: aUseCase(`u${n}`, description) }));
}

describe('Imports', () => {
  it('gives back what was staged, in order and in batches of at most 100', async () => {
    const imports = await emptyImports();
    const changes: ImportChange[] = [
      ...additions(120),
      { kind: 'replace', useCase: aUseCase('old'), etag: 'etag-1' },
    ];

    const run = await imports.stage(importId('i1'), changes, 7);
    const first = await imports.getBatch(run, 0);
    const second = await imports.getBatch(run, 1);

    expect(run).toEqual({ id: 'i1', state: 'staging', batches: 2, startedAt: 7 });
    expect(first).toHaveLength(100);
    expect([...first, ...second]).toEqual(changes);
  });

  it('makes smaller batches of long records, so that a batch fits into one document', async () => {
    const imports = await emptyImports();

    const run = await imports.stage(importId('i1'), additions(10, 'x'.repeat(100_000)), 0);

    expect(run.batches).toBe(5);
  });

  it('finds unfinished runs by their state, the oldest first', async () => {
    const imports = await emptyImports();
    await imports.stage(importId('staged'), additions(1), 3);
    const committed = await imports.stage(importId('committed'), additions(1), 2);
    await imports.commit(committed);
    const applied = await imports.stage(importId('applied'), additions(1), 1);
    await imports.commit(applied);
    await imports.finish(applied);

    const runs = await imports.unfinished();

    expect(runs.map(({ id, state }) => [id, state])).toEqual([
      ['applied', 'applied'],
      ['committed', 'committed'],
      ['staged', 'staging'],
    ]);
  });

  it('does not commit a run that was dropped meanwhile, nor one twice', async () => {
    const imports = await emptyImports();
    const dropped = await imports.stage(importId('dropped'), additions(1), 0);
    const other = await imports.stage(importId('other'), additions(1), 0);
    await imports.remove(dropped);

    expect(await imports.commit(dropped)).toBe('lost');
    expect(await imports.commit(other)).toBe('committed');
    expect(await imports.commit(other)).toBe('lost');
    await imports.finish(other);
    expect(await imports.commit(other)).toBe('lost');
  });

  it('leaves nothing behind when a run is removed', async () => {
    const store = createMemoryStore(new FakeClock(0));
    await store.open(allCollections);
    const imports = new Imports(store);
    const run = await imports.stage(importId('i1'), additions(250, 'x'.repeat(30_000)), 0);

    await imports.remove(run);

    const counts = await Promise.all(
      allCollections.map(
        async (collection) => (await store.query(collection, { limit: 10 })).documents.length,
      ),
    );
    expect(counts.every((count) => count === 0)).toBe(true);
    await expect(imports.getBatch(run, 0)).rejects.toThrow('batch 0 is missing');
  });

  it('remembers the latest fingerprint of each use case', async () => {
    const imports = await emptyImports();
    const ids = Array.from({ length: 500 }, (_, n) => useCaseId(`u${n}`));
    await imports.marks.put(new Map(ids.map((id) => [id, 'old'])));
    await imports.marks.put(new Map([[useCaseId('u7'), 'new']]));

    const marks = await imports.marks.all();

    expect(marks.size).toBe(500);
    expect(marks.get(useCaseId('u7'))).toBe('new');
    expect(marks.get(useCaseId('u8'))).toBe('old');
  });

  it('keeps every fingerprint when two instances write at the same time', async () => {
    const imports = await emptyImports();
    const ids = Array.from({ length: 200 }, (_, n) => useCaseId(`u${n}`));
    const toMarks = (some: typeof ids) => new Map(some.map((id) => [id, 'x'] as const));

    await Promise.all([
      imports.marks.put(toMarks(ids.slice(0, 120))),
      imports.marks.put(toMarks(ids.slice(80))),
    ]);

    expect((await imports.marks.all()).size).toBe(200);
  });
});
