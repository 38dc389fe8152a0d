import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  adopterIn,
  fiktivheim,
  musterstadt,
  storedUseCase,
  voicebot,
  worksFor,
} from '../support/adoption.ts';
import { buttonNamed, cardOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { asBerta, pressed, startWithOrganiser } from '../support/user-groups.ts';

let bot: TestBot;

beforeEach(async () => {
  bot = await startWithOrganiser();
});

afterEach(async () => {
  await bot.stop();
});

const filled = { stage: 'pilot', since: 'März 2026', contact: 'none', mailbox: '', note: 'Nur abends.' };

function pressAs(title: string, card: unknown, inputs: Readonly<Record<string, unknown>> = {}) {
  return bot.press(buttonNamed(card, title), 'personal', inputs, asBerta);
}

function offeredTo(more: Readonly<Record<string, unknown>> = asBerta, data = {}) {
  return bot.press(pressed('adoption.offer', { ...voicebot, ...data }), 'personal', {}, more);
}

describe('an entry that is withdrawn, or that no longer can be', () => {
  it('asks before it withdraws, and the record stays when nobody is left', async () => {
    await worksFor(bot, fiktivheim, asBerta);
    const { useCases } = bot.app.deps;
    const { id } = await storedUseCase(bot);
    await useCases.change(id, (useCase) => ({
      useCase: { ...useCase, adopters: useCase.adopters.filter(({ stage }) => stage === 'rejected') },
    }));

    const question = await pressAs('Eintrag zurückziehen', await offeredTo());
    const kept = await pressAs('Abbrechen', question);
    const done = await pressAs('Ja, zurückziehen', question);
    const again = await pressAs('Ja, zurückziehen', question);
    const [answer] = await bot.say('Wer macht schon KI-Telefonassistenz?', 'personal', asBerta);

    expect(wordsOf(question)).toMatch(/^Diesen Eintrag zurückziehen\?\nTelefonassistent/);
    expect(wordsOf(kept)).toMatch(/^Unseren Stand ändern\n/);
    expect(wordsOf(done)).toMatch(/^Der Eintrag ist zurückgezogen\.\nTelefonassistent/);
    expect(wordsOf(done)).toContain('Wer macht das?\nZurzeit ist keine Kommune eingetragen.');
    expect(wordsOf(again)).toMatch(/^Diese Kommune ist hier nicht eingetragen\./);
    expect(wordsOf(cardOf(answer))).toContain('Zurzeit ist keine Kommune eingetragen.');
    expect((await useCases.historyOf(id)).map(({ change }) => change.kind)).toEqual(['adoption-withdrawn']);
  });

  it('shows nothing of a record that is for its own communes after the own one was withdrawn', async () => {
    await worksFor(bot, musterstadt, asBerta);
    const { id } = await storedUseCase(bot);
    await bot.app.deps.useCases.change(id, (useCase) => ({
      useCase: { ...useCase, visibility: 'organisation' },
    }));

    const question = await pressAs('Eintrag zurückziehen', await offeredTo());
    const done = await pressAs('Ja, zurückziehen', question);

    expect(wordsOf(done)).toBe('Der Eintrag ist zurückgezogen.');
    expect(await offeredTo()).toMatchObject({
      value: expect.stringContaining('nur für die Kommunen sichtbar, die ihn eingetragen haben'),
    });
  });

  it('shows what is archived instead of the form', async () => {
    await worksFor(bot, musterstadt, asBerta);
    const form = await offeredTo();
    const { id } = await storedUseCase(bot);
    await bot.app.deps.useCases.change(id, (useCase) => ({
      useCase: { ...useCase, archived: { at: 1, reason: 'Doppelt.' } },
    }));

    const answers = [await offeredTo(), await pressAs('Speichern', form, filled)];

    expect(answers.map((answer) => wordsOf(answer))).toEqual([
      expect.stringContaining('archiviert'),
      expect.stringContaining('archiviert'),
    ]);
    expect((await adopterIn(bot, musterstadt))[0]?.stage).toBe('in_use');
  });
});
