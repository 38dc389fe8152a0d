import { afterEach, describe, expect, it } from 'vitest';
import { wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { captureValue, openAction } from '../support/message-action.ts';
import { inputsOf, openedForm, sent, startWithMember } from '../support/registrations.ts';
import { pasted } from '../support/suggestions.ts';
import { asBerta, berta, pressed } from '../support/user-groups.ts';

let bot: TestBot;

afterEach(async () => {
  await bot.stop();
});

describe('without a model', () => {
  it('there is no "Vorschlag aus Text", also not on a message, which begins the form as ever', async () => {
    bot = await startWithMember();

    const form = await openedForm(bot);
    const { card } = await openAction(bot, captureValue(pasted), 'group', { from: berta });

    expect(JSON.stringify([form, card])).not.toMatch(/Vorschlag aus Text|suggest/);
    expect(inputsOf(card)['title']).toMatch(/^Hallo zusammen/);
    expect(inputsOf(card)['summary']).toContain('zählt bei uns im Stadtpark');
  });

  it('a button of a form from before says so, and loses nothing', async () => {
    bot = await startWithMember();
    const { draftId } = { draftId: '', ...(await sentData()) };

    const form = await bot.press(
      pressed('registration.suggest', { draftId }),
      'personal',
      { title: 'Mein Titel', suggestionText: pasted },
      asBerta,
    );

    expect(wordsOf(form)).toContain('Vorschläge aus einem Text gibt es gerade nicht.');
    expect(inputsOf(form)).toMatchObject({ title: 'Mein Titel' });
  });
});

async function sentData() {
  const saved = await sent(bot, await openedForm(bot), { title: 'x' }, asBerta, 'Zwischenspeichern');
  return /"draftId":"(?<draftId>[^"]+)"/.exec(JSON.stringify(saved))?.groups;
}
