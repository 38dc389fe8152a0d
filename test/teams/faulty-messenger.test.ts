import { beforeEach, describe, expect, it } from 'vitest';

import { conversationId } from '../../src/domain/ids.ts';
import type { Address } from '../../src/domain/reach.ts';
import { FaultyMessenger } from '../support/faulty-messenger.ts';
import type { FaultyOptions } from '../support/faulty-service.ts';
import { annasAddress } from '../support/reach.ts';
import { VirtualTime } from '../support/virtual-time.ts';

const message = { card: { type: 'AdaptiveCard', version: '1.5', body: [] }, summary: 'Neues Treffen' };
const start = Date.UTC(2026, 10, 22, 9);

function person(name: string | number): Address {
  return { ...annasAddress, conversationId: conversationId(`a:${name}`) };
}

describe('the twin of the connector', () => {
  let time: VirtualTime;

  beforeEach(() => {
    time = new VirtualTime(start);
  });

  function twinWith(options: Partial<FaultyOptions> = {}): FaultyMessenger {
    return new FaultyMessenger({ seed: 1, tenantOf: () => 't1', clock: time, timer: time, ...options });
  }

  async function sendAt(twin: FaultyMessenger, at: number, name: string | number): Promise<string> {
    let kind = '';
    async function send(): Promise<void> {
      const result = await twin.send(person(name), message);
      kind = result.kind === 'refused' ? `${result.failure.status} after ${result.retryAfter}` : result.kind;
    }
    time.after(at - time.now(), () => void send());
    await time.run(() => kind !== '');
    return kind;
  }

  it('takes fifty calls of a tenant in a second', async () => {
    const twin = twinWith({ latencyMs: 0 });

    const kinds = new Set<string>();
    for (let index = 0; index < 50; index += 1) {
      kinds.add(await sendAt(twin, start + index, index));
    }

    expect(kinds).toEqual(new Set(['accepted']));
    expect(await sendAt(twin, start + 999, 'late')).toBe('429 after 1');
    expect(twin.ledger.report()).toMatchObject({ overLimit: 1, fastestTenant: 51, accepted: 50 });
  });

  it.each([
    [7, 100, '429 after 1'],
    [8, 200, '429 after 1'],
    [60, 490, '429 after 1'],
    [1_800, 1_999, '429 after 2'],
  ])('takes %i calls to a conversation %i ms apart', async (calls, everyMs, next) => {
    const twin = twinWith({ latencyMs: 0 });

    const kinds = new Set<string>();
    for (let index = 0; index < calls; index += 1) {
      kinds.add(await sendAt(twin, start + index * everyMs, 'anna'));
    }

    expect(kinds).toEqual(new Set(['accepted']));
    expect(await sendAt(twin, start + calls * everyMs, 'anna')).toBe(next);
    expect(twin.ledger.report().overLimit).toBe(1);
  });

  it('counts who comes back before the time', async () => {
    const twin = twinWith({ latencyMs: 0 });
    for (let index = 0; index < 8; index += 1) {
      await sendAt(twin, start, 'anna');
    }

    await sendAt(twin, start + 999, 'bernd');
    await sendAt(twin, start + 999, 'anna');
    await sendAt(twin, start + 2_000, 'anna');

    expect(twin.ledger.report()).toMatchObject({ overLimit: 2, tooEarly: 1, fastestConversation: 9 });
  });

  it('gives up after its deadline what hangs', async () => {
    const twin = twinWith({ rates: { post: { hang: 1 } } });

    expect(await sendAt(twin, start, 'anna')).toBe('no-answer');
    expect(time.now()).toBe(start + 12_000);
  });

  it('injects faults as often as it is told', async () => {
    const twin = twinWith({
      rates: { post: { 'answer-lost': 0.03, 'reset-after-accept': 0.02, '502': 0.03 } },
      tenantOf: (conversation) => conversation,
    });
    let sent = 0;
    for (let index = 0; index < 10_000; index += 1) {
      void twin.send(person(index), message).then(() => (sent += 1));
    }
    await time.run(() => sent === 10_000);

    const { injected, ambiguous, accepted } = twin.ledger.report();
    expect(injected['answer-lost']).toBeGreaterThan(250);
    expect(injected['answer-lost']).toBeLessThan(350);
    expect(ambiguous).toBe(Object.values(injected).reduce((sum, count) => sum + count, 0));
    expect(accepted).toBe(10_000 - (injected['502'] ?? 0));
    expect(twin.ledger.report().mostInFlight).toBe(10_000);
  });

  it('fails as its network or its login does', async () => {
    const twin = new FaultyMessenger({
      seed: 1,
      tenantOf: () => 't1',
      clock: time,
      timer: time,
      outage: () => ({ kind: 'no-token', reason: 'invalid_client' }),
    });

    expect(await twin.send(person('anna'), message)).toEqual({ kind: 'no-token', reason: 'invalid_client' });
    expect(twin.ledger.report().calls).toBe(0);
  });
});
