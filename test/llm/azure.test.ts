import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';

import type { ModelReply } from '../support/model-reply.ts';
import { aJsonRequest, aRequest, readText, startModels } from './running-models.ts';
import { startIdentityServer } from './identity-server.ts';

const json: ModelReply = { text: '{"sought":"Telefon"}' };

let identity: Awaited<ReturnType<typeof startIdentityServer>>;

beforeAll(async () => {
  identity = await startIdentityServer();
});

beforeEach(() => {
  for (const [name, value] of Object.entries(identity.environment)) {
    vi.stubEnv(name, value);
  }
  identity.asked.length = 0;
});

afterEach(() => {
  vi.unstubAllEnvs();
});

afterAll(() => identity.close());

describe("Azure's dated API", () => {
  it('is asked below the names of the deployments, with the key in its own header', async () => {
    const { server, languageModel, embeddingModel } = await startModels(({ origin }) => ({
      baseUrl: origin,
      apiVersion: '2024-10-21',
    }));
    server.answer = () => json;

    const outcomes = [
      await languageModel.answerInJson(aJsonRequest()),
      (await readText(languageModel.stream(aRequest()))).last,
      await embeddingModel.embed(['eins'], { deadlineMs: 10_000 }),
      await embeddingModel.embed(['eins'], { deadlineMs: 10_000, model: 'vektor-0' }),
    ];

    expect(outcomes.map((outcome) => outcome?.kind)).toEqual(['answered', 'end', 'embedded', 'embedded']);
    expect(server.calls.map(({ path }) => path)).toEqual([
      '/openai/deployments/wort-1/chat/completions?api-version=2024-10-21',
      '/openai/deployments/wort-1/chat/completions?api-version=2024-10-21',
      '/openai/deployments/vektor-1/embeddings?api-version=2024-10-21',
      '/openai/deployments/vektor-0/embeddings?api-version=2024-10-21',
    ]);
    expect(server.calls.map(({ headers }) => [headers['api-key'], headers.authorization])).toEqual(
      server.calls.map(() => ['sk-test', undefined]),
    );
  });

  it.each(['/', '/openai', '/openai/'])('is found at an address that ends in "%s", too', async (end) => {
    const { server, languageModel } = await startModels(({ origin }) => ({
      baseUrl: `${origin}${end}`,
      apiVersion: '2024-10-21',
    }));

    await languageModel.answerInJson(aJsonRequest());

    expect(server.calls[0]?.path).toMatch(/^\/openai\/deployments\/wort-1\/chat/);
  });

  it('limits the length by the older name where its version knows no other', async () => {
    const { server, languageModel } = await startModels(({ origin }) => ({
      baseUrl: origin,
      apiVersion: '2024-02-01',
    }));
    const error = { message: 'Unrecognized request argument supplied: max_completion_tokens' };
    server.answer = ({ body }) =>
      'max_completion_tokens' in body ? { status: 400, body: JSON.stringify({ error }) } : json;

    const answer = await languageModel.answerInJson(aJsonRequest());

    expect(answer.kind).toBe('answered');
    expect(server.calls).toHaveLength(2);
  });
});

describe('the first version of the API at Azure', () => {
  it('is asked as every other endpoint', async () => {
    const { server, languageModel } = await startModels(({ origin }) => ({
      baseUrl: `${origin}/openai/v1/`,
    }));
    server.answer = () => json;

    const answer = await languageModel.answerInJson(aJsonRequest());

    expect(answer.kind).toBe('answered');
    expect(server.calls[0]?.path).toBe('/openai/v1/chat/completions');
    expect(server.calls[0]?.headers.authorization).toBe('Bearer sk-test');
  });
});

