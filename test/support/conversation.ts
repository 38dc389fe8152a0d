import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { createApp } from '../../src/app.ts';
import type { App, AppParts } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import type { DocumentStore, StoredDocument } from '../../src/ports/document-store.ts';
import { allCollections } from '../../src/store/all-collections.ts';
import { createMemoryStore } from '../../src/store/adapters/memory.ts';
import { FakeClock } from './fake-clock.ts';
import { StandInConnector } from './stand-in-connector.ts';
import type { SentActivity } from './stand-in-connector.ts';

export const anna = {
  id: '29:anna',
  name: 'Anna Beispiel',
  aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000001',
};
export const tenant = '11111111-0000-4000-8000-000000000000';

const conversations = {
  personal: { id: 'a:personal-anna', conversationType: 'personal', tenantId: tenant },
  group: { id: '19:group@thread.v2', conversationType: 'groupChat', isGroup: true, tenantId: tenant },
  channel: {
    id: '19:channel@thread.tacv2;messageid=1',
    conversationType: 'channel',
    isGroup: true,
    tenantId: tenant,
  },
};
export type Place = keyof typeof conversations;

/** What is sent by itself comes soon. */
const quick = { busyMs: 20, idleMs: 100, publishMs: 50 };

/** A button or pressable row of a card. */
const CardButton = z.object({
  type: z.string().startsWith('Action.'),
  title: z.string(),
  verb: z.string().optional(),
  data: z.record(z.string(), z.unknown()).optional(),
  url: z.string().optional(),
});
export type CardButton = z.output<typeof CardButton>;

/** A whole bot over real HTTP in playground mode, and a connector that records what it sends. */
export class TestBot {
  readonly app: App;
  readonly connector: StandInConnector;
  readonly clock: FakeClock;
  readonly #base: string;
  readonly #store: DocumentStore;
  /** A temporary folder, gone with the bot. */
  readonly folder: string;

  private constructor(parts: {
    app: App;
    connector: StandInConnector;
    clock: FakeClock;
    base: string;
    store: DocumentStore;
    folder: string;
  }) {
    this.app = parts.app;
    this.connector = parts.connector;
    this.clock = parts.clock;
    this.#base = parts.base;
    this.#store = parts.store;
    this.folder = parts.folder;
  }

  static async start(
    environment: Readonly<Record<string, string>> = {},
    parts: AppParts = {},
  ): Promise<TestBot> {
    const folder = mkdtempSync(join(tmpdir(), 'bot-'));
    const connector = await StandInConnector.start();
    connector.members.set(anna.id, {
      ...anna,
      email: 'anna@example.org',
      tenantId: tenant,
      userRole: 'user',
    });
    const clock = new FakeClock(Date.UTC(2026, 10, 22, 9));
    const config = readConfig({
      BOT_MODE: 'playground',
      STORE: 'memory',
      PORT: '0',
      OPERATOR_DATA: join(folder, 'operator'),
      DEMO_DATA: 'on',
      QUIET_HOURS: 'off',
      LOG_LEVEL: 'silent',
      ...environment,
    });
    const store = parts.store ?? createMemoryStore(clock);
    const app = createApp(config, { clock, outbox: quick, ...parts, store });
    const { port } = await app.start();
    return new TestBot({ app, connector, clock, base: `http://127.0.0.1:${port}`, store, folder });
  }

  async stop(): Promise<void> {
    await this.app.stop();
    await this.connector.close();
    rmSync(this.folder, { recursive: true });
  }

