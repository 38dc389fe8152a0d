import { minuteMs, secondMs } from './instant.ts';
import type { Instant } from './instant.ts';
import { readRetryAfter } from './retry-after.ts';
import { rejectionCode } from './send-failure.ts';
import type { SendResult } from './send-result.ts';

/** A post makes a new message, an update changes one: done twice it is done once. */
export type SendOperation = 'post' | 'update';

export interface SendCircumstances {
  readonly operation: SendOperation;
  /** How often it was tried without a result before this time; throttling costs none. */
  readonly attempts: number;
  readonly now: Instant;
  /** Whoever asks ends it by themselves: what may be done again is never given up. */
  readonly patient?: boolean;
  /** The card was already the short one. */
  readonly shortened?: boolean;
  /** How often in a row it was throttled before this time. */
  readonly throttles?: number;
  /** From 0 to 1; spreads the waiting, so that not everybody comes back at once. Without it waiting takes its full time. */
  readonly chance?: () => number;
}

/** What follows from one call to the connector. */
export type SendReaction =
  | { readonly kind: 'delivered'; readonly activityId?: string }
  /** Final. With `alarm` the mistake is ours. */
  | { readonly kind: 'rejected'; readonly code: string; readonly alarm?: true }
  /** It may have arrived: final, and never sent again by itself. */
  | { readonly kind: 'unclear' }
  /** Not accepted, or harmless when done twice. Costs an attempt. */
  | { readonly kind: 'retry'; readonly until: Instant }
  /** Costs no attempt. */
  | { readonly kind: 'throttled'; readonly until: Instant }
  /** Too big: once more with a short card. */
  | { readonly kind: 'shorten' }
  /** The registration or its secret is wrong, with a fresh token too: nobody of this broadcast gets anything. */
  | { readonly kind: 'stop-broadcast'; readonly code: string }
  /** The login service is down: nothing goes to anybody before `until`. */
  | { readonly kind: 'pause'; readonly until: Instant }
  | { readonly kind: 'unreachable'; readonly because: 'foreign-service' };

/** How often something is tried that is refused for the moment, the first time included. */
export const mostAttempts = 5;
const firstWaitMs = 2 * secondMs;
const longestWaitMs = 5 * minuteMs;
export const longestThrottleMs = 15 * minuteMs;
const loginPauseMs = 30 * secondMs;

/** https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability#status-codes-from-bot-conversational-apis */
export function reactToSend(result: SendResult, circumstances: SendCircumstances): SendReaction {
  switch (result.kind) {
    case 'accepted':
      return {
        kind: 'delivered',
        ...(result.activityId !== undefined && { activityId: result.activityId }),
      };
    case 'refused':
      return reactToRefusal(result, circumstances);
    case 'not-sent':
      // The life-time of a delivery ends this, so that nobody is left out because of an hour without a network.
      return { kind: 'retry', until: waitUntil(circumstances.attempts, circumstances) };
    case 'no-answer':
      return afterDoubt('no-answer', circumstances);
    case 'no-token':
      return { kind: 'pause', until: circumstances.now + loginPauseMs };
    case 'foreign-service':
      return { kind: 'unreachable', because: 'foreign-service' };
  }
}

function reactToRefusal(
  { failure, retryAfter }: Extract<SendResult, { kind: 'refused' }>,
  circumstances: SendCircumstances,
): SendReaction {
  const { status } = failure;
  const code = rejectionCode(failure);
  if (status >= 200 && status < 300) {
    return { kind: 'delivered' };
  }
  if (status < 200 || status >= 500 || status === 408) {
    return afterDoubt(code, circumstances);
  }
  switch (status) {
    case 400:
      return { kind: 'rejected', code, alarm: true };
    case 401:
      return { kind: 'stop-broadcast', code };
    case 412:
      return retryOrReject(code, circumstances);
    case 413:
      return circumstances.shortened === true ? { kind: 'rejected', code } : { kind: 'shorten' };
    case 429:
      return { kind: 'throttled', until: throttledUntil(retryAfter, circumstances) };
    default:
      return { kind: 'rejected', code };
  }
}

/** It may have been accepted. */
function afterDoubt(code: string, circumstances: SendCircumstances): SendReaction {
  return circumstances.operation === 'post' ? { kind: 'unclear' } : retryOrReject(code, circumstances);
}

function retryOrReject(code: string, circumstances: SendCircumstances): SendReaction {
  const { attempts, patient = false } = circumstances;
  return patient || attempts + 1 < mostAttempts
    ? { kind: 'retry', until: waitUntil(attempts, circumstances) }
    : { kind: 'rejected', code };
}

function throttledUntil(retryAfter: string | undefined, circumstances: SendCircumstances): Instant {
  const { now, throttles = 0 } = circumstances;
  const wanted = readRetryAfter(retryAfter, now) ?? waitUntil(throttles, circumstances);
  return Math.min(wanted, now + longestThrottleMs);
}

/** Twice as long each time; chance takes away up to half of it. */
function waitUntil(times: number, { now, chance }: SendCircumstances): Instant {
  const waitMs = Math.min(firstWaitMs * 2 ** times, longestWaitMs);
  return now + Math.ceil(waitMs * (chance === undefined ? 1 : 0.5 + chance() / 2));
}
