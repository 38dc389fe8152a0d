import { afterEach, beforeEach, expect, it } from 'vitest';
import { startCommunity, statesOf, storedAnnouncements, words } from '../support/announcements.ts';
import { buttonNamed } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { dialog, said } from '../support/user-groups.ts';

let bot: TestBot;

beforeEach(async () => {
  bot = await startCommunity();
});

afterEach(async () => {
  await bot.stop();
});

it.each(['group', 'channel'] as const)(
  'an organiser writes, checks, plans and sends in the dialog of a shared place (%s), and nobody else sees it',
  async (place) => {
    await bot.say('Hallo');
    const offer = await said(bot, 'Ankündigung senden', place);
    const open = buttonNamed(offer, 'Formular öffnen');
    const before = bot.connector.messages.length;
    const submit = async (card: unknown, title: string, inputs: Readonly<Record<string, unknown>> = {}) =>
      (await dialog(bot, 'task/submit', { ...buttonNamed(card, title).data, ...inputs }, place)).answer;

    const form = (await dialog(bot, 'task/fetch', { verb: open.verb, ...open.data }, place)).answer;
    const refused = await submit(form, 'Vorschau', { ...words, title: '' });
    const preview = await submit(form, 'Vorschau', words);
    const asked = await submit(preview, 'Zeitpunkt wählen');
    const planned = await submit(asked, 'Einplanen', { date: '2026-12-03', time: '09:30' });

    expect(form).toMatchObject({ task: { type: 'continue', value: { title: 'Ankündigung senden' } } });
    expect(JSON.stringify(refused)).toContain('Bitte geben Sie einen Titel an');
    expect(JSON.stringify(refused)).toContain('"value":"all"');
    expect(JSON.stringify(preview)).toContain('So geht es an drei Personen.');
    expect(JSON.stringify(planned)).toContain('Geplant für Donnerstag, 3. Dezember 2026 um 09:30 Uhr.');
    expect(await statesOf(bot)).toEqual(['scheduled']);
    expect((await storedAnnouncements(bot))[0]).not.toHaveProperty('shownIn');
    expect(bot.connector.messages.slice(before)).toEqual([]);
  },
);
