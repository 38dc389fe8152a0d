import { describe, expect, it } from 'vitest';

import type { ModelFailureReason } from '../../src/ports/language-model.ts';
import { systemTimer } from '../../src/system/timer.ts';
import type { ModelReply } from '../support/model-reply.ts';
import { aJsonRequest, aRequest, readText, startModels, startServer } from './running-models.ts';
import type { RunningModels } from './running-models.ts';

interface Outcome {
  readonly because?: ModelFailureReason;
  readonly kind: string;
}

/** Each way to ask, and what came of it in the end. */
const ways: readonly [string, (models: RunningModels, deadlineMs: number) => Promise<Outcome | undefined>][] =
  [
    ['JSON', ({ languageModel }, deadlineMs) => languageModel.answerInJson(aJsonRequest({ deadlineMs }))],
    [
      'a stream',
      async ({ languageModel }, deadlineMs) =>
        (await readText(languageModel.stream(aRequest({ deadlineMs })))).last,
    ],
    ['vectors', ({ embeddingModel }, deadlineMs) => embeddingModel.embed(['eins', 'zwei'], { deadlineMs })],
  ];

const generousMs = 10_000;
const good: ModelReply = { text: '{"sought":"Telefon"}' };
const answers = new Set(['answered', 'end', 'embedded']);

describe.each(ways)('whoever asks for %s', (_way, ask) => {
  it.each<[number, ModelFailureReason]>([
    [401, 'refused'],
    [403, 'refused'],
    [404, 'refused'],
    [307, 'refused'],
    [400, 'unusable'],
    [413, 'unusable'],
    [422, 'unusable'],
    [402, 'throttled'],
    [429, 'throttled'],
  ])('is told the meaning of %i after one call', async (status, because) => {
    const models = await startModels();
    models.server.answer = () => ({ status, body: '{"error":{"message":"No."}}' });

    const outcome = await ask(models, generousMs);

    expect(outcome).toEqual({ kind: 'failed', because });
    expect(models.server.calls).toHaveLength(1);
    expect(models.log).toMatchObject([{ event: 'model.failed', facts: { because, status, tries: 1 } }]);
  });

  it('is told that the model is unknown where that is a bad request', async () => {
    const models = await startModels();
    const error = { message: 'Invalid model name', code: 'model_not_found' };
    models.server.answer = () => ({ status: 400, body: JSON.stringify({ error }) });

    const outcome = await ask(models, generousMs);

    expect(outcome).toEqual({ kind: 'failed', because: 'refused' });
  });

  it.each<[string, ModelReply, ModelFailureReason]>([
    ['500', { status: 500 }, 'unreachable'],
    ['503', { status: 503, body: '<html>' }, 'unreachable'],
    ['408', { status: 408 }, 'late'],
    ['409', { status: 409 }, 'unreachable'],
    ['429 with a time to come back', { status: 429, headers: { 'retry-after-ms': '50' } }, 'throttled'],
    ['a reset', { wire: 'reset' }, 'unreachable'],
  ])('is asked for once more after %s, and no further', async (_what, reply, because) => {
    const models = await startModels();
    models.server.answer = () => reply;

    const outcome = await ask(models, generousMs);

    expect(outcome).toEqual({ kind: 'failed', because });
    expect(models.server.calls).toHaveLength(2);
    expect(models.log).toMatchObject([{ event: 'model.failed', facts: { because, tries: 2 } }]);
  });

  it.each<[string, ModelReply]>([
    ['500', { status: 500 }],
    ['429 with a time to come back', { status: 429, headers: { 'retry-after-ms': '50' } }],
    ['a reset', { wire: 'reset' }],
  ])('gets an answer when all is well again after %s', async (_what, reply) => {
    const models = await startModels();
    models.server.answerInTurn(reply, good);

    const outcome = await ask(models, generousMs);

    expect(answers).toContain(outcome?.kind);
    expect(models.log).toEqual([]);
  });

  it('does not wait for a time to come back that lies behind its deadline', async () => {
    const models = await startModels();
    models.server.answer = () => ({ status: 429, headers: { 'retry-after': '600' } });

    // Longer than this test may take.
    const outcome = await ask(models, 300_000);

    expect(outcome).toEqual({ kind: 'failed', because: 'throttled' });
    expect(models.server.calls).toHaveLength(1);
  });

  it.each<[string, ModelReply]>([
    ['no byte comes', { wire: 'hang' }],
    ['the answer comes too late', { ...good, delayMs: 5000 }],
  ])('is told that it is late when %s', async (_what, reply) => {
    const models = await startModels();
    models.server.answer = () => reply;

    const outcome = await ask(models, 500);

    expect(outcome).toEqual({ kind: 'failed', because: 'late' });
    expect(models.server.calls).toHaveLength(1);
    await expect.poll(() => models.server.hungUp).toBe(1);
  });

  it('has one deadline for both tries', async () => {
    const models = await startModels();
    models.server.answerInTurn({ status: 500 }, { wire: 'hang' });

    const outcome = await ask(models, 1500);

    expect(outcome).toEqual({ kind: 'failed', because: 'late' });
    expect(models.server.calls).toHaveLength(2);
  });

  it('is told that an answer without an end is of no use', async () => {
    const models = await startModels();
    models.server.answer = () => ({ wire: 'endless' });

    const outcome = await ask(models, generousMs);

    expect(outcome).toEqual({ kind: 'failed', because: 'unusable' });
  });

  it('is told that nobody is there', async () => {
    const models = await startModels();
    await models.server.close();

    const outcome = await ask(models, generousMs);

    expect(outcome).toEqual({ kind: 'failed', because: 'unreachable' });
    expect(models.log).toMatchObject([{ facts: { code: 'ECONNREFUSED' } }]);
  });

  it('is not sent elsewhere, and neither is the key', async () => {
    const elsewhere = await startServer();
    const models = await startModels();
    const location = `${elsewhere.baseUrl}/chat/completions`;
    models.server.answer = () => ({ status: 307, headers: { location } });

    const outcome = await ask(models, generousMs);

    expect(outcome).toEqual({ kind: 'failed', because: 'refused' });
    expect(elsewhere.calls).toEqual([]);
  });

  it('gets nothing once the program ends, at once', async () => {
    const models = await startModels();
    models.server.answer = () => ({ wire: 'hang' });
    const asked = ask(models, generousMs);
    await expect.poll(() => models.server.calls.length).toBe(1);

    models.close();

    expect(await asked).toMatchObject({ kind: 'failed' });
  });
});

it('waits as long as the endpoint wants it to', async () => {
  const models = await startModels();
  models.server.answerInTurn({ status: 503, headers: { 'retry-after': '1' } }, good);
  const start = systemTimer.uptime();

  const outcome = await models.languageModel.answerInJson(aJsonRequest());

  expect(outcome.kind).toBe('answered');
  expect(systemTimer.uptime() - start).toBeGreaterThanOrEqual(1000);
});

it('says nothing in the log about an answer that nobody wants any more', async () => {
  const models = await startModels();
  models.server.answer = () => ({ wire: 'hang' });
  const stop = new AbortController();
  const asked = models.languageModel.answerInJson(aJsonRequest({ signal: stop.signal }));
  await expect.poll(() => models.server.calls.length).toBe(1);

  stop.abort();

  expect(await asked).toMatchObject({ kind: 'failed' });
  expect(models.log).toEqual([]);
});
