import { APIConnectionError, APIConnectionTimeoutError, APIError } from 'openai';

import { readRetryAfter } from '../domain/retry-after.ts';
import type { Instant } from '../domain/instant.ts';
import type { ModelFailureReason } from '../ports/language-model.ts';
import { OutOfTimeError } from './deadline.ts';
import { NoTokenError } from './open-client.ts';

/** What went wrong with one try, in our words. */
export interface Trouble {
  readonly because: ModelFailureReason;
  /** Of HTTP, where there was an answer. */
  readonly status?: number;
  /** Of the system, such as "ECONNREFUSED". */
  readonly code?: string;
  /** Absent: trying again does not help. */
  readonly retryInMs?: number;
  /** What the endpoint did not like, in its own words, which may repeat ours: never logged. */
  readonly complaint?: string;
}

const usualRetryMs = 200;
const resets = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);
const triedAgain = new Set([408, 409]);
/** The request is well-formed, and its content or an option of it is not liked. */
const aboutContent = new Set([400, 413, 422]);
/** Codes by which endpoints say in a 400 what others say in a 404. */
const aboutSettings = new Set([
  'model_not_found',
  'invalid_model',
  'DeploymentNotFound',
  'OperationNotSupported',
]);

export function toTrouble(error: unknown, now: Instant): Trouble {
  if (error instanceof OutOfTimeError) {
    return { because: 'late' };
  }
  if (hasCause(error, NoTokenError)) {
    return { because: 'refused', code: 'NO_TOKEN' };
  }
  if (error instanceof APIError && error.status !== undefined) {
    return toRefusal(error, error.status, now);
  }
  // A code within the API's own error is the endpoint's, and may be anything.
  const code = findSystemCode(error instanceof APIError ? error.cause : error);
  // Node's fetch ends a body that breaks off with a TypeError; an error told within a stream has no status.
  if (error instanceof APIError || error instanceof APIConnectionError || error instanceof TypeError) {
    return {
      because: error instanceof APIConnectionTimeoutError ? 'late' : 'unreachable',
      ...(code !== undefined && { code }),
      ...(code !== undefined && resets.has(code) && { retryInMs: usualRetryMs }),
    };
  }
  return { because: 'unusable' };
}

function toRefusal(error: APIError, status: number, now: Instant): Trouble {
  const because = reasonOf(status, error.code ?? undefined);
  const retryInMs = retryAfterOf(error, status, now);
  return {
    because,
    status,
    ...(retryInMs !== undefined && { retryInMs }),
    ...(aboutContent.has(status) && { complaint: `${error.param ?? ''} ${error.message}` }),
  };
}

function reasonOf(status: number, code: string | undefined): ModelFailureReason {
  if (status >= 500 || status === 409) {
    return 'unreachable';
  }
  if (status === 408) {
    return 'late';
  }
  // 402: the account there has no money left.
  if (status === 429 || status === 402) {
    return 'throttled';
  }
  return aboutContent.has(status) && (code === undefined || !aboutSettings.has(code))
    ? 'unusable'
    : 'refused';
}

/** A throttled call is repeated only when the endpoint says when. */
function retryAfterOf(error: APIError, status: number, now: Instant): number | undefined {
  if (status < 500 && status !== 429 && !triedAgain.has(status)) {
    return undefined;
  }
  // Azure's own header, finer than the seconds of the standard.
  const ms = Number(error.headers?.get('retry-after-ms') ?? Number.NaN);
  if (Number.isFinite(ms) && ms >= 0) {
    return ms;
  }
  const at = readRetryAfter(error.headers?.get('retry-after') ?? undefined, now);
  return at !== undefined ? at - now : status === 429 ? undefined : usualRetryMs;
}

function hasCause(error: unknown, type: typeof NoTokenError): boolean {
  return error instanceof type || (error instanceof Error && hasCause(error.cause, type));
}

/** Only what looks like a constant of the system. */
function findSystemCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) {
    return undefined;
  }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return /^[A-Z][A-Z\d_]{2,40}$/.test(code) ? code : findSystemCode(error.cause);
}
