import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import {
  animals,
  type CreateStore,
  etagOf,
  inShort,
  openScene,
  plants,
  readFeed,
} from './document-store-scene.ts';

const patience = { timeout: 20_000 };

export function describeChangeFeed(create: CreateStore): void {
  describe('the change feed', () => {
    it('is empty at first and gives a cursor to go on from', async () => {
      const { store, create: createAnimals } = await openScene(create);

      const empty = await store.changes(animals, { limit: 10 });
      await createAnimals({ a1: {} });
      const next = await store.changes(animals, { limit: 10, after: empty.cursor });

      expect(empty).toMatchObject({ changes: [], more: false });
      expect(next.changes.map(inShort)).toEqual(['+a1']);
    });

    it('follows the order of the writes over all partitions, in pages', async () => {
      const { store } = await openScene(create);
      for (const [partition, id] of [
        ['zoo', 'a2'],
        ['farm', 'b1'],
        ['zoo', 'a1'],
      ] as const) {
        await store.transact(animals, partition, [{ kind: 'create', id, body: {} }]);
      }
      await store.transact(plants, 'zoo', [{ kind: 'create', id: 'p1', body: {} }]);

      const { changes } = await readFeed(store);

      expect(changes.map(inShort)).toEqual(['+a2', '+b1', '+a1']);
    });

    it('shows each document once, as it is now, at the place of its last write', async () => {
      const { store, ...scene } = await openScene(create);
      const etags = await scene.create({ a1: { n: 1 }, a2: { n: 1 } });
      await scene.transact({ kind: 'replace', id: 'a1', etag: etagOf(etags, 'a1'), body: { n: 2 } });

      const { changes } = await readFeed(store);

      expect(changes).toEqual([
        { kind: 'written', document: await store.get(animals, { partition: 'zoo', id: 'a2' }) },
        { kind: 'written', document: await store.get(animals, { partition: 'zoo', id: 'a1' }) },
      ]);
    });

    it('shows a follower what came after its cursor, a deletion as a tombstone without content', async () => {
      const { store, ...scene } = await openScene(create);
      const etags = await scene.create({ a1: { secret: 'x' }, a2: {} });
      const { cursor } = await readFeed(store);

      await scene.transact({ kind: 'delete', id: 'a1', etag: etagOf(etags, 'a1') });
      await scene.create({ a3: {} });
      const { changes } = await readFeed(store, cursor);

      expect(changes[0]).toEqual({ kind: 'deleted', partition: 'zoo', id: 'a1' });
      expect(changes.map(inShort)).toEqual(['-a1', '+a3']);
    });

    it('replaces the tombstone when the id is created again', async () => {
      const { store, ...scene } = await openScene(create);
      const etags = await scene.create({ a1: {} });
      await scene.transact({ kind: 'delete', id: 'a1', etag: etagOf(etags, 'a1') });
      await scene.create({ a1: {} });

      const { changes } = await readFeed(store);

      expect(changes.map(inShort)).toEqual(['+a1']);
    });

    it('stays where it was when there is nothing new', async () => {
      const { store, ...scene } = await openScene(create);
      await scene.create({ a1: {} });
      const { cursor } = await readFeed(store);

      expect(await store.changes(animals, { limit: 5, after: cursor })).toEqual({
        changes: [],
        cursor,
        more: false,
      });
    });

    it('holds nothing of a transaction that lost', async () => {
      const { store, ...scene } = await openScene(create);
      await scene.create({ a1: {} });
      const { cursor } = await readFeed(store);

      await scene.transact({ kind: 'create', id: 'a2', body: {} }, { kind: 'create', id: 'a1', body: {} });

      expect((await readFeed(store, cursor)).changes).toEqual([]);
    });

    it('goes on after closing and opening again', async () => {
      const { store, ...scene } = await openScene(create);
      await scene.create({ a1: {} });
      const { cursor } = await readFeed(store);

      await store.close();
      await store.open([animals]);
      await scene.create({ a2: {} });

      expect((await readFeed(store, cursor)).changes.map(inShort)).toEqual(['+a2']);
    });

    it('hints at writes to the collection until the listener is taken away', async () => {
      const { store, ...scene } = await openScene(create);
      let hints = 0;
      const stop = store.onChange(animals, () => {
        hints += 1;
      });

      await store.transact(plants, 'zoo', [{ kind: 'create', id: 'p1', body: {} }]);
      await pause(20);
      const afterOthers = hints;
      await scene.create({ a1: {} });
      await vi.waitFor(() => expect(hints).toBe(1), patience);
      await scene.transact({ kind: 'create', id: 'a1', body: {} });
      await pause(20);
      const afterConflict = hints;
      stop();
      await scene.create({ a2: {} });
      await pause(20);

      expect([afterOthers, afterConflict, hints]).toEqual([0, 1, 1]);
    });
  });
}
