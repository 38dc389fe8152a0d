import type { Delivery, DeliveryState } from './delivery.ts';

/** What is left of a delivery for the sums when its recipient's data is erased: nothing leads to the person or to the message. */
export function eraseRecipient(delivery: Delivery): Delivery {
  const { communeId: _commune, postponed: _postponed, ...rest } = delivery;
  return { ...rest, recipient: { kind: 'erased' }, state: withoutPerson(delivery.state) };
}

function withoutPerson(state: DeliveryState): DeliveryState {
  switch (state.kind) {
    case 'planned':
    case 'claimed':
    case 'waiting':
      return { kind: 'cancelled' };
    case 'sending':
      // At this moment it may be on its way; calling it cancelled could be untrue.
      return { kind: 'unclear', epoch: state.epoch, since: state.since };
    case 'delivered':
      return { kind: 'delivered', at: state.at };
    case 'rejected':
    case 'unclear':
    case 'unreachable':
    case 'cancelled':
    case 'expired':
      return state;
  }
}
