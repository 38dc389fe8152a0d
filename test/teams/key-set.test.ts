import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { OpenId } from '../support/open-id.ts';
import { botId } from './bad-tokens.ts';
import { RunningFront, teamsConfig } from './running-front.ts';

const serviceUrl = 'https://smba.trafficmanager.net/de/';

describe('the key set', () => {
  let openId: OpenId;
  let running: RunningFront;

  async function postWith(kid: string, id: string) {
    const token = await openId.token(running.clock.now(), { header: { kid } });
    return running.post({ serviceUrl, id }, `Bearer ${token}`);
  }

  beforeEach(async () => {
    openId = await OpenId.start({ botId, serviceUrl });
    running = await RunningFront.start({ config: teamsConfig(botId), openIdMetadataUrl: openId.metadataUrl });
    running.handleTurn = () => [];
  });

  afterEach(async () => {
    await running.stop();
    await openId.close();
  });

  it('is fetched once for many activities', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => postWith('key-1', `a${index}`)));

    expect(openId.fetches).toBe(1);
    expect(running.turns).toHaveLength(20);
  });

  it('fault 13: answers 503 with Retry-After while it cannot be fetched, and works as soon as it can', async () => {
    openId.down = true;
    const during = await postWith('key-1', 'a1');
    openId.down = false;
    running.clock.advance(10_000);
    const after = await postWith('key-1', 'a2');

    expect(during.status).toBe(503);
    expect(during.headers.get('retry-after')).toBe('10');
    expect(after.status).toBe(200);
  });

  it('fault 13: known keys still work while it cannot be fetched', async () => {
    await postWith('key-1', 'a1');
    await openId.publish('key-2', { endorsements: ['msteams'] });
    openId.down = true;
    running.clock.advance(2 * 86_400_000);

    const known = await postWith('key-1', 'a2');
    const unknown = await postWith('key-2', 'a3');

    expect(known.status).toBe(200);
    expect(unknown.status).toBe(503);
  });

  it('fault 13: is not asked again and again while it is down', async () => {
    openId.down = true;

    for (let index = 0; index < 10; index += 1) {
      await postWith('key-1', `a${index}`);
    }

    expect(openId.fetches).toBe(1);
  });

  it('stops believing a key after a week without a fetch', async () => {
    await postWith('key-1', 'a1');
    openId.down = true;
    running.clock.advance(8 * 86_400_000);

    const answer = await postWith('key-1', 'a2');

    expect(answer.status).toBe(503);
  });

  it('is fetched again for a new key, but not for every made-up one', async () => {
    await postWith('key-1', 'a1');
    await openId.publish('key-2', { endorsements: ['msteams'] });
    running.clock.advance(60_000);

    const rolledOver = await postWith('key-2', 'a2');
    await openId.publish('key-3', { endorsements: ['msteams'] });
    const tooSoon = await postWith('key-3', 'a3');

    expect(rolledOver.status).toBe(200);
    expect(tooSoon.status).toBe(401);
    expect(openId.fetches).toBe(2);
  });

  it('forgets a key that was withdrawn', async () => {
    await postWith('key-1', 'a1');
    await openId.publish('key-2', { endorsements: ['msteams'] });
    openId.withdraw('key-1');
    running.clock.advance(60_000);
    await postWith('key-2', 'a2');

    const answer = await postWith('key-1', 'a3');

    expect(answer.status).toBe(401);
  });
});
