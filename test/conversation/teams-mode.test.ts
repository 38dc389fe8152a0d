import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/app.ts';
import type { App } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { memberId, tenantId } from '../../src/domain/ids.ts';
import { createMemoryStore } from '../../src/store/adapters/memory.ts';
import { adopterAt, aUseCase, menden } from '../support/builders.ts';
import { anna, buttonsOf, tenant, wordsOf } from '../support/conversation.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { OpenId } from '../support/open-id.ts';
import { answerCard } from '../../src/cards/answer-card.ts';
import { shippedCommunes } from '../support/shipped-communes.ts';

const botId = '33333333-0000-4000-8000-000000000000';
const serviceUrl = 'https://smba.trafficmanager.net/de/';
const useCase = aUseCase({ adopters: [adopterAt(menden, 'in_use')] });

let app: App;
let openId: OpenId;
let clock: FakeClock;
let base: string;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'teams-'));
  clock = new FakeClock(Date.UTC(2026, 10, 22, 9));
  openId = await OpenId.start({ botId, serviceUrl });
  const config = readConfig({
    BOT_MODE: 'teams',
    HOST: '127.0.0.1',
    PORT: '0',
    PUBLIC_URL: 'https://bot.example.org',
    BOT_ID: botId,
    BOT_TYPE: 'SingleTenant',
    BOT_TENANT_ID: tenant,
    BOT_PASSWORD: 'secret',
    OPERATOR_DATA: folder,
    STORE: 'memory',
    LOG_LEVEL: 'silent',
  });
  app = createApp(config, {
    clock,
    store: createMemoryStore(clock),
    openIdMetadataUrl: openId.metadataUrl,
  });
  const { port } = await app.start();
  base = `http://127.0.0.1:${port}/api/messages`;
  await app.deps.useCases.add(useCase);
  await app.deps.members.add({
    id: memberId(tenantId(tenant), anna.aadObjectId),
    tenantId: tenantId(tenant),
    guest: false,
    firstSeenAt: clock.now(),
    rosterReadAt: clock.now(),
  });
});

afterAll(async () => {
  await app.stop();
  await openId.close();
  rmSync(folder, { recursive: true });
});

async function post(activity: Readonly<Record<string, unknown>>, authorization?: string): Promise<Response> {
  return fetch(base, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) },
    body: JSON.stringify({
      id: 'activity-1',
      type: 'invoke',
      channelId: 'msteams',
      serviceUrl,
      from: anna,
      recipient: { id: `28:${botId}`, name: 'KI-Community' },
      conversation: { id: '19:c@thread.tacv2', conversationType: 'channel', isGroup: true, tenantId: tenant },
      channelData: { tenant: { id: tenant } },
      ...activity,
    }),
  });
}

describe('in Teams itself', () => {
  it('opens the details of a shared card as a dialog, for the presser alone', async () => {
    const shared = answerCard(
      {
        kind: 'found',
        question: { sought: 'Chatbot', filters: [] },
        found: [{ useCase, why: { parts: [] } }],
        corrections: [],
        facets: [],
        summary: { counts: [], reported: [] },
        total: 1,
        page: 1,
        pages: 1,
        communes: shippedCommunes,
      },
      { shared: true, dialogs: true },
    );
    const [row] = buttonsOf(shared);

    const response = await post(
      { name: 'task/fetch', value: { data: row?.data, context: { theme: 'default' } } },
      `Bearer ${await openId.token(clock.now())}`,
    );

    expect(row).toMatchObject({ type: 'Action.Submit', data: { msteams: { type: 'task/fetch' } } });
    expect(response.status).toBe(200);
    const dialog: unknown = await response.json();
    expect(dialog).toMatchObject({ task: { type: 'continue', value: { title: 'Anwendungsfall' } } });
    expect(JSON.stringify(dialog)).toContain('Chatbot im Bürgerservice');
    expect(wordsOf(shared)).not.toContain('Anna');
  });

  it('opens the details of a card from the compose box as a dialog, for whoever presses it', async () => {
    const authorization = `Bearer ${await openId.token(clock.now())}`;
    const query = {
      commandId: 'useCases',
      parameters: [{ name: 'question', value: 'Chatbot im Bürgerservice' }],
    };
    const offered = await post(
      { id: 'activity-3', name: 'composeExtension/query', value: query },
      authorization,
    );
    const [details] = buttonsOf(await offered.json());

    const from = { id: '29:berta', name: 'Berta', aadObjectId: 'aaaaaaaa-0000-4000-8000-000000000002' };
    const pressed = await post(
      { id: 'activity-4', name: 'task/fetch', value: { data: details?.data }, from },
      authorization,
    );

    expect(details?.data).toEqual({
      msteams: { type: 'task/fetch' },
      verb: 'useCase.show',
      useCaseId: useCase.id,
    });
    expect(JSON.stringify(await pressed.json())).toContain('Wer macht das?');
  });

  it('lets nobody in without a token', async () => {
    expect((await post({ id: 'activity-2', name: 'task/fetch', value: { data: {} } })).status).toBe(401);
  });
});