describe.each(['v1', '2024-10-21'])('a managed identity (version %s of the API)', (version) => {
  const apiVersion = version === 'v1' ? undefined : version;
  const endpoint = ({ origin }: { readonly origin: string }) => ({
    baseUrl: apiVersion === undefined ? `${origin}/openai/v1` : origin,
    auth: { kind: 'managed-identity' as const },
    ...(apiVersion !== undefined && { apiVersion }),
  });

  it('gets its token where Azure gives it, once for many calls', async () => {
    // Tokens are kept per identity in the whole process.
    const identityId = `known-${version}`;
    const { server, languageModel, embeddingModel } = await startModels(endpoint, { identityId });
    server.answer = () => json;

    const outcomes = [
      await languageModel.answerInJson(aJsonRequest()),
      await embeddingModel.embed(['eins'], { deadlineMs: 10_000 }),
    ];

    expect(outcomes.map(({ kind }) => kind)).toEqual(['answered', 'embedded']);
    expect(server.calls.map(({ headers }) => [headers.authorization, headers['api-key']])).toEqual([
      ['Bearer identity-token', undefined],
      ['Bearer identity-token', undefined],
    ]);
    expect(identity.asked).toEqual([
      { resource: 'https://cognitiveservices.azure.com', clientId: identityId, header: 'identity-secret' },
    ]);
  });

  it('is refused when Azure gives no token, and nothing is sent', async () => {
    const { server, languageModel, log } = await startModels(endpoint, {
      identityId: `unknown-${version}`,
    });

    const answer = await languageModel.answerInJson(aJsonRequest());

    expect(answer).toEqual({ kind: 'failed', because: 'refused' });
    expect(identity.asked.length).toBeGreaterThan(0);
    expect(server.calls).toEqual([]);
    expect(log).toMatchObject([{ event: 'model.failed', facts: { because: 'refused', code: 'NO_TOKEN' } }]);
  });

  it('is late when its token is', async () => {
    const { languageModel } = await startModels(endpoint, {
      token: () => new Promise<string>(() => undefined),
    });

    const answer = await languageModel.answerInJson(aJsonRequest({ deadlineMs: 100 }));

    expect(answer).toEqual({ kind: 'failed', because: 'late' });
  });
});

it('takes nothing from variables that the client knows by itself', async () => {
  const lines: unknown[] = [];
  const print = vi.spyOn(console, 'log').mockImplementation((...line) => lines.push(line));
  const debug = vi.spyOn(console, 'debug').mockImplementation((...line) => lines.push(line));
  onTestFinished(() => {
    print.mockRestore();
    debug.mockRestore();
  });
  for (const [name, value] of [
    ['OPENAI_BASE_URL', 'http://127.0.0.1:9/elsewhere'],
    ['OPENAI_API_KEY', 'sk-other'],
    ['AZURE_OPENAI_API_KEY', 'sk-other'],
    ['AZURE_OPENAI_ENDPOINT', 'http://127.0.0.1:9'],
    ['OPENAI_API_VERSION', '1999-01-01'],
    ['OPENAI_ORG_ID', 'other'],
    ['OPENAI_PROJECT_ID', 'other'],
    ['OPENAI_LOG', 'debug'],
  ] as const) {
    vi.stubEnv(name, value);
  }
  const plain = await startModels();
  const dated = await startModels(
    ({ origin }) => ({
      baseUrl: origin,
      apiVersion: '2024-10-21',
      auth: { kind: 'managed-identity' },
    }),
    { token: async () => 'identity-token' },
  );

  await plain.languageModel.answerInJson(aJsonRequest());
  await dated.languageModel.answerInJson(aJsonRequest());

  const [first] = plain.server.calls;
  expect(first?.path).toBe('/v1/chat/completions');
  expect(first?.headers.authorization).toBe('Bearer sk-test');
  expect(first?.headers['openai-organization']).toBeUndefined();
  expect(first?.headers['openai-project']).toBeUndefined();
  expect(dated.server.calls[0]?.headers.authorization).toBe('Bearer identity-token');
  expect(dated.server.calls[0]?.path).toContain('api-version=2024-10-21');
  expect(lines).toEqual([]);
});
