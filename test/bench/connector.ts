import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';

/** The first message that came as a reply to an activity. */
export interface Arrival {
  /** `performance.now()` when the last byte was here. */
  readonly at: number;
  readonly bytes: number;
  readonly isCard: boolean;
}

/** Far beyond anything measured: only a bot that does not answer at all gets here. */
const patienceMs = 20_000;
const cardType = 'application/vnd.microsoft.card.adaptive';
const replyPath = /^\/v3\/conversations\/[^/]+\/activities\/([^/?]+)/;
const memberPath = /^\/v3\/conversations\/[^/]+\/members\/([^/?]+)/;

/** What the Bot Connector service is to a bot, as lean as possible: it looks at no more than it needs to tell who was answered. */
export class Connector {
  readonly #server: Server;
  readonly #expected = new Map<string, (arrival: Arrival) => void>();
  #sent = 0;
  readonly #updates: { readonly path: string; readonly at: number; readonly body: string }[] = [];

  private constructor() {
    this.#server = createServer((request, response) => this.#receive(request, response));
    this.#server.keepAliveTimeout = 60_000;
  }

  static async start(): Promise<Connector> {
    const connector = new Connector();
    await new Promise<void>((resolve) => connector.#server.listen(0, '127.0.0.1', resolve));
    return connector;
  }

  get url(): string {
    const address = this.#server.address();
    return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  }

  /** Resolves with the first reply to the activity; rejects when none comes for a long time. */
  arrivalOf(activityId: string): Promise<Arrival> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#expected.delete(activityId);
        reject(new Error(`No answer within ${patienceMs} ms`));
      }, patienceMs);
      this.#expected.set(activityId, (arrival) => {
        clearTimeout(timer);
        this.#expected.delete(activityId);
        resolve(arrival);
      });
    });
  }

  /** Every change of a message that was posted before, in their order. */
  get updates(): readonly { readonly path: string; readonly at: number; readonly body: string }[] {
    return this.#updates;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
    });
  }

  #receive(request: IncomingMessage, response: ServerResponse): void {
    const chunks: Uint8Array[] = [];
    request.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    request.on('end', () => {
      const at = performance.now();
      const { method, url = '' } = request;
      const memberId = memberPath.exec(url)?.[1];
      if (memberId !== undefined) {
        answer(response, 200, JSON.stringify(rosterEntry(decodeURIComponent(memberId))));
        return;
      }
      if (method === 'PUT') {
        this.#updates.push({ path: url, at, body: Buffer.concat(chunks).toString() });
      }
      this.#sent += 1;
      answer(response, method === 'POST' ? 201 : 200, `{"id":"sent-${this.#sent}"}`);
      const tell = this.#expected.get(replyPath.exec(url)?.[1] ?? '');
      if (tell !== undefined) {
        const body = Buffer.concat(chunks);
        tell({ at, bytes: body.byteLength, isCard: body.includes(cardType) });
      }
    });
  }
}

function rosterEntry(id: string) {
  return { id, name: 'Erika Beispiel', email: `${id.slice(3)}@example.org`, userRole: 'user' };
}

function answer(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  });
  response.end(body);
}
