import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { conversationId, memberId, tenantId } from '../../src/domain/ids.ts';
import { minuteMs } from '../../src/domain/instant.ts';
import { findWay } from '../../src/features/reach/find-way.ts';
import { StoreUnavailableError } from '../../src/ports/document-store.ts';
import { createMemoryStore } from '../../src/store/adapters/memory.ts';
import { createWorkbench } from '../../src/workbench.ts';
import { compose } from '../support/compose.ts';
import { anna, buttonNamed, cardOf, tenant, TestBot, wordsOf } from '../support/conversation.ts';
import type { Place } from '../support/conversation.ts';
import { FakeClock } from '../support/fake-clock.ts';

let bot: TestBot;

beforeEach(async () => {
  bot = await TestBot.start();
});

afterEach(async () => {
  await bot.stop();
});

const annasId = memberId(tenantId(tenant), anna.aadObjectId);
const group = { conversationId: conversationId('19:group@thread.v2') };
const channel = { conversationId: conversationId('19:channel@thread.tacv2') };
const inTeam = (eventType?: string) => ({
  channelData: { tenant: { id: tenant }, team: { id: '19:team@thread.tacv2' }, eventType },
});

/** Whether the bot can send there, and if not, why. */
async function wayTo(place: Parameters<typeof findWay>[1]): Promise<string> {
  const way = await findWay(bot.app.deps, place);
  return way.kind === 'open' ? 'open' : way.because;
}

/** Posts what happens to a place a minute after the last thing, and gives what the bot said to it. */
async function happens(activity: Readonly<Record<string, unknown>>, place: Place = 'personal') {
  bot.clock.advance(minuteMs);
  const before = bot.connector.calls.length;
  const { status } = await bot.post(activity, place);
  return { status, calls: bot.connector.calls.slice(before) };
}

const installed = { type: 'installationUpdate', action: 'add' };
const removed = { type: 'installationUpdate', action: 'remove' };
const botAdded = { type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] };
const botRemoved = { type: 'conversationUpdate', membersRemoved: [{ id: '28:bot' }] };

describe('a person can be reached', () => {
  it('from the installation to the removal, and again after an own message', async () => {
    const way = () => wayTo({ memberId: annasId });
    expect(await way()).toBe('never-met');

    await happens(installed);
    expect(await way()).toBe('open');

    const { status, calls } = await happens(removed);
    expect([status, calls]).toEqual([200, []]);
    expect(await way()).toBe('removed');

    bot.clock.advance(minuteMs);
    await bot.say('Hallo');
    expect(await way()).toBe('open');
  });

  it('by a first message alone, and not by presses or by what is typed in a compose box', async () => {
    const show = { type: 'Action.Execute', title: 'x', verb: 'help.show', data: {} };
    await bot.press(show);
    await compose(bot, 'Chatbot');
    const before = await bot.storedDocuments('references');

    await bot.say('Hallo');

    expect(before).toEqual([]);
    expect(await wayTo({ memberId: annasId })).toBe('open');
  });

  it('is written once for a day of talking', async () => {
    await bot.say('Hallo');
    const [first] = await bot.storedDocuments('references');
    bot.clock.advance(minuteMs);

    await bot.say('Wer nutzt Chatbots?');

    expect(await bot.storedDocuments('references')).toEqual([first]);
  });

  it('is not the case for somebody without an account', async () => {
    const { aadObjectId: _, ...from } = anna;

    await bot.say('Hallo', 'personal', { from });

    expect(await bot.storedDocuments('references')).toEqual([]);
  });
});

describe('a group chat can be reached', () => {
  it('from the addition of the bot to its removal, and after another addition', async () => {
    await happens(botAdded, 'group');
    expect(await wayTo(group)).toBe('open');

    expect((await happens(botRemoved, 'group')).calls).toEqual([]);
    expect(await wayTo(group)).toBe('removed');

    await happens(botAdded, 'group');
    expect(await wayTo(group)).toBe('open');
  });

  it('when somebody writes there, and names nobody', async () => {
    await bot.say('Wer nutzt Chatbots?', 'group');

    expect(await wayTo(group)).toBe('open');
    expect(JSON.stringify(await bot.storedDocuments('references'))).not.toMatch(/29:anna|aaaaaaaa/);
    expect(await wayTo({ memberId: annasId })).toBe('never-met');
  });
});

