import type { IncomingMessage } from 'node:http';

import { nestingDepth } from './nesting-depth.ts';
import { readBody } from './read-body.ts';

export interface BodyLimits {
  readonly bytes: number;
  /** Brackets inside brackets; what is deeper could exhaust the stack of whoever walks through it. */
  readonly depth: number;
  /** The whole body must have arrived within this many milliseconds. */
  readonly bodyMs: number;
}

export const bodyLimits: BodyLimits = { bytes: 262_144, depth: 2_000, bodyMs: 10_000 };

export type RefusalStatus = 400 | 408 | 413 | 415;

export type GuardOutcome =
  | { readonly kind: 'activity'; readonly activity: Readonly<Record<string, unknown>> }
  | { readonly kind: 'refused'; readonly status: RefusalStatus }
  /** The client went away before its body was complete. */
  | { readonly kind: 'gone' };

/**
 * Reads one activity from the raw stream, so that no body reader of a framework sees what strangers send: restify's own
 * dies of a broken gzip body (11.1.0 and 12.0.0), unpacks bombs and writes multipart files to disk. Nothing of a body
 * is read whose headers already refuse it.
 */
export async function readActivity(
  request: IncomingMessage,
  limits: BodyLimits,
  accept: () => void,
): Promise<GuardOutcome> {
  const refusal = refusalByHeaders(request, limits);
  if (refusal !== undefined) {
    return { kind: 'refused', status: refusal };
  }
  accept();
  const body = await readBody(request, limits);
  switch (body.kind) {
    case 'complete':
      return parseActivity(body.bytes, limits);
    case 'too-big':
      return { kind: 'refused', status: 413 };
    case 'too-slow':
      return { kind: 'refused', status: 408 };
    case 'gone':
      return { kind: 'gone' };
  }
}

function refusalByHeaders(request: IncomingMessage, limits: BodyLimits): RefusalStatus | undefined {
  const { headers } = request;
  if (headers['content-encoding'] !== undefined || !isJson(headers['content-type'])) {
    return 415;
  }
  const coding = headers['transfer-encoding'];
  if (coding !== undefined && coding.toLowerCase() !== 'chunked') {
    return 415;
  }
  return Number(headers['content-length'] ?? 0) > limits.bytes ? 413 : undefined;
}

function isJson(contentType: string | undefined): boolean {
  return /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(contentType ?? '');
}

function parseActivity(bytes: Uint8Array, limits: BodyLimits): GuardOutcome {
  const refused: GuardOutcome = { kind: 'refused', status: 400 };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (nestingDepth(text) > limits.depth) {
      return refused;
    }
    const value: unknown = JSON.parse(text);
    return isTyped(value) ? { kind: 'activity', activity: value } : refused;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) {
      return refused;
    }
    throw error;
  }
}

function isTyped(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}
