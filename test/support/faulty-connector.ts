import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';

import { z } from 'zod';

import type { WireReply } from './faulty-plan.ts';
import { FaultyService } from './faulty-service.ts';
import type { FaultyCall, FaultyOptions, Verdict } from './faulty-service.ts';
import type { SendingLedger } from './sending-ledger.ts';

const activityPath = /^\/v3\/conversations\/([^/]+)\/activities(?:\/([^/?]+))?$/;
const NewThread = z.object({ channelData: z.object({ channel: z.object({ id: z.string() }) }) });
/** Nobody can obey a Retry-After before it arrived. */
const onTheWayMs = 50;

/** A connector on 127.0.0.1 with seeded faults and the platform's limits, for tests of load. It keeps accounts, and no messages. */
export class FaultyConnector {
  /** Requests that followed a redirect. */
  followed = 0;
  /** Connections that were opened. */
  connections = 0;
  readonly #service: FaultyService;
  readonly #server: Server;
  readonly #elsewhere: Server;

  private constructor(options: FaultyOptions) {
    this.#service = new FaultyService({ graceMs: onTheWayMs, ...options });
    this.#server = createServer((request, response) => {
      // A request that is cut off before its end is no call.
      this.#answer(request, response).catch((error: Error) => response.destroy(error));
    });
    this.#server.on('connection', () => {
      this.connections += 1;
    });
    this.#elsewhere = createServer((_request, response) => {
      this.followed += 1;
      response.end();
    });
  }

  static async start(options: FaultyOptions): Promise<FaultyConnector> {
    const connector = new FaultyConnector(options);
    for (const server of [connector.#server, connector.#elsewhere]) {
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    }
    return connector;
  }

  /** The service URL to put into references. */
  get url(): string {
    return urlOf(this.#server);
  }

  get ledger(): SendingLedger {
    return this.#service.ledger;
  }

  async close(): Promise<void> {
    for (const server of [this.#server, this.#elsewhere]) {
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    }
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = await toCall(request);
    if (call === undefined) {
      response.writeHead(405).end();
      return;
    }
    const verdict = this.#service.receive(call, now());
    // Whoever hangs up ends the call, too.
    response.once('close', () => verdict.answered(now()));
    await this.#play(verdict, request, response);
  }

  async #play(
    { reply, latencyMs }: Verdict,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    if (reply.kind === 'hang') {
      return;
    }
    await setTimeout(latencyMs, undefined, { ref: false });
    if (reply.kind === 'reset') {
      request.socket.resetAndDestroy();
      return;
    }
    response.writeHead(reply.status, this.#headersOf(reply));
    response.end(reply.body);
  }

  #headersOf(reply: Extract<WireReply, { kind: 'answer' }>): Record<string, string> {
    const { type = 'application/json', retryAfter, redirect } = reply;
    return {
      'content-type': type,
      ...(retryAfter !== undefined && { 'retry-after': retryAfter }),
      ...(redirect === true && { location: `${urlOf(this.#elsewhere)}/elsewhere` }),
    };
  }
}

/** The body is read to its end and only weighed, unless the address stands in it. */
async function toCall(request: IncomingMessage): Promise<FaultyCall | undefined> {
  const { method, url = '' } = request;
  const isNewThread = method === 'POST' && url === '/v3/conversations';
  let bytes = 0;
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) {
    const text = String(chunk);
    bytes += Buffer.byteLength(text);
    body += isNewThread ? text : '';
  }
  if (isNewThread) {
    const conversationId = NewThread.parse(JSON.parse(body)).channelData.channel.id;
    return { operation: 'post', conversationId, bytes, newThread: true };
  }
  const [, conversation, activity] = activityPath.exec(url) ?? [];
  if (conversation === undefined || (method !== 'POST' && method !== 'PUT')) {
    return undefined;
  }
  return {
    operation: method === 'POST' ? 'post' : 'update',
    conversationId: decodeURIComponent(conversation),
    bytes,
    ...(activity !== undefined && { activityId: decodeURIComponent(activity) }),
  };
}

/** Never goes back, and yet names the time of day. */
function now(): number {
  return performance.timeOrigin + performance.now();
}

function urlOf(server: Server): string {
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
}
