import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { meetingId, topicRequestId, userGroupId as toUserGroupId } from '../../src/domain/ids.ts';
import { bertasGroup, startCommunity } from '../support/announcements.ts';
import { buttonNamed, buttonsOf, cardOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { publishedMeeting } from '../support/meetings.ts';
import { proposed } from '../support/topics.ts';
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

const titlesOn = (card: unknown) => buttonsOf(card).map(({ title }) => title);

describe('"Treffen planen"', () => {
  it('opens the form for organisers, the same as the button', async () => {
    const typed = await said(bot, 'Treffen planen');
    const form = valueOf(await bot.press(pressed('meeting.offerForm')));

    expect(titlesOn(typed)).toEqual(titlesOn(form));
    expect(wordsOf(typed)).toBe(wordsOf(form));
  });

  it('begins with the group that is named', async () => {
    const id = await created(bot);

    const typed = await said(bot, 'Treffen der User Group Telefonie planen');

    expect(JSON.stringify(typed)).toContain(`"value":"${id}"`);
  });

  it('takes a longer name of a group before a verb at its end', async () => {
    await created(bot, { name: 'Bauen und Planen' });
    const other = await created(bot, { name: 'Bauen und' });

    const list = await said(bot, 'Treffen der User Group Bauen und Planen');
    await bot.press(pressed('userGroup.archive', { userGroupId: other }));
    const still = await said(bot, 'Treffen der User Group Bauen und Planen');

    const heading = /^Noch ist kein Treffen geplant\.\nUser Group: Bauen und Planen\n/;
    expect(wordsOf(list)).toMatch(heading);
    expect(wordsOf(still)).toMatch(heading);
  });

  it('plans for a group that is called so without the verb', async () => {
    const id = await created(bot, { name: 'Bauen' });

    const form = await said(bot, 'Treffen der User Group Bauen planen');

    expect(JSON.stringify(form)).toContain(`"value":"${id}"`);
  });

  it('says who can do it to everybody else', async () => {
    const [alone] = await bot.say('Treffen planen', 'personal', asBerta);
    const [shared] = await bot.say('Treffen planen', 'channel', { from: berta });

    expect(alone?.text).toContain('Das kann nur das Organisationsteam.');
    expect(shared?.text).toBe(alone?.text);
  });

  it.each(['channel', 'group'] as const)('is behind a button where others read along (%s)', async (place) => {
    const id = await created(bot);

    const card = await said(bot, 'Treffen der User Group Telefonie planen', place);

    expect(buttonsOf(card)).toHaveLength(1);
    expect(buttonNamed(card, 'Formular öffnen').data).toMatchObject({ userGroupId: id });
  });

  it("is open to a group's own organisers in a channel, too", async () => {
    await bertasGroup(bot);

    const card = await said(bot, 'Treffen planen', 'channel', { from: berta });

    expect(titlesOn(card)).toEqual(['Formular öffnen']);
  });
});

describe('a group that nobody knows', () => {
  it.each([
    'Termine der User Group Kuchen',
    'Treffen der User Group Kuchen planen',
    'Kalender der User Group Kuchen',
  ])('is said to be unknown: "%s"', async (words) => {
    const [reply] = await bot.say(words);

    expect(reply?.text).toContain('Diese User Group kenne ich nicht.');
  });
});

describe('"Kalender"', () => {
  it('shows the calendar of all, or of the group that is named', async () => {
    const id = await created(bot);

    const all = await said(bot, 'Kalender abonnieren', 'personal', asBerta);
    const one = await said(bot, 'Kalender der User Group Telefonie', 'personal', asBerta);

    expect(wordsOf(all)).toContain('Alle Treffen der Community');
    expect(wordsOf(one)).toContain('Telefonie');
    expect(buttonNamed(one, 'Termine').data).toMatchObject({ userGroupId: id });
  });

  it('shows no address where others read along', async () => {
    const [reply] = await bot.say('Kalender', 'channel', { from: berta });

    expect(reply?.attachments ?? []).toEqual([]);
    expect(reply?.text).toContain('Einzelchat');
  });
});

it.each(['channel', 'group'] as const)(
  '"Termine" is understood behind a mention, too (%s)',
  async (place) => {
    await publishedMeeting(bot, { id: meetingId('m1'), title: 'Drohnen' }, { quietly: true });

    const [list] = await bot.say('Wann ist das nächste Treffen?', place, { from: berta });

    expect(wordsOf(cardOf(list))).toMatch(
      /^Das nächste Treffen ist am Sonntag, 6\. Dezember 2026\.\n[^]*Drohnen/,
    );
  },
);

it('questions about appointments stay questions', async () => {
  const [reply] = await bot.say('Wer macht Terminvergabe?', 'personal', asBerta);

  expect(wordsOf(cardOf(reply))).toContain('Terminvergabe');
});

describe('what leads to meetings from elsewhere', () => {
  it('is on the card of help, a press doing what the words do', async () => {
    const help = await said(bot, 'Hilfe', 'personal', asBerta);

    expect(wordsOf(help)).toContain('Termine\nZeigt die nächsten Treffen');
    const row = buttonNamed(help, 'Termine');
    const before = bot.connector.messages.length;
    await bot.press(row, 'personal', {}, asBerta);
    await bot.connector.until(() => bot.connector.messages.length > before);
    expect(wordsOf(cardOf(bot.connector.messages[before]))).toContain('Noch ist kein Treffen geplant.');
    expect(titlesOn(help)).toContain('Treffen planen');
  });

  it('is told to whoever adds the bot', async () => {
    const before = bot.connector.messages.length;
    await bot.post({ type: 'installationUpdate', action: 'add' });
    await bot.connector.until(() => bot.connector.messages.length > before);

    expect(wordsOf(cardOf(bot.connector.messages[before]))).toContain(
      '„Termine“ zeigt die nächsten Treffen.',
    );
  });

  it('is on the card of a user group: "Termine" for all, "Treffen planen" for organisers', async () => {
    const userGroupId = toUserGroupId(await created(bot));
    const open = (who: Readonly<Record<string, unknown>>) =>
      bot.press(pressed('userGroup.show', { userGroupId }), 'personal', {}, who);

    const own = await open({});
    const others = await open(asBerta);

    expect(buttonNamed(own, 'Treffen planen').data).toEqual({ userGroupId });
    expect(titlesOn(others)).toContain('Termine');
    expect(titlesOn(others)).not.toContain('Treffen planen');
  });

  it('is on the organising card of an open topic, with that on the agenda', async () => {
    const { id } = await proposed(bot, { id: topicRequestId('t1'), title: 'Drohnen' });

    const card = await bot.press(pressed('topic.organise', { topicRequestId: id }));
    await bot.press(pressed('topic.plan', { topicRequestId: id, date: '3.12.2026' }));
    const planned = await bot.press(pressed('topic.organise', { topicRequestId: id }));

    expect(buttonNamed(card, 'Treffen planen')).toMatchObject({
      verb: 'meeting.offerForm',
      data: { topicRequestId: 't1' },
    });
    expect(titlesOn(planned)).toContain('Planung ändern');
    expect(titlesOn(planned)).not.toContain('Treffen planen');
  });
});
