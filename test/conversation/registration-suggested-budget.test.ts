import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { ModelServer } from '../support/model-server.ts';
import { inputsOf, openedForm, startWithMember } from '../support/registrations.ts';
import { pasted, saying, suggested, told } from '../support/suggestions.ts';

let server: ModelServer;
let bot: TestBot;

beforeEach(async () => {
  server = await ModelServer.start();
  server.answer = () => saying(told);
});

afterEach(async () => {
  await bot.stop();
  await server.close();
});

describe('a member who has asked the model too often', () => {
  it('is told how long to wait, in the form as it was, and has still what was asked for before', async () => {
    bot = await startWithMember({
      LLM_BASE_URL: server.baseUrl,
      LLM_MODEL: 'stand-in',
      LLM_ANSWERS_PER_HOUR: '1',
    });
    const opened = await openedForm(bot);
    await suggested(bot, opened, pasted);

    const form = await suggested(bot, opened, `${pasted} Noch etwas.`, { title: 'Mein Titel' });
    const same = await suggested(bot, opened, pasted);

    expect(wordsOf(form)).toMatch(/Bitte warten Sie 60 Minuten\. Das Formular ist unverändert\./);
    expect(inputsOf(form)).toMatchObject({ title: 'Mein Titel', summary: '' });
    expect(inputsOf(same)).toMatchObject({ title: told.title });
    expect(server.calls).toHaveLength(1);
  });
});

describe('a tenant that has used up its day', () => {
  it('is told so, and the form is as it was', async () => {
    bot = await startWithMember({
      LLM_BASE_URL: server.baseUrl,
      LLM_MODEL: 'stand-in',
      LLM_TOKENS_PER_DAY: '1',
    });
    const opened = await openedForm(bot);
    await suggested(bot, opened, pasted);

    const form = await suggested(bot, opened, `${pasted} Noch etwas.`, { title: 'Mein Titel' });

    expect(wordsOf(form)).toContain('Für heute ist aufgebraucht, was für die KI vorgesehen ist.');
    expect(inputsOf(form)).toMatchObject({ title: 'Mein Titel', summary: '' });
    expect(server.calls).toHaveLength(1);
  });
});
