import type { Incoming } from '../../src/chat/incoming.ts';
import type { Reply } from '../../src/chat/reply.ts';
import type { Card } from '../../src/cards/card.ts';
import { createHttpServer } from '../../src/http/server.ts';
import type { HttpServer } from '../../src/http/server.ts';
import type { Logger } from '../../src/ports/logger.ts';
import { systemTimer } from '../../src/system/timer.ts';
import { createTeamsFront } from '../../src/teams/front.ts';
import type { FrontConfig } from '../../src/teams/front-config.ts';
import type { TeamsFront, TeamsFrontDeps } from '../../src/teams/front.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { StandInConnector } from '../support/stand-in-connector.ts';

export const start = Date.parse('2026-11-22T09:00:00Z');

export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** The front behind a real HTTP server, with a connector to talk to, in playground mode unless `deps` says otherwise. */
export class RunningFront {
  readonly connector: StandInConnector;
  readonly clock = new FakeClock(start);
  readonly log: LogLine[] = [];
  readonly turns: Incoming[] = [];
  readonly claimed = new Set<string>();
  /** What the product answers; the echo of the text unless a test sets it. */
  handleTurn: (incoming: Incoming) => Promise<readonly Reply[]> | readonly Reply[] = echo;
  front: TeamsFront;
  url = '';
  readonly #server: HttpServer;

  private constructor(connector: StandInConnector, deps: Partial<TeamsFrontDeps>) {
    this.connector = connector;
    const logger = recordingLogger(this.log);
    this.front = createTeamsFront({
      config: { mode: 'playground' },
      logger,
      clock: this.clock,
      timer: systemTimer,
      serviceHosts: () => new Set(['smba.trafficmanager.net']),
      claimTurn: async (conversation, activity) => {
        const isNew = !this.claimed.has(`${conversation} ${activity}`);
        this.claimed.add(`${conversation} ${activity}`);
        return isNew;
      },
      handleTurn: async (incoming) => {
        this.turns.push(incoming);
        return this.handleTurn(incoming);
      },
      timing: { messageMs: 5_000, invokeMs: 5_000 },
      ...deps,
    });
    this.#server = createHttpServer({
      config: { host: '127.0.0.1', port: 0 },
      logger,
      receive: (authorization, activity) => this.front.receive(authorization, activity),
      pages: {},
      ready: () => true,
    });
  }

  static async start(deps: Partial<TeamsFrontDeps> = {}): Promise<RunningFront> {
    const running = new RunningFront(await StandInConnector.start(), deps);
    const { port } = await running.#server.listen();
    running.url = `http://127.0.0.1:${port}/api/messages`;
    return running;
  }

  /** Posts one activity as Teams does; `changes` override the message "Hallo" from Anna in a 1:1 chat. */
  async post(changes: Readonly<Record<string, unknown>> = {}, authorization?: string) {
    const response = await fetch(this.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(authorization !== undefined && { authorization }),
      },
      body: JSON.stringify({ ...this.aMessage(), ...changes }),
    });
    const text = await response.text();
    const body: unknown = text === '' ? undefined : JSON.parse(text);
    return { status: response.status, headers: response.headers, body, text };
  }

  aMessage() {
    return {
      type: 'message',
      id: 'activity-1',
      timestamp: '2026-11-22T09:00:00.000Z',
      channelId: 'msteams',
      serviceUrl: this.connector.url,
      from: { id: '29:anna', name: 'Anna Beispiel', aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000001' },
      recipient: { id: '28:bot', name: 'KI-Community' },
      conversation: {
        id: 'a:anna-and-bot',
        conversationType: 'personal',
        tenantId: 'bbbbbbbb-0000-4000-8000-000000000001',
      },
      text: 'Hallo',
    };
  }

  /** A press of an Action.Execute button on the card in the message `card-1`. */
  press(verb: string, changes: Readonly<Record<string, unknown>> = {}) {
    return this.post({
      type: 'invoke',
      name: 'adaptiveCard/action',
      id: 'invoke-1',
      replyToId: 'card-1',
      text: undefined,
      value: { action: { type: 'Action.Execute', verb, data: { useCaseId: 'u1' } }, trigger: 'manual' },
      ...changes,
    });
  }

  async stop(): Promise<void> {
    await this.#server.close(1_000);
    await this.front.drain(1_000);
    await this.connector.close();
  }
}

export function teamsConfig(botId: string): FrontConfig {
  const tenantId = 'dddddddd-0000-4000-8000-000000000001';
  return { mode: 'teams', credentials: { id: botId, type: 'SingleTenant', tenantId, password: 'x' } };
}

export function aCard(fallbackText: string): Card {
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    lang: 'de',
    fallbackText,
    msteams: { width: 'Full' },
    body: [{ type: 'TextBlock', text: fallbackText, wrap: true }],
    actions: [],
  };
}

function echo({ content }: Incoming): readonly Reply[] {
  return content.kind === 'message' ? [{ kind: 'text', text: `Echo: ${content.text}` }] : [];
}

function recordingLogger(log: LogLine[]): Logger {
  return {
    info: (event, facts = {}) => log.push({ level: 'info', event, facts }),
    warn: (event, facts = {}) => log.push({ level: 'warn', event, facts }),
    error: (event, facts = {}) => log.push({ level: 'error', event, facts }),
  };
}
