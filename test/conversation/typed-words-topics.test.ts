import { afterEach, beforeEach, expect, it } from 'vitest';
import { topicRequestId } from '../../src/domain/ids.ts';
import type { TopicRequestId } from '../../src/domain/ids.ts';
import { hourMs } from '../../src/domain/instant.ts';
import { remindOfDeadlines } from '../../src/features/topics/remind-of-deadline.ts';
import { asCarla } from '../support/announcements.ts';
import { adopterAt, menden } from '../support/builders.ts';
import { breachesOf, cardsIn } from '../support/card-breaches.ts';
import { compose } from '../support/compose.ts';
import { buttonNamed, buttonsOf, tenant } from '../support/conversation.ts';
import type { CardButton, Place, TestBot } from '../support/conversation.ts';
import { aDrone, bertaId, drones, entered } from '../support/followed.ts';
import { bertaInChannel, carlaInChannel, startAsking } from '../support/inquiries.ts';
import { findLiveWords, naughty } from '../support/live-words.ts';
import { captureValue, openAction } from '../support/message-action.ts';
import { storedTopics } from '../support/topic-proposing.ts';
import { asBerta, berta, created, pressed } from '../support/user-groups.ts';

type More = Readonly<Record<string, unknown>>;

/** Bytes: what was typed into a form comes back in it, and a message may have 80 KB. */
const longestForm = 40_000;
/** Of Berta's daily collection: her chat tells at eight in Berlin. */
const untilEightMs = 22 * hourMs;

let bot: TestBot;
/** Every answer and every message that anybody has got. */
let drawn: unknown[];

beforeEach(async () => {
  drawn = [];
  bot = await startAsking();
  await bot.say('Hallo');
  bot.connector.members.set(berta.id, {
    ...berta,
    name: naughty.line,
    email: 'berta@menden.example',
    tenantId: tenant,
    userRole: 'user',
  });
});

afterEach(async () => {
  await bot.stop();
});

async function press(button: CardButton, inputs: More = {}, more: More = asBerta, place: Place = 'personal') {
  const answer = await bot.press(button, place, inputs, more);
  drawn.push(answer);
  return answer;
}

const does = (verb: string, data: More = {}, more: More = asBerta, place: Place = 'personal') =>
  press(pressed(verb, data), {}, more, place);

async function says(words: string, place: Place = 'personal', more: More = asBerta): Promise<void> {
  drawn.push(await bot.say(words, place, more));
}

/** A tag may have 30 characters. */
const tags = ['<at>alle</at>', '**fett**', '[K](https://evil.example)', '=HYPERLINK("a")'];
const typed = { title: naughty.line, question: naughty.lines, tags: tags.join(', ') };

/** Waits for a notification that begins so. */
async function told(...beginnings: readonly string[]): Promise<void> {
  const summaries = () => bot.connector.calls.map(({ activity }) => activity.summary ?? '');
  await bot.connector.until(() =>
    beginnings.every((words) => summaries().some((summary) => summary.startsWith(words))),
  );
}

async function isTyped(): Promise<void> {
  for (const words of [naughty.line, naughty.lines, `${naughty.line} `.repeat(3)]) {
    await says(`Thema: ${words}`);
    await says(`Thema: ${words}`, 'channel', bertaInChannel);
    drawn.push(
      await openAction(
        bot,
        { ...captureValue(`<p>${words}</p>`), commandId: 'captureTopic' },
        'group',
        bertaInChannel,
      ),
    );
  }
  await says(`Themen der User Group ${naughty.line}`);
}

/** Refused first, then stored with the words that may be. */
async function isProposed(userGroup: string): Promise<TopicRequestId> {
  const form = await does('topic.offerForm');
  const tooLong = { title: naughty.line.repeat(3), question: naughty.lines.repeat(3), tags: naughty.lines };
  const refused = await press(buttonNamed(form, 'Vorschlagen'), { ...tooLong, userGroup });
  await press(buttonNamed(refused, 'Vorschlagen'), { ...typed, userGroup });
  const [stored] = await storedTopics(bot);
  return topicRequestId(stored?.id ?? '');
}

async function isSeen(id: TopicRequestId, userGroup: string): Promise<void> {
  const about = { topicRequestId: id };
  const similar = await press(
    buttonNamed(await does('topic.offerForm', {}, asCarla), 'Vorschlagen'),
    { ...typed, userGroup },
    asCarla,
  );
  await press(buttonNamed(similar, 'Trotzdem vorschlagen'), {}, asCarla);
  await says(`Thema: ${naughty.line}`, 'personal', asCarla);
  for (const more of [asCarla, carlaInChannel]) {
    const place = more === asCarla ? 'personal' : 'channel';
    await does('topic.list', { view: 'votes', page: 1 }, more, place);
    await does('topic.list', { view: 'mine', page: 1, userGroupId: userGroup }, more, place);
    await does('topic.withdrawVote', about, more, place);
    await does('topic.vote', { ...about, onList: true, from: { view: 'votes', page: 1 } }, more, place);
    await does('topic.comment', { ...about, text: naughty.lines.repeat(3) }, more, place);
    await does('topic.comment', { ...about, text: `${naughty.lines}\n${place}` }, more, place);
    await does('topic.report', { ...about, text: naughty.lines.repeat(3) }, more, place);
    await does('topic.report', { ...about, text: naughty.lines }, more, place);
    await does('topic.show', about, more, place);
    await does('topic.listComments', { ...about, page: 1 }, more, place);
    await does('topic.offerReport', about, more, place);
  }
  await does('follow.list', { page: 1 }, asCarla);
  drawn.push(await compose(bot, naughty.line, 'personal', asCarla));
}

