import type { Address } from '../domain/reach.ts';
import type { SendResult } from '../domain/send-result.ts';

/** What is posted to a place: a card, and what a notification of it says. */
export interface Message {
  /** An Adaptive Card as plain JSON. */
  readonly card: object;
  readonly summary: string;
}

/**
 * Sends to places on the bot's own account. Never throws for what the service, the network or the login does: every outcome is a
 * `SendResult`. Calls are made exactly once, with a deadline, and follow no redirect. A service URL that is not on the
 * allow-list gets `{ kind: 'foreign-service' }` and no call.
 */
export interface Messenger {
  /** Posts anew. In a channel it begins a thread of its own. */
  send(address: Address, message: Message): Promise<SendResult>;
  /** Puts the message in the place of a posted one. */
  update(address: Address, activityId: string, message: Message): Promise<SendResult>;
}
