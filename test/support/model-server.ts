import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';

import { z } from 'zod';

import { toGramVector } from './model-server-vector.ts';
import { playCompletion, playFault, playStream } from './model-reply.ts';
import type { ModelReply } from './model-reply.ts';

const Body = z.looseObject({
  model: z.string().default(''),
  messages: z.array(z.looseObject({ role: z.string(), content: z.string() })).default([]),
  input: z.array(z.string()).default([]),
  stream: z.boolean().default(false),
  stream_options: z.looseObject({ include_usage: z.boolean() }).optional(),
  response_format: z.looseObject({ type: z.string() }).optional(),
});

/** One request to the stand-in. */
export interface ModelCall {
  readonly kind: 'chat' | 'stream' | 'embed';
  /** With its query. */
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: z.output<typeof Body>;
  readonly instructions: string;
  /** What was typed or stored. */
  readonly material: string;
  readonly texts: readonly string[];
}

/**
 * Models behind OpenAI's API on 127.0.0.1, for the real client. It records every call, answers as the test says, and makes
 * vectors of the letters of a text.
 */
export class ModelServer {
  readonly calls: ModelCall[] = [];
  /** What is answered; for one call after the other, keep count outside. */
  answer: (call: ModelCall) => ModelReply = () => ({ text: 'Guten Tag.' });
  vectorOf: (text: string) => readonly number[] = toGramVector;
  /** No call is answered before this has come. */
  until: Promise<unknown> = Promise.resolve();
  /** Calls whose answer was not read to its end. */
  hungUp = 0;
  /** How many calls were open at the same time. */
  mostAtOnce = 0;
  #open = 0;
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      // Somebody who hangs up while the request is read is no call.
      this.#receive(request, response).catch((error: Error) => response.destroy(error));
    });
  }

  static async start(): Promise<ModelServer> {
    const server = new ModelServer();
    await new Promise<void>((resolve) => server.#server.listen(0, '127.0.0.1', resolve));
    return server;
  }

  /** Without a path, as Azure's dated API is configured. */
  get origin(): string {
    const address = this.#server.address();
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  }

  /** As it stands in LLM_BASE_URL. */
  get baseUrl(): string {
    return `${this.origin}/v1`;
  }

  /** Answers the calls with one reply after the other, and then always with the last. */
  answerInTurn(...replies: readonly ModelReply[]): void {
    let next = 0;
    this.answer = () => {
      const reply = replies[Math.min(next, replies.length - 1)];
      next += 1;
      return reply ?? {};
    };
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
    });
  }

  async #receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = await toCall(request);
    this.calls.push(call);
    this.#open += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#open);
    response.once('close', () => {
      this.#open -= 1;
      this.hungUp += response.writableFinished ? 0 : 1;
    });
    const reply = this.answer(call);
    await this.until;
    await setTimeout(reply.delayMs ?? 0, undefined, { ref: false });
    if (await playFault(reply, response)) {
      return;
    }
    const { body } = call;
    const asked = {
      model: body.model,
      stream: body.stream,
      wantsUsage: body.stream_options?.include_usage === true,
    };
    switch (call.kind) {
      case 'chat':
        playCompletion(reply, asked, response);
        return;
      case 'stream':
        await playStream(reply, asked, response);
        return;
      case 'embed':
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(JSON.stringify(this.#embed(call, reply)));
    }
  }

  #embed({ texts, body }: ModelCall, { vectors = texts.map((text) => this.vectorOf(text)) }: ModelReply) {
    return {
      object: 'list',
      data: vectors.map((embedding, index) => ({ object: 'embedding', index, embedding })),
      model: body.model,
      usage: { prompt_tokens: 5 * texts.length, total_tokens: 5 * texts.length },
    };
  }
}

async function toCall(request: IncomingMessage): Promise<ModelCall> {
  const { url = '', headers } = request;
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) {
    text += String(chunk);
  }
  const body = Body.parse(JSON.parse(text));
  const said = (role: string) =>
    body.messages
      .filter((message) => message.role === role)
      .map(({ content }) => content)
      .join('\n');
  return {
    kind: url.includes('/embeddings') ? 'embed' : body.stream ? 'stream' : 'chat',
    path: url,
    headers,
    body,
    instructions: said('system'),
    material: said('user'),
    texts: body.input,
  };
}
