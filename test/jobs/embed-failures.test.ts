import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hourMs, minuteMs, secondMs } from '../../src/domain/instant.ts';
import type { ModelFailureReason } from '../../src/ports/language-model.ts';
import { StoreUnavailableError } from '../../src/ports/document-store.ts';
import type { DocumentStore } from '../../src/ports/document-store.ts';
import { seeded } from '../support/seeded.ts';
import { unsteady } from '../support/unsteady-store.ts';
import { anEmbedScene, numbered, refused, startAt, vectorsFor } from './embed-scene.ts';
import type { EmbedScene, FakeEmbeddingModel } from './embed-scene.ts';

let scene: EmbedScene;
let model: FakeEmbeddingModel;
let running: { stop(): Promise<void> }[] = [];

beforeEach(async () => {
  scene = await anEmbedScene();
  model = scene.model();
});

afterEach(async () => {
  await Promise.all(running.map((instance) => instance.stop()));
  running = [];
});

async function start(...how: Parameters<EmbedScene['startInstance']>) {
  const instance = await scene.startInstance(...how);
  running.push(instance);
  return instance;
}

const many = (count: number) => Array.from({ length: count }, (_, index) => numbered(index));
const events = (event: string) => scene.log.filter((entry) => entry.event === event);

describe('an endpoint that does not answer', () => {
  it.each<ModelFailureReason>(['unreachable', 'throttled', 'paused', 'refused', 'unusable'])(
    'is asked again after 1 s, 2 s, 4 s … 5 min when it is %s',
    async (because) => {
      await scene.add(...many(40));
      model.answer = () => ({ kind: 'failed', because });

      await start(model);
      await scene.pass(hourMs);

      const asked = [...new Set(model.calls.map(({ at }) => (at - startAt) / secondMs))];
      expect(asked.slice(0, 12)).toEqual([0, 1, 3, 7, 15, 31, 63, 127, 255, 511, 811, 1111]);
      expect(model.calls.length).toBeLessThanOrEqual(2 * asked.length);
      expect(events('embeddings.waiting')[0]?.facts).toEqual({ because });
    },
  );

  it('takes everything as soon as it answers again', async () => {
    await scene.add(...many(40));
    model.answer = () => ({ kind: 'failed', because: 'unreachable' });
    await start(model);
    await scene.pass(30 * secondMs);

    model.answer = () => undefined;
    await scene.pass(2 * secondMs);

    expect(await scene.vectors()).toEqual(vectorsFor('small', many(40)));
  });

  it('is waited for anew with a second after it did something', async () => {
    await scene.add(...many(200));
    let count = 0;
    model.answer = () => {
      count += 1;
      return count % 2 === 1 ? { kind: 'failed', because: 'throttled' } : undefined;
    };

    await start(model);
    await scene.pass(8 * secondMs);

    expect(await scene.vectors()).toEqual(vectorsFor('small', many(200)));
    expect(Math.max(...model.timesGiven().values())).toBe(2);
  });

  it('gets smaller batches when it is too slow for large ones', async () => {
    await scene.add(...many(64));
    model.answer = (texts) => (texts.length > 5 ? { kind: 'failed', because: 'late' } : undefined);

    await start(model);
    await scene.pass(5 * minuteMs);

    expect(model.calls.slice(0, 4).map(({ texts }) => texts.length)).toEqual([32, 16, 8, 4]);
    expect(await scene.vectors()).toEqual(vectorsFor('small', many(64)));
  });
});

