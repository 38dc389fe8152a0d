import { z } from 'zod';

import type { SendResult } from '../domain/send-result.ts';
import type { CallWatch } from './call-watch.ts';

const Posted = z.object({
  id: z.string().min(1).max(500).optional().catch(undefined),
  /** Of a new thread: then `id` is that of the thread. */
  activityId: z.string().min(1).max(500).optional().catch(undefined),
});
const Code = z.union([z.string(), z.number()]).optional().catch(undefined);
const Text = z.string().optional().catch(undefined);
/** The present form, and the older one of a blocked conversation. */
const ErrorBody = z.object({
  error: z.object({ code: Code, message: Text }).optional().catch(undefined),
  errorCode: z.number().optional().catch(undefined),
  message: Text,
});

/** With a proxy between, the connection is not ours to watch; these happen before anything is sent through it. */
const connectCodes: ReadonlySet<unknown> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

/** What is known after a call; `error` is what the SDK threw, which only names the reason. */
export function toSendResult({ watch, error }: { watch: CallWatch; error?: unknown }): SendResult {
  const { answer } = watch;
  if (answer === undefined) {
    return withoutAnswer(watch, error);
  }
  const body = readJson(answer.body);
  // A status that says "accepted" counts, whatever the rest of the answer looks like: posting again would double the message.
  if (answer.status >= 200 && answer.status < 300) {
    const posted = Posted.safeParse(body).data;
    const activityId = posted?.activityId ?? messageOf(posted?.id);
    return { kind: 'accepted', ...(activityId !== undefined && { activityId }) };
  }
  return {
    kind: 'refused',
    failure: { status: answer.status, ...readError(body) },
    ...(answer.retryAfter !== undefined && { retryAfter: answer.retryAfter }),
  };
}

/** Names an error without a word of its message. */
export function reasonOf(error: unknown): string {
  for (const key of ['errorCode', 'code', 'name']) {
    const value: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, key) : undefined;
    if (typeof value === 'string' && /^\w{1,60}$/.test(value)) {
      return value;
    }
  }
  return 'unknown';
}

function withoutAnswer({ dispatched, connection }: CallWatch, error: unknown): SendResult {
  const reason = reasonOf(error);
  if (!dispatched) {
    return { kind: 'no-token', reason };
  }
  const sent = connection !== 'opening' && !connectCodes.has(reason);
  return { kind: sent ? 'no-answer' : 'not-sent', reason };
}

/** The id of a thread ends in that of its first message. */
function messageOf(id: string | undefined): string | undefined {
  return /;messageid=(\d+)$/.exec(id ?? '')?.[1] ?? id;
}

function readError(body: unknown): { code?: string | number; message?: string } {
  const parsed = ErrorBody.safeParse(body).data;
  const code = parsed?.error?.code ?? parsed?.errorCode;
  const message = parsed?.error?.message ?? parsed?.message;
  return { ...(code !== undefined && { code }), ...(message !== undefined && { message }) };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // HTML, or nothing at all.
    return undefined;
  }
}