describe('a channel can be reached', () => {
  it('by what is written in one of its threads, and not when the team is deleted', async () => {
    await bot.say('Wer nutzt Chatbots?', 'channel', inTeam());
    expect(await wayTo(channel)).toBe('open');

    const { calls } = await happens({ type: 'conversationUpdate', ...inTeam('teamDeleted') }, 'channel');
    expect(calls).toEqual([]);
    expect(await wayTo(channel)).toBe('deleted');

    await happens({ type: 'conversationUpdate', ...inTeam('teamRestored') }, 'channel');
    expect(await wayTo(channel)).toBe('open');
  });

  it('until the app is removed from its team', async () => {
    await bot.say('Wer nutzt Chatbots?', 'channel', inTeam());
    const general = {
      id: '19:team@thread.tacv2',
      conversationType: 'channel',
      isGroup: true,
      tenantId: tenant,
    };

    await happens({ ...removed, ...inTeam(), conversation: general });
    expect(await wayTo(channel)).toBe('removed');

    await happens({ ...installed, ...inTeam(), conversation: general });
    expect(await wayTo(channel)).toBe('open');
    expect(await wayTo({ conversationId: conversationId('19:team@thread.tacv2') })).toBe('open');
  });
});

describe('fault 20', () => {
  const at = (time: string) => `2026-11-22T09:${time}Z`;

  it('a removal that arrives before the addition it ended is the final state', async () => {
    bot.clock.advance(10 * minuteMs);
    await bot.post({ ...removed, timestamp: at('05:00') });
    await bot.post({ ...installed, timestamp: at('04:00') });

    expect(await wayTo({ memberId: annasId })).toBe('removed');
    expect(bot.connector.messages).toEqual([]);
  });

  it('a removal that arrives after the addition that followed it changes nothing', async () => {
    bot.clock.advance(10 * minuteMs);
    await bot.post({ ...installed, timestamp: at('01:00') });
    await bot.post({ ...botAdded, timestamp: at('01:20') });
    await bot.post({ ...removed, timestamp: at('01:10') });

    expect(await wayTo({ memberId: annasId })).toBe('open');
  });

  it('says the same on another instance that saw only the late event', async () => {
    const clock = new FakeClock(bot.clock.now() + 10 * minuteMs);
    const store = createMemoryStore(clock);
    const [one, other] = [
      await TestBot.start({}, { clock, store }),
      await TestBot.start({}, { clock, store }),
    ];
    await one.post({ ...installed, timestamp: at('01:00') });
    await one.post({ ...botAdded, timestamp: at('01:20') });
    await other.post({ ...removed, timestamp: at('01:10') });
    const early = await findWay(other.app.deps, { memberId: annasId });
    await other.post({ ...removed, timestamp: at('01:30') });
    const late = await findWay(one.app.deps, { memberId: annasId });
    await one.stop();
    await other.stop();

    expect(early.kind).toBe('open');
    expect(late).toEqual({ kind: 'unreachable', because: 'removed' });
  });

  it('10,000 members who are added with the bot are one place and one welcome', async () => {
    const membersAdded = Array.from({ length: 10_000 }, (_, index) => ({ id: `29:m${index}` }));

    const { calls } = await happens(
      { type: 'conversationUpdate', membersAdded: [...membersAdded, { id: '28:bot' }] },
      'group',
    );

    expect(calls.filter(({ method }) => method === 'POST')).toHaveLength(1);
    expect(await bot.storedDocuments('references')).toHaveLength(1);
  });
});