describe('a text that the endpoint refuses', () => {
  beforeEach(async () => {
    await scene.add(...many(100));
    model.answer = (texts) => (texts.some((text) => text.includes('Nummer 17')) ? refused : undefined);
  });

  it('is found, noted by its id alone, and keeps no other from having its vector', async () => {
    await start(model);
    await scene.pass(10 * secondMs);

    const others = many(100).filter(({ title }) => title !== 'Nummer 17');
    expect(await scene.vectors()).toEqual(vectorsFor('small', others));
    expect(events('embeddings.text-refused')).toEqual([
      { event: 'embeddings.text-refused', facts: { useCaseId: 'u17', because: 'refused' } },
    ]);
    expect(events('embeddings.progress').at(-1)?.facts).toMatchObject({ done: 99, total: 100, failed: 1 });
  });

  it('holds nobody up: the others are made first', async () => {
    await start(model);
    await scene.pass(10 * secondMs);

    const sizes = model.calls.map(({ texts }) => texts.length);
    expect(sizes.slice(0, 5)).toEqual([32, 1, 32, 32, 4]);
    expect(sizes.slice(5)).toEqual([16, 16, 1, 8, 1, 4, 1, 2, 1, 1, 1, 1, 2, 4, 8]);
  });

  it('is not tried again before it changes', async () => {
    await start(model);
    await scene.pass(10 * secondMs);
    const { length } = model.calls;

    await scene.pass(10 * minuteMs);
    const later = model.calls.length;
    await scene.change(17, { title: 'Siebzehn', summary: 'Siebzehn.' });
    await scene.pass(3 * secondMs);

    expect(later).toBe(length);
    expect(await scene.vectors()).toEqual(vectorsFor('small', many(100)));
  });

  it('is tried again after a restart', async () => {
    const first = await scene.startInstance(model);
    await scene.pass(10 * secondMs);
    await first.stop();
    model.answer = () => undefined;

    await start(model);
    await scene.pass(3 * secondMs);

    expect(await scene.vectors()).toEqual(vectorsFor('small', many(100)));
  });

  it('only because it is long is given in short, and others soon are at once', async () => {
    const long = Array.from({ length: 40 }, (_, index) =>
      numbered(200 + index, { description: 'lang '.repeat(400) }),
    );
    await scene.add(...long);
    model.answer = (texts) => (texts.some((text) => text.length > 1500) ? refused : undefined);

    await start(model);
    await scene.pass(30 * secondMs);

    expect(await scene.vectors()).toEqual(vectorsFor('small', [...many(100), ...long]));
    expect(events('embeddings.text-refused')).toEqual([]);
    expect(model.calls.length).toBeLessThan(50);
  });

  it.each<ModelFailureReason>(['late', 'unreachable'])(
    'is given up when the endpoint is %s for it alone, again and again',
    async (because) => {
      model.answer = (texts) =>
        texts.some((text) => text.includes('Nummer 17')) ? { kind: 'failed', because } : undefined;

      await start(model);
      await scene.pass(10 * minuteMs);

      expect(await scene.vectors()).toHaveLength(99);
      expect(events('embeddings.text-refused').map(({ facts }) => facts)).toEqual([
        { useCaseId: 'u17', because },
      ]);
      expect(model.calls.length).toBeLessThan(60);
    },
  );

  it('loses the vector of its earlier words', async () => {
    await start(model);
    await scene.pass(10 * secondMs);

    await scene.change(3, { title: 'Nummer 17b' });
    await scene.pass(10 * secondMs);

    expect(await scene.vectors()).toHaveLength(98);
    expect(await scene.vectors()).not.toContain('small u3');
  });
});

describe('several instances', () => {
  it('work one at a time: each text is given once', async () => {
    await scene.add(...many(200));
    model.ms = 3 * secondMs;

    await start(model);
    await start(model);
    await start(model);
    await scene.pass(5 * minuteMs);

    expect(await scene.vectors()).toEqual(vectorsFor('small', many(200)));
    expect(Math.max(...model.timesGiven().values())).toBe(1);
    expect(model.calls.every(({ at }, index) => at - (model.calls[index - 1]?.at ?? 0) >= 3000)).toBe(true);
  });

  it('take over from one that was killed', async () => {
    await scene.add(...many(100));
    model.ms = 10 * secondMs;
    const first = await scene.startInstance(model);
    await start(model);
    await scene.pass(15 * secondMs);

    first.kill();
    await scene.pass(2 * minuteMs);

    expect(await scene.vectors()).toEqual(vectorsFor('small', many(100)));
    expect([...model.timesGiven().values()].filter((times) => times > 1)).toHaveLength(32);
  });
});