async function isOrganised(id: TopicRequestId, other: TopicRequestId): Promise<void> {
  const about = { topicRequestId: id };
  const anna = (verb: string, data: More = {}) => does(verb, { ...about, ...data }, {});
  await anna('topic.organise');
  await anna('topic.listContributions');
  for (const verb of ['topic.offerPlan', 'topic.offerTreat', 'topic.offerDecline', 'topic.offerMerge']) {
    await anna(verb);
  }
  await anna('topic.plan', { date: naughty.line, reference: naughty.line.repeat(2) });
  await anna('topic.plan', { date: '2026-12-03', reference: naughty.line });
  await anna('topic.decline', { reason: naughty.lines.repeat(3) });
  await anna('topic.decline', { reason: naughty.lines });
  await anna('topic.restore');
  await anna('topic.merge', { into: other, reason: naughty.lines.repeat(3) });
  await anna('topic.merge', { into: other, reason: naughty.lines });
  await does('topic.show', about);
  await does('topic.vote', about);
  await does('topic.vote', about, carlaInChannel, 'channel');
  await anna('topic.restore');
  await anna('topic.treat', { text: naughty.lines.repeat(6), link: naughty.line });
  await anna('topic.treat', { text: naughty.lines, link: 'https://evil.example/a?x=[Klick](y)**fett**' });
  await does('topic.show', about);
  await does('topic.list', { view: 'done', page: 1 });
}

async function isInvitedTo(id: TopicRequestId): Promise<void> {
  const contact = { memberId: bertaId, name: naughty.line };
  await entered(bot, aDrone({ title: naughty.line, adopters: [adopterAt(menden, 'in_use', { contact })] }));
  const about = { topicRequestId: id };
  await does('topic.listContributions', about, {});
  await does('topic.invite', { ...about, useCaseId: drones }, {});
  await told('Würden Sie bei einem Treffen');
  await does('topic.offerForm', { useCaseId: drones, cooperation: 'joint_procurement' });
  await does('topic.answerInvitation', { ...about, invitation: 1, answer: 'later' });
  await does('topic.answerInvitation', { ...about, invitation: 1, answer: 'yes' });
  await does('topic.listContributions', about, {});
  await does('topic.show', about, carlaInChannel, 'channel');
}

/** Berta's only vote there is given. */
async function isCollected(userGroupId: string, other: TopicRequestId): Promise<void> {
  await does('topicCollection.offer', { userGroupId }, {});
  await does('topicCollection.set', { userGroupId, until: naughty.line, votes: naughty.line }, {});
  await does('topicCollection.set', { userGroupId, until: '2026-11-29', votes: '1' }, {});
  await does('userGroup.join', { userGroupId });
  const another = {
    ...typed,
    title: `Noch eins: ${tags.join(' ')}`,
    topicRequestId: 'another',
    userGroup: userGroupId,
  };
  await does('topic.propose', { ...another, checked: true });
  await does('topic.vote', { topicRequestId: other });
  await does('topic.vote', { topicRequestId: other }, bertaInChannel, 'channel');
  await does('topic.list', { view: 'votes', page: 1, userGroupId });
  await remindOfDeadlines(bot.app.deps);
  await told('Noch bis');
}

async function isDemanded(): Promise<void> {
  await says(`Wer nutzt ${naughty.line}ware?`);
  await says(`Wer nutzt ${naughty.line}ware?`, 'personal', asCarla);
  const demand = await does('demand.list', { page: 1 }, {});
  for (const button of buttonsOf(demand).filter(({ verb }) => verb === 'topic.offerForm')) {
    await press(button, {}, {});
  }
}

it('about topics are words in every card, note, notification and dialog, and stay what they were (P12, P19, fault 44)', async () => {
  const userGroup = await created(bot, { name: naughty.line, description: naughty.lines });
  await isTyped();
  await isDemanded();
  const id = await isProposed(userGroup);
  await isSeen(id, userGroup);
  await does('subscription.choose', { topics: 'daily' });
  const carlas = (await storedTopics(bot)).find((one) => one.id !== id);
  const other = topicRequestId(carlas?.id ?? '');
  await isOrganised(id, other);
  await isInvitedTo(other);
  await isCollected(userGroup, other);
  await does('myData.show');
  await does('myData.showJson');
  bot.clock.advance(untilEightMs);
  await told('Neu für Sie');

  const { calls, messages } = bot.connector;
  const all = [...drawn, ...messages, ...calls.map(({ activity }) => activity)];
  const urls = all.flatMap(buttonsOf).filter(({ type }) => type === 'Action.OpenUrl');
  const kept = await bot.app.deps.topicRequests.find(id);
  const [comment] = await bot.app.deps.topicRequests.comments(id);
  expect(all.flatMap((one) => findLiveWords(one))).toEqual([]);
  expect(cardsIn(all).flatMap((card) => breachesOf(card, longestForm))).toEqual([]);
  // Where a button does not say where it leads, a line above it does.
  expect(new Set(urls.map(({ title }) => title))).toEqual(new Set(['Öffnen: evil.example', 'Link öffnen']));
  expect(JSON.stringify(calls)).toContain('"text":"Link: evil.example"');
  expect(kept?.history.map(({ state }) => state.kind)).toEqual([
    'planned',
    'declined',
    'open',
    'merged',
    'open',
    'treated',
  ]);
  expect(kept).toMatchObject({ title: naughty.line, question: naughty.lines, tags });
  expect(kept?.state).toMatchObject({ kind: 'treated', result: { text: naughty.lines } });
  expect(comment?.text).toBe(`${naughty.lines}\npersonal`);
});
