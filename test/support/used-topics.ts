import { topicRequestId, userGroupId } from '../../src/domain/ids.ts';
import { memberOf, proposed } from './topics.ts';
import { votesFor } from './topic-news.ts';
import { asCarla, carla } from './announcements.ts';
import { hemer } from './builders.ts';
import { anna } from './conversation.ts';
import type { TestBot } from './conversation.ts';
import { bertaId, carlaId } from './followed.ts';
import { asBerta, created, pressed } from './user-groups.ts';

const id = (name: string) => topicRequestId(name);

/**
 * Berta, who organises, does everything that can be done with topics; `word` stands where nothing of hers is to stay. She is the contact of
 * the voicebot.
 */
export async function usesTopics(bot: TestBot, word: string): Promise<void> {
  const berta = (verb: string, data: Readonly<Record<string, unknown>> = {}) =>
    bot.press(pressed(verb, data), 'personal', {}, asBerta);
  const proposal = { title: 'Laubbläser leise lenken', question: 'Wer hat welche?', tags: 'Grünpflege' };
  await berta('topic.propose', { ...proposal, topicRequestId: 'bertas', userGroup: 'none', checked: true });
  await votesFor(bot, id('bertas'), carla);
  await proposed(bot, { title: 'Telefon im Rathaus', id: id('carlas') }, carlaId);
  await berta('topic.vote', { topicRequestId: 'carlas' });
  await berta('topic.comment', { topicRequestId: 'carlas', text: `${word} sagt etwas.` });
  await berta('topic.report', { topicRequestId: 'carlas', text: `${word} berichtet.` });
  await proposed(bot, { title: 'Straßenlaternen dimmen', id: id('annas') }, memberOf(anna));
  await berta('topic.follow', { topicRequestId: 'annas' });
  await bot.press(pressed('topic.invite', { topicRequestId: 'annas', useCaseId: 'example-voicebot' }));
  await berta('topic.answerInvitation', { topicRequestId: 'annas', invitation: 1, answer: 'later' });
  await invitesCarla(bot, berta);
  await votesAreMoved(bot);
  await berta('topic.plan', { topicRequestId: 'carlas', date: '2026-12-03' });
  const group = userGroupId(await created(bot, { name: 'Laub' }));
  await bot.app.deps.voteReservations.add(bertaId, group, id('carlas'), bot.clock.now());
  await bot.say('Wer nutzt Quantencomputer?', 'personal', asCarla);
}

/** Carla is the contact of the chatbot. */
async function invitesCarla(
  bot: TestBot,
  berta: (verb: string, data: Readonly<Record<string, unknown>>) => Promise<unknown>,
): Promise<void> {
  const adoption = { useCaseId: 'example-chatbot', commune: hemer, stage: 'in_use', contact: 'self' };
  await bot.press(pressed('adoption.save', adoption), 'personal', {}, asCarla);
  await berta('topic.invite', { topicRequestId: 'annas', useCaseId: 'example-chatbot' });
  const no = { topicRequestId: 'annas', invitation: 2, answer: 'no' };
  await bot.press(pressed('topic.answerInvitation', no), 'personal', {}, asCarla);
}

/** Of one that Berta voted for, into another one that she did not. */
async function votesAreMoved(bot: TestBot): Promise<void> {
  await proposed(bot, { title: 'Drohnen zählen Bäume', id: id('merged') }, bertaId);
  await votesFor(bot, id('merged'), carla);
  await proposed(bot, { title: 'Bäume mit Drohnen zählen', id: id('into') }, memberOf(anna));
  await bot.press(pressed('topic.merge', { topicRequestId: 'merged', into: 'into' }));
}
