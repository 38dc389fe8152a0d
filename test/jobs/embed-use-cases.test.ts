import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { minuteMs, secondMs } from '../../src/domain/instant.ts';
import type { EmbeddingModel } from '../../src/ports/language-model.ts';
import { anEmbedScene, numbered, startAt, textOf, vectorsFor } from './embed-scene.ts';
import type { EmbedScene } from './embed-scene.ts';

let scene: EmbedScene;
let running: { stop(): Promise<void> }[] = [];

beforeEach(async () => {
  scene = await anEmbedScene();
});

afterEach(async () => {
  await Promise.all(running.map((instance) => instance.stop()));
  running = [];
});

async function start(model?: EmbeddingModel) {
  const instance = await scene.startInstance(model);
  running.push(instance);
  return instance;
}

const many = (count: number) => Array.from({ length: count }, (_, index) => numbered(index));

describe('the vectors of use cases', () => {
  it('are made in batches when the app starts, and every instance has them', async () => {
    await scene.add(...many(70));
    const model = scene.model();

    const one = await start(model);
    const other = await start(model);
    await scene.pass(10 * secondMs);

    expect(model.calls.map(({ texts }) => texts.length)).toEqual([32, 32, 6]);
    expect(model.calls.flatMap(({ texts }) => texts).sort()).toEqual(many(70).map(textOf).sort());
    expect(await scene.vectors()).toEqual(vectorsFor('small', many(70)));
    expect([...one.held.keys()].sort()).toEqual(await scene.vectors());
    expect([...other.held.values()]).toEqual([...one.held.values()]);
  });

  it('are made of at most 200 kB of text at a time', async () => {
    const description = 'ü '.repeat(4000);
    const long = Array.from({ length: 40 }, (_, index) => numbered(index, { description }));
    await scene.add(...long);
    const model = scene.model();

    await start(model);
    await scene.pass(10 * secondMs);

    const sizes = model.calls.map(({ texts }) => Buffer.byteLength(texts.join('')));
    expect(Math.max(...sizes)).toBeLessThanOrEqual(200_000);
    expect(Math.max(...sizes)).toBeGreaterThan(180_000);
    expect(await scene.vectors()).toEqual(vectorsFor('small', long));
  });

  it('are not made again for words that are the same, nor after a restart', async () => {
    await scene.add(...many(3));
    const model = scene.model();
    const first = await scene.startInstance(model);
    await scene.pass(10 * secondMs);

    await scene.change(1, { contact: { name: 'Anna' }, effortDays: 3 });
    await scene.pass(2 * minuteMs);
    await first.stop();
    await start(model);
    await scene.pass(2 * minuteMs);

    expect([...model.timesGiven().values()]).toEqual([1, 1, 1]);
  });

  it('follow a change within seconds; what changes within a second goes together', async () => {
    await scene.add(...many(5));
    const model = scene.model();
    const instance = await start(model);
    await scene.pass(minuteMs + 30 * secondMs);
    model.calls.length = 0;
    const changedAt = scene.time.now();

    await scene.change(1, { title: 'Drohnen' });
    await scene.pass(300);
    await scene.change(2, { title: 'Hochwasser' });
    await scene.add(numbered(9));
    await scene.pass(3 * secondMs);

    expect(model.calls).toHaveLength(1);
    expect(model.calls[0]?.texts).toHaveLength(3);
    expect(model.calls[0]?.at).toBeLessThanOrEqual(changedAt + 2 * secondMs);
    const made = new Set([...instance.held.values()].map(({ contentHash }) => contentHash));
    expect([instance.held.size, made.size]).toEqual([6, 6]);
  });

  it('go with what is archived, closed to others or deleted, in every instance', async () => {
    await scene.add(...many(4));
    const instance = await start(scene.model());
    await scene.pass(10 * secondMs);

    await scene.change(0, { archived: { at: startAt } });
    await scene.change(1, { visibility: 'organisation' });
    await scene.delete(2);
    await scene.pass(3 * secondMs);

    expect(await scene.vectors()).toEqual(['small u3']);
    expect([...instance.held.keys()]).toEqual(['small u3']);
  });

  it('are not there for what is only for its own organisation: its words are given to nobody', async () => {
    const model = scene.model();
    await scene.add(numbered(0), numbered(1, { visibility: 'organisation', summary: 'KANARIA' }));

    await start(model);
    await scene.pass(10 * secondMs);

    expect(model.calls.flatMap(({ texts }) => texts)).toEqual([textOf(numbered(0))]);
  });

  it('of what went while no instance was running go at the next start', async () => {
    await scene.add(...many(3));
    const first = await scene.startInstance(scene.model());
    await scene.pass(10 * secondMs);
    await first.stop();
    await scene.delete(0);
    await scene.change(1, { archived: { at: startAt } });

    await start(scene.model());
    await scene.pass(3 * secondMs);

    expect(await scene.vectors()).toEqual(['small u2']);
  });

  it('come back with what is restored', async () => {
    await scene.add(numbered(0, { archived: { at: startAt } }));
    await start(scene.model());
    await scene.pass(10 * secondMs);
    const before = await scene.vectors();

    await scene.useCases.change(numbered(0).id, () => ({ useCase: numbered(0) }));
    await scene.pass(3 * secondMs);

    expect([before, await scene.vectors()]).toEqual([[], ['small u0']]);
  });
});

