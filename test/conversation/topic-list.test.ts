import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { topicRequestId, userGroupId as toUserGroupId } from '../../src/domain/ids.ts';
import { minuteMs } from '../../src/domain/instant.ts';
import type { TopicRequest } from '../../src/domain/topic-request.ts';
import { startCommunity } from '../support/announcements.ts';
import { anna, buttonNamed, buttonsOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { groupsOn } from '../support/topic-proposing.ts';
import { memberOf, proposed } from '../support/topics.ts';
import { valueOf } from '../support/user-group-cards.ts';
import { asBerta, berta, created, pressed, said } from '../support/user-groups.ts';

let bot: TestBot;

/** Anna organises; Berta is a member. */
beforeEach(async () => {
  bot = await startCommunity();
});

afterEach(async () => {
  await bot.stop();
});

async function topic(id: string, title: string, fields: Partial<TopicRequest> = {}, by = memberOf(anna)) {
  bot.clock.advance(minuteMs);
  return proposed(bot, { id: topicRequestId(id), title, ...fields }, by);
}

const list = (data: Readonly<Record<string, unknown>> = {}, who = asBerta) =>
  bot.press(pressed('topic.list', { view: 'votes', page: 1, ...data }), 'personal', {}, who);
const press = (card: unknown, title: string, inputs: Readonly<Record<string, string>> = {}) =>
  bot.press(buttonNamed(card, title), 'personal', inputs, asBerta);
/** Titles of the topics, from the top. */
const topicsOn = (card: unknown) =>
  buttonsOf(card)
    .map(({ title }) => /^Thema „(.+)“ ansehen$/.exec(title)?.[1])
    .filter((title, index, all) => title !== undefined && title !== all[index - 1]);

describe('"Themen"', () => {
  it('lists open ones, the most votes first, and its buttons the others', async () => {
    await topic('t1', 'Telefonie', { votes: 3 });
    await topic('t2', 'Bauamt', { votes: 1234 });
    await topic('t3', 'Sprachen', { votes: 3 });
    await topic('t4', 'Drohnen', { state: { kind: 'planned', plan: { date: '2026-12-03' } } });
    await topic('t5', 'Chatbots', { state: { kind: 'treated', result: { text: 'Zwei haben berichtet.' } } });
    await topic('t6', 'Wetter', { state: { kind: 'declined', reason: 'Das passt nicht.' } });

    const votes = await said(bot, 'Themen', 'personal', asBerta);
    const newest = await press(votes, 'Neueste');
    const planned = await press(newest, 'Geplant');
    const done = await press(planned, 'Erledigt');
    const back = await press(done, 'Meiste Stimmen');

    expect(topicsOn(votes)).toEqual(['Bauamt', 'Telefonie', 'Sprachen']);
    expect(wordsOf(votes)).toMatch(/^Drei offene Themen, die meisten Stimmen zuerst\.\n/);
    expect(wordsOf(votes)).toContain('1.234\nStimmen\nBauamt\nGanze Community');
    expect(topicsOn(newest)).toEqual(['Sprachen', 'Bauamt', 'Telefonie']);
    expect(topicsOn(planned)).toEqual(['Drohnen']);
    expect(wordsOf(planned)).toMatch(/^Ein Thema ist geplant\.\n[^]*3\. Dezember/);
    expect(topicsOn(done)).toEqual(['Wetter', 'Chatbots']);
    expect(valueOf(back)).toEqual(votes);
  });

  it('has five on a page, and leads to the next and back', async () => {
    for (let index = 1; index <= 7; index += 1) {
      await topic(`t${index}`, `Thema ${index}`);
    }

    const first = await list();
    const second = await press(first, 'Weitere');
    const again = await press(second, 'Vorherige');
    const behind = await list({ page: 40 });

    expect(topicsOn(first)).toEqual([1, 2, 3, 4, 5].map((index) => `Thema ${index}`));
    expect(wordsOf(first)).toContain('Seite 1 von 2');
    expect(topicsOn(second)).toEqual(['Thema 6', 'Thema 7']);
    expect(again).toEqual(first);
    expect(behind).toEqual(second);
  });

  it('leads to the details, and from there back to the same page', async () => {
    for (let index = 1; index <= 6; index += 1) {
      await topic(`t${index}`, `Thema ${index}`);
    }
    const second = await list({ page: 2, view: 'new' });

    const details = await press(second, 'Thema „Thema 1“ ansehen');
    const back = await press(details, 'Zurück');

    expect(wordsOf(details)).toMatch(/^Thema 1\nOffen\n/);
    expect(back).toEqual(second);
  });

  it('is empty at first, and says what to do', async () => {
    const empty = await list();

    expect(wordsOf(empty)).toMatch(/^Noch gibt es kein offenes Thema\.\nMit „Thema vorschlagen“ machen Sie/);
    expect(wordsOf(await press(empty, 'Thema vorschlagen'))).toContain('Um welches Thema geht es?');
    expect(wordsOf(await press(empty, 'Geplant'))).toMatch(/^Noch ist kein Thema geplant\./);
    expect(wordsOf(await press(empty, 'Erledigt'))).toMatch(
      /^Noch ist kein Thema behandelt oder abgelehnt\./,
    );
    expect(wordsOf(await press(empty, 'Meine Themen'))).toMatch(/^Sie haben noch kein Thema vorgeschlagen/);
  });

  it('shows what people typed as they typed it', async () => {
    await topic('t1', '**Fett** [Link](https://example.org) <b>', { tags: ['*x*'] });

    const card = await list();

    expect(wordsOf(card)).toContain('**Fett** [Link](https://example.org) <b>\nGanze Community · *x*');
    expect(JSON.stringify(card)).not.toContain('"type":"TextBlock","text":"**Fett');
  });
});

describe('"Meine Themen"', () => {
  it('are those that somebody proposed, voted for or follows, in whatever state', async () => {
    await topic('t1', 'Vorgeschlagen', {}, memberOf(berta));
    await topic('t2', 'Gewählt');
    await topic('t3', 'Verfolgt', { state: { kind: 'planned', plan: {} } });
    await topic('t4', 'Fremd');
    await bot.press(pressed('topic.vote', { topicRequestId: 't2' }), 'personal', {}, asBerta);
    await bot.press(pressed('topic.follow', { topicRequestId: 't3' }), 'personal', {}, asBerta);

    const mine = await said(bot, 'Meine Themen', 'personal', asBerta);

    expect(topicsOn(mine)).toEqual(['Verfolgt', 'Gewählt', 'Vorgeschlagen']);
    expect(wordsOf(mine)).toMatch(/^Drei Themen, mit denen Sie zu tun haben\./);
    expect(wordsOf(mine)).toContain('Gewählt\nIhre Stimme ist dabei · ');
  });

  it('keep one that was merged, with where its votes count', async () => {
    await topic('t1', 'Ziel');
    await topic('t2', 'Doppelt', {}, memberOf(berta));
    await bot.press(pressed('topic.merge', { topicRequestId: 't2', into: 't1' }));

    const mine = await list({ view: 'mine' });

    expect(topicsOn(await list())).toEqual(['Ziel']);
    expect(topicsOn(mine)).toContain('Doppelt');
    expect(wordsOf(mine).toLowerCase()).toContain('zusammengeführt');
  });
});

describe('topics of a user group', () => {
  it('are chosen on the list, which stays in its view, and all come back', async () => {
    const id = await created(bot);
    await topic('t1', 'Aus der Gruppe', { userGroupId: toUserGroupId(id) });
    await topic('t2', 'Aus der Community');
    const all = await list({ view: 'new' });

    const chosen = await press(all, 'Anzeigen', { userGroup: id });
    const again = await press(chosen, 'Anzeigen', { userGroup: 'none' });

    expect(groupsOn(all)).toEqual({ chosen: 'none', names: ['Alle Themen', 'Telefonie'] });
    expect(topicsOn(chosen)).toEqual(['Aus der Gruppe']);
    expect(groupsOn(chosen).chosen).toBe(id);
    expect(wordsOf(chosen)).toMatch(/^Ein offenes Thema\.\nUser Group: Telefonie\n/);
    expect(again).toEqual(all);
    expect(await press(all, 'Anzeigen')).toEqual(all);
  });

  it('are typed with its name, and stand behind "Themen" on its card', async () => {
    const id = await created(bot);
    await topic('t1', 'Aus der Gruppe', { userGroupId: toUserGroupId(id) });
    await topic('t2', 'Aus der Community');

    const typed = await said(bot, 'Themen der User Group Telefonie', 'personal', asBerta);
    const group = await bot.press(pressed('userGroup.show', { userGroupId: id }), 'personal', {}, asBerta);

    expect(topicsOn(typed)).toEqual(['Aus der Gruppe']);
    expect(valueOf(await press(group, 'Themen'))).toEqual(typed);
  });

  it('are all topics when the group is gone, on buttons of old cards as well', async () => {
    const id = await created(bot);
    await topic('t1', 'Aus der Gruppe', { userGroupId: toUserGroupId(id) });
    await topic('t2', 'Aus der Community');
    const before = await list({ userGroupId: id });
    await bot.press(pressed('userGroup.archive', { userGroupId: id }));

    const after = await press(before, 'Neueste');
    const chosen = await press(await list(), 'Geplant');

    expect(topicsOn(after)).toEqual(['Aus der Community', 'Aus der Gruppe']);
    expect(wordsOf(after)).not.toContain('User Group: ');
    expect(JSON.stringify(chosen)).not.toContain('Telefonie');
  });
});
