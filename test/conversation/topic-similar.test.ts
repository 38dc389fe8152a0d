import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { topicRequestId, userGroupId } from '../../src/domain/ids.ts';
import { dayMs } from '../../src/domain/instant.ts';
import { asCarla } from '../support/announcements.ts';
import { buttonNamed, buttonsOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { groupsOn, sentOff, startProposing, storedTopics } from '../support/topic-proposing.ts';
import { memberOf, proposed } from '../support/topics.ts';
import { asBerta, berta, created, pressed } from '../support/user-groups.ts';

let bot: TestBot;

beforeEach(async () => {
  bot = await startProposing();
});

afterEach(async () => {
  await bot.stop();
});

const titlesOf = (card: unknown) => buttonsOf(card).map(({ title }) => title);
const ownPart = async (id: string, who = berta) =>
  bot.app.deps.topicRequests.findParticipation(topicRequestId(id), memberOf(who));

const title = 'KI im Bauamt';

describe('what is like a proposal already', () => {
  const typed = {
    title: 'Bauanträge mit KI prüfen',
    question: 'Prüft das schon jemand?',
    userGroup: 'none',
    tags: 'Bauen',
    mayReport: 'true',
  };

  it('comes before anything is stored, and what was typed is proposed all the same', async () => {
    await proposed(bot, { title, question: 'Wer prüft Bauanträge mit KI?' });

    const check = await sentOff(bot, typed);
    const before = await storedTopics(bot);
    const details = await bot.press(buttonNamed(check, 'Trotzdem vorschlagen'), 'personal', {}, asBerta);

    expect(wordsOf(check)).toMatch(/^Gibt es das schon\?/);
    expect(wordsOf(check)).toContain('Ihr Vorschlag\nBauanträge mit KI prüfen');
    expect(before).toHaveLength(1);
    expect(wordsOf(details)).toMatch(/^Vorgeschlagen\./);
    const stored = await storedTopics(bot);
    expect(stored.find((one) => one.title === typed.title)).toMatchObject({
      question: typed.question,
      tags: ['Bauen'],
    });
  });

  it('is to be voted for while it is open, looked at when it is planned, and read when it is treated', async () => {
    const at = bot.clock.now();
    await proposed(bot, { id: topicRequestId('open'), title: 'Bauanträge prüfen', votes: 3 });
    await proposed(bot, {
      id: topicRequestId('planned'),
      title: 'Bauanträge mit KI',
      state: { kind: 'planned', plan: { date: '2026-12-03' } },
    });
    await proposed(bot, {
      id: topicRequestId('treated'),
      title: 'KI prüft Bauanträge',
      state: { kind: 'treated', result: { text: 'Drei Kommunen haben berichtet.' } },
      changedAt: at,
    });

    const check = await sentOff(bot, { title: typed.title, userGroup: 'none' });
    const verbs = buttonsOf(check).map(({ title: name, data }) => [name, data?.['topicRequestId']]);

    expect(wordsOf(check)).toContain('3 Stimmen · Offen');
    expect(wordsOf(check)).toContain('Geplant für Donnerstag, 3. Dezember 2026');
    expect(verbs.slice(0, -1)).toEqual(
      expect.arrayContaining([
        ['Dafür stimmen', 'open'],
        ['Ansehen', 'open'],
        ['Ansehen', 'planned'],
        ['Ergebnis ansehen', 'treated'],
      ]),
    );
    expect(verbs).toHaveLength(6);
  });

  it('opens below the check, which keeps what was typed', async () => {
    await proposed(bot, { title, question: 'Wer prüft Bauanträge mit KI?' });
    const check = await sentOff(bot, typed);
    const before = bot.connector.messages.length;

    const answer = await bot.press(buttonNamed(check, 'Ansehen'), 'personal', {}, asBerta);
    await bot.connector.until(() => bot.connector.messages.length > before);

    expect(JSON.stringify(answer)).not.toContain('AdaptiveCard');
    expect(JSON.stringify(bot.connector.messages[before])).toContain(title);
  });

  it('says where the own vote is already, and offers none', async () => {
    await proposed(bot, { title }, memberOf(berta));

    const check = await sentOff(bot, { title, userGroup: 'none' });

    expect(wordsOf(check)).toContain('Eine Stimme · Offen · Ganze Community · Ihre Stimme ist dabei');
    expect(titlesOf(check)).not.toContain('Dafür stimmen');
  });
});

describe('the user group of a topic', () => {
  it('is the only one that somebody is in, and the own ones come first', async () => {
    const alpha = await created(bot, { name: 'Alpha' });
    const beta = await created(bot, { name: 'Beta' });
    const join = (group: string) =>
      bot.press(pressed('userGroup.join', { userGroupId: group }), 'personal', {}, asBerta);
    const open = () => bot.press(pressed('topic.offerForm'), 'personal', {}, asBerta);

    await join(beta);
    const one = await open();
    await join(alpha);
    const both = await open();

    expect(groupsOn(one)).toEqual({
      chosen: beta,
      names: ['User Group Beta', 'Ganze Community', 'User Group Alpha'],
    });
    expect(groupsOn(both)).toEqual({
      chosen: 'none',
      names: ['User Group Alpha', 'User Group Beta', 'Ganze Community'],
    });
  });

  it('is asked for again when it is gone', async () => {
    const group = await created(bot);
    await bot.press(pressed('userGroup.archive', { userGroupId: group }));

    const refused = await sentOff(bot, { title, userGroup: group });

    expect(wordsOf(refused)).toContain('Diese User Group gibt es nicht mehr. Bitte wählen Sie noch einmal.');
    expect(await storedTopics(bot)).toEqual([]);
  });

  it('may count the votes: without one left the request is saved all the same, and says so', async () => {
    const userGroup = await created(bot);
    await bot.press(pressed('topicCollection.set', { userGroupId: userGroup, until: '', votes: '1' }));

    await sentOff(bot, { title: 'Drohnen', userGroup });
    const second = await sentOff(bot, { title, userGroup });
    const other = await sentOff(bot, { title: 'Wohngeld', userGroup }, asCarla);

    expect(wordsOf(second)).toContain(
      'Vorgeschlagen, noch ohne Ihre Stimme: In dieser User Group ist Ihre Stimme vergeben.',
    );
    expect(wordsOf(other)).toContain('Vorgeschlagen. Ihre Stimme ist dabei');
    const stored = await storedTopics(bot);
    expect(Object.fromEntries(stored.map((one) => [one.title, one.votes]))).toEqual({
      Drohnen: 1,
      [title]: 0,
      Wohngeld: 1,
    });
    const withoutVote = stored.find((one) => one.title === title);
    const part = await ownPart(withoutVote?.id ?? '');
    expect(part?.followsSince).toBe(bot.clock.now());
    expect(part).not.toHaveProperty('votedAt');
    const { voteReservations } = bot.app.deps;
    const reserved = await voteReservations.find(memberOf(berta), userGroupId(userGroup), bot.clock.now());
    expect([...reserved]).toEqual([]);
  });

  it('may have ended its collection: then the request waits, and says so', async () => {
    const userGroup = await created(bot);
    const until = new Date(bot.clock.now() + dayMs).toISOString().slice(0, 10);
    await bot.press(pressed('topicCollection.set', { userGroupId: userGroup, until, votes: '' }));

    const inTime = await sentOff(bot, { title: 'Drohnen', userGroup });
    bot.clock.advance(3 * dayMs);
    const late = await sentOff(bot, { title, userGroup });

    expect(wordsOf(inTime)).not.toContain('wartet');
    expect(wordsOf(late)).toContain('Dieses wartet auf ein späteres.');
  });
});
