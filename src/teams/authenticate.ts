import { jwtVerify } from 'jose';
import type { JWTHeaderParameters } from 'jose';

import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import { describeError } from './describe-error.ts';
import { KeySet, KeysUnreachableError } from './key-set.ts';
import type { SigningKey } from './key-set.ts';

export const botFrameworkIssuer = 'https://api.botframework.com';
export const botFrameworkMetadataUrl = 'https://login.botframework.com/v1/.well-known/openidconfiguration';

/** Microsoft's tokens and our clock may differ by this much, as the connector's documentation allows. */
const clockToleranceSeconds = 300;

export type Authentication =
  | { readonly kind: 'proven'; readonly claims: Readonly<Record<string, string>> }
  | { readonly kind: 'refused' }
  | { readonly kind: 'unavailable'; readonly retryAfterSeconds: number };

export type Authenticate = (
  authorization: string | undefined,
  activity: { readonly channelId: string; readonly serviceUrl: string },
) => Promise<Authentication>;

class UnprovenError extends Error {
  override readonly name = 'UnprovenError';
}

/**
 * Proves that an activity comes from the Bot Connector service and is meant for this bot, and for the service URL it
 * names: https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication. The SDK's
 * own check is not used: it answers 500 to bad signatures and lets tokens of the emulator in (botbuilder 4.23.3).
 */
export function createAuthenticate(deps: {
  botId: string;
  metadataUrl: string;
  clock: Clock;
  logger: Logger;
}): Authenticate {
  const keySet = new KeySet(deps);
  return async (authorization, activity) => {
    try {
      const claims = await verify(keySet, deps, tokenFrom(authorization), activity);
      return { kind: 'proven', claims };
    } catch (error) {
      if (error instanceof KeysUnreachableError) {
        return { kind: 'unavailable', retryAfterSeconds: 10 };
      }
      deps.logger.warn('teams.refused', { error: describeError(error) });
      return { kind: 'refused' };
    }
  };
}

function tokenFrom(authorization: string | undefined): string {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(authorization ?? '')?.[1];
  if (token === undefined) {
    throw new UnprovenError('There is no bearer token');
  }
  return token;
}

async function verify(
  keySet: KeySet,
  { botId, clock }: { botId: string; clock: Clock },
  token: string,
  activity: { channelId: string; serviceUrl: string },
): Promise<Record<string, string>> {
  let signingKey: SigningKey | undefined;
  async function keyFor(header: JWTHeaderParameters) {
    signingKey = header.kid === undefined ? undefined : await keySet.find(header.kid);
    if (signingKey === undefined) {
      throw new UnprovenError('The key is unknown');
    }
    return signingKey.key;
  }
  const { payload } = await jwtVerify(token, keyFor, {
    algorithms: ['RS256'],
    issuer: botFrameworkIssuer,
    audience: botId,
    clockTolerance: clockToleranceSeconds,
    currentDate: new Date(clock.now()),
    requiredClaims: ['exp', 'serviceurl'],
  });
  if (payload['serviceurl'] !== activity.serviceUrl) {
    throw new UnprovenError('The token is for another service URL');
  }
  if (signingKey?.endorsements?.includes(activity.channelId) === false) {
    throw new UnprovenError('The key may not sign for this channel');
  }
  return { iss: botFrameworkIssuer, aud: botId, serviceurl: activity.serviceUrl };
}