describe('nothing is kept', () => {
  it.each([
    'https://evil.trafficmanager.net/',
    'http://127.0.0.1@evil.example/',
    'http://169.254.169.254/',
    '',
  ])('of the service URL "%s" (fault 11)', async (serviceUrl) => {
    const statuses = [
      (await bot.post({ ...installed, serviceUrl })).status,
      (await bot.post({ type: 'message', text: 'Hallo', serviceUrl })).status,
    ];

    expect(statuses).toEqual([403, 403]);
    expect(await bot.storedDocuments('references')).toEqual([]);
  });

  it('of a tenant that is not allowed, whatever happens there (fault 43)', async () => {
    await bot.stop();
    bot = await TestBot.start({ ALLOWED_TENANTS: '22222222-0000-4000-8000-000000000000' });

    for (const activity of [installed, removed, botAdded, botRemoved, { type: 'message', text: 'Hallo' }]) {
      await happens(activity);
    }

    expect(await bot.storedDocuments('references', 'claims', 'members')).toEqual([]);
  });
});

describe('data rights', () => {
  it('show where the bot can write to, in German', async () => {
    await bot.say('Hallo');

    const [data] = await bot.say('Meine Daten');

    expect(wordsOf(cardOf(data))).toContain(
      'Einzelchat mit mir\nIch kann Ihnen von mir aus schreiben: ja\nUnterhaltung: a:personal-anna\nOrt: Einzelchat',
    );
  });

  it('say why the bot cannot write', async () => {
    await happens(installed);
    await happens(removed);

    const shown = await bot.press({ type: 'Action.Execute', title: 'x', verb: 'myData.show' });

    expect(wordsOf(shown)).toContain(
      'Ich kann Ihnen von mir aus schreiben: nein\nGrund: Die App wurde entfernt.',
    );
  });

  it('erase the place, which the next message makes known again', async () => {
    await bot.say('Hallo');
    const [question] = await bot.say('Meine Daten löschen');
    await bot.press(buttonNamed(cardOf(question), 'Ja, löschen'));
    const after = await wayTo({ memberId: annasId });

    bot.clock.advance(minuteMs);
    await bot.say('Hallo');

    expect(wordsOf(cardOf(question))).toContain('Von mir aus schreibe ich Ihnen dann nicht mehr.');
    expect(after).toBe('never-met');
    expect(await wayTo({ memberId: annasId })).toBe('open');
  });

  it('are explained with the place and how long it is kept', async () => {
    const [card] = await bot.say('Datenschutz');
    const page = await (await bot.get('/datenschutz')).text();

    expect(wordsOf(cardOf(card))).toContain('Ihr Einzelchat mit mir, sobald Sie die App hinzufügen');
    expect(wordsOf(cardOf(card))).toContain('30 Tage, nachdem Sie die App entfernt haben');
    expect(page).toContain('wird der Einzelchat mit ihm gespeichert');
  });
});

it('answers a message also when its place cannot be written (fault 28)', async () => {
  await bot.stop();
  const clock = new FakeClock(Date.UTC(2026, 10, 22, 9));
  const store = createMemoryStore(clock);
  const transact = store.transact.bind(store);
  store.transact = async (collection, ...rest) => {
    if (collection.name === 'references') {
      throw new StoreUnavailableError('full', 'none');
    }
    return transact(collection, ...rest);
  };
  bot = await TestBot.start({}, { clock, store });

  const [answer] = await bot.say('Wer nutzt Chatbots?');

  expect(wordsOf(cardOf(answer))).toContain('Gesucht: Chatbots');
});

it("asks the operator's list of hosts as it is at the moment (P9)", () => {
  const folder = mkdtempSync(join(tmpdir(), 'operator-'));
  const workbench = createWorkbench(
    readConfig({
      BOT_MODE: 'teams',
      PUBLIC_URL: 'https://bot.example.org',
      BOT_ID: '33333333-0000-4000-8000-000000000000',
      BOT_TYPE: 'SingleTenant',
      BOT_TENANT_ID: tenant,
      BOT_PASSWORD: 'secret',
      OPERATOR_DATA: folder,
      STORE: 'memory',
      LOG_LEVEL: 'silent',
    }),
  );
  const url = 'https://smba.trafficmanager.net/de/';
  const before = workbench.deps.isServiceAllowed(url);

  writeFileSync(join(folder, 'service-hosts.txt'), 'teams.example.org\n');
  workbench.folder.reload(workbench.deps.logger);
  const after = workbench.deps.isServiceAllowed(url);
  rmSync(folder, { recursive: true });

  expect([before, after]).toEqual([true, false]);
});
