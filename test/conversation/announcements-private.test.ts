import { afterEach, describe, expect, it } from 'vitest';
import {
  asCarla,
  bertasGroup,
  drafted,
  keyOf,
  listed,
  startCommunity,
  twoOrganisers,
} from '../support/announcements.ts';
import { buttonNamed, buttonsOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { asBerta, pressed, said } from '../support/user-groups.ts';

let bot: TestBot;

afterEach(async () => {
  await bot.stop();
});

it('a draft that its author discards stays theirs: other organisers neither find, open nor keep it', async () => {
  bot = await startCommunity(twoOrganisers);
  const preview = await drafted(bot, { title: 'Nur für mich' });
  const announcementId = keyOf(preview);
  await bot.press(buttonNamed(preview, 'Verwerfen'));

  const list = await listed(bot, asCarla);
  const answers = [];
  for (const verb of ['showDraft', 'report', 'keepTemplate', 'discard', 'offerChange', 'confirm']) {
    const press = pressed(`announcement.${verb}`, { announcementId, version: 1 });
    answers.push(await bot.press(press, 'personal', {}, asCarla));
  }

  expect(wordsOf(list)).toBe('Es gibt noch keine Ankündigung.');
  expect(answers).toEqual(
    answers.map(() =>
      expect.objectContaining({
        value: 'Diese Ankündigung gibt es nicht mehr. Mit „Ankündigungen“ sehen Sie, welche es gibt.',
      }),
    ),
  );
  expect(wordsOf(await listed(bot))).toContain('Nur für mich\nverworfen');
});

it.each([
  ['was planned', {}, 'Einplanen'],
  ['waited for confirmation', { CONFIRM_ABOVE: '2' }, 'Einplanen'],
])('one that %s and is discarded is seen by those who saw it before', async (_, environment, save) => {
  bot = await startCommunity({ ...twoOrganisers, ...environment });
  const offered = await bot.press(buttonNamed(await drafted(bot), 'Zeitpunkt wählen'));
  const planned = await bot.press(buttonNamed(offered, save), 'personal', {
    date: '2026-12-03',
    time: '09:30',
  });
  await bot.press(buttonNamed(planned, 'Verwerfen'));

  expect(wordsOf(await listed(bot, asCarla))).toContain('Einladung zum Treffen\nverworfen');
});

it('a template for everybody is none for a group’s organiser, who neither sees its words nor a button to it', async () => {
  bot = await startCommunity();
  await bertasGroup(bot);
  const preview = await drafted(bot, { title: 'An alle', text: 'Vertraulich' });
  await bot.press(buttonNamed(preview, 'Als Vorlage behalten'));

  const empty = await bot.press(pressed('announcement.offerForm'), 'personal', {}, asBerta);
  const templateId = keyOf(preview);
  const filled = await bot.press(pressed('announcement.offerForm', { templateId }), 'personal', {}, asBerta);

  expect(buttonsOf(empty).map(({ title }) => title)).not.toContain('Aus einer Vorlage');
  expect(filled).toMatchObject({ value: expect.stringContaining('Diese Vorlage gibt es nicht mehr.') });
});

it('a template for their own group is filled in for its organiser', async () => {
  bot = await startCommunity();
  const userGroupId = await bertasGroup(bot);
  const preview = await drafted(bot, { title: 'An uns', audience: `group:${userGroupId}` });
  await bot.press(buttonNamed(preview, 'Als Vorlage behalten'));

  const empty = await bot.press(pressed('announcement.offerForm'), 'personal', {}, asBerta);
  const templateId = keyOf(preview);
  const filled = await bot.press(pressed('announcement.offerForm', { templateId }), 'personal', {}, asBerta);

  expect(buttonsOf(empty).map(({ title }) => title)).toContain('Aus einer Vorlage');
  expect(JSON.stringify(filled)).toContain('"value":"An uns"');
});

describe('"Vorlagen"', () => {
  it('lists the templates for an organiser, in the 1:1 chat alone', async () => {
    bot = await startCommunity();
    const preview = await drafted(bot, { title: 'Wie immer' });
    await bot.press(buttonNamed(preview, 'Als Vorlage behalten'));

    const list = await said(bot, 'Vorlagen');
    const [inChannel] = await bot.say('Vorlagen', 'channel');

    expect(wordsOf(list)).toContain('Es gibt eine Vorlage.');
    expect(JSON.stringify(list)).toContain('Wie immer (22. November 2026)');
    expect(inChannel?.text).toContain('Das zeige ich nur im Einzelchat');
  });

  it('tells a member whose they are, and how to search instead', async () => {
    bot = await startCommunity();

    const [answer] = await bot.say('Vorlagen', 'personal', asBerta);

    expect(answer?.text).toMatch(/^Vorlagen für Ankündigungen hat das Organisationsteam\. /);
    expect(answer?.text).toContain('„Wer nutzt Vorlagen für Bescheide?“');
  });
});
