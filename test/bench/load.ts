import { Agent, request } from 'node:http';
import type { Connector } from './connector.ts';
import type { Message } from './crowd.ts';

/** What sending a number of messages showed. */
export interface Measured {
  /** Of each turn: from sending the request to the last byte of the first reply at the connector. */
  readonly latenciesMs: readonly number[];
  readonly turnsPerSecond: number;
  /** Replies that were cards. */
  readonly cards: number;
  /** Bytes of each first reply. */
  readonly replyBytes: readonly number[];
}

/**
 * Sends messages, always `parallel` at a time, each as soon as an earlier turn is over: its reply has arrived and its HTTP
 * request is answered. Throws when a message is refused or stays without a reply.
 */
export async function runTurns(
  port: number,
  connector: Connector,
  messages: readonly Message[],
  parallel: number,
): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: parallel });
  const latenciesMs: number[] = [];
  const replyBytes: number[] = [];
  const waiting = messages.values();
  let cards = 0;

  async function sendInTurn(): Promise<void> {
    for (const message of waiting) {
      const sentAt = performance.now();
      const [arrival] = await Promise.all([
        connector.arrivalOf(message.activityId),
        post(port, agent, message.body),
      ]);
      latenciesMs.push(arrival.at - sentAt);
      replyBytes.push(arrival.bytes);
      cards += Number(arrival.isCard);
    }
  }

  const startedAt = performance.now();
  await Promise.all(Array.from({ length: parallel }, sendInTurn));
  const seconds = (performance.now() - startedAt) / 1000;
  agent.destroy();
  return { latenciesMs, turnsPerSecond: messages.length / seconds, cards, replyBytes };
}

/** Sends queries one after the other, each answered in its HTTP response: from sending the request to the response's last byte. */
export async function runQueries(port: number, queries: readonly Message[]): Promise<readonly number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const latenciesMs: number[] = [];
  for (const { body } of queries) {
    const sentAt = performance.now();
    await post(port, agent, body);
    latenciesMs.push(performance.now() - sentAt);
  }
  agent.destroy();
  return latenciesMs;
}

function post(port: number, agent: Agent, body: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': body.byteLength };
    const sent = request({ host: '127.0.0.1', port, path: '/api/messages', method: 'POST', agent, headers });
    sent.on('error', reject);
    sent.on('response', (response) => {
      response.resume();
      response.on('end', () => {
        const { statusCode = 0 } = response;
        if (statusCode >= 200 && statusCode < 300) {
          resolve();
        } else {
          reject(new Error(`The bot answered ${statusCode}`));
        }
      });
    });
    sent.end(body);
  });
}
