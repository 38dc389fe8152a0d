import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buttonNamed, buttonsOf, cardOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { berta, created, dialog, form, pressed, said, startWithOrganiser } from '../support/user-groups.ts';

let bot: TestBot;

beforeEach(async () => {
  bot = await startWithOrganiser();
});

afterEach(async () => {
  await bot.stop();
});

describe.each(['group', 'channel'] as const)('in a shared place (%s)', (place) => {
  it('a list and a group say nothing of the person who asked', async () => {
    await created(bot);

    const list = await said(bot, 'User Groups', place);
    const before = bot.connector.messages.length;
    await bot.press(buttonNamed(list, 'Details zu Telefonie'), place);
    await bot.connector.until(() => bot.connector.messages.length > before);
    const group = cardOf(bot.connector.messages[before]);

    expect(wordsOf(list)).not.toContain('dabei');
    expect(buttonsOf(list).map(({ title }) => title)).toEqual(['Details zu Telefonie']);
    expect(wordsOf(group)).not.toMatch(/dabei|organisieren mit/);
    expect(buttonsOf(group).map(({ title }) => title)).toEqual([
      'Beitreten',
      'Verlassen',
      'Themen',
      'Termine',
    ]);
  });

  it('joining and leaving are answered to the presser alone', async () => {
    const userGroupId = await created(bot);
    const before = bot.connector.messages.length;

    const joined = await bot.press(pressed('userGroup.join', { userGroupId }), place, {}, { from: berta });
    const left = await bot.press(pressed('userGroup.leave', { userGroupId }), place, {}, { from: berta });

    expect([joined, left]).toMatchObject([
      { type: 'application/vnd.microsoft.activity.message', value: '„Telefonie“: Sie sind jetzt dabei.' },
      {
        type: 'application/vnd.microsoft.activity.message',
        value: '„Telefonie“: Sie sind nicht mehr dabei.',
      },
    ]);
    expect(bot.connector.messages.slice(before)).toEqual([]);
  });

  it('a press that can only be answered in front of everybody does nothing', async () => {
    const userGroupId = await created(bot);

    await bot.post({ type: 'message', value: { verb: 'userGroup.join', userGroupId }, from: berta }, place);

    expect(bot.connector.messages.at(-1)?.text).toContain('Das zeige ich nur im Einzelchat');
    expect(await bot.storedDocuments('subscriptions')).toHaveLength(1);
  });

  it('the form is behind a button, opens as a dialog, and comes back with what was typed', async () => {
    const offer = await said(bot, 'User Group anlegen', place);
    const open = buttonNamed(offer, 'Formular öffnen');

    const opened = await dialog(bot, 'task/fetch', { verb: open.verb, ...open.data }, place);
    const submit = buttonNamed(opened.answer, 'Anlegen');
    const refused = await dialog(bot, 'task/submit', { ...submit.data, ...form, name: ' ' }, place);
    const done = await dialog(bot, 'task/submit', { ...submit.data, ...form }, place);
    await bot.connector.until(() => done.sent().length === 1);

    expect(opened.answer).toMatchObject({
      task: { type: 'continue', value: { title: 'User Group anlegen' } },
    });
    expect(submit).toMatchObject({ type: 'Action.Submit', data: { verb: 'userGroup.create' } });
    expect(JSON.stringify(refused.answer)).toContain('Bitte geben Sie einen Namen an');
    expect(JSON.stringify(refused.answer)).toContain('"value":"Wer Anrufe mit KI annimmt."');
    expect(done.answer).toMatchObject({
      task: { type: 'message', value: '„Telefonie“: Angelegt. Mitglieder können jetzt beitreten.' },
    });
    const shared = cardOf(done.sent()[0]);
    expect(wordsOf(shared)).toMatch(
      /^Angelegt\. Mitglieder können jetzt beitreten\.\nTelefonie\nUser Group\n/,
    );
    expect(wordsOf(shared)).not.toContain('dabei');
  });

  it('the form is not offered to members', async () => {
    const [answer] = await bot.say('User Group anlegen', place, { from: berta });
    const { answer: forced } = await dialog(
      bot,
      'task/fetch',
      { verb: 'userGroup.offerForm', kind: 'user-group' },
      place,
      { from: berta },
    );

    expect(answer?.text).toBe('Das kann nur das Organisationsteam.');
    expect(forced).toMatchObject({ task: { type: 'message', value: 'Das kann nur das Organisationsteam.' } });
  });

  it('an organiser sets up the place for a group, and takes it off again', async () => {
    const userGroup = await created(bot);
    const what = place === 'channel' ? 'Kanal' : 'Gruppenchat';
    const offer = await said(bot, 'Kanal einrichten', place);
    const open = buttonNamed(offer, 'Formular öffnen');

    const opened = await dialog(bot, 'task/fetch', { verb: open.verb, ...open.data }, place);
    const save = buttonNamed(opened.answer, 'Speichern').data ?? {};
    const missing = await dialog(bot, 'task/submit', save, place);
    const done = await dialog(bot, 'task/submit', { ...save, userGroup }, place);
    await bot.connector.until(() => done.sent().length === 1);
    const kept = await bot.storedDocuments('user-group-channels');
    const off = await dialog(bot, 'task/submit', { ...save, userGroup: 'none' }, place);
    await bot.connector.until(() => off.sent().length === 1);

    expect(wordsOf(offer)).toBe(`${what} einrichten\nAusfüllen kann es das Organisationsteam.`);
    expect(JSON.stringify(opened.answer)).toContain(`Zu welcher User Group gehört dieser ${what}?`);
    expect(JSON.stringify(missing.answer)).toContain('Bitte wählen Sie eine User Group');
    expect(done.answer).toMatchObject({ task: { type: 'message', value: 'Gespeichert.' } });
    expect(wordsOf(cardOf(done.sent()[0]))).toMatch(
      new RegExp(`^Dieser ${what} gehört jetzt zu dieser Gruppe\\.\nTelefonie`),
    );
    expect(kept).toMatchObject([
      {
        body: {
          conversationId: place === 'channel' ? '19:channel@thread.tacv2' : '19:group@thread.v2',
          userGroupId: userGroup,
        },
      },
    ]);
    expect(wordsOf(cardOf(off.sent()[0]))).toBe(`Dieser ${what} gehört jetzt zu keiner User Group.`);
    expect(await bot.storedDocuments('user-group-channels')).toEqual([]);
  });

  it('a channel is set up for the whole community, also while there is no group, and keeps its name', async () => {
    const offer = await said(bot, 'Kanal einrichten', place);
    const open = { verb: 'userGroup.offerChannel', ...buttonNamed(offer, 'Formular öffnen').data };

    const { answer: opened } = await dialog(bot, 'task/fetch', open, place);
    const save = buttonNamed(opened, 'Speichern').data ?? {};
    const done = await dialog(
      bot,
      'task/submit',
      { ...save, userGroup: 'community', channelName: ' Austausch\u202e ' },
      place,
    );
    await bot.connector.until(() => done.sent().length === 1);
    const again = await dialog(bot, 'task/fetch', open, place);

    expect(JSON.stringify(opened)).toContain('Ganze Community');
    expect(done.answer).toMatchObject({ task: { type: 'message', value: 'Gespeichert.' } });
    expect(wordsOf(cardOf(done.sent()[0]))).toContain('gehört jetzt der ganzen Community');
    expect(await bot.storedDocuments('user-group-channels')).toMatchObject([
      { body: { community: true, name: 'Austausch' } },
    ]);
    expect(JSON.stringify(again.answer)).toMatch(/"value":"community"[^]*"value":"Austausch"/);
  });

  it('a dialog may say what the person is, for nobody else sees it', async () => {
    const userGroupId = await created(bot);

    const { answer } = await dialog(bot, 'task/fetch', { verb: 'userGroup.show', userGroupId }, place);
    const left = await dialog(bot, 'task/submit', buttonNamed(answer, 'Verlassen').data ?? {}, place);

    expect(JSON.stringify(answer)).toContain('Sie sind dabei seit');
    expect(JSON.stringify(left.answer)).toContain('Sie sind nicht mehr dabei.');
    expect(left.sent()).toEqual([]);
  });
});
