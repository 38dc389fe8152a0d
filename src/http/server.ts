import type { AddressInfo } from 'node:net';

import restify from 'restify';
import type { Next, Request, Response, Server } from 'restify';

import type { Config } from '../config.ts';
import type { Deps } from '../deps.ts';
import { sendAnswer, sendPage, sendRefusal } from './answer.ts';
import type { HttpAnswer } from './answer.ts';
import { bodyLimits, readActivity } from './guard.ts';
import type { BodyLimits } from './guard.ts';
import type { Download, FindFile } from './files.ts';
import { toListenError } from './listen-error.ts';
import { pageHeaders } from './page-headers.ts';

export interface Page {
  readonly contentType: string;
  readonly body: string;
}

export interface HttpServerDeps {
  readonly config: Pick<Config, 'host' | 'port'>;
  readonly logger: Deps['logger'];
  /** Takes one activity whose sender is not proven yet. */
  readonly receive: (
    authorization: string | undefined,
    activity: Readonly<Record<string, unknown>>,
  ) => Promise<HttpAnswer>;
  /** By path: `/`, `/datenschutz`, `/nutzung`. */
  readonly pages: Readonly<Record<string, () => Page>>;
  /** What `/files/…/name` opens, by the name of the folder. */
  readonly files?: Readonly<Record<string, FindFile>>;
  readonly ready: () => boolean | Promise<boolean>;
  readonly limits?: BodyLimits;
}

export interface HttpServer {
  /** Throws `ListenError` when the address cannot be used, which one clear line should say. */
  listen(): Promise<{ host: string; port: number }>;
  /** Takes no new connections, waits for running requests at most `deadlineMs`, then cuts them off. */
  close(deadlineMs: number): Promise<void>;
}

export function createHttpServer(deps: HttpServerDeps): HttpServer {
  // Without a name no `Server` header; without its own `100 Continue` nothing of a refused body is asked for.
  const server = restify.createServer({ name: '', noWriteContinue: true });
  limitConnections(server);
  refuseStrangeAddresses(server, deps.logger);
  addRoutes(server, deps);
  return {
    async listen() {
      const address = await listen(server, deps.config);
      // Accepting can fail later as well (too many open files); without a listener that would end the process.
      server.on('error', (error: Error) => deps.logger.error('http.server-failed', { error: nameOf(error) }));
      return address;
    },
    close: (deadlineMs) => close(server, deadlineMs),
  };
}

type Handle = (request: Request, response: Response) => Promise<void>;

function limitConnections(server: Server): void {
  const { server: node } = server;
  node.headersTimeout = 10_000;
  node.requestTimeout = 30_000;
  node.keepAliveTimeout = 65_000;
  node.maxHeadersCount = 100;
  node.maxConnections = 1_000;
}

/** Addresses come without their host; nothing depends on it. */
const anyBase = 'http://localhost';

/** Where nobody catches it, restify (12.0.0) fails at a `Host` or an address that is none, which would end the process. */
function refuseStrangeAddresses(server: Server, logger: Deps['logger']): void {
  server.pre((request: Request, response: Response, next: Next) => {
    if (hasAddress(request)) {
      next();
      return;
    }
    logger.warn('http.refused', { status: 400 });
    sendRefusal(request, response, 400);
    next(false);
  });
}

function hasAddress(request: Request): boolean {
  try {
    request.getUrl();
    return URL.canParse(request.url ?? '/', anyBase);
  } catch (error) {
    if (error instanceof TypeError) {
      return false;
    }
    throw error;
  }
}

