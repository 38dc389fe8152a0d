import { describe, expect, it } from 'vitest';
import type { Query } from '../../src/ports/document-store.ts';
import { animals, type CreateStore, etagOf, openScene, type Scene } from './document-store-scene.ts';

/** The ids of all pages, with `between` run after each. */
async function readPages(
  { store }: Scene,
  query: Query,
  between?: (seen: readonly string[]) => Promise<unknown>,
): Promise<string[]> {
  const seen: string[] = [];
  for (let after: string | undefined; ;) {
    const page = await store.query(animals, { ...query, ...(after !== undefined && { after }) });
    seen.push(...page.documents.map((document) => document.id));
    if (page.next === undefined) {
      return seen;
    }
    after = page.next;
    await between?.(seen);
  }
}

const ascending = (field: string) => ({ orderBy: { field, direction: 'ascending' as const } });
const descending = (field: string) => ({ orderBy: { field, direction: 'descending' as const } });

export function describeQueries(create: CreateStore): void {
  describe('queries', () => {
    it('finds by all of several fields', async () => {
      const scene = await openScene(create);
      await scene.create({
        a1: { kind: 'dog', tame: true },
        a2: { kind: 'dog', tame: false },
        a3: { kind: 'cat', tame: true },
        a4: { kind: 'dog' },
      });

      expect(await scene.ids({ where: { kind: 'dog', tame: true } })).toEqual(['a1']);
      expect(await scene.ids({ where: { kind: 'dog' } })).toEqual(['a1', 'a2', 'a4']);
    });

    it('tells apart true, 1 and "1"', async () => {
      const scene = await openScene(create);
      await scene.create({ a1: { legs: true }, a2: { legs: 1 }, a3: { legs: '1' }, a4: { legs: 'true' } });

      expect(await scene.ids({ where: { legs: true } })).toEqual(['a1']);
      expect(await scene.ids({ where: { legs: 1 } })).toEqual(['a2']);
      expect(await scene.ids({ where: { legs: '1' } })).toEqual(['a3']);
    });

    it.each([0.1 + 0.2, -0, 5e-324, 1.797e308, 2 ** 53, 1e21])(
      'finds the number %d exactly',
      async (legs) => {
        const scene = await openScene(create);
        await scene.create({ a1: { legs }, a2: { legs: 7 } });

        expect(await scene.ids({ where: { legs } })).toEqual(['a1']);
      },
    );

    it.each(['', 'Müller', "o'dog", '%', '\u0000x', '🐕', '\uD800'])(
      'finds the text %j exactly',
      async (kind) => {
        const scene = await openScene(create);
        await scene.create({ a1: { kind }, a2: { kind: 'muller' }, a3: { kind: ' ' } });

        expect(await scene.ids({ where: { kind } })).toEqual(['a1']);
      },
    );

    it('finds within bounds, both included, and only values of their type', async () => {
      const scene = await openScene(create);
      await scene.create({
        a1: { legs: 1 },
        a2: { legs: 2 },
        a3: { legs: 3 },
        a4: { legs: '2' },
        a5: { legs: true },
        a6: {},
      });

      expect(await scene.ids({ range: { field: 'legs', from: 2 } })).toEqual(['a2', 'a3']);
      expect(await scene.ids({ range: { field: 'legs', to: 2 } })).toEqual(['a1', 'a2']);
      expect(await scene.ids({ range: { field: 'legs', from: 2, to: 2 } })).toEqual(['a2']);
      expect(await scene.ids({ range: { field: 'legs', from: '' } })).toEqual(['a4']);
      expect(await scene.ids({ range: { field: 'legs', from: 3, to: 2 } })).toEqual([]);
    });

    it('crosses partitions unless one is named, and orders by partition and id', async () => {
      const { store, ids } = await openScene(create);
      await store.transact(animals, 'zoo', [{ kind: 'create', id: 'a1', body: {} }]);
      await store.transact(animals, 'farm', [
        { kind: 'create', id: 'b2', body: {} },
        { kind: 'create', id: 'b1', body: {} },
      ]);

      expect(await ids({})).toEqual(['b1', 'b2', 'a1']);
      expect(await ids({ partition: 'farm' })).toEqual(['b1', 'b2']);
      expect(await ids({ partition: 'moon' })).toEqual([]);
    });

    it('orders booleans, then numbers, then text by code points, and leaves out who lacks the field', async () => {
      const scene = await openScene(create);
      await scene.create({
        a1: { legs: 'ä' },
        a2: { legs: 10 },
        a3: { legs: 9 },
        a4: { legs: 'Z' },
        a5: { legs: true },
        a6: { legs: false },
        a7: {},
        a8: { legs: '🐕' },
        a9: { legs: '\uFFEE' },
      });

      const order = ['a6', 'a5', 'a3', 'a2', 'a4', 'a1', 'a9', 'a8'];
      expect(await scene.ids(ascending('legs'))).toEqual(order);
      expect(await scene.ids(descending('legs'))).toEqual(order.toReversed());
    });

    it('orders equal values by partition and id in the same direction', async () => {
      const scene = await openScene(create);
      await scene.create({ a2: { legs: 4 }, a1: { legs: 4 }, a3: { legs: 2 } });

      expect(await scene.ids(ascending('legs'))).toEqual(['a3', 'a1', 'a2']);
      expect(await scene.ids(descending('legs'))).toEqual(['a2', 'a1', 'a3']);
    });

    it.each([{}, ascending('legs'), descending('legs')])(
      'pages through everything once with %j',
      async (order) => {
        const scene = await openScene(create);
        const bodies = Array.from({ length: 11 }, (_, n) => [`a${n}`, { legs: n % 3, kind: 'ape' }] as const);
        await scene.create({ ...Object.fromEntries(bodies), other: { legs: 1, kind: 'cat' } });
        const query = { ...order, where: { kind: 'ape' }, limit: 3 };

        const seen = await readPages(scene, query);

        expect(seen).toEqual(await scene.ids({ ...query, limit: 100 }));
        expect(seen).toHaveLength(11);
      },
    );

    it('names no next page when the last one was just filled', async () => {
      const scene = await openScene(create);
      await scene.create({ a1: {}, a2: {} });

      expect(await scene.store.query(animals, { limit: 2 })).not.toHaveProperty('next');
      expect(await scene.store.query(animals, { limit: 1 })).toHaveProperty('next');
    });

    it('neither skips nor repeats a document when others come and go between two pages', async () => {
      const scene = await openScene(create);
      const etags = await scene.create({
        b1: { legs: 2 },
        b2: { legs: 2 },
        b3: { legs: 2 },
        b4: { legs: 3 },
      });

      const seen = await readPages(scene, { ...ascending('legs'), limit: 2 }, () =>
        scene.transact(
          { kind: 'create', id: 'a0', body: { legs: 1 } },
          { kind: 'delete', id: 'b1', etag: etagOf(etags, 'b1') },
          { kind: 'delete', id: 'b2', etag: etagOf(etags, 'b2') },
        ),
      );

      expect(seen).toEqual(['b1', 'b2', 'b3', 'b4']);
    });
  });
}
