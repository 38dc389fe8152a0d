import { describe, expect, it } from 'vitest';
import type { Delivery, DeliveryState } from '../../src/domain/delivery.ts';
import {
  beginSending,
  claim,
  endUnsent,
  postpone,
  recover,
  revisionState,
  sendAgain,
} from '../../src/domain/delivery-steps.ts';
import { broadcastId, memberId, tenantId } from '../../src/domain/ids.ts';

const tenant = tenantId('t1');

function aDelivery(state: DeliveryState, more: Partial<Delivery> = {}): Delivery {
  return {
    broadcastId: broadcastId('b1'),
    tenantId: tenant,
    recipient: { kind: 'member', memberId: memberId(tenant, 'anna') },
    state,
    attempts: 0,
    expiresAt: 1000,
    revision: 0,
    ...more,
  };
}

const finals: readonly DeliveryState[] = [
  { kind: 'delivered', at: 5 },
  { kind: 'rejected', code: '413' },
  { kind: 'unclear', epoch: 1, since: 5 },
  { kind: 'unreachable', because: 'never-met' },
  { kind: 'cancelled' },
  { kind: 'expired' },
];

describe('the steps of a delivery', () => {
  it('claims what is planned or waits, and nothing else', () => {
    expect(claim(aDelivery({ kind: 'planned' }), 3)?.state).toEqual({ kind: 'claimed', epoch: 3 });
    expect(claim(aDelivery({ kind: 'waiting', until: 9, because: 'retry' }), 3)?.state.kind).toBe('claimed');
    expect(claim(aDelivery({ kind: 'claimed', epoch: 2 }), 3)).toBeUndefined();
    expect(claim(aDelivery({ kind: 'sending', epoch: 2, since: 1 }), 3)).toBeUndefined();
  });

  it.each(finals)('never takes one that is $kind into sending again', (state) => {
    expect(claim(aDelivery(state), 3)).toBeUndefined();
    expect(beginSending(aDelivery(state), 3, 9)).toBeUndefined();
    expect(endUnsent(aDelivery(state), { kind: 'cancelled' })).toBeUndefined();
    expect(recover(aDelivery(state), 3)).toBeUndefined();
  });

  it('begins to send only what its own epoch has claimed', () => {
    expect(beginSending(aDelivery({ kind: 'claimed', epoch: 3 }), 3, 9)?.state).toEqual({
      kind: 'sending',
      epoch: 3,
      since: 9,
    });
    expect(beginSending(aDelivery({ kind: 'claimed', epoch: 4 }), 3, 9)).toBeUndefined();
    expect(beginSending(aDelivery({ kind: 'planned' }), 3, 9)).toBeUndefined();
  });

  it('plans again what a holder that is gone had only claimed, and calls unclear what it was sending', () => {
    expect(recover(aDelivery({ kind: 'claimed', epoch: 2 }), 3)?.state).toEqual({ kind: 'planned' });
    expect(recover(aDelivery({ kind: 'sending', epoch: 2, since: 7 }), 3)?.state).toEqual({
      kind: 'unclear',
      epoch: 2,
      since: 7,
    });
  });

  it('leaves alone what the holder itself is doing', () => {
    expect(recover(aDelivery({ kind: 'claimed', epoch: 3 }), 3)).toBeUndefined();
    expect(recover(aDelivery({ kind: 'sending', epoch: 3, since: 7 }), 3)).toBeUndefined();
  });

  it('gives whoever wants to wait as much more time as they wait', () => {
    const waiting = postpone(
      aDelivery({ kind: 'claimed', epoch: 1 }, { expiresAt: 1000 }),
      700,
      'daily',
      200,
    );

    expect(waiting).toMatchObject({
      state: { kind: 'waiting', until: 700, because: 'daily' },
      postponed: { until: 700, because: 'daily' },
      expiresAt: 1500,
    });
  });

  it('sends again only what is unclear, and marks it as a repetition', () => {
    const again = sendAgain(aDelivery({ kind: 'unclear', epoch: 1, since: 5 }, { attempts: 3 }), 2000, 500);

    expect(again).toMatchObject({ state: { kind: 'planned' }, attempts: 0, repeated: true, expiresAt: 2500 });
    expect(sendAgain(aDelivery({ kind: 'delivered', at: 5 }), 2000, 500)).toBeUndefined();
    expect(sendAgain(aDelivery({ kind: 'rejected', code: '413' }), 2000, 500)).toBeUndefined();
  });

  it('does not end what is being sent at this moment', () => {
    const end = { kind: 'cancelled' } as const;

    expect(endUnsent(aDelivery({ kind: 'sending', epoch: 1, since: 5 }), end)).toBeUndefined();
    expect(endUnsent(aDelivery({ kind: 'waiting', until: 5, because: 'daily' }), end)?.state).toEqual(end);
  });

  it('can revise a posted message only when its id is known', () => {
    const known = aDelivery({ kind: 'delivered', at: 5, activityId: 'a' }, { revision: 1 });

    expect(revisionState(known, 1)).toBe('current');
    expect(revisionState(known, 2)).toBe('to-revise');
    expect(revisionState({ ...known, notRevised: { revision: 2, code: '404' } }, 2)).toBe('never');
    expect(revisionState(aDelivery({ kind: 'delivered', at: 5 }, { revision: 1 }), 2)).toBe('never');
    expect(revisionState(aDelivery({ kind: 'planned' }), 2)).toBe('current');
  });
});
