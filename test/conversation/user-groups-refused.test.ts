import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { anna, buttonsOf, tenant, TestBot, wordsOf } from '../support/conversation.ts';
import {
  asBerta,
  berta,
  bertasChat,
  created,
  form,
  pressed,
  said,
  startWithOrganiser,
} from '../support/user-groups.ts';

let bot: TestBot;

beforeEach(async () => {
  bot = await startWithOrganiser();
});

afterEach(async () => {
  await bot.stop();
});

describe('people who may not', () => {
  const organisersVerbs = [
    'userGroup.create',
    'userGroup.offerForm',
    'userGroup.offerChange',
    'userGroup.change',
    'userGroup.askToArchive',
    'userGroup.archive',
    'userGroup.organise',
    'userGroup.stopOrganising',
  ];

  it.each(organisersVerbs)(
    'a member who presses %s is refused, whatever the card says (faults 38, 40)',
    async (verb) => {
      const userGroupId = await created(bot);
      const before = await bot.storedDocuments('user-groups');
      const forged = {
        ...form,
        name: 'Gefälscht',
        userGroupId,
        version: 1,
        memberId: `${tenant}.${anna.aadObjectId}`,
        role: 'organiser',
        organisers: [berta.aadObjectId],
      };

      const answer = await bot.press(pressed(verb, forged), 'personal', {}, asBerta);

      expect(answer).toMatchObject({ value: 'Das kann nur das Organisationsteam.' });
      expect(await bot.storedDocuments('user-groups')).toEqual(before);
    },
  );

  it.each(['userGroup.offerChannel', 'userGroup.setChannel'])(
    'a member sets up no channel by %s',
    async (verb) => {
      const userGroup = await created(bot);

      const answer = await bot.press(pressed(verb, { userGroup }), 'channel', {}, { from: berta });

      expect(answer).toMatchObject({ value: 'Das kann nur das Organisationsteam.' });
      expect(await bot.storedDocuments('user-group-channels')).toEqual([]);
    },
  );

  it('a guest reads and does not join (fault 42)', async () => {
    const userGroupId = await created(bot);
    bot.connector.members.set(berta.id, { ...berta, tenantId: tenant, userRole: 'guest' });

    const group = await bot.press(pressed('userGroup.show', { userGroupId }), 'personal', {}, asBerta);
    const answer = await bot.press(pressed('userGroup.join', { userGroupId }), 'personal', {}, asBerta);

    expect(wordsOf(group)).toContain('Beitreten können Mitglieder der Community, Gäste nicht.');
    expect(buttonsOf(group).map(({ title }) => title)).toEqual(['Themen', 'Termine', 'Alle User Groups']);
    expect(answer).toMatchObject({
      value: 'Das ist Mitgliedern vorbehalten. Als Gast können Sie Fragen stellen.',
    });
  });

  it('somebody without an account reads and does not join', async () => {
    const userGroupId = await created(bot);
    const { aadObjectId: _, ...nobody } = berta;
    const more = { from: nobody, conversation: bertasChat };

    const list = await said(bot, 'User Groups', 'personal', more);
    const answer = await bot.press(pressed('userGroup.join', { userGroupId }), 'personal', {}, more);

    expect(wordsOf(list)).toContain('Telefonie');
    expect(answer).toMatchObject({ value: 'Dafür müssen Sie angemeldet sein. Fragen können Sie trotzdem.' });
    expect(await bot.storedDocuments('subscriptions')).toHaveLength(1);
  });

  it('another tenant gets one sentence, and nothing is kept (fault 43)', async () => {
    await bot.stop();
    bot = await TestBot.start({ ALLOWED_TENANTS: '22222222-0000-4000-8000-000000000000' });

    const answer = await bot.press(pressed('userGroup.create', form));

    expect(answer).toMatchObject({ value: 'Ihre Organisation ist nicht freigeschaltet.' });
    expect(await bot.storedDocuments('user-groups', 'subscriptions')).toEqual([]);
  });

  it.each<[string, string, Readonly<Record<string, unknown>>]>([
    ['an id that is none', 'userGroup.show', { userGroupId: '../x' }],
    ['no id', 'userGroup.join', {}],
    ['a page that is none', 'userGroup.list', { page: -1 }],
    ['80 KB in a field', 'userGroup.create', { ...form, description: 'x'.repeat(80_000) }],
    ['a list in a field', 'userGroup.create', { ...form, name: ['x'] }],
    ['an unknown verb', 'userGroup.destroy', {}],
  ])('a card with %s is called outdated (fault 39)', async (_, verb, data) => {
    expect(JSON.stringify(await bot.press(pressed(verb, data)))).toContain('Diese Karte ist veraltet.');
  });

  it('a group that is gone is called so on every old card', async () => {
    const userGroupId = await created(bot);
    await bot.press(pressed('userGroup.archive', { userGroupId }));

    for (const verb of ['userGroup.show', 'userGroup.join', 'userGroup.leave', 'userGroup.offerChange']) {
      expect(await bot.press(pressed(verb, { userGroupId }))).toMatchObject({
        value: 'Diese Gruppe gibt es nicht mehr. Mit „User Groups“ sehen Sie, welche es gibt.',
      });
    }
  });
});
