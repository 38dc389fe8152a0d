import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { topicRequestId, userGroupId as toUserGroupId } from '../../src/domain/ids.ts';
import { startCommunity } from '../support/announcements.ts';
import { buttonNamed, buttonsOf, wordsOf } from '../support/conversation.ts';
import type { Place, TestBot } from '../support/conversation.ts';
import { memberOf, proposed } from '../support/topics.ts';
import { valueOf } from '../support/user-group-cards.ts';
import { asBerta, berta, created, dialog, pressed } from '../support/user-groups.ts';

let bot: TestBot;

const id = topicRequestId('t1');
const from = { view: 'votes', page: 1 };
const guest = { id: '29:gast', name: 'Gast', aadObjectId: 'dddddddd-0000-4000-8000-000000000004' };

/** Anna organises and proposed it; Berta is a member. */
beforeEach(async () => {
  bot = await startCommunity();
  await proposed(bot, { id, title: 'KI im Bauamt' });
});

afterEach(async () => {
  await bot.stop();
});

type Data = Readonly<Record<string, unknown>>;

const press = (verb: string, data: Data = {}, who: Data = asBerta, place: Place = 'personal') =>
  bot.press(pressed(verb, { topicRequestId: id, ...data }), place, {}, who);
const onList = { from, onList: true };

/** As it is counted, and as it is written down. */
async function tally(of = id) {
  const { topicRequests } = bot.app.deps;
  const all = await Array.fromAsync(topicRequests.participations(of));
  return [(await topicRequests.find(of))?.votes, all.filter(({ votedAt }) => votedAt !== undefined).length];
}

describe('a vote on the list', () => {
  it('is given, withdrawn and given again, and the list says each time how it is', async () => {
    const list = await bot.press(pressed('topic.list', from), 'personal', {}, asBerta);

    const voted = await bot.press(buttonNamed(list, 'Für „KI im Bauamt“ stimmen'), 'personal', {}, asBerta);
    const takeBack = buttonNamed(voted, 'Ihre Stimme für „KI im Bauamt“ zurückziehen');
    const withdrawn = await bot.press(takeBack, 'personal', {}, asBerta);
    const again = await bot.press(takeBack, 'personal', {}, asBerta);

    expect(wordsOf(voted)).toMatch(
      /^Ihre Stimme für „KI im Bauamt“ ist eingetragen\.\nEin offenes Thema\.\n/,
    );
    expect(wordsOf(voted)).toContain('2\nStimmen\nKI im Bauamt\nIhre Stimme ist dabei');
    expect(wordsOf(withdrawn)).toMatch(
      /^Ihre Stimme ist zurückgezogen\.\n[^]*1\nStimme\nKI im Bauamt\nGanze/,
    );
    expect(wordsOf(again)).toMatch(/^Sie haben für dieses Thema nicht gestimmt\.\n/);
    expect(await tally()).toEqual([1, 1]);
  });

  it('counts once, whatever is pressed again', async () => {
    await press('topic.vote', onList);

    const again = await press('topic.vote', onList);

    expect(wordsOf(again)).toMatch(/^Ihre Stimme war schon eingetragen\.\nEin offenes Thema\./);
    expect(await tally()).toEqual([2, 2]);
  });
});

describe('a vote on the details', () => {
  it('is given and withdrawn there, and "Zurück" still leads to the list', async () => {
    const details = await press('topic.show', { from });

    const voted = await bot.press(buttonNamed(details, 'Dafür stimmen'), 'personal', {}, asBerta);
    const again = await bot.press(buttonNamed(details, 'Dafür stimmen'), 'personal', {}, asBerta);
    const withdrawn = await bot.press(buttonNamed(voted, 'Stimme zurückziehen'), 'personal', {}, asBerta);

    expect(wordsOf(voted)).toMatch(/^Ihre Stimme ist eingetragen\.[^]*KI im Bauamt\nOffen\n[^]*2\nStimmen/);
    expect(wordsOf(again)).toMatch(/^Ihre Stimme war schon eingetragen\.\n/);
    expect(wordsOf(withdrawn)).toMatch(/^Ihre Stimme ist zurückgezogen\.\n[^]*1\nStimme\n/);
    expect(buttonNamed(withdrawn, 'Zurück')).toMatchObject({ verb: 'topic.list', data: from });
    expect(await tally()).toEqual([1, 1]);
  });

  it('is given in a dialog, which shows it', async () => {
    const { answer: opened } = await dialog(
      bot,
      'task/fetch',
      { verb: 'topic.show', topicRequestId: id },
      'channel',
      { from: berta },
    );

    const { answer, sent } = await dialog(
      bot,
      'task/submit',
      buttonNamed(opened, 'Dafür stimmen').data ?? {},
      'channel',
      { from: berta },
    );

    expect(JSON.stringify(answer)).toContain('Ihre Stimme ist eingetragen.');
    expect(buttonsOf(answer).map(({ title }) => title)).toContain('Stimme zurückziehen');
    expect(sent()).toEqual([]);
    expect(await tally()).toEqual([2, 2]);
  });
});