describe('without a model', () => {
  it('nothing is written, however long it runs', async () => {
    await scene.add(...many(3));
    const before = await scene.store.changes({ name: 'leases', indexes: [] }, { limit: 1 });

    await start();
    await scene.pass(10 * minuteMs);

    expect(await scene.vectors()).toEqual([]);
    const leases = await scene.store.changes({ name: 'leases', indexes: [] }, { limit: 1 });
    expect(leases.cursor).toBe(before.cursor);
    expect(scene.log).toEqual([]);
  });

  it('what is gone takes along the vectors that a model once made; the others are kept for it', async () => {
    await scene.add(...many(3));
    const first = await scene.startInstance(scene.model());
    await scene.pass(10 * secondMs);
    await first.stop();

    const instance = await start();
    await scene.delete(0);
    await scene.pass(3 * secondMs);

    expect(await scene.vectors()).toEqual(['small u1', 'small u2']);
    expect([...instance.held]).toEqual([]);
  });
});

describe('when the model is changed', () => {
  async function withSmall(count: number) {
    await scene.add(...many(count));
    const first = await scene.startInstance(scene.model('small'));
    await scene.pass(10 * secondMs);
    await first.stop();
  }

  it('the old vectors stay until the new ones are complete, and go then', async () => {
    await withSmall(70);
    const large = scene.model('large');
    large.ms = 5 * secondMs;

    const instance = await start(large);
    await scene.pass(12 * secondMs);
    const meanwhile = await scene.vectors();
    await scene.pass(10 * secondMs);

    expect(meanwhile).toEqual([...vectorsFor('large', many(64)), ...vectorsFor('small', many(70))]);
    expect(await scene.vectors()).toEqual(vectorsFor('large', many(70)));
    expect([...instance.held.keys()].sort()).toEqual(await scene.vectors());
    expect([...large.timesGiven().values()].every((times) => times === 1)).toBe(true);
  });

  it('the old vectors stay when the new model takes much less', async () => {
    await withSmall(30);
    const large = scene.model('large');
    large.answer = (texts) =>
      texts.some((text) => /Nummer [1-5]\b/u.test(text))
        ? { kind: 'failed', because: 'unusable' }
        : undefined;

    await start(large);
    await scene.pass(10 * minuteMs);

    const vectors = await scene.vectors();
    expect(vectors.filter((vector) => vector.startsWith('small'))).toHaveLength(30);
    expect(vectors.filter((vector) => vector.startsWith('large'))).toHaveLength(25);
  });

  it('what is changed meanwhile is there of the new model before the rest', async () => {
    await withSmall(100);
    const large = scene.model('large');
    large.ms = 2 * secondMs;
    await start(large);
    await scene.pass(secondMs);

    await scene.change(99, { title: 'Drohnen' });
    await scene.pass(5 * secondMs);

    expect(large.calls[1]?.texts[0]).toContain('Drohnen');
  });

  it('an instance that still runs with the old one leaves them, and so none is made twice', async () => {
    await scene.add(...many(40));
    const [small, large] = [scene.model('small'), scene.model('large')];
    await start(small);
    await scene.pass(10 * secondMs);

    await start(large);
    await scene.pass(5 * minuteMs);
    await scene.change(0, { title: 'Drohnen' });
    await scene.pass(5 * minuteMs);

    expect(await scene.vectors()).toEqual(vectorsFor('large', many(40)));
    expect([small.timesGiven().size, large.timesGiven().size]).toEqual([40, 41]);
    expect(new Set([...small.timesGiven().values(), ...large.timesGiven().values()])).toEqual(new Set([1]));
    expect(scene.log.filter(({ event }) => event === 'embeddings.other-model-wanted')).toHaveLength(1);
  });

  it('and changed back at once, the first one finds its own again, whoever still runs', async () => {
    await withSmall(40);
    const [small, large] = [scene.model('small'), scene.model('large')];
    large.ms = 20 * secondMs;
    const other = await start(large);
    await scene.pass(25 * secondMs);

    await start(small);
    await scene.pass(5 * minuteMs);

    expect(small.calls).toEqual([]);
    expect(await scene.vectors()).toEqual(vectorsFor('small', many(40)));
    expect([...other.held.keys()].sort()).toEqual(vectorsFor('small', many(40)));
    expect(Math.max(...large.timesGiven().values())).toBe(1);
  });
});

describe('how far it is', () => {
  it('is logged at the beginning, with each tenth and at the end', async () => {
    await scene.add(...many(640));
    const model = scene.model();
    model.ms = 100;

    await start(model);
    await scene.pass(minuteMs);

    const progress = scene.log.filter(({ event }) => event === 'embeddings.progress');
    expect(progress.map(({ facts }) => facts['done'])).toEqual([
      0, 64, 128, 192, 256, 320, 384, 448, 512, 576, 640,
    ]);
    expect(progress.at(-1)?.facts).toEqual({
      model: 'small',
      done: 640,
      total: 640,
      failed: 0,
      tokens: 640,
    });
  });

  it('is logged every ten seconds when it is slow', async () => {
    await scene.add(...many(640));
    const model = scene.model();
    model.ms = 6 * secondMs;

    await start(model);
    await scene.pass(40 * secondMs);

    const progress = scene.log.filter(({ event }) => event === 'embeddings.progress');
    expect(progress.map(({ facts }) => facts['done'])).toEqual([0, 64, 128, 192]);
  });
});

it('ends at once while a call is under way, and gives back what it held', async () => {
  await scene.add(...many(3));
  const slow = scene.model();
  slow.ms = 20 * secondMs;
  const first = await scene.startInstance(slow);
  await scene.pass(secondMs);

  await first.stop();
  await start(scene.model());
  await scene.pass(secondMs);

  expect(slow.calls).toHaveLength(1);
  expect(await scene.vectors()).toEqual(vectorsFor('small', many(3)));
});
