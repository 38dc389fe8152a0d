import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { FaultyConnector } from '../support/faulty-connector.ts';
import type { SendingReport } from '../support/sending-ledger.ts';
import { personalChat, tenantOfConversation } from './fill-audience.ts';
import { service } from './measure-broadcast.ts';

export interface FloorFigures {
  readonly sendsPerSecond: number;
  readonly finishedMs: number;
  readonly service: SendingReport;
}

const perSecond = 50;
const atOnce = 24;
const deadlineMs = 6_000;
/** About what ours weighs. */
const cardBytes = 2_500;

/**
 * The floor: the same number of posts of the same size to the same service, by a bare loop that keeps the same number under way and
 * begins one every 20 ms, the platform's limit; nothing is written down, nothing tried again, and a lost answer given up as late as
 * ours.
 */
export async function measureSendingFloor(people: number): Promise<FloorFigures> {
  const connector = await FaultyConnector.start({ ...service, tenantOf: tenantOfConversation });
  const agent = new Agent({ keepAlive: true });
  const body = JSON.stringify({ type: 'message', text: 'x'.repeat(cardBytes) });
  const startedAt = performance.now();
  let lastAt = startedAt;
  let next = 0;

  async function sendInTurn(): Promise<void> {
    while (next < people) {
      const number = next;
      next += 1;
      await pause(Math.max(0, startedAt + (number * 1000) / perSecond - performance.now()));
      lastAt = performance.now();
      await post(`${connector.url}/v3/conversations/${personalChat(0, number)}/activities`, agent, body);
    }
  }

  try {
    await Promise.all(Array.from({ length: atOnce }, sendInTurn));
    return {
      sendsPerSecond: ((people - 1) / (lastAt - startedAt)) * 1000,
      finishedMs: performance.now() - startedAt,
      service: connector.ledger.report(),
    };
  } finally {
    agent.destroy();
    await connector.close();
  }
}

/** Whatever comes of it. */
function post(url: string, agent: Agent, body: string): Promise<void> {
  return new Promise((resolve) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const signal = AbortSignal.timeout(deadlineMs);
    const sent = request(url, { method: 'POST', agent, headers, signal });
    sent.on('close', resolve);
    // What failed is over, too; the service counts it.
    sent.on('error', () => undefined);
    sent.on('response', (response) => response.resume());
    sent.end(body);
  });
}
