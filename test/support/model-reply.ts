import type { ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';

import {
  buildTextChunks,
  buildTextCompletion,
  buildToolCallChunks,
  writeSSEStream,
} from '@copilotkit/aimock';

/** How a call is answered; what is not said is as usual. */
export interface ModelReply {
  /** What the model says; JSON as text, too. */
  readonly text?: string;
  /** Instead of "stop". */
  readonly finish?: string;
  /** A stream begins with a call of this tool. */
  readonly tool?: string;
  /** Between two pieces of a stream. */
  readonly pieceMs?: number;
  /** Letters of a piece of a stream. */
  readonly pieceLength?: number;
  /** What happens after so many pieces of a stream, in the place of the others. */
  readonly after?: { readonly pieces: number; readonly wire: 'reset' | 'hang' | 'end' | 'error' };
  readonly vectors?: readonly (readonly unknown[])[];
  /** Before the first byte. */
  readonly delayMs?: number;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** The body as it is sent, whatever was asked for. */
  readonly body?: string | Uint8Array;
  /** `hang`: no byte is ever sent. `endless`: bytes are sent as long as somebody reads. */
  readonly wire?: 'reset' | 'hang' | 'endless';
}

export interface ChatAsked {
  readonly model: string;
  readonly stream: boolean;
  readonly wantsUsage: boolean;
}

/** Tokens that the stand-in always counts. */
export const countedTokens = { prompt_tokens: 11, completion_tokens: 7, total_tokens: 18 };
const usualPieceLength = 8;

/** True: the reply is no usual one, and has been played. */
export async function playFault(reply: ModelReply, response: ServerResponse): Promise<boolean> {
  const { wire, body, status, headers } = reply;
  if (wire === 'hang') {
    return true;
  }
  if (wire === 'reset') {
    response.socket?.resetAndDestroy();
    return true;
  }
  if (wire === 'endless') {
    await writeEndlessly(response);
    return true;
  }
  if (body === undefined && status === undefined) {
    return false;
  }
  response.writeHead(status ?? 200, { 'content-type': 'application/json', ...headers });
  response.end(body ?? '');
  return true;
}

async function writeEndlessly(response: ServerResponse): Promise<void> {
  response.writeHead(200, { 'content-type': 'application/json' });
  const block = ' '.repeat(65_536);
  while (!response.destroyed) {
    if (!response.write(block)) {
      await setTimeout(1);
    }
  }
}

export function playCompletion(reply: ModelReply, asked: ChatAsked, response: ServerResponse): void {
  const { text = '', finish } = reply;
  const completion = buildTextCompletion(text, asked.model, undefined, {
    usage: countedTokens,
    ...(finish !== undefined && { finishReason: finish }),
  });
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(completion));
}

export async function playStream(
  reply: ModelReply,
  asked: ChatAsked,
  response: ServerResponse,
): Promise<void> {
  const { text = '', finish, tool, pieceMs = 0, pieceLength = usualPieceLength, after } = reply;
  const overrides = finish === undefined ? {} : { finishReason: finish };
  const chunks = [
    ...(tool === undefined
      ? []
      : buildToolCallChunks([{ name: tool, arguments: '{}' }], asked.model, 8).slice(0, -1)),
    ...buildTextChunks(text, asked.model, pieceLength, undefined, overrides),
  ];
  const cut = new AbortController();
  response.once('close', () => cut.abort());
  let sent = 0;
  // The first one only tells the role.
  const last = after === undefined ? Number.POSITIVE_INFINITY : after.pieces + 1;
  const isWhole = await writeSSEStream(response, chunks, {
    latency: pieceMs,
    signal: cut.signal,
    onChunkSent() {
      sent += 1;
      if (sent >= last) {
        cut.abort();
      }
    },
    ...(asked.wantsUsage && { usageChunk: toUsageChunk(asked.model) }),
  });
  if (isWhole || after === undefined) {
    return;
  }
  switch (after.wire) {
    case 'reset':
      // What was written is to arrive before the end does.
      await setTimeout(20);
      response.socket?.resetAndDestroy();
      return;
    case 'end':
      response.end();
      return;
    case 'error':
      response.end('data: {"error":{"message":"Overloaded","type":"server_error"}}\n\n');
      return;
    case 'hang':
  }
}

function toUsageChunk(model: string) {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion.chunk' as const,
    created: 0,
    model,
    choices: [],
    usage: countedTokens,
  };
}
