import { describe, expect, it } from 'vitest';

import type { ModelReply } from '../support/model-reply.ts';
import { aRequest, readPieces, readText, startModels } from './running-models.ts';

const usage = { inputTokens: 11, outputTokens: 7 };
const words = 'Arnsberg und Olpe nutzen einen Telefonassistenten [1].';

describe('a streamed answer', () => {
  it('comes in pieces and ends with the tokens it took', async () => {
    const { server, languageModel } = await startModels();
    server.answer = () => ({ text: 'Arnsberg und Olpe', pieceLength: 9 });

    const pieces = await readPieces(languageModel.stream(aRequest({ mostTokens: 99 })));

    expect(pieces).toEqual([
      { kind: 'text', text: 'Arnsberg ' },
      { kind: 'text', text: 'und Olpe' },
      { kind: 'end', usage },
    ]);
    expect(server.calls[0]?.body).toMatchObject({
      stream: true,
      stream_options: { include_usage: true },
      max_tokens: 99,
    });
  });

  it('can be read while it is still written', async () => {
    const { server, languageModel } = await startModels();
    server.answer = () => ({ text: words, after: { pieces: 1, wire: 'hang' } });
    const stop = new AbortController();

    const pieces: string[] = [];
    for await (const piece of languageModel.stream(aRequest({ signal: stop.signal }))) {
      pieces.push(piece.kind);
      stop.abort();
    }

    expect(pieces).toEqual(['text', 'failed']);
  });

  it('has no count of tokens where the endpoint does not know the option; that is remembered', async () => {
    const { server, languageModel } = await startModels();
    server.answer = ({ body }) =>
      body.stream_options === undefined
        ? { text: words }
        : { status: 422, body: '{"detail":[{"type":"extra_forbidden","loc":["body","stream_options"]}]}' };

    const answers = [
      await readText(languageModel.stream(aRequest())),
      await readText(languageModel.stream(aRequest())),
    ];

    expect(answers).toEqual([
      { text: words, last: { kind: 'end' } },
      { text: words, last: { kind: 'end' } },
    ]);
    expect(server.calls.map(({ body }) => body.stream_options !== undefined)).toEqual([true, false, false]);
  });

  it('takes no notice of a tool that the model wants to use', async () => {
    const { server, languageModel } = await startModels();
    server.answer = () => ({ tool: 'delete_everything', text: words });

    const answer = await readText(languageModel.stream(aRequest()));

    expect(answer).toEqual({ text: words, last: { kind: 'end', usage } });
  });

  it.each<[string, ModelReply, { text: string; because: string }]>([
    ['was cut at its length', { text: words, finish: 'length' }, { text: words, because: 'unusable' }],
    ['was filtered', { text: words, finish: 'content_filter' }, { text: words, because: 'unusable' }],
    [
      'ends with a call of a tool',
      { text: words, finish: 'tool_calls' },
      { text: words, because: 'unusable' },
    ],
    [
      'breaks off',
      { text: words, after: { pieces: 1, wire: 'reset' } },
      { text: 'Arnsberg', because: 'unreachable' },
    ],
    [
      'ends without a word',
      { text: words, after: { pieces: 1, wire: 'end' } },
      { text: 'Arnsberg', because: 'unusable' },
    ],
    [
      'tells of an error within',
      { text: words, after: { pieces: 1, wire: 'error' } },
      { text: 'Arnsberg', because: 'unreachable' },
    ],
    ['is empty', { text: '' }, { text: '', because: 'unusable' }],
    ['is not there', { body: '' }, { text: '', because: 'unusable' }],
    ['is a page', { body: '<html>Anmelden</html>' }, { text: '', because: 'unusable' }],
    ['is garbage', { body: 'data: {{{\n\n' }, { text: '', because: 'unusable' }],
    ['is something else', { body: 'data: {"hello":"world"}\n\n' }, { text: '', because: 'unusable' }],
    [
      'has text of another kind',
      { body: 'data: {"choices":[{"delta":{"content":{"a":1}}}]}\n\n' },
      { text: '', because: 'unusable' },
    ],
  ])('ends with a failure when it %s, and is not asked for again', async (_what, reply, expected) => {
    const { server, languageModel } = await startModels();
    server.answer = () => reply;

    const { text, last } = await readText(languageModel.stream(aRequest()));

    expect({ text, last }).toEqual({
      text: expected.text,
      last: { kind: 'failed', because: expected.because },
    });
    expect(server.calls).toHaveLength(1);
  });

  it('is late when the model falls silent in the middle', async () => {
    const { server, languageModel } = await startModels();
    server.answer = () => ({ text: words, after: { pieces: 2, wire: 'hang' } });

    const answer = await readText(languageModel.stream(aRequest({ deadlineMs: 600 })));

    expect(answer).toEqual({ text: 'Arnsberg und Olp', last: { kind: 'failed', because: 'late' } });
  });

  it('is late when pieces come for ever', async () => {
    const { server, languageModel } = await startModels();
    server.answer = () => ({ text: 'Nun '.repeat(10_000), pieceMs: 5 });

    const { last } = await readText(languageModel.stream(aRequest({ deadlineMs: 600 })));

    expect(last).toEqual({ kind: 'failed', because: 'late' });
  });

  it('is of no use when it is longer than anybody asked for', async () => {
    const { server, languageModel } = await startModels();
    server.answer = () => ({ text: 'x'.repeat(5_000_000), pieceLength: 100_000 });

    const { last } = await readText(languageModel.stream(aRequest()));

    expect(last).toEqual({ kind: 'failed', because: 'unusable' });
  });

  it('is asked for once more when the connection breaks before the first piece', async () => {
    const { server, languageModel } = await startModels();
    server.answerInTurn({ text: words, after: { pieces: 0, wire: 'reset' } }, { text: words });

    const answer = await readText(languageModel.stream(aRequest()));

    expect(answer).toEqual({ text: words, last: { kind: 'end', usage } });
    expect(server.calls).toHaveLength(2);
  });

  it('is whole once the model has said so, even when the connection breaks right after', async () => {
    const { server, languageModel } = await startModels();
    const pieces = Math.ceil(words.length / 8);
    server.answer = () => ({ text: words, after: { pieces: pieces + 1, wire: 'reset' } });

    const answer = await readText(languageModel.stream(aRequest()));

    expect(answer).toEqual({ text: words, last: { kind: 'end' } });
  });

  it('is no longer written once nobody reads it', async () => {
    const { server, languageModel } = await startModels();
    server.answer = () => ({ text: 'Nun '.repeat(10_000), pieceMs: 5 });

    for await (const piece of languageModel.stream(aRequest())) {
      if (piece.kind === 'text') {
        break;
      }
    }

    await expect.poll(() => server.hungUp).toBe(1);
  });
});
