import { describe, expect, it } from 'vitest';

import { embeddingModelBehind, languageModelBehind } from '../../src/llm/behind-gate.ts';
import { Slots } from '../../src/llm/slots.ts';
import type { EmbeddingModel, LanguageModel } from '../../src/ports/language-model.ts';
import { VirtualTime } from '../support/virtual-time.ts';
import { aRequest } from './running-models.ts';

const secondMs = 1000;

/** A model that takes a second for every answer. */
function scene() {
  const time = new VirtualTime(0);
  const deadlines: number[] = [];
  let running = 0;
  let most = 0;
  const model: EmbeddingModel = {
    name: 'vektor-1',
    async embed(_texts, { deadlineMs }) {
      deadlines.push(deadlineMs);
      running += 1;
      most = Math.max(most, running);
      await new Promise<void>((resolve) => {
        time.after(secondMs, resolve);
      });
      running -= 1;
      return { kind: 'embedded', vectors: [] };
    },
  };
  const behind = embeddingModelBehind(new Slots(time), model);
  const outcomes: { readonly kind: string; readonly at: number }[] = [];
  return {
    time,
    deadlines,
    outcomes,
    most: () => most,
    ask: (deadlineMs: number, signal?: AbortSignal): void => {
      void behind.embed([], { deadlineMs, ...(signal && { signal }) }).then((outcome) =>
        outcomes.push({
          kind: outcome.kind === 'failed' ? outcome.because : outcome.kind,
          at: time.uptime(),
        }),
      );
    },
  };
}

function repeat(times: number, act: () => void): void {
  for (let time = 0; time < times; time += 1) {
    act();
  }
}

describe('a model that many ask at the same time', () => {
  it('answers eight at once, and those that wait in their turn with the time they have left', async () => {
    const { time, ask, outcomes, deadlines, most } = scene();

    repeat(20, () => ask(10 * secondMs));
    await time.run(() => outcomes.length === 20);

    expect(most()).toBe(8);
    expect(outcomes.map(({ kind }) => kind)).toEqual(Array.from({ length: 20 }, () => 'embedded'));
    expect(deadlines).toEqual([
      ...Array.from({ length: 8 }, () => 10 * secondMs),
      ...Array.from({ length: 8 }, () => 9 * secondMs),
      ...Array.from({ length: 4 }, () => 8 * secondMs),
    ]);
  });

  it('is not asked by the ones for whom there is no place in the queue', async () => {
    const { time, ask, outcomes } = scene();

    repeat(30, () => ask(10 * secondMs));
    await time.run(() => outcomes.length === 30);

    expect(outcomes.slice(0, 6)).toEqual(Array.from({ length: 6 }, () => ({ kind: 'paused', at: 0 })));
    expect(outcomes.filter(({ kind }) => kind === 'embedded')).toHaveLength(24);
  });

  it('is not asked by those whose time runs out while they wait', async () => {
    const { time, ask, outcomes, deadlines } = scene();

    repeat(8, () => ask(10 * secondMs));
    repeat(3, () => ask(500));
    await time.run(() => outcomes.length === 11);

    expect(outcomes.slice(0, 3)).toEqual(Array.from({ length: 3 }, () => ({ kind: 'paused', at: 500 })));
    expect(deadlines).toHaveLength(8);
  });

  it('is not asked by those who do not want to wait any more', async () => {
    const { time, ask, outcomes, deadlines } = scene();
    const stop = new AbortController();

    repeat(8, () => ask(10 * secondMs));
    ask(10 * secondMs, stop.signal);
    time.after(100, () => stop.abort());
    await time.run(() => outcomes.length === 9);

    expect(outcomes[0]).toEqual({ kind: 'paused', at: 100 });
    expect(deadlines).toHaveLength(8);
  });

  it('is free again after answers that nobody read to the end', async () => {
    const time = new VirtualTime(0);
    const model: LanguageModel = {
      name: 'wort-1',
      answerInJson: async () => ({ kind: 'answered', value: {} }),
      async *stream() {
        yield { kind: 'text', text: 'Ja' };
        yield { kind: 'end' };
      },
    };
    const behind = languageModelBehind(new Slots(time), model);

    const seen: string[] = [];
    for (let turn = 0; turn < 20; turn += 1) {
      for await (const piece of behind.stream(aRequest())) {
        seen.push(piece.kind);
        break;
      }
    }

    expect(seen).toEqual(Array.from({ length: 20 }, () => 'text'));
  });

  it('is free again after a model that throws against all agreements', async () => {
    const model: EmbeddingModel = {
      name: 'vektor-1',
      embed: () => Promise.reject(new Error('broken')),
    };
    const behind = embeddingModelBehind(new Slots(new VirtualTime(0)), model);

    for (let turn = 0; turn < 20; turn += 1) {
      await expect(behind.embed([], { deadlineMs: 1000 })).rejects.toThrow('broken');
    }
  });
});
