import { describe, expect, it } from 'vitest';

import { guessDialect, rephrase } from '../../src/llm/dialect.ts';
import type { Dialect } from '../../src/llm/dialect.ts';

const usual: Dialect = { mostTokens: 'max_tokens', json: 'schema', usageInStream: true };

describe('the name for the length of an answer', () => {
  it.each([
    ['https://api.openai.com/v1', 'max_completion_tokens'],
    ['https://eu.api.openai.com/v1', 'max_completion_tokens'],
    ['https://kommune.openai.azure.com/openai/v1', 'max_completion_tokens'],
    ['https://kommune.services.ai.azure.com/openai/v1', 'max_completion_tokens'],
    ['https://openai.com.example.org/v1', 'max_tokens'],
    ['https://notopenai.com/v1', 'max_tokens'],
    ['http://10.0.0.5:8000/v1', 'max_tokens'],
  ])('is guessed by the address %s', (baseUrl, name) => {
    expect(guessDialect({ baseUrl }).mostTokens).toBe(name);
  });

  it("is the newer one with Azure's dated API", () => {
    expect(guessDialect({ baseUrl: 'http://127.0.0.1:1', apiVersion: '2024-10-21' }).mostTokens).toBe(
      'max_completion_tokens',
    );
  });
});

describe('a complaint', () => {
  it.each<[string, Partial<Dialect>]>([
    // OpenAI, models that reason
    [
      "max_tokens Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
      { mostTokens: 'max_completion_tokens' },
    ],
    // OpenAI, older models
    [
      "response_format Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model.",
      { json: 'object' },
    ],
    // LM Studio
    ["'response_format.type' must be 'json_schema' or 'text'", { json: 'object' }],
    // FastAPI, as vLLM and others answer
    [
      '{"detail":[{"type":"extra_forbidden","loc":["body","stream_options"],"msg":"Extra inputs are not permitted"}]}',
      { usageInStream: false },
    ],
  ])('leads to other words: %s', (complaint, change) => {
    expect(rephrase(usual, usual, complaint)).toEqual({ ...usual, ...change });
  });

  it.each([
    '',
    'messages The response was filtered due to the prompt triggering the content management policy.',
    "messages This model's maximum context length is 8192 tokens.",
  ])('about something else leads nowhere: %s', (complaint) => {
    expect(rephrase(usual, usual, complaint)).toBeUndefined();
  });

  it.each([
    'max_tokens and max_completion_tokens are unknown',
    'response_format and max_tokens are unknown',
    'stream_options and max_completion_tokens are unknown',
  ])('does not lead round in a circle: %s', (complaint) => {
    let dialect: Dialect | undefined = usual;
    for (let turn = 0; turn < 4; turn += 1) {
      dialect = dialect && rephrase(dialect, usual, complaint);
    }

    expect(dialect).toBeUndefined();
  });
});
