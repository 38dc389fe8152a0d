import { importJWK } from 'jose';
import type { CryptoKey } from 'jose';
import { z } from 'zod';

import { dayMs, minuteMs, secondMs } from '../domain/instant.ts';
import type { Instant } from '../domain/instant.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import { describeError } from './describe-error.ts';

export interface SigningKey {
  readonly key: CryptoKey;
  /** The channels this key may sign for; absent when the key does not say. */
  readonly endorsements?: readonly string[];
}

/** The keys cannot be fetched, so it is unknown whether a token is good. */
export class KeysUnreachableError extends Error {
  override readonly name = 'KeysUnreachableError';
}

const Metadata = z.object({ jwks_uri: z.url() });
const Keys = z.object({ keys: z.array(z.looseObject({})) });
const RsaKey = z.looseObject({
  kty: z.literal('RSA'),
  kid: z.string().min(1),
  n: z.string(),
  e: z.string(),
  use: z.literal('sig').optional(),
  endorsements: z.array(z.string()).optional(),
});

const refreshAfterMs = dayMs;
/** A key that was withdrawn is believed at most this long when the key set cannot be fetched. */
const believedMs = 7 * dayMs;
const coolDownMs = minuteMs;
const coolDownAfterFailureMs = 10 * secondMs;
const fetchMs = 5 * secondMs;

/** The signing keys named by an OpenID metadata document: cached, refreshed once a day and for unknown keys. */
export class KeySet {
  readonly #deps: { metadataUrl: string; clock: Clock; logger: Logger };
  #keys: ReadonlyMap<string, SigningKey> = new Map();
  #fetchedAt: Instant | undefined;
  #nextFetchAt: Instant = 0;
  #lastFetchFailed = false;
  #fetching: Promise<void> | undefined;

  constructor(deps: { metadataUrl: string; clock: Clock; logger: Logger }) {
    this.#deps = deps;
  }

  /** Undefined when the fetched key set has no such key. Throws `KeysUnreachableError`. */
  async find(kid: string): Promise<SigningKey | undefined> {
    const now = this.#deps.clock.now();
    const age = this.#fetchedAt === undefined ? Number.POSITIVE_INFINITY : now - this.#fetchedAt;
    const known = age < believedMs ? this.#keys.get(kid) : undefined;
    if (known !== undefined) {
      if (age >= refreshAfterMs) {
        void this.#refresh();
      }
      return known;
    }
    await this.#refresh();
    const found = this.#keys.get(kid);
    if (this.#lastFetchFailed) {
      throw new KeysUnreachableError('The key set cannot be fetched');
    }
    return found;
  }

  #refresh(): Promise<void> {
    if (this.#fetching === undefined && this.#deps.clock.now() >= this.#nextFetchAt) {
      this.#fetching = this.#fetch().finally(() => {
        this.#fetching = undefined;
      });
    }
    return this.#fetching ?? Promise.resolve();
  }

  async #fetch(): Promise<void> {
    const { metadataUrl, clock, logger } = this.#deps;
    try {
      this.#keys = await fetchKeys(metadataUrl);
      this.#fetchedAt = clock.now();
      this.#lastFetchFailed = false;
      this.#nextFetchAt = clock.now() + coolDownMs;
    } catch (error) {
      this.#lastFetchFailed = true;
      this.#nextFetchAt = clock.now() + coolDownAfterFailureMs;
      logger.warn('teams.keys-unreachable', { error: describeError(error) });
    }
  }
}

async function fetchKeys(metadataUrl: string): Promise<ReadonlyMap<string, SigningKey>> {
  const metadata = Metadata.parse(await fetchJson(metadataUrl));
  const keysUrl = new URL(metadata.jwks_uri);
  if (keysUrl.protocol !== 'https:' && keysUrl.origin !== new URL(metadataUrl).origin) {
    throw new Error('The key set must come over https');
  }
  const keys = new Map<string, SigningKey>();
  for (const candidate of Keys.parse(await fetchJson(keysUrl)).keys) {
    const jwk = RsaKey.safeParse(candidate).data;
    if (jwk !== undefined) {
      const { kty, n, e, endorsements } = jwk;
      const key = await importJWK({ kty, n, e, alg: 'RS256' });
      if (key instanceof Uint8Array) {
        throw new TypeError('An RSA key is never a secret');
      }
      keys.set(jwk.kid, { key, ...(endorsements !== undefined && { endorsements }) });
    }
  }
  return keys;
}

async function fetchJson(url: string | URL): Promise<unknown> {
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(fetchMs) });
  if (!response.ok) {
    throw new Error(`The key server answered ${response.status}`);
  }
  return response.json();
}
