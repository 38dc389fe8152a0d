import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { OpenId } from '../support/open-id.ts';
import type { TokenSettings } from '../support/open-id.ts';
import { badTokens, botId } from './bad-tokens.ts';
import { RunningFront, start, teamsConfig } from './running-front.ts';

const serviceUrl = 'https://smba.trafficmanager.net/de/';
const seconds = Math.floor(start / 1000);
const minute = 60;

describe('who may speak to the bot in teams mode', () => {
  let openId: OpenId;
  let running: RunningFront;

  async function post(authorization: string | undefined, changes: Readonly<Record<string, unknown>> = {}) {
    return running.post({ serviceUrl, ...changes }, authorization);
  }

  beforeAll(async () => {
    openId = await OpenId.start({ botId, serviceUrl });
    await openId.publish('webchat-only', { endorsements: ['webchat'] });
    await openId.publish('no-endorsements');
    await openId.publish('for-encryption', { use: 'enc' });
    running = await RunningFront.start({
      config: teamsConfig(botId),
      openIdMetadataUrl: openId.metadataUrl,
    });
    running.handleTurn = () => [];
  });

  beforeEach(() => {
    running.turns.length = 0;
    running.log.length = 0;
  });

  afterAll(async () => {
    await running.stop();
    await openId.close();
  });

  const goodTokens: [string, TokenSettings][] = [
    ['a token of the connector service', {}],
    ['a key without endorsements', { header: { kid: 'no-endorsements' } }],
    ['a token that expired 4 minutes ago', { claims: { exp: seconds - 4 * minute } }],
    ['a token valid 4 minutes from now', { claims: { nbf: seconds + 4 * minute } }],
    ['a token for several audiences', { claims: { aud: [botId, 'other'] } }],
    ['a token without nbf', { claims: { nbf: undefined } }],
    [
      'other places for keys in the header, which nobody asks',
      { header: { jku: 'http://127.0.0.1:1/keys' } },
    ],
  ];

  it.each(goodTokens)('lets in %s', async (what, settings) => {
    const answer = await post(`Bearer ${await openId.token(start, settings)}`, { id: `good ${what}` });

    expect(answer.status).toBe(200);
    expect(running.turns).toHaveLength(1);
  });

  it.each(badTokens)('answers 401 with a generic body to %s', async (what, makeAuthorization) => {
    const answer = await post(await makeAuthorization(openId), { id: `bad ${what}` });

    expect(answer.status).toBe(401);
    expect(answer.text).toBe('{"error":401}');
    expect(running.turns).toEqual([]);
    expect(running.claimed.has(`a:anna-and-bot bad ${what}`)).toBe(false);
  });

  it('is tried with at least 33 bad tokens', () => {
    expect(badTokens.length).toBeGreaterThanOrEqual(33);
  });

  it.each([
    ['foreign', 'https://connector.example/de/'],
    ['a look-alike', 'https://smba.trafficmanager.net.evil.example/'],
    ['http', 'http://smba.trafficmanager.net/de/'],
    ['loopback', 'http://127.0.0.1:56150/_connector'],
    ['absent', undefined],
  ])('fault 11: answers 403 even to a good token when the service URL is %s', async (_what, url) => {
    const token = await openId.token(start, { claims: { serviceurl: url } });

    const answer = await post(`Bearer ${token}`, { serviceUrl: url });

    expect(answer.status).toBe(403);
    expect(running.turns).toEqual([]);
  });

  it('fault 12: answers 403 to the emulator channel, which is for the playground', async () => {
    const answer = await post(`Bearer ${await openId.token(start)}`, { channelId: 'emulator' });

    expect(answer.status).toBe(403);
  });

  it('logs why, and no part of the token', async () => {
    const token = await openId.token(start, { claims: { exp: seconds - 600 } });

    await post(`Bearer ${token}`);

    const log = JSON.stringify(running.log);
    expect(log).toContain('ERR_JWT_EXPIRED');
    for (const part of token.split('.')) {
      expect(log).not.toContain(part.slice(0, 20));
    }
  });

  it('fault 14: refuses to run without credentials, which would let everybody in', async () => {
    await expect(RunningFront.start({ config: { mode: 'teams' } })).rejects.toThrow('without credentials');
  });
});
