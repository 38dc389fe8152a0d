import { expect, it } from 'vitest';
import { countOpen, isFinal, tallyKey } from '../../src/domain/delivery.ts';
import type { DeliveryState, Tally } from '../../src/domain/delivery.ts';

const states: readonly DeliveryState[] = [
  { kind: 'planned' },
  { kind: 'claimed', epoch: 1 },
  { kind: 'sending', epoch: 1, since: 5 },
  { kind: 'waiting', until: 9, because: 'quiet-hours' },
  { kind: 'delivered', at: 5 },
  { kind: 'rejected', code: '413' },
  { kind: 'unclear', epoch: 1, since: 5 },
  { kind: 'unreachable', because: 'never-met' },
  { kind: 'cancelled' },
  { kind: 'expired' },
];

it.each(states)('a tally of one that is $kind has an open one as long as that is not final', (state) => {
  expect(countOpen({ [tallyKey(state)]: 1 })).toBe(isFinal(state) ? 0 : 1);
});

it('what waits is open whatever it waits for, and what is final never is', () => {
  const tally: Tally = {
    planned: 20,
    claimed: 4,
    sending: 1,
    'waiting:throttled': 300,
    'waiting:daily': 5000,
    delivered: 70_000,
    unclear: 100_000,
    'rejected:sending': 200_000,
    'unreachable:never-met': 400_000,
    cancelled: 800_000,
    expired: 1_600_000,
  };

  expect(countOpen(tally)).toBe(5325);
});

it('an empty tally has no open ones', () => {
  expect(countOpen({})).toBe(0);
});
