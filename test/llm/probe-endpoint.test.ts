import { describe, expect, it } from 'vitest';

import type { ModelEndpoint } from '../../src/config-models.ts';
import { probeEndpoint } from '../../src/llm/probe-endpoint.ts';
import { systemClock } from '../../src/system/clock.ts';
import { systemTimer } from '../../src/system/timer.ts';
import type { ModelServer } from '../support/model-server.ts';
import { endpointOf, startServer } from './running-models.ts';

const json = '{"works":true}';
const someMs: unknown = expect.any(Number);

function probe(server: ModelServer, change: Partial<ModelEndpoint> = {}, deadlineMs = 10_000) {
  return probeEndpoint(
    { ...endpointOf(server), ...change },
    { clock: systemClock, timer: systemTimer, deadlineMs },
  );
}

describe('a tried endpoint', () => {
  it('shows what it can do', async () => {
    const server = await startServer();
    server.answer = () => ({ text: json, pieceLength: 7 });

    const report = await probe(server);

    expect(report).toEqual({
      languageModel: {
        name: 'wort-1',
        chat: { kind: 'works', ms: someMs },
        stream: { kind: 'works', ms: someMs, firstMs: someMs, pieces: 2 },
        json: { kind: 'works', ms: someMs, form: 'schema' },
      },
      embeddingModel: {
        name: 'vektor-1',
        embeddings: { kind: 'works', ms: someMs, dimensions: 256 },
      },
    });
    expect(server.calls).toHaveLength(4);
  });

  it.each(['object', 'text'] as const)('shows that it answers in JSON as %s', async (form) => {
    const server = await startServer();
    server.answer = ({ body }) => {
      const type = body.response_format?.type;
      const isKnown = type === undefined || (type === 'json_object' && form === 'object');
      return isKnown
        ? { text: json }
        : { status: 400, body: '{"error":{"message":"Unknown response_format"}}' };
    };

    const report = await probe(server);

    expect(report.languageModel?.json).toEqual({ kind: 'works', ms: someMs, form });
  });

  it('shows why each ability fails, and the one that works nevertheless', async () => {
    const server = await startServer();
    server.answer = ({ kind, body }) => {
      if (kind === 'stream') {
        return { wire: 'hang' };
      }
      if (kind === 'embed') {
        return { status: 404 };
      }
      return body.response_format === undefined && !JSON.stringify(body).includes('schema')
        ? { text: 'Gut.' }
        : { text: 'Kein JSON.' };
    };

    const report = await probe(server, {}, 500);

    expect(report).toMatchObject({
      languageModel: {
        chat: { kind: 'works' },
        stream: { kind: 'failed', because: 'late' },
        json: { kind: 'failed', because: 'unusable' },
      },
      embeddingModel: { embeddings: { kind: 'failed', because: 'refused', status: 404 } },
    });
  });

  it('is tried only for the models that are configured', async () => {
    const server = await startServer();
    const { baseUrl, auth, embeddingModel = '' } = endpointOf(server);

    const report = await probeEndpoint(
      { baseUrl, auth, embeddingModel },
      { clock: systemClock, timer: systemTimer },
    );

    expect(Object.keys(report)).toEqual(['embeddingModel']);
    expect(server.calls).toHaveLength(1);
  });
});