function addRoutes(server: Server, deps: HttpServerDeps): void {
  const { logger, receive, pages, files = {}, ready, limits = bodyLimits } = deps;
  function route(handle: Handle): Handle {
    return async (request, response) => {
      try {
        await handle(request, response);
      } catch (error) {
        logger.error('http.failed', { path: request.path(), ...factsOf(error) });
        if (!response.headersSent) {
          sendAnswer(response, { status: 500, body: { error: 500 } });
        }
      }
    };
  }
  /** `HEAD` is asked for by programs that want to know whether there is something new (RFC 9110, 9.3.2); Node leaves the body out. */
  function get(path: string, handle: Handle): void {
    const answer = route(handle);
    server.get(path, answer);
    server.head(path, answer);
  }
  server.post(
    '/api/messages',
    route(async (request, response) => {
      const outcome = await readActivity(request, limits, () => {
        if (request.headers.expect !== undefined) {
          response.writeContinue();
        }
      });
      if (outcome.kind === 'refused') {
        logger.warn('http.refused', { status: outcome.status });
        sendRefusal(request, response, outcome.status);
      } else if (outcome.kind === 'activity') {
        sendAnswer(response, await receive(request.headers.authorization, outcome.activity));
      }
    }),
  );
  get('/health', async (_request, response) => sendAnswer(response, { status: 200, body: { status: 'ok' } }));
  get('/ready', async (_request, response) => {
    const isReady = await ready();
    sendAnswer(response, {
      status: isReady ? 200 : 503,
      body: { status: isReady ? 'ready' : 'starting' },
    });
  });
  for (const [path, render] of Object.entries(pages)) {
    get(path, async (_request, response) => sendPage(response, render(), pageHeaders));
  }
  for (const [folder, find] of Object.entries(files)) {
    get(`/files/${folder}/:name`, answerWithFile(find));
  }
}

function answerWithFile(find: FindFile): Handle {
  return async (request, response) => {
    // The key stands in the query, which is never logged.
    const { pathname, searchParams } = new URL(request.url ?? '/', anyBase);
    const name = pathname.slice(pathname.lastIndexOf('/') + 1);
    const file = await find(name, searchParams.get('key') ?? '');
    if (file === undefined) {
      sendAnswer(response, { status: 404, body: { error: 404 } });
    } else if (isKnown(file, request.headers['if-none-match'])) {
      // In two steps: whatever its types say, restify's own `writeHead` returns nothing (12.0.0).
      response.writeHead(304, { ...file.headers });
      response.end();
    } else {
      sendFile(response, file);
    }
  };
}

/** Like a page, but its body may be bytes. */
function sendFile(response: Response, { contentType, body, headers }: Download): void {
  response.writeHead(200, {
    'cache-control': 'no-store',
    ...headers,
    'content-type': contentType,
    'content-length': String(Buffer.byteLength(body)),
  });
  response.end(body);
}

/** Whether whoever asks has exactly this already (RFC 9110, 13.1.2). */
function isKnown({ headers }: Download, known: string | undefined): boolean {
  const { etag } = headers;
  return (
    etag !== undefined && known?.split(',').some((one) => one.trim().replace(/^W\//, '') === etag) === true
  );
}

/** Kinds and codes of an error and its cause, such as a file that is missing; a message could quote what people typed. */
function factsOf(error: unknown, withCause = true): Readonly<Record<string, unknown>> {
  const cause = withCause && error instanceof Error ? error.cause : undefined;
  return {
    error: nameOf(error),
    ...(error instanceof Error && 'code' in error && { code: error.code }),
    ...(cause !== undefined && { cause: factsOf(cause, false) }),
  };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}

function listen(
  server: Server,
  { host, port }: Pick<Config, 'host' | 'port'>,
): Promise<{ host: string; port: number }> {
  return new Promise((resolve, reject) => {
    // On restify's server, because it passes errors on from Node's and nobody else would catch them there.
    server.once('error', (error: Error) => reject(toListenError(error, host, port)));
    server.listen(port, host, () => {
      const address: AddressInfo | string | null = server.server.address();
      resolve({ host, port: typeof address === 'object' && address !== null ? address.port : port });
    });
  });
}

/** Kept-alive connections become idle one by one while the last requests are answered. */
const idleCheckMs = 50;

function close(server: Server, deadlineMs: number): Promise<void> {
  return new Promise((resolve) => {
    const { server: node } = server;
    const idle = setInterval(() => node.closeIdleConnections(), idleCheckMs);
    const deadline = setTimeout(() => node.closeAllConnections(), deadlineMs);
    node.close(() => {
      clearInterval(idle);
      clearTimeout(deadline);
      resolve();
    });
  });
}
