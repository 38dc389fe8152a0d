import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buttonNamed, buttonsOf, tenant, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { captureValue, openAction, submitAction } from '../support/message-action.ts';
import { ModelServer } from '../support/model-server.ts';
import { inputsOf, openedForm, startWithMember } from '../support/registrations.ts';
import { pasted, saying, suggested, told } from '../support/suggestions.ts';
import { berta, pressed } from '../support/user-groups.ts';

const guest = { id: '29:gast', name: 'Gast', aadObjectId: 'dddddddd-0000-4000-8000-000000000004' };

let server: ModelServer;
let bot: TestBot;

beforeEach(async () => {
  server = await ModelServer.start();
  server.answer = () => saying(told);
  bot = await startWithMember({ LLM_BASE_URL: server.baseUrl, LLM_MODEL: 'stand-in', REVIEW: 'off' });
});

afterEach(async () => {
  await bot.stop();
  await server.close();
});

describe('the dialog', () => {
  const valueOf = (card: unknown, title: string) => buttonsOf(card).find((one) => one.title === title)?.data;

  it('begins on a message with its text in the section, and fills what the rules made of it', async () => {
    const html = pasted.replaceAll('\n', '<br>');
    const opened = await openAction(bot, captureValue(html), 'group', { from: berta });
    const inputs = inputsOf(opened.card);

    const filled = await submitAction(
      bot,
      { ...valueOf(opened.card, 'Felder vorschlagen'), ...inputs },
      'group',
      { from: berta },
    );

    expect(inputs['suggestionText']).toContain('zählt bei uns im Stadtpark');
    expect(inputs['title']).toMatch(/^Hallo zusammen/);
    expect(inputsOf(filled.card)).toMatchObject({ title: told.title, stage: 'pilot', suggestionText: '' });
    expect(wordsOf(filled.card)).toContain(`* Titel (Vorschlag der KI, bitte prüfen)`);
    expect(bot.connector.messages.filter(({ attachments }) => attachments !== undefined)).toHaveLength(0);
  });

  it('begins below the compose box with the section closed and empty', async () => {
    const { card } = await openAction(
      bot,
      { commandId: 'registerUseCase', commandContext: 'compose' },
      'group',
      {
        from: berta,
      },
    );

    expect(inputsOf(card)['suggestionText']).toBe('');
    expect(JSON.stringify(card)).toContain('"id":"section-suggestion","isVisible":false');
  });
});

describe('who has nothing suggested', () => {
  it('is nobody from outside, whatever they press', async () => {
    const button = buttonNamed(await openedForm(bot), 'Felder vorschlagen');
    bot.connector.members.set(guest.id, { ...guest, tenantId: tenant, userRole: 'guest' });
    const { aadObjectId: _, ...nobody } = berta;

    const refused = await bot.press(button, 'personal', { suggestionText: pasted }, { from: guest });
    const unknown = await bot.press(button, 'personal', { suggestionText: pasted }, { from: nobody });

    expect(JSON.stringify(refused)).toContain('Anwendungsfälle eintragen können Mitglieder.');
    expect(JSON.stringify(unknown)).toContain('Zum Eintragen müssen Sie angemeldet sein.');
    expect(server.calls).toEqual([]);
  });

  it('is whoever presses the button on the form of another', async () => {
    const form = await openedForm(bot);

    const refused = await suggested(bot, form, pasted, {});
    const other = await bot.press(buttonNamed(form, 'Felder vorschlagen'), 'personal', {
      suggestionText: pasted,
    });

    expect(wordsOf(refused)).toContain('Fünf Felder');
    expect(JSON.stringify(other)).toContain('Diesen Entwurf gibt es nicht mehr.');
    expect(server.calls).toHaveLength(1);
  });

  it('is everybody in a channel, where all would read it', async () => {
    const button = pressed('registration.suggest', { draftId: 'd1', suggestionText: pasted });

    expect(JSON.stringify(await bot.press(button, 'channel', {}, { from: berta }))).toContain('Einzelchat');
    expect(server.calls).toEqual([]);
  });
});
