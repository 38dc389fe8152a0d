import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';

import { z } from 'zod';

/** One call of the bot to what it believes to be the Bot Connector service. */
export interface ConnectorCall {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly conversationId: string;
  /** The activity replied to or changed; absent for a new message. */
  readonly activityId?: string;
  readonly activity: SentActivity;
}

const SentActivity = z.looseObject({
  type: z.string().optional(),
  text: z.string().optional(),
  summary: z.string().optional(),
  replyToId: z.string().optional(),
  attachments: z.array(z.looseObject({ contentType: z.string(), content: z.unknown() })).optional(),
});
export type SentActivity = z.output<typeof SentActivity>;

/** How a call is answered instead of the usual way. */
export interface ScriptedAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly delayMs?: number;
  /** The connection is cut without an answer, after the call was recorded. */
  readonly reset?: boolean;
  /** The answer begins and never ends. */
  readonly endless?: boolean;
}

const pathPattern = /^\/v3\/conversations\/([^/]+)(?:\/(activities|members|pagedmembers)(?:\/([^/?]+))?)?/;

/** A connector on 127.0.0.1 that records every call and accepts it, unless a script says otherwise. */
export class StandInConnector {
  readonly calls: ConnectorCall[] = [];
  /** By the id of the account; others are unknown to the roster. */
  readonly members = new Map<string, Readonly<Record<string, unknown>>>();
  script: (call: ConnectorCall) => ScriptedAnswer | undefined = () => undefined;
  readonly #server: Server;
  readonly #waiting = new Set<() => void>();
  #messages = 0;

  private constructor() {
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  static async start(): Promise<StandInConnector> {
    const connector = new StandInConnector();
    await new Promise<void>((resolve) => connector.#server.listen(0, '127.0.0.1', resolve));
    return connector;
  }

  /** The service URL to put into activities. */
  get url(): string {
    const address = this.#server.address();
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  }

  /** The activities sent as new messages, in order. */
  get messages(): SentActivity[] {
    return this.calls.filter(({ method }) => method === 'POST').map(({ activity }) => activity);
  }

  get updates(): ConnectorCall[] {
    return this.calls.filter(({ method }) => method === 'PUT');
  }

  get rosterReads(): ConnectorCall[] {
    return this.calls.filter(({ path }) => path.includes('/members/'));
  }

  /** Resolves as soon as `holds` is true after a call; the test's own time-out ends the waiting. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) {
      await new Promise<void>((resolve) => {
        this.#waiting.add(resolve);
      });
    }
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
    });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call = await toCall(request);
    this.calls.push(call);
    for (const resume of this.#waiting) {
      this.#waiting.delete(resume);
      resume();
    }
    const answer = { ...this.#usualAnswer(call), ...this.script(call) };
    if (answer.delayMs !== undefined) {
      await new Promise((resolve) => {
        setTimeout(resolve, answer.delayMs);
      });
    }
    if (answer.reset === true) {
      request.socket.destroy();
      return;
    }
    response.writeHead(answer.status ?? 200, { 'content-type': 'application/json', ...answer.headers });
    if (answer.endless === true) {
      response.write(' ');
      return;
    }
    response.end(answer.body);
  }

  #usualAnswer(call: ConnectorCall): ScriptedAnswer {
    if (call.path.includes('/members/')) {
      const member = this.members.get(call.activityId ?? '');
      return member === undefined
        ? { status: 404, body: '{"error":{"code":"MemberNotFoundInConversation"}}' }
        : { status: 200, body: JSON.stringify(member) };
    }
    this.#messages += 1;
    return {
      status: call.method === 'POST' ? 201 : 200,
      body: JSON.stringify({ id: `sent-${this.#messages}` }),
    };
  }
}

async function toCall(request: IncomingMessage): Promise<ConnectorCall> {
  const { method = '', url = '', headers } = request;
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) {
    body += String(chunk);
  }
  const [, conversationId = '', , activityId] = pathPattern.exec(url) ?? [];
  return {
    method,
    path: url,
    headers,
    conversationId: decodeURIComponent(conversationId),
    ...(activityId !== undefined && { activityId: decodeURIComponent(activityId) }),
    activity: body === '' ? {} : SentActivity.parse(JSON.parse(body)),
  };
}
