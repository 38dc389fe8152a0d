import {
  memberId as toMemberId,
  tenantId,
  topicRequestId,
  useCaseId,
  userGroupId,
} from '../../src/domain/ids.ts';
import type { MemberId, TopicRequestId } from '../../src/domain/ids.ts';
import type { TopicRequest } from '../../src/domain/topic-request.ts';
import type { DocumentStore } from '../../src/ports/document-store.ts';
import { asCarla, carla, finished } from './announcements.ts';
import { menden } from './builders.ts';
import { tenant } from './conversation.ts';
import type { TestBot } from './conversation.ts';
import { carlaId, bertaId } from './followed.ts';
import { canary, startWithPrivateThings } from './private-things.ts';
import { dora } from './strangers.ts';
import { memberOf, proposed } from './topics.ts';
import { votesFor } from './topic-news.ts';
import { asBerta, berta, created, pressed } from './user-groups.ts';

/** Dora organises this group, where a test says so. */
const dorasGroup = 'doras-group';
export const dorasTopic = topicRequestId('doras');

const id = (name: string): TopicRequestId => topicRequestId(name);

/** The same people with topics in every state, and with what is nobody else's: invitations, offers, comments, and what is asked in vain. */
export async function startWithPrivateTopics(store: DocumentStore): Promise<TestBot> {
  const bot = await startWithPrivateThings(store);
  const group = await created(bot, { name: 'Bauen' });
  await bot.press(pressed('topicCollection.set', { userGroupId: group, until: '2026-12-05', votes: '2' }));
  await propose(bot, userGroupId(group));
  await takePart(bot);
  await askContacts(bot);
  await decide(bot);
  await bot.say(`Wer nutzt ${canary}ware?`, 'personal', asCarla);
  const interest = { useCaseId: 'secret', commune: menden, cooperations: 'joint_procurement', named: 'true' };
  await bot.press(pressed('interest.save', interest), 'personal', {}, asBerta);
  await finished(bot);
  return bot;
}

async function propose(bot: TestBot, group: ReturnType<typeof userGroupId>): Promise<void> {
  const shown = { title: 'Kegelrobben auf Luftbildern zählen', question: 'Wer zählt sie schon?' };
  await proposed(bot, { ...shown, id: id('liked') }, bertaId);
  await votesFor(bot, id('liked'), carla);
  await proposed(bot, { title: 'Kegelrobben zählen mit Modellen', id: id('alone') }, bertaId);
  for (const one of ['planned', 'treated', 'declined', 'merged']) {
    await proposed(bot, { title: `Bauamt ${one}`, id: id(one), userGroupId: group }, bertaId);
    await votesFor(bot, id(one), carla);
  }
}

async function takePart(bot: TestBot): Promise<void> {
  for (const more of [asBerta, asCarla]) {
    const about = { topicRequestId: 'liked', text: `Worte ${more.conversation.id}` };
    await bot.press(pressed('topic.comment', about), 'personal', {}, more);
    await bot.press(pressed('topic.report', about), 'personal', {}, more);
  }
}

/** Berta is asked about what only Menden may see; Carla said yes. */
async function askContacts(bot: TestBot): Promise<void> {
  await noteInvitation(bot, id('planned'), 1, bertaId);
  await noteInvitation(bot, id('planned'), 2, carlaId);
  const yes = { topicRequestId: 'planned', invitation: 2, answer: 'yes' };
  await bot.press(pressed('topic.answerInvitation', yes), 'personal', {}, asCarla);
}

async function noteInvitation(
  bot: TestBot,
  topicId: TopicRequestId,
  number: number,
  memberId: MemberId,
): Promise<void> {
  const asked = { topicRequestId: topicId, number, memberId, round: 1, askedAt: 0, version: 0 };
  await bot.app.deps.topicRequests.change(topicId, { invitation: number }, ({ request }) => ({
    request: { ...request, numberedInvitations: number },
    invitation: { ...asked, useCaseId: useCaseId('secret') },
  }));
}

async function decide(bot: TestBot): Promise<void> {
  await bot.press(pressed('topic.plan', { topicRequestId: 'planned', date: '2026-12-03' }));
  await bot.press(pressed('topic.treat', { topicRequestId: 'treated', text: 'Drei haben berichtet.' }));
  await bot.press(pressed('topic.decline', { topicRequestId: 'declined', reason: 'Schon im Mai.' }));
  await bot.press(pressed('topic.merge', { topicRequestId: 'merged', into: 'liked', reason: 'Gleich.' }));
}

/** A group of Dora's, with a topic of hers that is like what only Menden may see. */
export async function giveDoraAGroup(bot: TestBot): Promise<void> {
  const organiser = toMemberId(tenantId(tenant), dora.aadObjectId);
  await bot.app.deps.userGroups.add({
    id: userGroupId(dorasGroup),
    kind: 'user-group',
    name: 'Robben',
    description: 'Wer Robben zählt.',
    organisers: [organiser],
    createdAt: 0,
    version: 1,
  });
  const fields = { title: 'Kegelrobben auf Luftbildern', id: dorasTopic };
  await proposed(bot, { ...fields, userGroupId: userGroupId(dorasGroup) }, memberOf(dora));
  await noteInvitation(bot, dorasTopic, 1, bertaId);
}

/** By the field of a payload that names such a thing. */
export async function topicIds(bot: TestBot): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const documents = await bot.storedDocuments('topic-requests');
  const requests = documents.filter((one) => one.partition === one.id).map((one) => one.id);
  const groups = (await bot.storedDocuments('user-groups')).map((one) => one.id);
  return {
    topicRequestId: requests,
    into: requests,
    comment: [1, 2],
    invitation: [1, 2],
    edition: [1],
    useCaseId: ['secret', 'secret-archived', 'shown'],
    userGroupId: groups,
    userGroup: [...groups, 'none'],
  };
}

/** What others may change about a request: who else votes, comments and follows. */
const shared: ReadonlySet<string> = new Set<keyof TopicRequest>([
  'votes',
  'comments',
  'numberedComments',
  'version',
]);

/** Every stored word about topics that is not Dora's; `all`: what she has added to those of others as well. */
export async function topicDocuments(
  bot: TestBot,
  { all }: { readonly all: boolean },
): Promise<readonly string[]> {
  const documents = await bot.storedDocuments('topic-requests', 'user-groups');
  const lines = documents.map(({ partition, id: name, body }) => {
    const fields = Object.entries(body)
      .filter(([field]) => all || !shared.has(field))
      .toSorted(([one], [two]) => one.localeCompare(two));
    return `${partition} ${name} ${JSON.stringify(fields)}`;
  });
  return all ? lines : lines.filter((line) => !line.includes(dora.aadObjectId));
}

/** Requests whose count is not as many as there are votes. */
export async function wrongTallies(bot: TestBot): Promise<readonly string[]> {
  const documents = await bot.storedDocuments('topic-requests');
  const wrong: string[] = [];
  for (const { id: name, body } of documents.filter((one) => one.partition === one.id)) {
    const votes = documents.filter((one) => one.partition === name && 'votedAt' in one.body);
    if (body['votes'] !== votes.length) {
      wrong.push(`${name}: ${JSON.stringify(body['votes'])} instead of ${votes.length}`);
    }
  }
  return wrong;
}

export const owners = [berta, carla].map(({ aadObjectId }) => aadObjectId);
