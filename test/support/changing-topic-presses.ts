import { topicRequestId, userGroupId } from '../../src/domain/ids.ts';
import type { TopicRequest } from '../../src/domain/topic-request.ts';
import { adopterAt, menden } from './builders.ts';
import { after, byAnna, byBerta, byCarla, pressAgain } from './changing-press.ts';
import type { ChangingPress, Prepare } from './changing-press.ts';
import { anna } from './conversation.ts';
import type { TestBot } from './conversation.ts';
import { carla } from './announcements.ts';
import { aDrone, bertaId, drones, entered } from './followed.ts';
import { memberOf, proposed } from './topics.ts';
import { votesFor } from './topic-news.ts';
import { berta, created } from './user-groups.ts';

const t1 = { topicRequestId: 't1' };
const words = {
  title: 'KI im Bauamt',
  question: 'Wer prüft damit Anträge?',
  userGroup: 'none',
  tags: 'Bau, Anträge',
};
const told = { text: 'Drei Kommunen haben berichtet.', link: 'https://example.org/bericht' };

/** Berta's, with her vote. */
function bertas(bot: TestBot, fields: Partial<TopicRequest> = {}): Promise<TopicRequest> {
  return proposed(bot, { title: 'KI im Bauamt', id: topicRequestId('t1'), ...fields }, memberOf(berta));
}

/** Berta's, for which Carla voted as well. */
async function liked(bot: TestBot, fields: Partial<TopicRequest> = {}): Promise<void> {
  const { id } = await bertas(bot, fields);
  await votesFor(bot, id, carla);
}

/** A group whose members have so many votes. */
async function groupWithVotes(bot: TestBot, votes: number) {
  const id = await created(bot);
  await pressAgain(bot, byAnna('topicCollection.set', { userGroupId: id, votes: String(votes) }));
  return userGroupId(id);
}

/** Two that are alike, with the votes of Berta and Carla, and of Anna and Carla. */
async function two(bot: TestBot): Promise<void> {
  await liked(bot);
  const other = await proposed(bot, { title: 'Bauamt mit KI', id: topicRequestId('t2') }, memberOf(anna));
  await votesFor(bot, other.id, carla);
}

const merge = byAnna('topic.merge', { ...t1, into: 't2', reason: 'Es ist dasselbe.' });

/** A use case on which Berta can report. */
async function contributable(bot: TestBot): Promise<void> {
  const contact = { memberId: bertaId, name: 'Berta Beispiel' };
  await entered(bot, aDrone({ adopters: [adopterAt(menden, 'in_use', { contact })] }));
  const title = 'Drohnen über Dächern';
  await proposed(bot, { title, id: topicRequestId('t1') }, memberOf(carla));
}

const invite = byAnna('topic.invite', { ...t1, useCaseId: drones });
const says = (answer: string) => byBerta('topic.answerInvitation', { ...t1, invitation: 1, answer });

/** With something done before. */
function following(
  prepare: (bot: TestBot) => Promise<unknown>,
  ...presses: readonly ChangingPress[]
): Prepare {
  return async (bot) => {
    await prepare(bot);
    const next = presses.at(-1);
    if (next === undefined) {
      throw new Error('nothing to press');
    }
    for (const press of presses.slice(0, -1)) {
      await after(bot, press, next);
    }
    return next;
  };
}

/** Every verb that changes something about topics, ready to be pressed for the first time. */
export const changingTopicPresses: Readonly<Record<string, Prepare>> = {
  'topic.propose': async () =>
    byBerta('topic.propose', { ...words, topicRequestId: 'p1', checked: true, mayReport: 'true' }),
  'topic.propose in a group with a budget': async (bot) => {
    const userGroup = await groupWithVotes(bot, 1);
    return byBerta('topic.propose', { ...words, topicRequestId: 'p1', checked: true, userGroup });
  },
  'topic.change by its author': following(
    bertas,
    byBerta('topic.change', { ...t1, ...words, title: 'KI im Amt', edition: 1 }),
  ),
  'topic.change by an organiser': following(
    liked,
    byAnna('topic.change', { ...t1, ...words, title: 'KI im Amt', edition: 1 }),
  ),
  'topic.change to a group where no vote is left': async (bot) => {
    const group = await groupWithVotes(bot, 1);
    await bertas(bot, { id: topicRequestId('t2'), userGroupId: group });
    await bertas(bot);
    return byBerta('topic.change', { ...t1, ...words, userGroup: group, edition: 1 });
  },
  'topic.remove': following(bertas, byBerta('topic.remove', t1)),
  'topic.vote': following(bertas, byCarla('topic.vote', t1)),
  'topic.vote with the last vote of a budget': async (bot) => {
    const group = await groupWithVotes(bot, 1);
    await bertas(bot, { userGroupId: group });
    return byCarla('topic.vote', t1);
  },
  'topic.vote on the list': following(
    bertas,
    byCarla('topic.vote', { ...t1, onList: true, from: { view: 'votes', page: 1 } }),
  ),
  'topic.withdrawVote': following(liked, byCarla('topic.withdrawVote', t1)),
  'topic.follow': following(bertas, byCarla('topic.follow', t1)),
  'topic.unfollow': following(liked, byCarla('topic.unfollow', t1)),
  'topic.comment': following(bertas, byCarla('topic.comment', { ...t1, text: 'Das fragen wir uns auch.' })),
  'topic.removeComment': following(
    bertas,
    byCarla('topic.comment', { ...t1, text: 'Das fragen wir uns auch.' }),
    byCarla('topic.removeComment', { ...t1, comment: 1 }),
  ),
  'topic.plan': following(
    liked,
    byAnna('topic.plan', { ...t1, date: '2026-12-03', reference: 'Treffen in Olpe' }),
  ),
  'topic.plan to another day': following(
    liked,
    byAnna('topic.plan', { ...t1, date: '2026-12-03' }),
    byAnna('topic.plan', { ...t1, date: '2026-12-10' }),
  ),
  'topic.treat': following(liked, byAnna('topic.treat', { ...t1, ...told })),
  'topic.decline': following(liked, byAnna('topic.decline', { ...t1, reason: 'Das hatten wir schon.' })),
  'topic.merge': following(two, merge),
  'topic.restore': following(
    liked,
    byAnna('topic.decline', { ...t1, reason: 'Das hatten wir schon.' }),
    byAnna('topic.restore', t1),
  ),
  'topic.restore of a merged one': following(two, merge, byAnna('topic.restore', t1)),
  'topic.report': following(
    bertas,
    byCarla('topic.report', { ...t1, text: 'Wir können zeigen, wie es läuft.' }),
  ),
  'topic.stopReporting': following(
    bertas,
    byCarla('topic.report', { ...t1, text: 'Wir können zeigen, wie es läuft.' }),
    byCarla('topic.stopReporting', t1),
  ),
  'topic.stopReporting after a yes': following(
    contributable,
    invite,
    says('yes'),
    byBerta('topic.stopReporting', t1),
  ),
  'topic.invite': following(contributable, invite),
  'topic.answerInvitation with yes': following(contributable, invite, says('yes')),
  'topic.answerInvitation with later': following(contributable, invite, says('later')),
  'topic.answerInvitation with no after yes': following(contributable, invite, says('yes'), says('no')),
  'topicCollection.set': async (bot) =>
    byAnna('topicCollection.set', { userGroupId: await created(bot), until: '2026-12-05', votes: '3' }),
};
