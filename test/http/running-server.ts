import { createHttpServer } from '../../src/http/server.ts';
import type { HttpServer, HttpServerDeps } from '../../src/http/server.ts';

/** A server whose bot accepts everything, and what came through to it. */
export class RunningServer {
  readonly received: Readonly<Record<string, unknown>>[] = [];
  readonly authorizations: (string | undefined)[] = [];
  readonly errors: string[] = [];
  readonly server: HttpServer;
  port = 0;

  private constructor(deps: Partial<HttpServerDeps>) {
    this.server = createHttpServer({
      config: { host: '127.0.0.1', port: 0 },
      logger: {
        info: () => undefined,
        warn: () => undefined,
        error: (event) => this.errors.push(event),
      },
      receive: async (authorization, activity) => {
        this.received.push(activity);
        this.authorizations.push(authorization);
        return { status: 200 };
      },
      pages: {},
      ready: () => true,
      ...deps,
    });
  }

  static async start(deps: Partial<HttpServerDeps> = {}): Promise<RunningServer> {
    const running = new RunningServer(deps);
    running.port = (await running.server.listen()).port;
    return running;
  }

  get(path: string): Promise<Response> {
    return fetch(`http://127.0.0.1:${this.port}${path}`);
  }

  post(
    body: string | Uint8Array<ArrayBuffer>,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    return fetch(`http://127.0.0.1:${this.port}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    });
  }

  stop(): Promise<void> {
    return this.server.close(500);
  }
}
