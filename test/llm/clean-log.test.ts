import { expect, it, onTestFinished, vi } from 'vitest';

import { createModels } from '../../src/llm/create-models.ts';
import { systemClock } from '../../src/system/clock.ts';
import { systemTimer } from '../../src/system/timer.ts';
import type { ModelReply } from '../support/model-reply.ts';
import { aJsonRequest, createRecordingLogger, endpointOf, readText, startServer } from './running-models.ts';

/** Stands in everything that is said and kept secret; looks like the code of an error. */
const canary = 'KANARIENVOGEL_4711';

const error = JSON.stringify({ error: { message: canary, code: canary, param: canary, type: canary } });

/** Replies that repeat what was asked wherever they can. */
const replies: readonly ((echo: string) => ModelReply)[] = [
  () => ({ status: 400, body: error }),
  (echo) => ({ status: 400, body: echo }),
  () => ({ status: 401, body: error, headers: { 'x-request-id': canary } }),
  () => ({ status: 429, body: error, headers: { 'retry-after': canary } }),
  (echo) => ({ status: 500, body: echo }),
  () => ({ status: 307, headers: { location: `http://127.0.0.1:9/${canary}` } }),
  (echo) => ({ body: echo }),
  (echo) => ({ body: `data: ${echo}\n\n` }),
  () => ({ body: `data: {"error":{"message":"${canary}","code":"${canary}"}}\n\n` }),
  () => ({ body: `data: {{{${canary}\n\n` }),
  () => ({ body: canary }),
  () => ({ text: canary, finish: canary }),
  () => ({ text: canary, after: { pieces: 1, wire: 'reset' } }),
  () => ({ vectors: [[canary]] }),
  () => ({ wire: 'reset' }),
  () => ({ wire: 'hang' }),
];

it('never tells the log what was asked or answered, nor the key', async () => {
  const server = await startServer();
  const logger = createRecordingLogger();
  const printed: unknown[] = [];
  for (const channel of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    vi.spyOn(console, channel).mockImplementation((...line) => printed.push(line));
  }
  vi.stubEnv('OPENAI_LOG', 'debug');

  for (const reply of replies) {
    server.answer = ({ headers, body }) => reply(JSON.stringify({ headers, body }));
    const { languageModel, embeddingModel, close } = createModels(
      { ...endpointOf(server), auth: { kind: 'key', key: canary } },
      { clock: systemClock, timer: systemTimer, logger },
    );
    const request = aJsonRequest({ instructions: canary, material: canary, deadlineMs: 500 });
    onTestFinished(close);
    await languageModel?.answerInJson(request);
    if (languageModel !== undefined) {
      await readText(languageModel.stream(request));
    }
    await embeddingModel?.embed([canary], { deadlineMs: 500 });
  }

  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  expect(server.calls.every(({ headers }) => headers.authorization === `Bearer ${canary}`)).toBe(true);
  expect(logger.lines.length).toBeGreaterThan(replies.length);
  expect(JSON.stringify(logger.lines)).not.toContain(canary);
  expect(printed).toEqual([]);
});
