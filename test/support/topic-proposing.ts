import { z } from 'zod';
import type { TopicRequest } from '../../src/domain/topic-request.ts';
import { startCommunity } from './announcements.ts';
import { buttonNamed } from './conversation.ts';
import type { TestBot } from './conversation.ts';
import { menden } from './inquiries.ts';
import { valueOf } from './user-group-cards.ts';
import { asBerta, pressed } from './user-groups.ts';

/** Anna organises, Berta works for Menden. */
export async function startProposing(): Promise<TestBot> {
  const bot = await startCommunity();
  await bot.press(pressed('commune.choose', { commune: menden }), 'personal', {}, asBerta);
  return bot;
}

type Fields = Readonly<Record<string, string>>;
type Who = Readonly<Record<string, unknown>>;

/** What somebody's form becomes with "Vorschlagen". */
export async function sentOff(bot: TestBot, fields: Fields, who: Who = asBerta): Promise<unknown> {
  const form = await bot.press(pressed('topic.offerForm'), 'personal', {}, who);
  return valueOf(await bot.press(buttonNamed(form, 'Vorschlagen'), 'personal', fields, who));
}

/** Every request as it is stored, the earliest first. */
export async function storedTopics(bot: TestBot): Promise<readonly TopicRequest[]> {
  const { topicRequests, topicCatalogue } = bot.app.deps;
  const found = await Promise.all([...topicCatalogue.all()].map(({ id }) => topicRequests.find(id)));
  return found
    .filter((request) => request !== undefined)
    .toSorted((one, other) => one.createdAt - other.createdAt);
}

const GroupInput = z.looseObject({
  id: z.literal('userGroup'),
  value: z.string(),
  choices: z.array(z.object({ title: z.string(), value: z.string() })),
});

/** The choice of the user group on a card: what is chosen, and what can be. */
export function groupsOn(card: unknown): { readonly chosen: string; readonly names: readonly string[] } {
  const input = findGroupInput(card);
  if (input === undefined) {
    throw new Error('no choice of a user group');
  }
  return { chosen: input.value, names: input.choices.map(({ title }) => title) };
}

function findGroupInput(value: unknown): z.output<typeof GroupInput> | undefined {
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  const input = GroupInput.safeParse(value).data;
  if (input !== undefined) {
    return input;
  }
  for (const part of Object.values(value)) {
    const found = findGroupInput(part);
    if (found !== undefined) {
      return found;
    }
  }
  return undefined;
}
