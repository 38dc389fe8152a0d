import { gzipSync } from 'node:zlib';

import type { ModelReply } from './model-reply.ts';

const stream = { 'content-type': 'text/event-stream' };

/** One piece of a stream as OpenAI's API sends it. */
export function aChunk(delta: Readonly<Record<string, unknown>>, finish?: string): string {
  const choice = { index: 0, delta, finish_reason: finish ?? null };
  return `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 0, model: 'm', choices: [choice] })}\n\n`;
}

/** A stream that is exactly this. */
export function aStream(
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): ModelReply {
  return { status: 200, body, headers: { ...stream, ...headers } };
}

/** A whole stream that says this, in the encoding that is named. */
export function saidIn(encoding: BufferEncoding, text: string): ModelReply {
  return aStream(Buffer.from(`${aChunk({ content: text })}${aChunk({}, 'stop')}data: [DONE]\n\n`, encoding));
}

/** A hundred megabytes in a hundred kilobytes. */
export function aBomb(begin: string): ModelReply {
  const body = gzipSync(Buffer.concat([Buffer.from(begin), Buffer.alloc(100_000_000, 'a')]), { level: 9 });
  return aStream(body, { 'content-encoding': 'gzip' });
}
