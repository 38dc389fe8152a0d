import { z } from 'zod';
import { inquiryId } from '../../src/domain/ids.ts';
import type { InquiryThread } from '../../src/domain/inquiry.ts';
import { asCarla, startCommunity } from './announcements.ts';
import { buttonNamed, cardOf } from './conversation.ts';
import type { TestBot } from './conversation.ts';
import { valueOf } from './user-group-cards.ts';
import { asBerta, berta, pressed } from './user-groups.ts';

export const menden = '05962040';
export const hemer = '05962016';

export const question = 'Wer macht schon Drohnen für Dächer?';

/** In the channel, not in the 1:1 chat. */
export const bertaInChannel = { from: berta };
export const carlaInChannel = { from: asCarla.from };

/** Anna organises, Berta works for Menden, Carla for Hemer; the channel is the whole community's. */
export async function startAsking(
  environment: Readonly<Record<string, string>> = {},
  parts: Parameters<typeof startCommunity>[1] = {},
): Promise<TestBot> {
  const bot = await startCommunity(environment, parts);
  await bot.press(pressed('commune.choose', { commune: menden }), 'personal', {}, asBerta);
  await bot.press(pressed('commune.choose', { commune: hemer }), 'personal', {}, asCarla);
  await setUpChannel(bot);
  return bot;
}

/** The bot is mentioned there, so that it can write there. */
export async function setUpChannel(bot: TestBot, userGroup = 'community'): Promise<void> {
  await bot.say('Kanal einrichten', 'channel');
  const fields = { userGroup, channelName: 'Austausch' };
  const before = bot.connector.messages.length;
  await bot.press(pressed('userGroup.setChannel', fields), 'channel');
  await bot.connector.until(() => bot.connector.messages.length > before);
}

/** Berta's preview in her 1:1 chat. */
export async function previewed(
  bot: TestBot,
  fields: Readonly<Record<string, string>> = {},
  more: Readonly<Record<string, unknown>> = asBerta,
): Promise<unknown> {
  const form = await bot.press(pressed('inquiry.offer'), 'personal', {}, more);
  const typed = { question, named: 'true', ...fields };
  return valueOf(await bot.press(buttonNamed(form, 'Vorschau'), 'personal', typed, more));
}

export function idOf(card: unknown, title: string): string {
  return String(buttonNamed(card, title).data?.['inquiryId']);
}

/** Berta asks; returns the inquiry's id, and the card as it was posted in the channel. */
export async function asked(bot: TestBot, fields: Readonly<Record<string, string>> = {}) {
  const preview = await previewed(bot, fields);
  const id = idOf(preview, 'Senden');
  await bot.press(buttonNamed(preview, 'Senden'), 'personal', {}, asBerta);
  const [post] = await posted(bot, fields['question'] ?? question);
  return { id, card: post?.card };
}

/** A new thread in a channel, as the connector is asked for it. */
const Thread = z.looseObject({
  channelData: z.object({ channel: z.object({ id: z.string() }) }),
  activity: z.looseObject({ summary: z.string(), attachments: z.array(z.object({ content: z.unknown() })) }),
});

/** What stands in channels with this in its summary, as soon as there are so many. */
export async function posted(bot: TestBot, words: string, count = 1) {
  const find = () =>
    bot.connector.messages.flatMap((message) => {
      const thread = Thread.safeParse(message).data;
      return thread !== undefined && thread.activity.summary.includes(words) ? [thread] : [];
    });
  await bot.connector.until(() => find().length >= count);
  return find().map(({ activity, channelData }) => ({
    channel: channelData.channel.id,
    summary: activity.summary,
    card: activity.attachments[0]?.content,
  }));
}

/** Carla answers in the channel, as a client without dialogs does it; returns what she alone sees. */
export async function answered(
  bot: TestBot,
  id: string,
  fields: Readonly<Record<string, string>> = {},
  more: Readonly<Record<string, unknown>> = carlaInChannel,
): Promise<unknown> {
  const typed = { kind: 'doing', stage: 'in_use', text: 'Seit 2024 mit zwei Drohnen.', ...fields };
  return valueOf(
    await bot.press(pressed('inquiry.answer', { inquiryId: id, ...typed }), 'channel', {}, more),
  );
}

/** "Meine Anfragen", by its button: messages that the bot sends meanwhile are not taken for it. */
export function ownList(bot: TestBot, more: Readonly<Record<string, unknown>>): Promise<unknown> {
  return bot.press(pressed('inquiry.listOwn', { page: 1 }), 'personal', {}, more);
}

export async function threadOf(bot: TestBot, id: string): Promise<InquiryThread> {
  const thread = await bot.app.deps.inquiries.findThread(inquiryId(id));
  if (thread === undefined) {
    throw new Error(`no inquiry ${id}`);
  }
  return thread;
}

/** The words of the latest update of a posted card that says this, as soon as there is one. */
export async function followed(bot: TestBot, words: string): Promise<unknown> {
  const find = () =>
    bot.connector.updates.findLast(({ activity }) => JSON.stringify(activity).includes(words));
  await bot.connector.until(() => find() !== undefined);
  return cardOf(find()?.activity);
}
