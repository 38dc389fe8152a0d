import type { SendFailure } from './send-failure.ts';

/** What is known after one call to the connector. */
export type SendResult =
  /** Without an activity id when the service did not say: the message cannot be changed later. */
  | { readonly kind: 'accepted'; readonly activityId?: string }
  /** A status that is not 2xx, redirects included. `retryAfter` is the header as it came. */
  | { readonly kind: 'refused'; readonly failure: SendFailure; readonly retryAfter?: string }
  /** Proven not sent: no connection was made. */
  | { readonly kind: 'not-sent'; readonly reason: string }
  /** The request went out, and the answer never came. */
  | { readonly kind: 'no-answer'; readonly reason: string }
  /** The bot's own login failed: nothing was sent, and nothing can be. */
  | { readonly kind: 'no-token'; readonly reason: string }
  /** The service URL is not on the allow-list: nothing was sent. */
  | { readonly kind: 'foreign-service' };
