import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userGroupId as toUserGroupId } from '../../src/domain/ids.ts';
import type { Meeting } from '../../src/domain/meetings/meeting.ts';
import type { Rsvp } from '../../src/domain/meetings/rsvp.ts';
import { bertasGroup, startCommunity } from '../support/announcements.ts';
import { anna, buttonNamed, buttonsOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { meetingIn, meetingsOn, saidTo } from '../support/meeting-lists.ts';
import { groupsOn } from '../support/topic-proposing.ts';
import { valueOf } from '../support/user-group-cards.ts';
import { asBerta, berta, created, dialog, pressed, said } from '../support/user-groups.ts';

let bot: TestBot;

/** Anna organises; Berta is a member. */
beforeEach(async () => {
  bot = await startCommunity();
});

afterEach(async () => {
  await bot.stop();
});

const meeting = (id: string, title: string, days: number, fields: Partial<Meeting> = {}) =>
  meetingIn(bot, days, { ...fields, id, title });
const answered = (id: string, fields: Partial<Rsvp>, who = berta) => saidTo(bot, id, fields, who);
const list = (
  data: Readonly<Record<string, unknown>> = {},
  who: Readonly<Record<string, unknown>> = asBerta,
) => bot.press(pressed('meeting.list', { view: 'next', page: 1, ...data }), 'personal', {}, who);
const press = (card: unknown, title: string, inputs: Readonly<Record<string, string>> = {}) =>
  bot.press(buttonNamed(card, title), 'personal', inputs, asBerta);
const titlesOn = (card: unknown) => buttonsOf(card).map(({ title }) => title);

describe('meetings of a user group', () => {
  it('are chosen on the list, which stays in its view, and all come back', async () => {
    const id = await created(bot);
    await meeting('m1', 'Aus der Gruppe', 1, { userGroupId: toUserGroupId(id) });
    await meeting('m2', 'Aus der Community', 2);
    const all = await list();

    const chosen = await press(all, 'Anzeigen', { userGroup: id });
    const again = await press(chosen, 'Anzeigen', { userGroup: 'none' });

    expect(groupsOn(all)).toEqual({ chosen: 'none', names: ['Alle Treffen', 'Telefonie'] });
    expect(meetingsOn(chosen)).toEqual(['Aus der Gruppe']);
    expect(groupsOn(chosen).chosen).toBe(id);
    expect(wordsOf(chosen)).toContain('\nUser Group: Telefonie\n');
    expect(again).toEqual(all);
  });

  it('stand behind "Termine" on its card, and its own organisers plan from there', async () => {
    const id = await bertasGroup(bot);
    await meeting('m1', 'Aus der Gruppe', 1, { userGroupId: toUserGroupId(id) });
    await meeting('m2', 'Aus der Community', 2);

    const group = await bot.press(pressed('userGroup.show', { userGroupId: id }), 'personal', {}, asBerta);
    const termine = await press(group, 'Termine');

    expect(meetingsOn(termine)).toEqual(['Aus der Gruppe']);
    expect(valueOf(termine)).toEqual(
      await said(bot, 'Termine der User Group Telefonie', 'personal', asBerta),
    );
    expect(buttonNamed(group, 'Treffen planen')).toMatchObject({
      verb: 'meeting.offerForm',
      data: { userGroupId: id },
    });
    expect(titlesOn(termine)).toContain('Treffen planen');
    expect(titlesOn(await list())).toContain('Treffen planen');
  });

  it('are all meetings when the group is gone, on buttons of old cards as well', async () => {
    const id = await created(bot);
    await meeting('m1', 'Aus der Gruppe', 1, { userGroupId: toUserGroupId(id) });
    await meeting('m2', 'Aus der Community', 2);
    const before = await list({ userGroupId: id });
    await bot.press(pressed('userGroup.archive', { userGroupId: id }));

    const after = await press(await press(before, 'Vergangene'), 'Nächste Termine');

    expect(meetingsOn(after)).toEqual(['Aus der Gruppe', 'Aus der Community']);
    expect(JSON.stringify(after)).not.toContain('Telefonie');
  });
});

describe('where others read along', () => {
  it.each(['channel', 'group'] as const)('the list says nothing of who asked (%s)', async (place) => {
    await meeting('m1', 'Drohnen', 9, { capacity: 12 });
    await answered('m1', { answer: 'accepted' });
    await answered('m1', { answer: 'accepted' }, anna);

    const asked = await said(bot, 'Termine', place, { from: berta });
    const byOrganiser = await said(bot, 'Termine', place);

    expect(asked).toEqual(byOrganiser);
    expect(wordsOf(asked)).toContain('12 freie Plätze\n›');
    expect(titlesOn(asked)).not.toContain('Meine Termine');
    expect(titlesOn(asked)).not.toContain('Treffen planen');
  });

  it.each(['Meine Termine', 'Entwürfe für Treffen'])('"%s" is for oneself alone', async (words) => {
    const [reply] = await bot.say(words, 'channel', { from: berta });

    expect(reply?.attachments ?? []).toEqual([]);
    expect(reply?.text).toContain('nur im Einzelchat');
  });

  it('a dialog is for whoever opened it', async () => {
    await meeting('m1', 'Drohnen', 9);
    await answered('m1', { answer: 'accepted' });

    const { answer } = await dialog(
      bot,
      'task/fetch',
      { verb: 'meeting.list', view: 'mine', page: 1 },
      'channel',
      { from: berta },
    );

    expect(JSON.stringify(answer)).toContain('Sie sind dabei');
  });

  it('nobody without an account is told that they have not answered', async () => {
    await meeting('m1', 'Drohnen', 9);
    const { aadObjectId: _, ...nameless } = berta;
    const opened = async (from: object) =>
      JSON.stringify(
        await dialog(bot, 'task/fetch', { verb: 'meeting.list', view: 'next', page: 1 }, 'channel', { from }),
      );

    expect(await opened(berta)).toContain('Sie haben noch nicht geantwortet');
    expect(await opened(nameless)).toContain('Drohnen');
    expect(await opened(nameless)).not.toMatch(/noch nicht geantwortet|Meine Termine/);
  });
});