describe('an instance that is behind', () => {
  /** A store whose changes of this collection do not come any more, once it is behind. */
  function lagging(collection: string) {
    let isBehind = false;
    const store: DocumentStore = {
      ...scene.store,
      changes: (...call) =>
        isBehind && call[0].name === collection
          ? Promise.reject(new StoreUnavailableError('throttled', 'none'))
          : scene.store.changes(...call),
    };
    return {
      store,
      fallBehind: () => {
        isBehind = true;
      },
    };
  }

  it('with the vectors makes none that another one has made', async () => {
    await scene.add(...many(3));
    const { store, fallBehind } = lagging('embeddings');
    const [mine, others] = [scene.model(), scene.model()];
    await start(mine, { jobStore: store });
    await scene.pass(10 * secondMs);
    fallBehind();
    await start(others);

    await scene.change(1, { title: 'Drohnen' });
    await scene.add(numbered(7));
    await scene.pass(5 * minuteMs);

    const given = [...mine.calls, ...others.calls].flatMap(({ texts }) => texts);
    expect(given).toHaveLength(5);
    expect(new Set(given).size).toBe(5);
  });

  it('with the use cases embeds no earlier words, and removes nothing that it does not know yet', async () => {
    await scene.add(...many(3));
    const { store, fallBehind } = lagging('use-cases');
    const [mine, others] = [scene.model(), scene.model()];
    const behind = await start(mine, { catalogueStore: store });
    await start(others);
    await scene.pass(10 * secondMs);
    fallBehind();

    await scene.change(1, { title: 'Drohnen' });
    await scene.add(numbered(7));
    await scene.pass(5 * minuteMs);

    expect(behind.catalogue.size).toBe(3);
    const given = [...mine.calls, ...others.calls].flatMap(({ texts }) => texts);
    expect(given).toHaveLength(5);
    expect(new Set(given).size).toBe(5);
    expect(await scene.vectors()).toEqual(vectorsFor('small', [...many(3), numbered(7)]));
    expect([...behind.held.keys()].sort()).toEqual(await scene.vectors());
  });
});

it('a store that fails now and then loses nothing and costs little', async () => {
  await scene.add(...many(150));
  const chance = seeded(7, 'store');
  const how = { chance, none: 0.02, unknown: 0.02, conflicts: 0.05 };

  await start(model, { jobStore: unsteady(scene.store, scene.time, how) });
  await scene.pass(30 * minuteMs);

  expect(await scene.vectors()).toEqual(vectorsFor('small', many(150)));
  const given = [...model.timesGiven().values()];
  expect(given.reduce((sum, times) => sum + times, 0)).toBeLessThan(2 * given.length);
});

describe('a program that is killed', () => {
  /** New texts, a change, one that is gone and another model; the instance dies at this call, and another one goes on. */
  async function madeUpTo(diesAtCall: number) {
    const one = await anEmbedScene();
    await one.add(...many(40));
    const first = await one.startInstance(one.model('small'));
    await one.pass(5 * secondMs);
    await first.stop();
    await one.change(0, { title: 'Drohnen' });
    await one.delete(1);
    await one.add(numbered(50));
    const large = one.model('large');

    const doomed = await one.startInstance(large, { diesAtCall });
    await one.pass(30 * secondMs);
    const wasKilled = doomed.isDead();
    if (wasKilled) {
      doomed.kill();
    } else {
      await doomed.stop();
    }
    const next = await one.startInstance(large);
    await one.pass(2 * minuteMs);
    await next.stop();
    const expected = vectorsFor('large', await one.embeddable());
    return { wasKilled, vectors: await one.vectors(), expected, given: [...large.timesGiven().values()] };
  }

  it('goes on where it was, at whichever call it dies, and gives no text more than once more than needed', async () => {
    let kills = 0;
    for (let call = 1; ; call += 1) {
      const { wasKilled, vectors, expected, given } = await madeUpTo(call);
      expect(vectors).toEqual(expected);
      expect(given).toHaveLength(40);
      expect(Math.max(...given)).toBeLessThanOrEqual(2);
      expect(given.filter((times) => times === 2).length).toBeLessThanOrEqual(32);
      if (!wasKilled) {
        break;
      }
      kills += 1;
    }
    expect(kills).toBeGreaterThan(150);
  });
});
