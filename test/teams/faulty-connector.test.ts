import { afterEach, describe, expect, it } from 'vitest';

import { conversationId, tenantId } from '../../src/domain/ids.ts';
import type { Address } from '../../src/domain/reach.ts';
import type { Messenger } from '../../src/ports/messenger.ts';
import { createMessenger } from '../../src/teams/messenger.ts';
import { FaultyConnector } from '../support/faulty-connector.ts';
import { FaultyMessenger } from '../support/faulty-messenger.ts';
import { faultKinds } from '../support/faulty-plan.ts';
import type { FaultKind } from '../support/faulty-plan.ts';
import type { FaultyOptions } from '../support/faulty-service.ts';
import { VirtualTime } from '../support/virtual-time.ts';

const message = { card: { type: 'AdaptiveCard', version: '1.5', body: [] }, summary: 'Neues Treffen' };
const logger = { info: () => undefined, warn: () => undefined, error: () => undefined };
const messenger = messengerWithin(10_000);
const start = Date.UTC(2026, 10, 22, 9);

let connector: FaultyConnector;

function messengerWithin(callMs: number): Messenger {
  return createMessenger({ config: { mode: 'playground' }, logger, isServiceAllowed: () => true, callMs });
}

afterEach(() => connector.close());

async function startWith(options: Partial<FaultyOptions> = {}): Promise<void> {
  connector = await FaultyConnector.start({ seed: 1, latencyMs: 0, tenantOf: () => 't1', ...options });
}

function person(name: string | number): Address {
  return {
    conversationId: conversationId(`a:${name}`),
    kind: 'personal',
    tenantId: tenantId('t1'),
    serviceUrl: connector.url,
    botId: '28:bot',
  };
}

async function kindsOf(by: Messenger, count: number): Promise<string[]> {
  const kinds: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const result = await by.send(person(index), message);
    kinds.push(result.kind === 'refused' ? String(result.failure.status) : result.kind);
  }
  return kinds;
}

describe('the connector for load tests', () => {
  it.each<[FaultKind, string, boolean]>([
    ['502-after-accept', '502', true],
    ['502', '502', false],
    ['408', '408', false],
    ['reset-before-accept', 'no-answer', false],
    ['reset-after-accept', 'no-answer', true],
    ['answer-lost', 'no-answer', true],
    ['hang', 'no-answer', false],
    ['400', '400', false],
    ['401', '401', false],
    ['403', '403', false],
    ['404', '404', false],
    ['412', '412', false],
    ['413', '413', false],
    ['429', '429', false],
    ['307', '307', false],
    ['empty-201', 'accepted', true],
    ['html-201', 'accepted', true],
  ])('%s: the sender sees %s, and that it arrived is %j', async (kind, seen, arrived) => {
    await startWith({ rates: { post: { [kind]: 1 } } });

    const hangs = kind === 'hang' || kind === 'answer-lost';
    const kinds = await kindsOf(hangs ? messengerWithin(500) : messenger, 1);

    const ambiguous = ['502', '408', 'no-answer'].includes(seen);
    expect(kinds).toEqual([seen]);
    expect(connector.ledger.report()).toMatchObject({
      accepted: arrived ? 1 : 0,
      ambiguous: ambiguous ? 1 : 0,
      injected: { [kind]: 1 },
    });
    expect(connector.ledger.isAmbiguous('a:0')).toBe(ambiguous);
    expect(connector.followed).toBe(0);
  });

  it('counts what arrives a second time', async () => {
    await startWith();

    await messenger.send(person('anna'), message);
    await messenger.send(person('bernd'), message);
    await messenger.send(person('anna'), message);

    expect(connector.ledger.report()).toMatchObject({ accepted: 3, recipients: 2, duplicates: 1 });
    expect(connector.ledger.acceptedBy('a:anna')).toBe(2);
  });

  it('counts a message that arrived without an answer and was sent again', async () => {
    await startWith({ rates: { post: { 'reset-after-accept': 1 } } });

    await messenger.send(person('anna'), message);
    await messenger.send(person('anna'), message);

    expect(connector.ledger.report()).toMatchObject({ duplicates: 1, ambiguous: 1 });
  });

  it('counts neither an update nor a thread of a channel as a second post', async () => {
    await startWith();
    const channel = { ...person('channel'), kind: 'channel' } as const;

    const posted = await messenger.send(channel, message);
    const updated = await messenger.update(channel, '1', message);

    expect([posted, updated]).toEqual(
      Array.from({ length: 2 }, () => ({ kind: 'accepted', activityId: '1' })),
    );
    expect(connector.ledger.report()).toMatchObject({ accepted: 1, duplicates: 0, updated: 1, calls: 2 });
  });

  it('refuses what is too large', async () => {
    await startWith({ largestBytes: 100 });

    expect(await kindsOf(messenger, 1)).toEqual(['413']);
  });

  it('reuses connections', async () => {
    await startWith({ latencyMs: 5, tenantOf: (conversation) => conversation });

    for (let round = 0; round < 10; round += 1) {
      await Promise.all(
        Array.from({ length: 24 }, (_, index) => messenger.send(person(`${round}.${index}`), message)),
      );
    }

    expect(connector.ledger.report()).toMatchObject({ accepted: 240, mostInFlight: 24 });
    expect(connector.connections).toBeLessThanOrEqual(24);
  });

  it('does to the real messenger what its twin does in no time', async () => {
    const swift = faultKinds.filter((kind) => kind !== 'hang' && kind !== 'answer-lost');
    const rates = Object.fromEntries(swift.map((kind) => [kind, 0.05]));
    const options = {
      seed: 7,
      latencyMs: 0,
      tenantOf: (conversation: string) => conversation,
      rates: { post: rates },
    };
    await startWith(options);
    const time = new VirtualTime(start);
    const twin = new FaultyMessenger({ ...options, clock: time, timer: time });

    const real = await kindsOf(messenger, 60);
    let unreal: string[] | undefined;
    void kindsOf(twin, 60).then((kinds) => (unreal = kinds));
    await time.run(() => unreal !== undefined);

    expect(unreal).toEqual(real);
    expect(new Set(real).size).toBeGreaterThan(6);
    const { bytes: _, mostInFlight: __, fastestTenant: ___, ...accounts } = connector.ledger.report();
    expect(twin.ledger.report()).toMatchObject(accounts);
  });
});
