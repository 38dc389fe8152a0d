import { createServer } from 'node:http';
import type { Server } from 'node:http';

import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { CryptoKey, JWK } from 'jose';

export interface TokenSettings {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: {
    readonly alg?: string;
    /** `undefined` leaves it out. */
    readonly kid?: string | undefined;
    readonly jku?: string;
    readonly x5u?: string;
    readonly jwk?: JWK;
  };
  /** Another key than the published one with this id. */
  readonly key?: CryptoKey | Uint8Array;
}

/** What the Bot Framework's key server is to the bot: an OpenID metadata document and a key set, on 127.0.0.1. */
export class OpenId {
  readonly botId: string;
  readonly serviceUrl: string;
  /** Requests for the metadata document. */
  fetches = 0;
  down = false;
  readonly #server: Server;
  readonly #published: JWK[] = [];
  readonly #keys = new Map<string, CryptoKey>();

  private constructor(botId: string, serviceUrl: string) {
    this.botId = botId;
    this.serviceUrl = serviceUrl;
    this.#server = createServer((request, response) => {
      const isMetadata = request.url === '/metadata';
      this.fetches += isMetadata ? 1 : 0;
      response.writeHead(this.down ? 503 : 200, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify(isMetadata ? { jwks_uri: `${this.#origin}/keys` } : { keys: this.#published }),
      );
    });
  }

  /** Starts with one published key, `key-1`, which may sign for `msteams`. */
  static async start(settings: { botId: string; serviceUrl: string }): Promise<OpenId> {
    const openId = new OpenId(settings.botId, settings.serviceUrl);
    await openId.publish('key-1', { endorsements: ['msteams', 'webchat'] });
    await new Promise<void>((resolve) => openId.#server.listen(0, '127.0.0.1', resolve));
    return openId;
  }

  get metadataUrl(): string {
    return `${this.#origin}/metadata`;
  }

  /** Makes a key pair and publishes the public half. */
  async publish(kid: string, extra: Partial<JWK> & { endorsements?: string[] } = {}): Promise<void> {
    const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
    this.#published.push({ ...(await exportJWK(publicKey)), use: 'sig', kid, ...extra });
    this.#keys.set(kid, privateKey);
  }

  withdraw(kid: string): void {
    const index = this.#published.findIndex((jwk) => jwk.kid === kid);
    this.#published.splice(index, index === -1 ? 0 : 1);
  }

  publicKey(kid: string): JWK {
    const jwk = this.#published.find((candidate) => candidate.kid === kid);
    if (jwk === undefined) {
      throw new Error(`No key ${kid}`);
    }
    return jwk;
  }

  privateKey(kid: string): CryptoKey {
    const key = this.#keys.get(kid);
    if (key === undefined) {
      throw new Error(`No key ${kid}`);
    }
    return key;
  }

  /** A token as the Bot Connector service makes them, valid for an hour around `nowMs`, with the given changes. */
  async token(nowMs: number, { claims = {}, header = {}, key }: TokenSettings = {}): Promise<string> {
    const now = Math.floor(nowMs / 1000);
    const { alg, kid, ...rest } = { alg: 'RS256', kid: 'key-1', ...header };
    return new SignJWT({
      iss: 'https://api.botframework.com',
      aud: this.botId,
      serviceurl: this.serviceUrl,
      nbf: now - 300,
      exp: now + 3_300,
      ...claims,
    })
      .setProtectedHeader({ typ: 'JWT', ...rest, ...(kid !== undefined && { kid }), alg })
      .sign(key ?? this.privateKey(kid ?? ''));
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
    });
  }

  get #origin(): string {
    const address = this.#server.address();
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  }
}
