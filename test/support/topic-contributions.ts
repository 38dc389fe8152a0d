import type { UseCase } from '../../src/domain/use-case.ts';
import type { TopicRequest } from '../../src/domain/topic-request.ts';
import { asCarla, startCommunity } from './announcements.ts';
import { adopterAt, hemer, menden } from './builders.ts';
import { buttonNamed, cardOf } from './conversation.ts';
import type { TestBot } from './conversation.ts';
import { aDrone, bertaId, entered, postedTo } from './followed.ts';
import { proposed } from './topics.ts';
import { valueOf } from './user-group-cards.ts';
import { asBerta, bertasChat, pressed } from './user-groups.ts';

export const question = 'Würden Sie bei einem Treffen zu „Drohnen über Dächern“ berichten?';

/** Anna organises; Berta works for Menden, which does it, and is the contact; Carla works for Hemer. */
export async function startInviting(
  fields: Partial<UseCase> = {},
  parts: Parameters<typeof startCommunity>[1] = {},
): Promise<{ readonly bot: TestBot; readonly topic: TopicRequest }> {
  const bot = await startCommunity({}, parts);
  await bot.say('Hallo');
  await bot.press(pressed('commune.choose', { commune: menden }), 'personal', {}, asBerta);
  await bot.press(pressed('commune.choose', { commune: hemer }), 'personal', {}, asCarla);
  const contact = { memberId: bertaId, name: 'Berta Beispiel' };
  await entered(bot, aDrone({ adopters: [adopterAt(menden, 'in_use', { contact })], ...fields }));
  return {
    bot,
    topic: await proposed(bot, { title: 'Drohnen über Dächern', question: 'Wer findet damit Schäden?' }),
  };
}

/** "Mögliche Beiträge" as Anna sees it. */
export async function contributions(bot: TestBot, { id }: TopicRequest): Promise<unknown> {
  return valueOf(await bot.press(pressed('topic.listContributions', { topicRequestId: id })));
}

/** Anna asks the contact of the first use case; returns what she sees, and the question as it comes to Berta. */
export async function invited(bot: TestBot, topic: TopicRequest) {
  const list = await contributions(bot, topic);
  const answer = valueOf(await bot.press(buttonNamed(list, 'Anfragen')));
  return { answer, card: cardOf(await questionTo(bot)) };
}

/** The question to Berta, as soon as there are so many. */
export async function questionTo(bot: TestBot, count = 1) {
  const questions = () => postedTo(bot, bertasChat).filter(({ summary }) => summary === question);
  await bot.connector.until(() => questions().length >= count);
  return questions()[count - 1];
}

/** Berta presses one of the answers on the card. */
export async function says(bot: TestBot, card: unknown, title: string): Promise<unknown> {
  return valueOf(await bot.press(buttonNamed(card, title), 'personal', {}, asBerta));
}

export async function invitationsOf(bot: TestBot, { id }: TopicRequest) {
  return bot.app.deps.topicRequests.invitations(id);
}

export async function offersOf(bot: TestBot, { id }: TopicRequest) {
  const all = await Array.fromAsync(bot.app.deps.topicRequests.participations(id));
  return all.flatMap(({ memberId, offer }) => (offer === undefined ? [] : [{ ...offer, memberId }]));
}
