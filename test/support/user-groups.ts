import { anna, buttonNamed, cardOf, tenant, TestBot } from './conversation.ts';
import type { CardButton, Place } from './conversation.ts';

/** Anna organises; Berta is a member. */
export const berta = { id: '29:berta', name: 'Berta', aadObjectId: 'bbbbbbbb-0000-4000-8000-000000000002' };
export const bertasChat = { id: 'a:personal-berta', conversationType: 'personal', tenantId: tenant };
export const asBerta = { from: berta, conversation: bertasChat };

/** What somebody types into the form. */
export const form = {
  name: 'Telefonie',
  kind: 'user-group',
  description: 'Wer Anrufe mit KI annimmt.',
  contact: 'telefonie@example.org',
};

export async function startWithOrganiser(): Promise<TestBot> {
  const bot = await TestBot.start({ ORGANISERS: anna.aadObjectId });
  bot.connector.members.set(berta.id, { ...berta, tenantId: tenant, userRole: 'user' });
  return bot;
}

/** A button that no card offers, or not to this person. */
export function pressed(verb: string, data: Readonly<Record<string, unknown>> = {}): CardButton {
  return { type: 'Action.Execute', title: 'x', verb, data: { ...data } };
}

/** The first card that comes back for words. */
export async function said(
  bot: TestBot,
  words: string,
  place: Place = 'personal',
  more: Readonly<Record<string, unknown>> = {},
) {
  const [first] = await bot.say(words, place, more);
  return cardOf(first);
}

/** Anna creates a group; returns its id. */
export async function created(bot: TestBot, fields: Partial<typeof form> = {}): Promise<string> {
  const card = await bot.press(pressed('userGroup.create', { ...form, ...fields }));
  return String(buttonNamed(card, 'Ändern').data?.['userGroupId']);
}

/** Opens a dialog or sends it off; returns the answer, and what was sent besides so far. */
export async function dialog(
  bot: TestBot,
  name: 'task/fetch' | 'task/submit',
  data: Readonly<Record<string, unknown>>,
  place: Place,
  more: Readonly<Record<string, unknown>> = {},
) {
  const before = bot.connector.messages.length;
  const response = await bot.post({ type: 'invoke', name, value: { data }, ...more }, place);
  const answer: unknown = await response.json();
  return { answer, sent: () => bot.connector.messages.slice(before) };
}
