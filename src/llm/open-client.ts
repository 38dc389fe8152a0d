import { AzureOpenAI, OpenAI } from 'openai';

import type { ModelEndpoint } from '../config-models.ts';

/** Gives a token of the identity the bot runs as. Throws when there is none. */
export type TokenSource = () => Promise<string>;

/** Nobody may be asked: the bot got no token. */
export class NoTokenError extends Error {
  override readonly name = 'NoTokenError';
}

/**
 * The client of OpenAI's API for this endpoint. What it would take from environment variables of its own is fixed here, it
 * writes no log (on `debug` it would hold prompts), and repeats nothing.
 */
export function openClient(endpoint: ModelEndpoint, token: TokenSource): OpenAI {
  const { auth, apiVersion } = endpoint;
  const common = {
    baseURL: endpoint.baseUrl.replace(/\/+$/, ''),
    organization: null,
    project: null,
    adminAPIKey: null,
    webhookSecret: null,
    maxRetries: 0,
    logLevel: 'off',
  } as const;
  const key = auth.kind === 'key' ? auth.key : 'none';
  const withoutKey = { defaultHeaders: { authorization: null, 'api-key': null } };
  if (apiVersion === undefined) {
    return new OpenAI({
      ...common,
      ...(auth.kind === 'none' && withoutKey),
      apiKey: auth.kind === 'managed-identity' ? refusing(token) : key,
    });
  }
  return new AzureOpenAI({
    ...common,
    ...(auth.kind === 'none' && withoutKey),
    baseURL: `${common.baseURL.replace(/\/openai$/, '')}/openai`,
    apiVersion,
    // An empty key, or a variable of the environment would take its place.
    ...(auth.kind === 'managed-identity'
      ? { apiKey: '', azureADTokenProvider: refusing(token) }
      : { apiKey: key }),
  });
}

function refusing(token: TokenSource): TokenSource {
  return async () => {
    try {
      return await token();
    } catch (cause) {
      throw new NoTokenError('No token', { cause });
    }
  };
}
