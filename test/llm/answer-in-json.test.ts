import { describe, expect, it } from 'vitest';

import type { ModelCall } from '../support/model-server.ts';
import type { ModelReply } from '../support/model-reply.ts';
import { aJsonRequest, schema, startModels } from './running-models.ts';

const json = '{"sought":"Telefonassistenz"}';
const answered = {
  kind: 'answered',
  value: { sought: 'Telefonassistenz' },
  usage: { inputTokens: 11, outputTokens: 7 },
};
const unusable = { kind: 'failed', because: 'unusable' };

/** As servers complain that do not know an option. */
function complain(param: string): ModelReply {
  return {
    status: 400,
    body: JSON.stringify({ error: { message: `Unsupported parameter: '${param}'.`, param, code: null } }),
  };
}

function formOf({ body }: ModelCall): string {
  return body.response_format?.type ?? 'text';
}

describe('an answer in JSON', () => {
  it('is asked for with a strict schema, what we tell apart from what people typed', async () => {
    const { server, languageModel } = await startModels();
    server.answer = () => ({ text: json });

    const answer = await languageModel.answerInJson(
      aJsonRequest({
        instructions: 'Understand the question.',
        material: 'Wer telefoniert?',
        mostTokens: 123,
      }),
    );

    expect(answer).toEqual(answered);
    expect(server.calls.map(({ body }) => body)).toEqual([
      {
        model: 'wort-1',
        messages: [
          { role: 'system', content: 'Understand the question.' },
          { role: 'user', content: 'Wer telefoniert?' },
        ],
        max_tokens: 123,
        response_format: { type: 'json_schema', json_schema: { name: 'answer', strict: true, schema } },
        input: [],
        stream: false,
      },
    ]);
  });

  it('goes to the endpoint with the key as a bearer token', async () => {
    const { server, languageModel } = await startModels();
    server.answer = () => ({ text: json });

    await languageModel.answerInJson(aJsonRequest());

    expect(server.calls[0]?.path).toBe('/v1/chat/completions');
    expect(server.calls[0]?.headers.authorization).toBe('Bearer sk-test');
  });

  it('names no key where the endpoint asks for none', async () => {
    const { server, languageModel } = await startModels(() => ({ auth: { kind: 'none' } }));
    server.answer = () => ({ text: json });

    await languageModel.answerInJson(aJsonRequest());

    expect(server.calls[0]?.headers.authorization).toBeUndefined();
  });

  it('is asked for as any JSON object, and then in words, where the endpoint knows no schema; that is remembered', async () => {
    const { server, languageModel } = await startModels();
    server.answer = (call) =>
      formOf(call) === 'text' ? { text: `Gern:\n\`\`\`json\n${json}\n\`\`\`` } : complain('response_format');

    const answers = [
      await languageModel.answerInJson(aJsonRequest()),
      await languageModel.answerInJson(aJsonRequest()),
    ];

    expect(answers).toEqual([answered, answered]);
    expect(server.calls.map(formOf)).toEqual(['json_schema', 'json_object', 'text', 'text']);
    expect(server.calls.map(({ instructions }) => instructions.includes('"sought"'))).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });

  it('is asked for in words where the endpoint passes over the schema in silence', async () => {
    const { server, languageModel } = await startModels();
    server.answer = ({ instructions }) =>
      instructions.includes('JSON schema') ? { text: json } : { text: 'Gern, worum geht es?' };

    const answers = [
      await languageModel.answerInJson(aJsonRequest()),
      await languageModel.answerInJson(aJsonRequest()),
    ];

    expect(answers).toEqual([answered, answered]);
    expect(server.calls.map(formOf)).toEqual(['json_schema', 'json_object', 'json_object']);
  });

  it('keeps to the schema after one answer without JSON, once the schema has served', async () => {
    const { server, languageModel } = await startModels();
    server.answerInTurn({ text: json }, { text: 'Keine Lust.' }, { text: json });

    const answers = [
      await languageModel.answerInJson(aJsonRequest()),
      await languageModel.answerInJson(aJsonRequest()),
      await languageModel.answerInJson(aJsonRequest()),
    ];

    expect(answers).toEqual([answered, unusable, answered]);
    expect(server.calls.map(formOf)).toEqual(['json_schema', 'json_schema', 'json_schema']);
  });

  it('limits its length by the name that the endpoint knows; that is remembered', async () => {
    const { server, languageModel } = await startModels();
    server.answer = ({ body }) => ('max_tokens' in body ? complain('max_tokens') : { text: json });

    const answers = [
      await languageModel.answerInJson(aJsonRequest()),
      await languageModel.answerInJson(aJsonRequest()),
    ];

    expect(answers).toEqual([answered, answered]);
    expect(server.calls.map(({ body }) => body['max_completion_tokens'])).toEqual([undefined, 200, 200]);
  });

  it('gives up when both names of the length are complained about, and remembers neither', async () => {
    const { server, languageModel } = await startModels();
    server.answer = ({ body }) => complain('max_tokens' in body ? 'max_tokens' : 'max_completion_tokens');

    const answers = [
      await languageModel.answerInJson(aJsonRequest()),
      await languageModel.answerInJson(aJsonRequest()),
    ];

    expect(answers).toEqual([unusable, unusable]);
    expect(server.calls.map(({ body }) => 'max_tokens' in body)).toEqual([true, false, true, false]);
  });

  it.each<[string, ModelReply]>([
    ['is cut off', { text: '{"sought":"Telef', finish: 'length' }],
    ['is whole but was cut off', { text: json, finish: 'length' }],
    ['is filtered', { text: json, finish: 'content_filter' }],
    ['is a call of a tool', { text: '', finish: 'tool_calls' }],
    ['is empty', { text: '' }],
    ['is broken', { text: '{"sought":' }],
    ['is a number', { text: '42' }],
    ['is no completion', { body: '{"hello":"world"}' }],
    ['is no JSON at all', { body: '<html>Anmelden</html>', headers: { 'content-type': 'text/html' } }],
    ['only says that it is JSON', { body: 'certainly' }],
    ['is nothing', { body: '' }],
  ])('is of no use when it %s', async (_what, reply) => {
    const { server, languageModel } = await startModels();
    server.answer = () => reply;

    const answer = await languageModel.answerInJson(aJsonRequest());

    expect(answer).toEqual(unusable);
    expect(server.calls.length).toBeLessThanOrEqual(2);
  });

  it('is good without a count of tokens, and with a senseless one', async () => {
    const { server, languageModel } = await startModels();
    const choices = [{ message: { content: json }, finish_reason: null }];
    server.answerInTurn(
      { body: JSON.stringify({ choices }) },
      { body: JSON.stringify({ choices, usage: { prompt_tokens: -1 } }) },
    );

    const answers = [
      await languageModel.answerInJson(aJsonRequest()),
      await languageModel.answerInJson(aJsonRequest()),
    ];

    expect(answers).toEqual([
      { kind: 'answered', value: answered.value },
      { kind: 'answered', value: answered.value },
    ]);
  });
});
