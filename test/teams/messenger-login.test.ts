import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createMessenger } from '../../src/teams/messenger.ts';
import type { MessengerParts } from '../../src/teams/messenger.ts';
import { createOwnConnectors } from '../../src/teams/sdk-authentication.ts';
import { isAllowedServiceUrl } from '../../src/teams/service-url.ts';
import { annasAddress, channelAddress } from '../support/reach.ts';
import { StandInConnector } from '../support/stand-in-connector.ts';
import { connectorsWith, TestCredentials } from '../support/test-credentials.ts';

const message = { card: { type: 'AdaptiveCard', version: '1.5', body: [] }, summary: 'Neues Treffen' };
const config = {
  mode: 'teams',
  credentials: {
    id: '33333333-0000-4000-8000-000000000000',
    type: 'SingleTenant',
    tenantId: '11111111-0000-4000-8000-000000000000',
    password: 'secret',
  },
} as const;

let connector: StandInConnector;
let credentials: TestCredentials;
let log: string[];

beforeEach(async () => {
  connector = await StandInConnector.start();
  credentials = new TestCredentials();
  log = [];
});

afterEach(() => connector.close());

function messengerWith(parts: Partial<MessengerParts> = {}) {
  const note = (event: string, facts?: object) => void log.push(`${event} ${JSON.stringify(facts)}`);
  return createMessenger({
    config,
    logger: { info: note, warn: note, error: note },
    isServiceAllowed: () => true,
    callMs: 5_000,
    connectors: connectorsWith(credentials),
    ...parts,
  });
}

function annaHere() {
  return { ...annasAddress, serviceUrl: connector.url };
}

function tokens(): unknown[] {
  return connector.calls.map(({ headers }) => headers.authorization);
}

describe('the token of the bot', () => {
  it('is fetched once for all who send at the same time, and kept', async () => {
    const messenger = messengerWith();

    await Promise.all(Array.from({ length: 24 }, () => messenger.send(annaHere(), message)));
    await messenger.update(annaHere(), '1717', message);

    expect(credentials.fetched).toBe(1);
    expect(new Set(tokens())).toEqual(new Set(['Bearer token-1']));
    expect(connector.calls).toHaveLength(25);
  });

  it('is renewed once when it is refused, and the message goes out once', async () => {
    connector.script = ({ headers }) =>
      headers.authorization === 'Bearer token-2' ? undefined : { status: 401, body: '' };

    const result = await messengerWith().send(annaHere(), message);

    expect(result).toMatchObject({ kind: 'accepted' });
    expect(tokens()).toEqual(['Bearer token-1', 'Bearer token-2']);
  });

  it('is renewed once for all whose token was refused', async () => {
    connector.script = ({ headers }) =>
      headers.authorization === 'Bearer token-2' ? undefined : { status: 401, body: '', delayMs: 20 };
    const messenger = messengerWith();

    const results = await Promise.all(Array.from({ length: 24 }, () => messenger.send(annaHere(), message)));

    expect(new Set(results.map(({ kind }) => kind))).toEqual(new Set(['accepted']));
    expect(credentials.fetched).toBe(2);
  });

  it('that is refused anew is not renewed a second time', async () => {
    connector.script = () => ({ status: 401, body: '{"error":{"code":"BotNotRegistered"}}' });

    const result = await messengerWith().send(annaHere(), message);

    expect(result).toEqual({ kind: 'refused', failure: { status: 401, code: 'BotNotRegistered' } });
    expect(connector.calls).toHaveLength(2);
  });

  it('cannot be had: nothing is sent, and the log knows neither secret nor message', async () => {
    credentials.fetch = () =>
      Promise.reject(Object.assign(new Error('secret is wrong'), { errorCode: 'invalid_client' }));

    const result = await messengerWith().send(annaHere(), message);

    expect(result).toEqual({ kind: 'no-token', reason: 'invalid_client' });
    expect(connector.calls).toEqual([]);
    expect(log.join('\n')).toMatch(/^teams\.login-failed /);
    expect(log.join('\n')).not.toMatch(/secret|Neues Treffen/);
  });

  it('never comes: nothing is sent, and the next call tries anew', async () => {
    const messenger = messengerWith({ callMs: 500 });
    credentials.fetch = () => new Promise<never>(() => undefined);
    const waited = await messenger.send(annaHere(), message);
    credentials.fetch = async () => 'token';

    expect(waited).toEqual({ kind: 'no-token', reason: 'TimeoutError' });
    expect(await messenger.send(annaHere(), message)).toMatchObject({ kind: 'accepted' });
  });

  it('cannot be renewed: everything waits', async () => {
    connector.script = () => ({ status: 401, body: '' });
    const messenger = messengerWith();
    credentials.fetch = async () => {
      credentials.fetch = () => Promise.reject(Object.assign(new Error('down'), { code: 'ENOTFOUND' }));
      return 'token-1';
    };

    expect(await messenger.send(annaHere(), message)).toEqual({ kind: 'no-token', reason: 'ENOTFOUND' });
    expect(connector.calls).toHaveLength(1);
  });

  it('is asked for with the registration of the bot, at its home tenant', async () => {
    const own = await createOwnConnectors(config).create(connector.url, undefined);

    expect(own.credentials).toMatchObject({
      appId: config.credentials.id,
      tenant: config.credentials.tenantId,
      oAuthScope: 'https://api.botframework.com',
    });
  });

  it('does not exist in the playground', async () => {
    const playground = createMessenger({
      config: { mode: 'playground' },
      logger: { info: () => undefined, warn: () => undefined, error: () => undefined },
      isServiceAllowed: () => true,
    });
    connector.script = () => ({ status: 401, body: '' });

    const result = await playground.send(annaHere(), message);

    expect(result).toEqual({ kind: 'refused', failure: { status: 401 } });
    expect(tokens()).toEqual([undefined]);
  });
});

describe('P9: the token goes to nobody else', () => {
  const hosts = new Set(['smba.trafficmanager.net']);

  it.each([
    'http://smba.trafficmanager.net/de/',
    'https://smba.trafficmanager.net.example.org/de/',
    'https://evil.trafficmanager.net/',
    'https://smba.trafficmanager.net@127.0.0.1/',
    '',
    undefined,
  ])('%s', async (given) => {
    const serviceUrl = given ?? connector.url;
    const messenger = messengerWith({ isServiceAllowed: (url) => isAllowedServiceUrl(url, 'teams', hosts) });

    const results = [
      await messenger.send({ ...annasAddress, serviceUrl }, message),
      await messenger.send({ ...channelAddress, serviceUrl }, message),
      await messenger.update({ ...annasAddress, serviceUrl }, '1717', message),
    ];

    expect(results.map(({ kind }) => kind)).toEqual([
      'foreign-service',
      'foreign-service',
      'foreign-service',
    ]);
    expect(connector.calls).toEqual([]);
    expect(credentials.fetched).toBe(0);
  });

  it('is asked before every call', async () => {
    let allowed = true;
    const messenger = messengerWith({ isServiceAllowed: () => allowed });
    await messenger.send(annaHere(), message);
    allowed = false;

    expect(await messenger.send(annaHere(), message)).toEqual({ kind: 'foreign-service' });
    expect(connector.calls).toHaveLength(1);
  });
});
