import { AppCredentials } from 'botframework-connector';
import type { ConnectorClient } from 'botframework-connector';

import type { Logger } from '../ports/logger.ts';
import { describeError } from './describe-error.ts';
import { reasonOf } from './to-send-result.ts';

/** The bot's own token for the connector; `none` where the bot has no identity, in the playground. */
export type Login =
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'failed'; readonly reason: string };

/** Fetches the bot's token before a call, so that a failing login is not taken for a failing call, and once for all who wait. */
export class BotLogin {
  readonly #logger: Logger;
  readonly #patienceMs: number;
  #fetching: Promise<Login> | undefined;

  constructor(logger: Logger, patienceMs: number) {
    this.#logger = logger;
    this.#patienceMs = patienceMs;
  }

  /** The SDK keeps a token until five minutes before its end. */
  async present(connector: ConnectorClient): Promise<Login> {
    const { credentials } = connector;
    // An empty app id means no authentication at all.
    if (!(credentials instanceof AppCredentials) || !credentials.appId) {
      return { kind: 'none' };
    }
    return this.#fetch(() => credentials.getToken());
  }

  /** Another token than the one that was refused; if somebody has fetched one since, that one. */
  async renew(connector: ConnectorClient, refused: string): Promise<Login> {
    const { credentials } = connector;
    const present = await this.present(connector);
    if (!(credentials instanceof AppCredentials) || present.kind !== 'token' || present.token !== refused) {
      return present;
    }
    return this.#fetch(() => credentials.getToken(true));
  }

  #fetch(getToken: () => Promise<string>): Promise<Login> {
    this.#fetching ??= this.#attempt(getToken).finally(() => {
      this.#fetching = undefined;
    });
    return this.#fetching;
  }

  async #attempt(getToken: () => Promise<string>): Promise<Login> {
    const { promise: late, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => {
      reject(new DOMException('The login took too long', 'TimeoutError'));
    }, this.#patienceMs);
    try {
      return { kind: 'token', token: await Promise.race([getToken(), late]) };
    } catch (error) {
      this.#logger.error('teams.login-failed', { error: describeError(error) });
      return { kind: 'failed', reason: reasonOf(error) };
    } finally {
      clearTimeout(timer);
    }
  }
}
