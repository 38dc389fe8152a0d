import { describe, expect, it } from 'vitest';
import { useCaseId } from '../../../src/domain/ids.ts';
import { packVector } from '../../../src/domain/use-case-embedding.ts';
import { UseCaseVectors } from '../../../src/features/ask/use-case-vectors.ts';

const made = (id: string, model: string, ...vector: readonly number[]) => ({
  useCaseId: useCaseId(id),
  model,
  contentHash: `${id} by ${model}`,
  vector: packVector(Float32Array.from(vector)),
});
const all = { limit: 10, accept: () => true };
const query = Float32Array.from([1, 0]);

describe('the vectors of use cases', () => {
  it('are of no model while there are none', async () => {
    const vectors = new UseCaseVectors();

    expect(vectors.model).toBeUndefined();
    expect(await vectors.nearest(query, all)).toEqual([]);
  });

  it('of the model before serve until the new one has as many', async () => {
    const vectors = new UseCaseVectors();
    vectors.put(made('a', 'old', 1, 0));
    vectors.put(made('b', 'old', 0, 1));
    vectors.put(made('a', 'new', 0, 1));
    const during = [vectors.model, (await vectors.nearest(query, all))[0]?.id];
    vectors.put(made('b', 'new', 1, 0));
    const after = [vectors.model, (await vectors.nearest(query, all))[0]?.id];

    expect([during, after]).toEqual([
      ['old', 'a'],
      ['new', 'b'],
    ]);
    vectors.remove(useCaseId('a'), 'old');
    expect([vectors.count('old'), vectors.count('new')]).toEqual([1, 2]);
    vectors.remove(useCaseId('b'));
    expect([vectors.count('old'), vectors.count('new')]).toEqual([0, 1]);
    expect(vectors.contentHashOf(useCaseId('a'), 'new')).toBe('a by new');
    expect(vectors.contentHashOf(useCaseId('b'), 'new')).toBeUndefined();
  });

  it('begin anew when the model makes them of another length, and are not compared with others', async () => {
    const vectors = new UseCaseVectors();
    vectors.put(made('a', 'm', 1, 0));
    vectors.put(made('a', 'm', 1, 0, 0));

    expect(vectors.count('m')).toBe(1);
    expect(await vectors.nearest(query, all)).toEqual([]);
    expect(await vectors.nearest(Float32Array.from([1, 0, 0]), all)).toHaveLength(1);
  });

  it('go on serving when one comes that has another length', async () => {
    const vectors = new UseCaseVectors();
    vectors.put(made('a', 'm', 1, 0));
    vectors.put(made('b', 'm', 0, 1));
    vectors.put(made('c', 'm', 1, 0, 0));

    expect((await vectors.nearest(query, all)).map(({ id }) => id)).toEqual(['a', 'b']);
    expect(await vectors.nearest(Float32Array.from([1, 0, 0]), all)).toEqual([]);
    vectors.put(made('c', 'm', 1, 0));
    expect(await vectors.nearest(query, all)).toHaveLength(3);
  });

  it('stand out only above what the nearest of so many is by chance', async () => {
    const vectors = new UseCaseVectors();
    for (let number = 0; number < 40; number += 1) {
      vectors.put(made(`far${number}`, 'm', Math.sin(number) / 10, 1));
    }
    const before = await vectors.nearest(query, all);
    vectors.put(made('near', 'm', 1, 0.1));

    const [first, second] = await vectors.nearest(query, all);

    expect(before.filter(({ standsOut }) => standsOut)).toEqual([]);
    expect(first).toMatchObject({ id: 'near', standsOut: true, similarity: expect.closeTo(0.995, 2) });
    expect(second?.standsOut).toBe(false);
  });
});
