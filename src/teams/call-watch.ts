import { AsyncLocalStorage } from 'node:async_hooks';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { Duplex } from 'node:stream';

import type { ConnectorClient } from 'botframework-connector';

import { pipelineOf } from './careful-connector.ts';

/** What really happened on the wire, whatever the SDK makes of it. */
export interface CallWatch {
  /** The request left the SDK, login included. */
  dispatched: boolean;
  /** Nothing of a request is written before its connection is open; of a connection that was used before, nothing is known. */
  connection: 'unknown' | 'opening' | 'open';
  answer?: { readonly status: number; readonly retryAfter?: string; readonly body: string };
}

const watches = new AsyncLocalStorage<CallWatch>();
/** Unused connections are closed by us, before the other side does it in the moment we write. */
const idleMs = 20_000;

/** Watches the one call that `make` makes with a client from `createWatch`. */
export async function watchCall(
  make: () => Promise<unknown>,
): Promise<{ watch: CallWatch; error?: unknown }> {
  const watch: CallWatch = { dispatched: false, connection: 'unknown' };
  try {
    await watches.run(watch, make);
    return { watch };
  } catch (error) {
    return { watch, error };
  }
}

/** Returns how to make clients watched. All of them share their connections, which are used again and again. */
export function createWatch(): (connector: ConnectorClient) => ConnectorClient {
  const options = { keepAlive: true, timeout: idleMs };
  const agents = { http: new WatchedHttpAgent(options), https: new WatchedHttpsAgent(options) };
  return (connector) => {
    pipelineOf(connector).addPolicy(
      {
        name: 'watch',
        async sendRequest(request, next) {
          const watch = watches.getStore();
          // A proxy of the environment brings an agent of its own.
          request.agent ??= request.url.startsWith('https:') ? agents.https : agents.http;
          if (watch !== undefined) {
            watch.dispatched = true;
          }
          const response = await next(request);
          if (watch !== undefined) {
            const retryAfter = response.headers.get('retry-after');
            watch.answer = {
              status: response.status,
              ...(retryAfter !== undefined && { retryAfter }),
              body: response.bodyAsText ?? '',
            };
          }
          return response;
        },
      },
      { afterPhase: 'Sign' },
    );
    return connector;
  };
}

class WatchedHttpAgent extends HttpAgent {
  override createConnection(
    ...parameters: Parameters<HttpAgent['createConnection']>
  ): Duplex | null | undefined {
    return watchOpening(super.createConnection(...parameters), 'connect');
  }
}

class WatchedHttpsAgent extends HttpsAgent {
  override createConnection(
    ...parameters: Parameters<HttpsAgent['createConnection']>
  ): Duplex | null | undefined {
    return watchOpening(super.createConnection(...parameters), 'secureConnect');
  }
}

/** An agent without a limit of connections gives a new one to the request it was opened for. */
function watchOpening(
  socket: Duplex | null | undefined,
  opened: 'connect' | 'secureConnect',
): Duplex | null | undefined {
  const watch = watches.getStore();
  if (watch !== undefined && socket !== null && socket !== undefined) {
    watch.connection = 'opening';
    socket.once(opened, () => {
      watch.connection = 'open';
    });
  }
  return socket;
}
