import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { minuteMs, secondMs } from '../../src/domain/instant.ts';
import { EmbeddingTexts } from '../../src/features/ask/embed-text.ts';
import { technologyLabels } from '../../src/texts/labels.ts';
import '../support/same-cases.ts';
import { anEmbedScene, numbered, refused, startAt, textOf } from './embed-scene.ts';
import type { FakeEmbeddingModel } from './embed-scene.ts';

type Step =
  | { readonly kind: 'add'; readonly count: number }
  | { readonly kind: 'reword' | 'archive' | 'close' | 'restore' | 'delete' | 'spoil'; readonly of: number }
  | { readonly kind: 'contact'; readonly of: number }
  | { readonly kind: 'start'; readonly withNewModel: boolean; readonly diesAtCall: number | undefined }
  | { readonly kind: 'kill' | 'stop'; readonly which: number }
  | { readonly kind: 'fail'; readonly calls: number }
  | { readonly kind: 'wait'; readonly ms: number };

const of = fc.nat({ max: 60 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('add' as const), count: fc.integer({ min: 1, max: 40 }) }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constantFrom('reword', 'archive', 'close', 'restore', 'delete', 'spoil', 'contact'),
      of,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('start' as const),
      withNewModel: fc.boolean(),
      diesAtCall: fc.option(fc.integer({ min: 1, max: 300 }), { nil: undefined }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('kill', 'stop'), which: fc.nat({ max: 3 }) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('fail' as const), calls: fc.integer({ min: 1, max: 4 }) }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      ms: fc.constantFrom(0, 100, secondMs, 5 * secondMs, minuteMs),
    }),
  },
);

async function play(steps: readonly Step[]) {
  const scene = await anEmbedScene();
  const models: FakeEmbeddingModel[] = [];
  const instances: Awaited<ReturnType<typeof scene.startInstance>>[] = [];
  const made = new Map<string, number>();
  let [added, wordings, kills, failing] = [0, 0, 0, 0];

  function newModel(): FakeEmbeddingModel {
    const model = scene.model(`m${String(models.length).padStart(3, '0')}`);
    model.ms = 700;
    model.answer = (texts) => {
      failing -= 1;
      if (failing >= 0) {
        return { kind: 'failed', because: 'unreachable' };
      }
      if (texts.some((text) => text.includes('Unfug'))) {
        return refused;
      }
      for (const text of texts.filter((each) => each !== 'Test')) {
        made.set(`${model.name} ${text}`, (made.get(`${model.name} ${text}`) ?? 0) + 1);
      }
      return undefined;
    };
    models.push(model);
    return model;
  }

  const change = (index: number, fields: Parameters<typeof scene.change>[1]) => scene.change(index, fields);
  /** Never said before, so that whoever gives it to a model twice has forgotten the first time. */
  const newTitle = () => {
    wordings += 1;
    return `Wortlaut ${wordings}`;
  };

  async function carryOut(one: Step): Promise<void> {
    switch (one.kind) {
      case 'add':
        for (let index = 0; index < one.count; index += 1) {
          await scene.add(numbered(added, { title: newTitle() }));
          added += 1;
        }
        return;
      case 'reword':
        return change(one.of, { title: newTitle() });
      case 'spoil':
        return change(one.of, { title: `Unfug ${newTitle()}` });
      case 'contact':
        return change(one.of, { contact: { name: newTitle() } });
      case 'archive':
        return change(one.of, { archived: { at: startAt } });
      case 'close':
        return change(one.of, { visibility: 'organisation' });
      case 'restore':
        if ((await scene.useCases.find(numbered(one.of).id)) !== undefined) {
          await scene.useCases.change(numbered(one.of).id, () => ({
            useCase: numbered(one.of, { title: newTitle() }),
          }));
        }
        return;
      case 'delete':
        if ((await scene.useCases.find(numbered(one.of).id)) !== undefined) {
          await scene.delete(one.of);
        }
        return;
      case 'start': {
        const latest = models.at(-1);
        const model = one.withNewModel || latest === undefined ? newModel() : latest;
        const { diesAtCall } = one;
        instances.push(await scene.startInstance(model, diesAtCall === undefined ? {} : { diesAtCall }));
        return;
      }
      case 'kill':
        instances.splice(one.which, 1).forEach((instance) => {
          kills += 1;
          instance.kill();
        });
        return;
      case 'stop':
        for (const instance of instances.splice(one.which, 1)) {
          if (instance.isDead()) {
            kills += 1;
            instance.kill();
          } else {
            await instance.stop();
          }
        }
        return;
      case 'fail':
        failing = one.calls;
        return;
      case 'wait':
        return scene.pass(one.ms);
    }
  }

  for (const one of steps) {
    await carryOut(one);
  }
  failing = 0;
  const model = models.at(-1) ?? newModel();
  const last = await scene.startInstance(model);
  // As long as a failing call may be waited for, and more than a dead instance's lease.
  await scene.pass(7 * minuteMs);
  const held = [...last.held.keys()].sort();
  for (const instance of instances) {
    kills += Number(instance.isDead());
    instance.kill();
  }
  await last.stop();

  const texts = new EmbeddingTexts(technologyLabels);
  const embeddable = await scene.embeddable();
  const taken = embeddable.filter((useCase) => !textOf(useCase).includes('Unfug'));
  const stored = await Array.fromAsync(scene.embeddings.all());
  const mine = stored.filter((embedding) => embedding.model === model.name);
  return {
    held,
    vectors: await scene.vectors(),
    hashes: mine.map(({ useCaseId, contentHash }) => `${useCaseId} ${contentHash}`).sort(),
    expected: taken.map((useCase) => `${useCase.id} ${texts.hashOf(useCase)}`).sort(),
    isComplete: embeddable.length - taken.length <= Math.max(1, embeddable.length / 10),
    others: stored.length - mine.length,
    repeated: [...made.values()].reduce((sum, times) => sum + times - 1, 0),
    kills,
  };
}

it('whatever happens, there are exactly the vectors of the current words in the end, and none was made twice without need', async () => {
  let repeats = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 24 }), async (steps) => {
      const end = await play(steps);

      expect(end.hashes).toEqual(end.expected);
      expect(end.held).toEqual(end.vectors);
      expect(end.isComplete ? end.others : 0).toBe(0);
      expect(end.repeated).toBeLessThanOrEqual(32 * end.kills);
      repeats += end.repeated;
    }),
    { numRuns: 80 },
  );
  // The histories come to that.
  expect(repeats).toBeGreaterThan(0);
}, 300_000);
