import type { Agent } from 'node:http';

import type { ConnectorClient } from 'botframework-connector';

import { putEntities } from './keep-entities.ts';

const defaultCallMs = 20_000;

interface Request {
  readonly method: string;
  readonly url: string;
  body?: unknown;
  agent?: Agent;
  abortSignal?: AbortSignal;
}
interface Response {
  readonly status: number;
  readonly headers: { get(name: string): string | undefined };
  readonly bodyAsText?: string | null;
}
interface Policy {
  readonly name: string;
  sendRequest(request: Request, next: (request: Request) => Promise<Response>): Promise<Response>;
}
interface Pipeline {
  removePolicy(options: { name: string }): Policy[];
  addPolicy(
    policy: Policy,
    options?: { phase?: 'Retry'; afterPhase?: 'Serialize' | 'Sign'; beforePolicies?: string[] },
  ): void;
}

/**
 * Makes the stock connector client safe to use: it repeats a POST up to four times on 408, 429, 5xx and resets, so that
 * a message whose answer was lost appears twice, and no option turns that off (botframework-connector 4.23.3). Redirects,
 * which would take the token elsewhere, are not followed, and a call with its repetitions ends after `callMs`.
 * Whoever repeats calls himself wants `never`.
 */
export function toCarefulConnector(
  connector: ConnectorClient,
  callMs = defaultCallMs,
  repeats: 'unless-post' | 'never' = 'unless-post',
): ConnectorClient {
  const pipeline = pipelineOf(connector);
  const [retry] = pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  const [redirect] = pipeline.removePolicy({ name: 'redirectPolicy' });
  if (retry === undefined || redirect === undefined) {
    throw new TypeError('The connector client has changed: its retry and redirect policies are not there');
  }
  pipeline.addPolicy(
    {
      name: 'putEntities',
      sendRequest: (request, next) => next(Object.assign(request, { body: putEntities(request.body) })),
    },
    { afterPhase: 'Serialize' },
  );
  if (repeats === 'unless-post') {
    pipeline.addPolicy(
      {
        name: 'retryUnlessPost',
        sendRequest: (request, next) =>
          request.method === 'POST' ? next(request) : retry.sendRequest(request, next),
      },
      { phase: 'Retry' },
    );
  }
  pipeline.addPolicy(
    {
      name: 'deadline',
      async sendRequest(request, next) {
        const { promise: late, reject } = Promise.withResolvers<never>();
        const controller = new AbortController();
        const timer = setTimeout(() => {
          const reason = new DOMException('The connector call took too long', 'TimeoutError');
          controller.abort(reason);
          reject(reason);
        }, callMs);
        request.abortSignal = controller.signal;
        try {
          // Fetching the bot's token happens inside a call and knows nothing of signals.
          return await Promise.race([next(request), late]);
        } finally {
          // A timer that ran on would keep every sent card in memory until its end.
          clearTimeout(timer);
        }
      },
    },
    { beforePolicies: ['ServiceClientContext_Credentials_SignRequest'] },
  );
  return connector;
}

/** The steps that a request of this client goes through. */
export function pipelineOf(connector: ConnectorClient): Pipeline {
  const client: unknown = Reflect.get(connector, 'client');
  if (typeof client === 'object' && client !== null && 'pipeline' in client && isPipeline(client.pipeline)) {
    return client.pipeline;
  }
  throw new TypeError('The connector client has changed: it has no pipeline');
}

function isPipeline(value: unknown): value is Pipeline {
  return typeof value === 'object' && value !== null && 'removePolicy' in value && 'addPolicy' in value;
}
