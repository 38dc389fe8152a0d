import { afterEach, beforeEach, expect, it } from 'vitest';
import { minuteMs } from '../../src/domain/instant.ts';
import type { EmbedOutcome } from '../../src/ports/language-model.ts';
import { anEmbedScene, numbered } from './embed-scene.ts';
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

async function start() {
  const instance = await scene.startInstance(model);
  running.push(instance);
  return instance;
}

const many = (count: number) => Array.from({ length: count }, (_, index) => numbered(index));

function ofLength(length: number, texts: readonly string[]): EmbedOutcome {
  return { kind: 'embedded', vectors: texts.map(() => new Float32Array(length).fill(1)) };
}

/** How many vectors are stored of each length. */
async function lengths(): Promise<Readonly<Record<number, number>>> {
  const counts: Record<number, number> = {};
  for (const { vector } of await Array.fromAsync(scene.embeddings.all())) {
    counts[vector.length] = (counts[vector.length] ?? 0) + 1;
  }
  return counts;
}

it('keeps out vectors that are of another length than the others', async () => {
  await scene.add(...many(100));
  model.answer = (texts) => ofLength(texts.some((text) => text.startsWith('Nummer 50\n')) ? 4 : 8, texts);

  await start();
  await scene.pass(30 * minuteMs);

  expect(await lengths()).toEqual({ 8: 99 });
});

it('does not make everything again and again for an endpoint that changes its mind', async () => {
  await scene.add(...many(100));
  model.answer = (texts) => ofLength(model.calls.length % 2 === 0 ? 4 : 8, texts);

  await start();
  await scene.pass(60 * minuteMs);

  expect(Object.keys(await lengths())).toHaveLength(1);
  expect(model.calls.length).toBeLessThan(400);
});

it('makes all of them anew when the endpoint has other ones from now on', async () => {
  await scene.add(...many(100));
  model.answer = (texts) => ofLength(8, texts);
  const before = await start();
  await scene.pass(minuteMs);
  await before.stop();
  running = [];

  model.answer = (texts) => ofLength(4, texts);
  await start();
  await scene.change(1, { summary: 'Andere Worte.' });
  await scene.pass(minuteMs);

  expect(await lengths()).toEqual({ 4: 100 });
});

it('makes all of them anew when that changes while it runs', async () => {
  await scene.add(...many(100));
  model.answer = (texts) => ofLength(8, texts);
  await start();
  await scene.pass(minuteMs);

  model.answer = (texts) => ofLength(4, texts);
  await scene.change(1, { summary: 'Andere Worte.' });
  await scene.pass(30 * minuteMs);

  expect(await lengths()).toEqual({ 4: 100 });
});
