import { expect } from 'vitest';
import { z } from 'zod';
import { anna, buttonNamed, tenant, TestBot } from './conversation.ts';
import { memberId, tenantId, userGroupId as toUserGroupId } from '../../src/domain/ids.ts';
import { berta, bertasChat, created, pressed } from './user-groups.ts';

/** Organises as well, where a test says so. */
export const carla = { id: '29:carla', name: 'Carla', aadObjectId: 'cccccccc-0000-4000-8000-000000000003' };
export const carlasChat = { id: 'a:personal-carla', conversationType: 'personal', tenantId: tenant };
export const asCarla = { from: carla, conversation: carlasChat };

/** What somebody types into the form. */
export const words = {
  title: 'Einladung zum Treffen',
  text: 'Wir treffen uns am Donnerstag.\nBitte melden Sie sich an.',
  audience: 'all',
};

/** Anna organises; Berta and Carla have written to the bot, so that it can write to them. */
export async function startCommunity(
  environment: Readonly<Record<string, string>> = {},
  parts: Parameters<typeof TestBot.start>[1] = {},
): Promise<TestBot> {
  const bot = await TestBot.start({ ORGANISERS: anna.aadObjectId, ...environment }, parts);
  for (const person of [berta, carla]) {
    bot.connector.members.set(person.id, { ...person, tenantId: tenant, userRole: 'user' });
  }
  await bot.say('Hallo', 'personal', { from: berta, conversation: bertasChat });
  await bot.say('Hallo', 'personal', asCarla);
  return bot;
}

export const twoOrganisers = { ORGANISERS: `${anna.aadObjectId},${carla.aadObjectId}` };

/** Anna writes a draft; returns its preview. */
export async function drafted(
  bot: TestBot,
  fields: Readonly<Record<string, string>> = {},
  more: Readonly<Record<string, unknown>> = {},
): Promise<unknown> {
  await bot.say('Hallo', 'personal', more);
  return bot.press(pressed('announcement.draft', { ...words, ...fields }), 'personal', {}, more);
}

/** What a button of the card names. */
export function keyOf(card: unknown, title = 'Ändern'): string {
  return String(buttonNamed(card, title).data?.['announcementId']);
}

const Throttled = z.looseObject({
  state: z.looseObject({ kind: z.literal('waiting'), because: z.literal('throttled'), until: z.number() }),
});

const Stored = z.looseObject({
  id: z.string(),
  state: z.looseObject({ kind: z.string() }),
  version: z.number(),
});

export async function storedAnnouncements(bot: TestBot) {
  return (await bot.storedDocuments('announcements')).map(({ body }) => Stored.parse(body));
}

/** Where each announcement is on its way. */
export async function statesOf(bot: TestBot): Promise<readonly string[]> {
  return (await storedAnnouncements(bot)).map(({ state }) => state.kind);
}

/** A user group that Berta organises, without the role of an organiser of the community. */
export async function bertasGroup(bot: TestBot, name = 'Telefonie'): Promise<string> {
  const userGroupId = await created(bot, { name });
  const { userGroups } = bot.app.deps;
  const stored = await userGroups.find(toUserGroupId(userGroupId));
  const organisers = [memberId(tenantId(tenant), berta.aadObjectId)];
  if (stored !== undefined) {
    await userGroups.replace({ ...stored.value, organisers }, stored);
  }
  await bot.press(pressed('userGroup.join', { userGroupId }), 'personal', {}, asCarla);
  return userGroupId;
}

/** What was sent to people and places by itself under this summary, as soon as there are so many. */
export async function delivered(bot: TestBot, summary: string, count: number) {
  const messages = () => bot.connector.messages.filter((message) => message.summary === summary);
  await bot.connector.until(() => messages().length >= count);
  return messages();
}

/** The list, by its button: messages that the bot sends meanwhile are not taken for it. */
export async function listed(bot: TestBot, more: Readonly<Record<string, unknown>> = {}): Promise<unknown> {
  return bot.press(pressed('announcement.list', { page: 1 }), 'personal', {}, more);
}

/** Resolves when everything that is sent by itself is sent. The clock stands still for what waits for its turn in a chat: it is moved on. */
export async function finished(bot: TestBot): Promise<void> {
  const isFinished = async () => {
    const waiting = (await bot.storedDocuments('deliveries')).map(
      ({ body }) => Throttled.safeParse(body).data,
    );
    const until = Math.max(0, ...waiting.map((body) => body?.state.until ?? 0));
    bot.clock.advance(Math.max(0, until - bot.clock.now()));
    const phases = (await bot.storedDocuments('broadcasts')).map(({ body }) => body['phase']);
    return phases.length > 0 && phases.every((phase) => phase === 'finished');
  };
  await expect.poll(isFinished, { timeout: 20_000 }).toBe(true);
}
