import { describe, expect, it } from 'vitest';

import type { ModelReply } from '../support/model-reply.ts';
import { startModels } from './running-models.ts';

const how = { deadlineMs: 10_000 };

function vectorsOf(...data: readonly { index: number; embedding: unknown }[]): ModelReply {
  return { body: JSON.stringify({ data }) };
}

function nearness(one: Float32Array = new Float32Array(), other: Float32Array = new Float32Array()): number {
  return one.reduce((sum, value, place) => sum + value * (other[place] ?? 0), 0);
}

describe('vectors of texts', () => {
  it('are of length 1 and in the order of the texts, whatever order the endpoint has', async () => {
    const { server, embeddingModel } = await startModels();
    server.answer = () => vectorsOf({ index: 1, embedding: [0, -2] }, { index: 0, embedding: [3, 4] });

    const outcome = await embeddingModel.embed(['eins', 'zwei'], how);

    expect(outcome).toEqual({
      kind: 'embedded',
      vectors: [Float32Array.of(0.6, 0.8), Float32Array.of(0, -1)],
    });
  });

  it('are asked for as numbers, all texts in one call, in the size that the model has', async () => {
    const { server, embeddingModel } = await startModels();

    const outcome = await embeddingModel.embed(['eins', 'zwei', 'drei'], how);

    expect(outcome).toMatchObject({ kind: 'embedded', inputTokens: 15 });
    expect(server.calls.map(({ path }) => path)).toEqual(['/v1/embeddings']);
    expect(server.calls.map(({ body }) => body)).toEqual([
      {
        model: 'vektor-1',
        input: ['eins', 'zwei', 'drei'],
        encoding_format: 'float',
        messages: [],
        stream: false,
      },
    ]);
  });

  it('can be asked of the model that made those they are compared with', async () => {
    const { server, embeddingModel } = await startModels();

    await embeddingModel.embed(['eins'], { ...how, model: 'vektor-0' });

    expect(server.calls[0]?.body.model).toBe('vektor-0');
  });

  it('are near for texts that are alike in letters, with the stand-in', async () => {
    const { embeddingModel } = await startModels();

    const outcome = await embeddingModel.embed(['Telefonassistent', 'KI-Telefonassistenz', 'Bauantrag'], how);

    const [one, alike, other] = outcome.kind === 'embedded' ? outcome.vectors : [];
    expect(nearness(one, alike)).toBeGreaterThan(0.6);
    expect(nearness(one, other)).toBeLessThan(0.3);
  });

  it('of nothing are none, and nobody is asked', async () => {
    const { server, embeddingModel } = await startModels();

    const outcome = await embeddingModel.embed([], how);

    expect(outcome).toEqual({ kind: 'embedded', vectors: [] });
    expect(server.calls).toEqual([]);
  });

  it.each<[string, ModelReply]>([
    ['fewer', { vectors: [[1, 2]] }],
    [
      'more',
      {
        vectors: [
          [1, 2],
          [3, 4],
          [5, 6],
        ],
      },
    ],
    [
      'of different lengths',
      {
        vectors: [
          [1, 2],
          [3, 4, 5],
        ],
      },
    ],
    ['empty', { vectors: [[], []] }],
    [
      'all zero',
      {
        vectors: [
          [1, 2],
          [0, 0],
        ],
      },
    ],
    [
      'partly null',
      {
        vectors: [
          [1, 2],
          [3, null],
        ],
      },
    ],
    [
      'words',
      {
        vectors: [
          [1, 2],
          ['3', '4'],
        ],
      },
    ],
    [
      'too long to be numbers',
      { body: '{"data":[{"index":0,"embedding":[1e999]},{"index":1,"embedding":[1]}]}' },
    ],
    ['NaN', { body: '{"data":[{"index":0,"embedding":[NaN]},{"index":1,"embedding":[1]}]}' }],
    ['of one text twice', vectorsOf({ index: 0, embedding: [1] }, { index: 0, embedding: [1] })],
    ['of another text', vectorsOf({ index: 0, embedding: [1] }, { index: 7, embedding: [1] })],
    ['packed', vectorsOf({ index: 0, embedding: 'AACAPw==' }, { index: 1, embedding: 'AACAPw==' })],
    ['not there', { body: '{"data":[]}' }],
    ['something else', { body: '{"hello":"world"}' }],
    ['a page', { body: '<html></html>', headers: { 'content-type': 'text/html' } }],
    ['without an end', { wire: 'endless' }],
  ])('are of no use when they are %s', async (_what, reply) => {
    const { server, embeddingModel } = await startModels();
    server.answer = () => reply;

    const outcome = await embeddingModel.embed(['eins', 'zwei'], how);

    expect(outcome).toEqual({ kind: 'failed', because: 'unusable' });
    expect(server.calls).toHaveLength(1);
  });
});
