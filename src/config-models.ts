import { z } from 'zod';

/** Where language models answer, in the way of OpenAI's API. */
export interface ModelEndpoint {
  /** Up to and with its version: "https://llm.example.org/v1". */
  readonly baseUrl: string;
  /** `none`: a server in one's own network that asks for nothing. */
  readonly auth:
    | { readonly kind: 'key'; readonly key: string }
    | { readonly kind: 'managed-identity' }
    | { readonly kind: 'none' };
  /** Of Azure's dated API, which names the model in the path. */
  readonly apiVersion?: string;
  readonly languageModel?: string;
  readonly embeddingModel?: string;
}

/** What may be spent, and what it costs. */
export interface ModelLimits {
  /** Answers with a language model, of one member. */
  readonly answersPerHour: number;
  /** Of the people of one tenant together. */
  readonly tokensPerDay: number;
  /** Euro per million tokens; absent: nobody told us. */
  readonly prices: { readonly input?: number; readonly output?: number; readonly embedding?: number };
}

function price(): z.ZodOptional<z.ZodCoercedNumber> {
  const words = 'must be Euro per million tokens, such as 0.15';
  return z.coerce.number(words).min(0, words).max(100_000, words).optional();
}

function count(most: number): z.ZodCoercedNumber {
  const words = `must be a whole number from 1 to ${most}`;
  return z.coerce.number(words).int(words).min(1, words).max(most, words);
}

/** The settings of language models in the environment. */
export const modelSettings = {
  LLM_BASE_URL: z
    .url({ protocol: /^https?$/, error: 'must be an address such as https://llm.example.org/v1' })
    .optional(),
  LLM_AUTH: z.enum(['key', 'managed-identity'], 'must be "key" or "managed-identity"').default('key'),
  LLM_API_KEY: z.string().optional(),
  LLM_API_VERSION: z.string().optional(),
  LLM_MODEL: z.string().optional(),
  EMBEDDING_MODEL: z.string().optional(),
  LLM_ANSWERS_PER_HOUR: count(10_000).default(30),
  LLM_TOKENS_PER_DAY: count(1_000_000_000_000).default(1_000_000),
  LLM_PRICE_INPUT: price(),
  LLM_PRICE_OUTPUT: price(),
  EMBEDDING_PRICE: price(),
};

const ModelEnvironment = z.object(modelSettings);
type Env = z.output<typeof ModelEnvironment>;

/** Where a key may go over plain HTTP: to this machine and to private addresses (RFC 1918). */
const ownNetwork =
  /^(?:localhost|\[::1\]|(?:127|10)(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2})$/;

/** What does not fit together, in one line apiece. */
export function findModelProblems(env: Env): string[] {
  const { LLM_BASE_URL: address, LLM_AUTH: auth, LLM_API_KEY: key } = env;
  const models = [env.LLM_MODEL, env.EMBEDDING_MODEL].filter((model) => model !== undefined);
  if (address === undefined) {
    return models.length > 0 || key !== undefined
      ? ['LLM_BASE_URL: is required with LLM_MODEL, EMBEDDING_MODEL or LLM_API_KEY']
      : [];
  }
  const url = new URL(address);
  return [
    ...(models.length === 0 ? ['LLM_MODEL, EMBEDDING_MODEL: one of them is required with LLM_BASE_URL'] : []),
    ...(url.protocol === 'http:' && !ownNetwork.test(url.hostname)
      ? ['LLM_BASE_URL: must start with https:// outside of the own network']
      : []),
    ...(url.username !== '' || url.search !== ''
      ? ['LLM_BASE_URL: must hold neither a user nor a query; a key stands in LLM_API_KEY']
      : []),
    ...(auth === 'managed-identity' && key !== undefined
      ? ['LLM_API_KEY: is not used with LLM_AUTH "managed-identity"']
      : []),
  ];
}

/** Undefined: there is none. */
export function toModelEndpoint(env: Env): ModelEndpoint | undefined {
  const { LLM_BASE_URL: baseUrl, LLM_AUTH: auth, LLM_API_KEY: key, LLM_API_VERSION: apiVersion } = env;
  if (baseUrl === undefined) {
    return undefined;
  }
  return {
    baseUrl,
    auth:
      auth === 'managed-identity'
        ? { kind: auth }
        : key === undefined
          ? { kind: 'none' }
          : { kind: auth, key },
    ...(apiVersion !== undefined && { apiVersion }),
    ...(env.LLM_MODEL !== undefined && { languageModel: env.LLM_MODEL }),
    ...(env.EMBEDDING_MODEL !== undefined && { embeddingModel: env.EMBEDDING_MODEL }),
  };
}

export function toModelLimits(env: Env): ModelLimits {
  const { LLM_PRICE_INPUT: input, LLM_PRICE_OUTPUT: output, EMBEDDING_PRICE: embedding } = env;
  return {
    answersPerHour: env.LLM_ANSWERS_PER_HOUR,
    tokensPerDay: env.LLM_TOKENS_PER_DAY,
    prices: {
      ...(input !== undefined && { input }),
      ...(output !== undefined && { output }),
      ...(embedding !== undefined && { embedding }),
    },
  };
}
