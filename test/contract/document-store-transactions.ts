import { describe, expect, it } from 'vitest';
import { animals, type CreateStore, etagOf, openScene, plants } from './document-store-scene.ts';

export function describeTransactions(create: CreateStore): void {
  describe('reads and writes', () => {
    it('gives back what was created, without fields that are undefined', async () => {
      const { store, ...scene } = await openScene(create);
      const body = { name: 'Äffchen 🐒', nested: { list: [1, 2.5, null, true, 'x'] }, nothing: undefined };

      const etags = await scene.create({ a1: body });

      expect(await store.get(animals, { partition: 'zoo', id: 'a1' })).toStrictEqual({
        partition: 'zoo',
        id: 'a1',
        body: { name: 'Äffchen 🐒', nested: { list: [1, 2.5, null, true, 'x'] } },
        etag: etagOf(etags, 'a1'),
      });
    });

    it('finds nothing under another id, partition or collection', async () => {
      const { store, create: createAnimals } = await openScene(create);
      await createAnimals({ a1: {} });

      expect(await store.get(animals, { partition: 'zoo', id: 'a2' })).toBeUndefined();
      expect(await store.get(animals, { partition: 'farm', id: 'a1' })).toBeUndefined();
      expect(await store.get(plants, { partition: 'zoo', id: 'a1' })).toBeUndefined();
    });

    it('keeps odd keys and texts as they are', async () => {
      const { store } = await openScene(create);
      const body = { text: '\u0000\u202E"\\ \uD800', ['__proto__']: 'x', constructor: 'y' };

      await store.transact(animals, "o'zoo %_ ä🐒", [{ kind: 'create', id: '"; DROP TABLE', body }]);

      const found = await store.get(animals, { partition: "o'zoo %_ ä🐒", id: '"; DROP TABLE' });
      expect(JSON.stringify(found?.body)).toBe(JSON.stringify(body));
    });

    it('keeps nothing in common with the objects that were handed in or out', async () => {
      const scene = await openScene(create);
      const body = { list: ['before'] };

      const writing = scene.transact({ kind: 'create', id: 'a1', body });
      body.list.push('while it was written');
      await writing;
      const read = await scene.body('a1');
      Object.assign(read ?? {}, { list: 'changed by a reader' });

      expect(await scene.body('a1')).toEqual({ list: ['before'] });
    });

    it('lets a create win only once', async () => {
      const scene = await openScene(create);
      await scene.create({ a1: { by: 'first' } });

      const outcome = await scene.transact({ kind: 'create', id: 'a1', body: { by: 'second' } });

      expect(outcome).toEqual({ kind: 'conflict', id: 'a1' });
      expect(await scene.body('a1')).toEqual({ by: 'first' });
    });

    it('changes the etag with every write, also with the same body', async () => {
      const scene = await openScene(create);
      const first = etagOf(await scene.create({ a1: { same: 1 } }), 'a1');

      const outcome = await scene.transact({ kind: 'replace', id: 'a1', etag: first, body: { same: 1 } });

      const etag = outcome.kind === 'done' && etagOf(outcome.etags, 'a1');
      expect(etag).not.toBe(first);
      expect((await scene.store.get(animals, { partition: 'zoo', id: 'a1' }))?.etag).toBe(etag);
    });

    it('replaces the whole body under the etag that was read', async () => {
      const scene = await openScene(create);
      const etag = etagOf(await scene.create({ a1: { old: 1, kind: 'ape' } }), 'a1');

      await scene.transact({ kind: 'replace', id: 'a1', etag, body: { new: 2 } });

      expect(await scene.body('a1')).toEqual({ new: 2 });
      expect(await scene.ids({ where: { kind: 'ape' } })).toEqual([]);
    });

    it.each(['replace', 'delete'] as const)('refuses a %s under an outdated etag', async (kind) => {
      const scene = await openScene(create);
      const etag = etagOf(await scene.create({ a1: { version: 1 } }), 'a1');
      await scene.transact({ kind: 'replace', id: 'a1', etag, body: { version: 2 } });

      const outcome = await scene.transact({ kind, id: 'a1', etag, body: { version: 3 } });

      expect(outcome).toEqual({ kind: 'conflict', id: 'a1' });
      expect(await scene.body('a1')).toEqual({ version: 2 });
    });

    it.each(['replace', 'delete'] as const)('refuses a %s of what does not exist', async (kind) => {
      const scene = await openScene(create);

      const outcome = await scene.transact({ kind, id: 'a1', etag: '1', body: {} });

      expect(outcome).toEqual({ kind: 'conflict', id: 'a1' });
      expect(await scene.body('a1')).toBeUndefined();
    });

    it('deletes, names no etag for it, and lets the id be created again under a new etag', async () => {
      const scene = await openScene(create);
      const etag = etagOf(await scene.create({ a1: { life: 1 } }), 'a1');

      const deleted = await scene.transact({ kind: 'delete', id: 'a1', etag });
      const afterDelete = await scene.body('a1');
      const again = await scene.create({ a1: { life: 2 } });

      expect(deleted).toEqual({ kind: 'done', etags: new Map() });
      expect(afterDelete).toBeUndefined();
      expect(await scene.body('a1')).toEqual({ life: 2 });
      expect(etagOf(again, 'a1')).not.toBe(etag);
    });

    it('writes all of a transaction or nothing, and names the first step that lost', async () => {
      const scene = await openScene(create);
      const etags = await scene.create({ a1: { n: 1 }, a2: { n: 1 } });

      const outcome = await scene.transact(
        { kind: 'replace', id: 'a1', etag: etagOf(etags, 'a1'), body: { n: 2 } },
        { kind: 'create', id: 'a3', body: {} },
        { kind: 'create', id: 'a2', body: {} },
        { kind: 'replace', id: 'a4', etag: 'x', body: {} },
      );

      expect(outcome).toEqual({ kind: 'conflict', id: 'a2' });
      expect(await scene.body('a1')).toEqual({ n: 1 });
      expect(await scene.ids({})).toEqual(['a1', 'a2']);
    });

    it('gives the last seat to exactly one of many writers who read the same etag', async () => {
      const scene = await openScene(create);
      const etag = etagOf(await scene.create({ seat: { taken: false } }), 'seat');

      const outcomes = await Promise.all(
        Array.from({ length: 20 }, (_, by) =>
          scene.transact(
            { kind: 'replace', id: 'seat', etag, body: { taken: true } },
            { kind: 'create', id: `ticket-${by}`, body: {} },
          ),
        ),
      );

      expect(outcomes.filter(({ kind }) => kind === 'done')).toHaveLength(1);
      expect(await scene.ids({})).toHaveLength(2);
    });

    it('shows a reader all of a transaction or nothing of it', async () => {
      const scene = await openScene(create);

      const writing = scene.create({ a1: {}, a2: {} });
      const seen = await scene.ids({});
      await writing;

      expect([0, 2]).toContain(seen.length);
      expect(await scene.ids({})).toEqual(['a1', 'a2']);
    });

    it('has nothing to do in a transaction of no steps', async () => {
      const scene = await openScene(create);

      expect(await scene.transact()).toEqual({ kind: 'done', etags: new Map() });
    });

    it('takes a transaction of 100 steps', async () => {
      const scene = await openScene(create);
      const bodies = Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`a${n}`, { n }]));

      await scene.create(bodies);

      expect(await scene.ids({ limit: 1000 })).toHaveLength(100);
    });

    it('is harmless to open twice, and opens again after closing with what it held', async () => {
      const scene = await openScene(create);
      await scene.create({ a1: { kind: 'ape' } });

      await scene.store.open([animals]);
      await scene.store.close();
      await scene.store.close();
      await scene.store.open([animals]);

      expect(await scene.body('a1')).toEqual({ kind: 'ape' });
      expect(await scene.ids({ where: { kind: 'ape' } })).toEqual(['a1']);
    });
  });
}