describe('a press on a button that is out of date', () => {
  it.each([
    ['topic.plan', { date: '2026-12-03' }, 'Dieses Thema ist schon geplant; abstimmen ist nicht mehr nötig.'],
    ['topic.treat', { text: 'Gut.' }, 'Dieses Thema ist schon behandelt; abstimmen ist nicht mehr möglich.'],
    ['topic.decline', { reason: 'Nein.' }, 'Dieses Thema wurde abgelehnt; abstimmen ist nicht mehr möglich.'],
    [
      'topic.merge',
      { into: 't2' },
      'Dieses Thema wurde mit „Anträge prüfen“ zusammengeführt; die Stimmen zählen dort.',
    ],
  ])('says what became of the topic after %s', async (verb, fields, sentence) => {
    await proposed(bot, { id: topicRequestId('t2'), title: 'Anträge prüfen' });
    await press(verb, fields, {});

    const list = await press('topic.vote', onList);
    const details = await press('topic.vote');

    expect(wordsOf(list).split('\n').slice(0, 2)).toEqual([sentence, 'Ein offenes Thema.']);
    expect(wordsOf(details).split('\n').slice(0, 2)).toEqual([sentence, 'KI im Bauamt']);
    expect(await bot.app.deps.topicRequests.findParticipation(id, memberOf(berta))).toBeUndefined();
  });

  it('says that the topic is gone', async () => {
    await press('topic.remove', {}, {});

    const answers = [
      await press('topic.vote', onList),
      await press('topic.withdrawVote', onList),
      await press('topic.vote'),
    ];

    for (const answer of answers) {
      expect(JSON.stringify(answer)).toContain('Dieses Thema gibt es nicht mehr.');
    }
    expect(wordsOf(answers[0])).toContain('Noch gibt es kein offenes Thema.');
  });
});

describe('who may not', () => {
  it('a guest reads that members vote', async () => {
    bot.connector.members.set(guest.id, { ...guest, userRole: 'guest', userPrincipalName: 'gast#EXT#@x' });
    const asGuest = { from: guest, conversation: { ...asBerta.conversation, id: 'a:personal-gast' } };

    const voted = await press('topic.vote', onList, asGuest);
    const list = await bot.press(pressed('topic.list', from), 'personal', {}, asGuest);

    expect(JSON.stringify(voted)).toContain('Das ist Mitgliedern vorbehalten.');
    expect(wordsOf(list)).not.toContain('Mit ▲ stimmen Sie');
    expect(await tally()).toEqual([1, 1]);
  });

  it('somebody without an account reads why not', async () => {
    const nobody = { from: { id: '29:nobody', name: 'Niemand' }, conversation: asBerta.conversation };

    const answer = await press('topic.vote', onList, nobody);

    expect(JSON.stringify(answer)).not.toContain('ist eingetragen');
    expect(await tally()).toEqual([1, 1]);
  });
});

describe('in a group where everybody has one vote', () => {
  it('the second is refused with what has the first, on the list and on the details, until that is withdrawn', async () => {
    const userGroupId = toUserGroupId(await created(bot));
    await bot.press(pressed('topicCollection.set', { userGroupId }), 'personal', { votes: '1' });
    const [a, b] = [topicRequestId('a'), topicRequestId('b')];
    await proposed(bot, { id: a, title: 'Anrufe', userGroupId });
    await proposed(bot, { id: b, title: 'Ansagen', userGroupId });
    await press('topic.vote', { ...onList, topicRequestId: a });

    const refused = await press('topic.vote', { ...onList, topicRequestId: b });
    const onDetails = await press('topic.vote', { topicRequestId: b });
    await press('topic.withdrawVote', { topicRequestId: a });
    const given = await press('topic.vote', { ...onList, topicRequestId: b });

    const sentence =
      'In dieser User Group haben Sie Ihre eine Stimme schon vergeben („Anrufe“). Ziehen Sie zuerst eine zurück';
    expect(wordsOf(refused)).toContain(sentence);
    expect(wordsOf(onDetails)).toContain(sentence);
    expect(wordsOf(given)).toMatch(/^Ihre Stimme für „Ansagen“ ist eingetragen\./);
    expect([await tally(a), await tally(b)]).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });
});

describe('the same vote', () => {
  it('ten times at once, and again under other ids, is one', async () => {
    const activityId = randomUUID();
    const again = { ...asBerta, id: activityId };

    await Promise.all(Array.from({ length: 10 }, () => press('topic.vote', onList, again)));
    const answers = await Promise.all(Array.from({ length: 10 }, () => press('topic.vote', onList)));

    expect(await tally()).toEqual([2, 2]);
    for (const answer of answers) {
      expect(wordsOf(valueOf(answer))).toMatch(/^Ihre Stimme war schon eingetragen\.\n/);
    }
  });

  it('ten times at once under ten ids is one', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => press('topic.vote', onList)));

    const outcomes = answers.map((answer) => wordsOf(answer).split('\n')[0]);
    expect(outcomes.filter((one) => one === 'Ihre Stimme für „KI im Bauamt“ ist eingetragen.')).toHaveLength(
      1,
    );
    expect(outcomes.filter((one) => one === 'Ihre Stimme war schon eingetragen.')).toHaveLength(9);
    expect(await tally()).toEqual([2, 2]);
  });
});