  /** Everything that is stored in these collections. */
  async storedDocuments(...names: readonly string[]): Promise<readonly StoredDocument[]> {
    const collections = allCollections.filter(({ name }) => names.includes(name));
    const pages = collections.map((collection) => this.#store.query(collection, { limit: 1000 }));
    return (await Promise.all(pages)).flatMap(({ documents }) => documents);
  }

  get(path: string): Promise<Response> {
    return fetch(`${this.#base}${path}`);
  }

  /** Posts an activity as Teams does; fields given here replace the usual ones. */
  async post(activity: Readonly<Record<string, unknown>>, place: Place = 'personal'): Promise<Response> {
    return fetch(`${this.#base}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        id: randomUUID(),
        channelId: 'msteams',
        serviceUrl: this.connector.url,
        timestamp: new Date(this.clock.now()).toISOString(),
        from: anna,
        recipient: { id: '28:bot', name: 'KI-Community' },
        conversation: conversations[place],
        channelData: { tenant: { id: tenant } },
        ...activity,
      }),
    });
  }

  /** Writes a message and returns what the bot sent in answer. */
  async say(
    text: string,
    place: Place = 'personal',
    more: Readonly<Record<string, unknown>> = {},
  ): Promise<readonly SentActivity[]> {
    const before = this.connector.messages.length;
    const mention = {
      type: 'mention',
      text: '<at>KI-Community</at>',
      mentioned: { id: '28:bot', name: 'KI-Community' },
    };
    const shared = place !== 'personal' && { text: `<at>KI-Community</at> ${text}`, entities: [mention] };
    const response = await this.post({ type: 'message', text, ...shared, ...more }, place);
    if (response.status !== 200 && response.status !== 202) {
      throw new Error(`the bot answered ${response.status}`);
    }
    return this.connector.messages.slice(before);
  }

  /** Presses a button; returns the invoke answer's value: the card that replaces the pressed one, or a text. */
  async press(
    button: CardButton,
    place: Place = 'personal',
    inputs: Readonly<Record<string, unknown>> = {},
    more: Readonly<Record<string, unknown>> = {},
  ): Promise<unknown> {
    const response = await this.post(
      {
        type: 'invoke',
        name: 'adaptiveCard/action',
        replyToId: 'card-1',
        value: {
          action: {
            type: button.type,
            title: button.title,
            verb: button.verb,
            data: { ...button.data, ...inputs },
          },
          trigger: 'manual',
        },
        ...more,
      },
      place,
    );
    const answer: unknown = await response.json();
    return answer;
  }
}

/** The card of a sent message, as plain JSON. */
export function cardOf(activity: SentActivity | undefined): Readonly<Record<string, unknown>> {
  const content: unknown = activity?.attachments?.[0]?.content;
  if (typeof content !== 'object' || content === null) {
    throw new Error(`no card in ${JSON.stringify(activity)}`);
  }
  return Object.fromEntries(Object.entries(content));
}

/** Every word that a card or answer shows, in order, one element a line. */
export function wordsOf(value: unknown): string {
  if (Array.isArray(value)) {
    return value
      .map(wordsOf)
      .filter((line) => line !== '')
      .join('\n');
  }
  if (typeof value !== 'object' || value === null) {
    return '';
  }
  const fields = new Map<string, unknown>(Object.entries(value));
  const type = fields.get('type');
  if (type === 'RichTextBlock') {
    const inlines: unknown = fields.get('inlines');
    return Array.isArray(inlines) ? inlines.map(wordsOf).join('') : '';
  }
  if (type === 'TextBlock' || type === 'TextRun') {
    return String(fields.get('text'));
  }
  const parts = ['value', 'body', 'items', 'columns', 'label', 'actions'].map((name) => fields.get(name));
  return parts
    .map((part) => (typeof part === 'string' ? part : wordsOf(part)))
    .filter((line) => line !== '')
    .join('\n');
}

/** Every button and pressable row of a card. */
export function buttonsOf(value: unknown): CardButton[] {
  if (Array.isArray(value)) {
    return value.flatMap(buttonsOf);
  }
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const button = CardButton.safeParse(value).data;
  if (button !== undefined) {
    return [button];
  }
  return Object.values(value).flatMap(buttonsOf);
}

export function buttonNamed(value: unknown, title: string): CardButton {
  const button = buttonsOf(value).find((one) => one.title === title);
  if (button === undefined) {
    const titles = buttonsOf(value).map((one) => one.title);
    throw new Error(`no button "${title}" among ${titles.join(', ')}`);
  }
  return button;
}
