import { createServer } from 'node:net';
import type { Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Address } from '../../src/domain/reach.ts';
import type { Messenger } from '../../src/ports/messenger.ts';
import { createMessenger } from '../../src/teams/messenger.ts';
import { annasAddress } from '../support/reach.ts';
import { StandInConnector } from '../support/stand-in-connector.ts';

const message = { card: { type: 'AdaptiveCard', version: '1.5', body: [] }, summary: 'Neues Treffen' };
const logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

function messengerWithin(callMs: number): Messenger {
  return createMessenger({ config: { mode: 'playground' }, logger, isServiceAllowed: () => true, callMs });
}

function at(serviceUrl: string): Address {
  return { ...annasAddress, serviceUrl };
}

describe('what never went out', () => {
  let connector: StandInConnector;
  let mute: Server;
  let mutePort = 0;
  let heard = 0;

  beforeEach(async () => {
    connector = await StandInConnector.start();
    heard = 0;
    mute = createServer((socket) => socket.once('error', () => undefined).on('data', () => (heard += 1)));
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    const address = mute.address();
    mutePort = address !== null && typeof address === 'object' ? address.port : 0;
  });

  afterEach(async () => {
    await connector.close();
    await new Promise((resolve) => mute.close(resolve));
  });

  it('is known when nobody listens', async () => {
    const gone = await StandInConnector.start();
    const { url } = gone;
    await gone.close();

    expect(await messengerWithin(10_000).send(at(url), message)).toEqual({
      kind: 'not-sent',
      reason: 'ECONNREFUSED',
    });
  });

  it('is known when the host has no address', async () => {
    const result = await messengerWithin(10_000).send(at('http://nowhere.invalid'), message);

    expect(result).toMatchObject({
      kind: 'not-sent',
      reason: expect.stringMatching(/^(ENOTFOUND|EAI_AGAIN)$/),
    });
  });

  it('is known when the other side does not speak TLS', async () => {
    const result = await messengerWithin(10_000).send(at(connector.url.replace('http:', 'https:')), message);

    expect(result).toMatchObject({ kind: 'not-sent' });
    expect(connector.calls).toEqual([]);
  });

  it('is known when the connection does not open in time, and not known when it is open', async () => {
    const hasty = messengerWithin(500);

    const unopened = await hasty.send(at(`https://127.0.0.1:${mutePort}`), message);
    const opened = await hasty.send(at(`http://127.0.0.1:${mutePort}`), message);

    expect(unopened).toEqual({ kind: 'not-sent', reason: 'TimeoutError' });
    expect(opened).toEqual({ kind: 'no-answer', reason: 'TimeoutError' });
    expect(heard).toBeGreaterThan(0);
  });
});
