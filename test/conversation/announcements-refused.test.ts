import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  asCarla,
  bertasGroup,
  drafted,
  finished,
  keyOf,
  listed,
  startCommunity,
  statesOf,
  storedAnnouncements,
  words,
} from '../support/announcements.ts';
import { anna, buttonNamed, buttonsOf, tenant, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { asBerta, berta, bertasChat, created, pressed, said } from '../support/user-groups.ts';

let bot: TestBot;

beforeEach(async () => {
  bot = await startCommunity();
});

afterEach(async () => {
  await bot.stop();
});

describe('a member', () => {
  it.each([
    'announcement.offerForm',
    'announcement.draft',
    'announcement.showDraft',
    'announcement.offerChange',
    'announcement.change',
    'announcement.send',
    'announcement.offerSchedule',
    'announcement.schedule',
    'announcement.confirm',
    'announcement.discard',
  ])('who presses %s is refused, whatever the card says (faults 38, 40)', async (verb) => {
    const announcementId = keyOf(await drafted(bot));
    const before = await bot.storedDocuments('announcements', 'broadcasts');
    const forged = {
      ...words,
      title: 'Gefälscht',
      announcementId,
      version: 1,
      memberId: `${tenant}.${anna.aadObjectId}`,
      role: 'organiser',
      date: '2026-12-03',
      time: '09:30',
    };

    const answer = await bot.press(pressed(verb, forged), 'personal', {}, asBerta);

    expect(answer).toMatchObject({ value: 'Das kann nur das Organisationsteam.' });
    expect(await bot.storedDocuments('announcements', 'broadcasts')).toEqual(before);
  });

  it('who wants to send one is told that they cannot, and who asks for them what they can do', async () => {
    const [form] = await bot.say('Ankündigung senden', 'personal', asBerta);
    const [list] = await bot.say('Ankündigungen', 'personal', asBerta);

    expect(form?.text).toBe('Das kann nur das Organisationsteam.');
    expect(list?.text).toContain('Sie bekommen sie hier im Einzelchat. Mit „Benachrichtigungen“ wählen Sie');
  });

  it('who is a guest, or has no account, is refused (fault 42)', async () => {
    bot.connector.members.set('29:guest', {
      id: '29:guest',
      name: 'Gast',
      aadObjectId: 'eeeeeeee-0000-4000-8000-000000000005',
      tenantId: tenant,
      userRole: 'guest',
    });
    const asGuest = {
      from: { id: '29:guest', name: 'Gast', aadObjectId: 'eeeeeeee-0000-4000-8000-000000000005' },
      conversation: { ...bertasChat, id: 'a:personal-guest' },
    };
    const { aadObjectId: _, ...nobody } = berta;

    const guest = await bot.press(pressed('announcement.draft', words), 'personal', {}, asGuest);
    const anonymous = await bot.press(
      pressed('announcement.draft', words),
      'personal',
      {},
      {
        from: nobody,
        conversation: bertasChat,
      },
    );

    expect(guest).toMatchObject({ value: expect.stringContaining('Das ist Mitgliedern vorbehalten.') });
    expect(anonymous).toMatchObject({ value: expect.stringContaining('Dafür müssen Sie angemeldet sein.') });
    expect(await statesOf(bot)).toEqual([]);
  });
});

describe('who organises a user group', () => {
  it('writes to its members from its card, and finds it in their list', async () => {
    const userGroupId = await bertasGroup(bot);
    const group = await bot.press(pressed('userGroup.show', { userGroupId }), 'personal', {}, asBerta);
    const form = await bot.press(buttonNamed(group, 'Ankündigung senden'), 'personal', {}, asBerta);

    const preview = await bot.press(
      buttonNamed(form, 'Vorschau'),
      'personal',
      { ...words, audience: `group:${userGroupId}` },
      asBerta,
    );
    await bot.press(buttonNamed(preview, 'Jetzt senden'), 'personal', {}, asBerta);
    await finished(bot);
    const list = await listed(bot, asBerta);

    expect(JSON.stringify(form)).toContain(`"value":"group:${userGroupId}"`);
    expect(wordsOf(form)).not.toContain('Alle Mitglieder');
    expect(wordsOf(preview)).toContain('An: Telefonie (Mitglieder)');
    expect(await storedAnnouncements(bot)).toMatchObject([
      { audience: [{ kind: 'user-group', userGroupId }], state: { kind: 'started' } },
    ]);
    expect(wordsOf(list)).toContain('Einladung zum Treffen');
  });

  it.each([
    ['everybody', 'all'],
    ['the organisers', 'organisers'],
    ['a district', 'district:05962'],
    ['a commune', '05962016'],
    ["another group's members", 'group:OTHER'],
    ["another group's channels", 'channels:OTHER'],
    ['their own group and everybody', 'group:OWN,all'],
  ])('does not write to %s', async (_, keys) => {
    const own = await bertasGroup(bot);
    const other = await created(bot, { name: 'Akte' });
    const audience = keys.replace('OTHER', other).replace('OWN', own);

    const answer = await bot.press(
      pressed('announcement.draft', { ...words, audience }),
      'personal',
      {},
      asBerta,
    );

    expect(answer).toMatchObject({ value: 'Das kann nur das Organisationsteam.' });
    expect(await statesOf(bot)).toEqual([]);
  });

  it('sees what went to their own groups alone, and of that no drafts of others', async () => {
    const userGroupId = await bertasGroup(bot);
    const audience = `group:${userGroupId}`;
    await bot.press(buttonNamed(await drafted(bot, { title: 'An alle' }), 'Jetzt senden'));
    await drafted(bot, { title: 'Entwurf', audience });
    await bot.press(buttonNamed(await drafted(bot, { title: 'An die Gruppe', audience }), 'Jetzt senden'));

    const list = await listed(bot, asBerta);

    expect(wordsOf(list)).toContain('An die Gruppe');
    expect(wordsOf(list)).not.toContain('An alle');
    expect(wordsOf(list)).not.toContain('Entwurf');
  });

  it('no longer sends to a group that they do not organise any more', async () => {
    const userGroupId = await bertasGroup(bot);
    const preview = await drafted(bot, { audience: `group:${userGroupId}` }, asBerta);
    await bot.press(pressed('userGroup.stopOrganising', { userGroupId }), 'personal', {}, asBerta);

    const answer = await bot.press(buttonNamed(preview, 'Jetzt senden'), 'personal', {}, asBerta);

    expect(answer).toMatchObject({ value: 'Das kann nur das Organisationsteam.' });
    expect(await statesOf(bot)).toEqual(['draft']);
  });
});

describe('an organiser', () => {
  it('does not see, send or change what is a draft of another one', async () => {
    await bot.stop();
    bot = await startCommunity({ ORGANISERS: `${anna.aadObjectId},${asCarla.from.aadObjectId}` });
    const announcementId = keyOf(await drafted(bot));

    for (const verb of ['showDraft', 'offerChange', 'send', 'discard', 'confirm']) {
      const forged = pressed(`announcement.${verb}`, { announcementId, version: 1 });
      expect(await bot.press(forged, 'personal', {}, asCarla)).toMatchObject({
        value: expect.stringContaining('Diese Ankündigung gibt es nicht mehr.'),
      });
    }
    expect(await statesOf(bot)).toEqual(['draft']);
  });

  it('is told when a chosen group is gone, and keeps what was typed', async () => {
    const userGroupId = await created(bot);
    const form = await said(bot, 'Ankündigung senden');
    await bot.press(pressed('userGroup.archive', { userGroupId }));

    const answer = await bot.press(buttonNamed(form, 'Vorschau'), 'personal', {
      ...words,
      audience: `organisers,group:${userGroupId}`,
    });

    expect(wordsOf(answer)).toContain('Etwas davon gibt es nicht mehr. Bitte prüfen Sie Ihre Auswahl.');
    expect(JSON.stringify(answer)).toContain('"value":"organisers"');
  });

  it.each<[string, string, Readonly<Record<string, unknown>>]>([
    ['an id that is none', 'announcement.showDraft', { announcementId: '../x' }],
    ['no version', 'announcement.send', { announcementId: 'a1' }],
    ['80 KB in a field', 'announcement.draft', { ...words, text: 'x'.repeat(80_000) }],
    ['a list in a field', 'announcement.draft', { ...words, audience: ['all'] }],
  ])('who presses a card with %s is told that it is outdated (fault 39)', async (_, verb, data) => {
    expect(JSON.stringify(await bot.press(pressed(verb, data)))).toContain('Diese Karte ist veraltet.');
  });

  it('is told by every old card when an announcement is gone', async () => {
    for (const verb of [
      'showDraft',
      'offerChange',
      'change',
      'send',
      'offerSchedule',
      'schedule',
      'confirm',
      'discard',
    ]) {
      const forged = pressed(`announcement.${verb}`, {
        ...words,
        announcementId: 'unknown',
        version: 1,
        date: '2026-12-03',
        time: '09:30',
      });
      expect(await bot.press(forged)).toMatchObject({
        value: expect.stringContaining('Diese Ankündigung gibt es nicht mehr.'),
      });
    }
  });
});

describe.each(['group', 'channel'] as const)('in a shared place (%s)', (place) => {
  it('whatever concerns drafts is answered in the 1:1 chat alone', async () => {
    const announcementId = keyOf(await drafted(bot));
    const before = bot.connector.messages.length;

    for (const verb of ['list', 'offerForm', 'draft', 'showDraft', 'send', 'confirm', 'discard']) {
      const forged = pressed(`announcement.${verb}`, { ...words, announcementId, version: 1, page: 1 });
      expect(await bot.press(forged, place)).toMatchObject({
        value: expect.stringContaining('Das zeige ich nur im Einzelchat'),
      });
    }

    expect(bot.connector.messages.slice(before)).toEqual([]);
    expect(await statesOf(bot)).toEqual(['draft']);
  });

  it('the form is behind a button that members do not get', async () => {
    const [member] = await bot.say('Ankündigung senden', place, { from: berta });
    const offer = await said(bot, 'Ankündigung senden', place);

    expect(member?.text).toBe('Das kann nur das Organisationsteam.');
    expect(buttonsOf(offer).map(({ title }) => title)).toEqual(['Formular öffnen']);
  });
});
