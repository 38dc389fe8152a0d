import { describe, expect, it } from 'vitest';

import { languageModelBehind } from '../../src/llm/behind-gate.ts';
import { Breaker } from '../../src/llm/breaker.ts';
import type { JsonAnswer, LanguageModel, ModelFailureReason } from '../../src/ports/language-model.ts';
import { VirtualTime } from '../support/virtual-time.ts';
import { aJsonRequest, aRequest, createRecordingLogger, readText } from './running-models.ts';

const good: JsonAnswer = { kind: 'answered', value: {} };
const paused = { kind: 'failed', because: 'paused' };
const secondMs = 1000;

function failed(because: ModelFailureReason): JsonAnswer {
  return { kind: 'failed', because };
}

/** A model behind a breaker that answers as it is told. */
function scene() {
  const time = new VirtualTime(0);
  const logger = createRecordingLogger();
  let calls = 0;
  let answer: () => Promise<JsonAnswer> = async () => good;
  const model: LanguageModel = {
    name: 'wort-1',
    async answerInJson() {
      calls += 1;
      return answer();
    },
    async *stream() {
      calls += 1;
      const outcome = await answer();
      yield { kind: 'text', text: 'Ja' };
      yield outcome.kind === 'failed' ? outcome : { kind: 'end' };
    },
  };
  const behind = languageModelBehind(new Breaker({ timer: time, logger }, model.name), model);
  return {
    time,
    log: logger.lines,
    calls: () => calls,
    answers(next: () => Promise<JsonAnswer>) {
      answer = next;
    },
    ask: (signal?: AbortSignal) => behind.answerInJson(aJsonRequest(signal && { signal })),
    askWithin: (deadlineMs: number) => behind.answerInJson(aJsonRequest({ deadlineMs })),
    read: () => readText(behind.stream(aRequest())),
    stream: () => behind.stream(aRequest()),
    async pass(ms: number) {
      const end = time.uptime() + ms;
      time.after(ms, () => undefined);
      await time.run(() => time.uptime() >= end);
    },
  };
}

type Scene = ReturnType<typeof scene>;

async function failTimes(model: Scene, times: number, because: ModelFailureReason = 'late'): Promise<void> {
  model.answers(async () => failed(because));
  for (let time = 0; time < times; time += 1) {
    await model.ask();
  }
}

describe('a model that keeps failing', () => {
  it.each<ModelFailureReason>(['late', 'unreachable', 'throttled', 'unusable', 'refused'])(
    'is not asked for 30 seconds after it was %s five times in a row',
    async (because) => {
      const model = scene();

      await failTimes(model, 5, because);
      const during = await model.ask();
      await model.pass(30 * secondMs - 1);
      const before = await model.ask();

      expect([during, before]).toEqual([paused, paused]);
      expect(model.calls()).toBe(5);
      expect(model.log).toEqual([{ event: 'model.paused', facts: { model: 'wort-1', because, ms: 30_000 } }]);
    },
  );

  it('is asked as long as it answers now and then', async () => {
    const model = scene();

    await failTimes(model, 4);
    model.answers(async () => good);
    await model.ask();
    await failTimes(model, 4);

    expect(await model.ask()).toEqual(failed('late'));
    expect(model.calls()).toBe(10);
  });

  it('is tried once after the pause, and asked by all again when that goes well', async () => {
    const model = scene();
    await failTimes(model, 5);
    await model.pass(30 * secondMs);
    const { promise, resolve } = Promise.withResolvers<JsonAnswer>();
    model.answers(() => promise);

    const trial = model.ask();
    const meanwhile = await model.ask();
    resolve(good);
    const outcome = await trial;
    model.answers(async () => good);
    const after = await model.ask();

    expect({ outcome, meanwhile, after }).toEqual({ outcome: good, meanwhile: paused, after: good });
    expect(model.log.at(-1)).toEqual({ event: 'model.resumed', facts: { model: 'wort-1' } });
  });

  it('is left alone for another 30 seconds when the trial fails', async () => {
    const model = scene();
    await failTimes(model, 5);

    await model.pass(30 * secondMs);
    const trial = await model.ask();
    await model.pass(29 * secondMs);
    const during = await model.ask();
    await model.pass(1 * secondMs);
    const next = await model.ask();

    expect([trial, during, next]).toEqual([failed('late'), paused, failed('late')]);
  });

  it('is tried by the next one when nobody wants the trial any more', async () => {
    const model = scene();
    await failTimes(model, 5);
    await model.pass(30 * secondMs);
    const stop = new AbortController();
    stop.abort();

    await model.ask(stop.signal);
    model.answers(async () => good);

    expect(await model.ask()).toEqual(good);
  });

  it('is not blamed for being late when others had left it hardly any time', async () => {
    const model = scene();
    model.answers(async () => failed('late'));

    for (let time = 0; time < 10; time += 1) {
      await model.askWithin(499);
    }

    expect(await model.ask()).toEqual(failed('late'));
    expect(model.calls()).toBe(11);
  });

  it('is not blamed for answers that nobody wants any more', async () => {
    const model = scene();
    const stop = new AbortController();
    stop.abort();
    model.answers(async () => failed('late'));

    for (let time = 0; time < 9; time += 1) {
      await model.ask(stop.signal);
    }

    expect(await model.ask()).toEqual(failed('late'));
  });

  it('stays paused when a call that began before the pause goes well', async () => {
    const model = scene();
    const { promise, resolve } = Promise.withResolvers<JsonAnswer>();
    model.answers(() => promise);
    const early = model.ask();
    await model.time.run(() => model.calls() === 1);
    await failTimes(model, 5);

    resolve(good);
    await early;

    expect(await model.ask()).toEqual(paused);
  });

  it('counts streams that break off, too, and pauses them', async () => {
    const model = scene();
    model.answers(async () => failed('unreachable'));
    for (let time = 0; time < 5; time += 1) {
      await model.read();
    }

    const { text, last } = await model.read();

    expect({ text, last }).toEqual({ text: '', last: paused });
    expect(model.calls()).toBe(5);
  });

  it('is fine when somebody stops reading after the first words', async () => {
    const model = scene();
    await failTimes(model, 4);

    for await (const piece of model.stream()) {
      if (piece.kind === 'text') {
        break;
      }
    }
    await failTimes(model, 4);

    expect(await model.ask()).toEqual(failed('late'));
  });
});
