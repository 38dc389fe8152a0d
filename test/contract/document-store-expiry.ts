import { describe, expect, it } from 'vitest';
import { dayMs, hourMs, minuteMs } from '../../src/domain/instant.ts';
import {
  animals,
  type CreateStore,
  etagOf,
  inShort,
  openScene,
  readFeed,
  start,
} from './document-store-scene.ts';

export function describeExpiry(create: CreateStore): void {
  describe('expiry', () => {
    it('shows a document until its instant and nowhere from then on', async () => {
      const scene = await openScene(create);
      await scene.create({ a1: { kind: 'fly' } }, start + hourMs);

      scene.clock.advance(hourMs - 1);
      const before = await scene.store.get(animals, { partition: 'zoo', id: 'a1' });
      scene.clock.advance(1);

      expect(before?.expiresAt).toBe(start + hourMs);
      expect(await scene.body('a1')).toBeUndefined();
      expect(await scene.ids({ where: { kind: 'fly' } })).toEqual([]);
      expect((await readFeed(scene.store)).changes).toEqual([]);
    });

    it('takes an expired document for none: it cannot be replaced or deleted, and its id is free', async () => {
      const scene = await openScene(create);
      const etag = etagOf(await scene.create({ a1: { life: 1 } }, start + hourMs), 'a1');
      scene.clock.advance(hourMs);

      const replaced = await scene.transact({ kind: 'replace', id: 'a1', etag, body: {} });
      const deleted = await scene.transact({ kind: 'delete', id: 'a1', etag });
      await scene.create({ a1: { life: 2 } });
      scene.clock.advance(dayMs);

      expect(replaced).toEqual({ kind: 'conflict', id: 'a1' });
      expect(deleted).toEqual({ kind: 'conflict', id: 'a1' });
      expect(await scene.body('a1')).toEqual({ life: 2 });
    });

    it('forgets the expiry when a replacement names none', async () => {
      const scene = await openScene(create);
      const etag = etagOf(await scene.create({ a1: {} }, start + hourMs), 'a1');
      await scene.transact({ kind: 'replace', id: 'a1', etag, body: { kept: true } });

      scene.clock.advance(hourMs);

      expect(await scene.body('a1')).toEqual({ kept: true });
    });

    it('purges what has expired and leaves the rest', async () => {
      const scene = await openScene(create);
      await scene.create({ a1: {}, a2: {} }, start + hourMs);
      await scene.create({ a3: {} }, start + 2 * hourMs);
      await scene.create({ a4: {} });
      scene.clock.advance(hourMs);

      expect(await scene.store.purgeExpired()).toBe(2);
      expect(await scene.store.purgeExpired()).toBe(0);
      expect(await scene.ids({})).toEqual(['a3', 'a4']);
    });

    it('may be closed while a purge is under way', async () => {
      const scene = await openScene(create);
      await scene.create({ a1: {}, a2: {} }, start);

      const purging = scene.store.purgeExpired();
      await scene.store.close();

      expect(await purging).toBeLessThanOrEqual(2);
    });

    it('keeps a tombstone for 30 days', async () => {
      const scene = await openScene(create);
      const etags = await scene.create({ a1: {} });
      await scene.transact({ kind: 'delete', id: 'a1', etag: etagOf(etags, 'a1') });

      scene.clock.advance(30 * dayMs - minuteMs);
      const purgedEarly = await scene.store.purgeExpired();
      const feed = await readFeed(scene.store);
      scene.clock.advance(minuteMs);

      expect(purgedEarly).toBe(0);
      expect(feed.changes.map(inShort)).toEqual(['-a1']);
      expect(await scene.store.purgeExpired()).toBe(1);
    });

    it('hides no write from a follower after the newest document was purged and the store was opened again', async () => {
      const scene = await openScene(create);
      await scene.create({ a1: {} });
      const first = etagOf(await scene.create({ a2: {} }, start + hourMs), 'a2');
      const { cursor } = await readFeed(scene.store);
      scene.clock.advance(hourMs);

      await scene.store.purgeExpired();
      await scene.store.close();
      await scene.store.open([animals]);
      const again = etagOf(await scene.create({ a2: {} }), 'a2');

      expect((await readFeed(scene.store, cursor)).changes.map(inShort)).toEqual(['+a2']);
      expect(again).not.toBe(first);
    });
  });
}
