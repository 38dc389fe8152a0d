import { afterEach, describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../src/store/adapters/memory.ts';
import { buttonNamed, buttonsOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import {
  bertasId,
  checked,
  draftIdOf,
  inputsOf,
  musterstadt,
  openedForm,
  publishAtOnce,
  sent,
  startWithMember,
  submitted,
  typed,
} from '../support/registrations.ts';
import { asBerta, berta, pressed, said } from '../support/user-groups.ts';
import { captureValue, openAction } from '../support/message-action.ts';
import { FakeClock } from '../support/fake-clock.ts';

let bot: TestBot;

afterEach(async () => {
  await bot.stop();
});

describe('a draft', () => {
  it('is there after the dialog was closed and the bot started anew', async () => {
    const store = createMemoryStore(new FakeClock(Date.UTC(2026, 10, 22, 9)));
    bot = await startWithMember({}, { store });
    const form = await openedForm(bot);
    await sent(bot, form, { ...typed, title: '', since: 'gestern', advice: 'Früh anfangen.' });
    await bot.stop();

    bot = await startWithMember({}, { store });
    const list = await openedForm(bot);
    const again = await bot.press(buttonNamed(list, 'Weiter mit: ohne Titel'), 'personal', {}, asBerta);

    expect(wordsOf(list)).toContain('Sie haben einen Entwurf.');
    expect(buttonsOf(list).map(({ title }) => title)).toContain('Neuen Anwendungsfall eintragen');
    expect(inputsOf(again)).toMatchObject({
      title: '',
      summary: typed.summary,
      stage: 'pilot',
      since: 'gestern',
      advice: 'Früh anfangen.',
    });
  });

  it('begins with a message, and is there though the dialog was closed at once', async () => {
    bot = await startWithMember();
    const message = `<p>Wir zählen jetzt Bienen.</p><p>${'Das macht eine Kamera. '.repeat(30)}</p>`;

    const opened = await openAction(bot, captureValue(message), 'group', { from: berta });
    const list = await said(bot, 'Meine Entwürfe', 'personal', asBerta);

    const inputs = inputsOf(opened.card);
    expect(inputs).toMatchObject({ title: 'Wir zählen jetzt Bienen', body: musterstadt, contact: 'self' });
    expect(inputs['summary']?.length).toBeLessThanOrEqual(400);
    expect(inputs['description']).toMatch(/^Wir zählen jetzt Bienen\.\n+Das macht eine Kamera\./);
    expect(wordsOf(list)).toContain('Wir zählen jetzt Bienen');
  });

  it('of nothing is none: a form that was only opened is not listed', async () => {
    bot = await startWithMember();
    await openedForm(bot);

    expect(wordsOf(await openedForm(bot))).toMatch(/^Anwendungsfall eintragen\n/);
    expect(wordsOf(await said(bot, 'Meine Entwürfe', 'personal', asBerta))).toMatch(
      /^Sie haben keinen Entwurf/,
    );
  });

  it('is discarded when its author says so, and only then', async () => {
    bot = await startWithMember();
    const check = await checked(bot);

    const answer = await bot.press(buttonNamed(check, 'Verwerfen'), 'personal', {}, asBerta);
    const late = await submitted(bot, check);

    expect(wordsOf(answer)).toBe('Verworfen. Der Entwurf ist gelöscht.');
    expect(late).toMatchObject({ value: expect.stringContaining('Diesen Entwurf gibt es nicht mehr.') });
    expect(await bot.storedDocuments('use-case-drafts', 'submissions')).toEqual([]);
  });

  it('of somebody else is unknown, whatever a card says (P11, fault 38)', async () => {
    bot = await startWithMember(publishAtOnce);
    const check = await checked(bot);
    const draftId = draftIdOf(check);
    await bot.say('Hallo');
    const verbs = ['goOn', 'show', 'check', 'save', 'register', 'showSimilar', 'discard'];

    const answers: unknown[] = [];
    for (const verb of verbs) {
      const forged = { draftId, ...typed, memberId: bertasId, useCaseId: 'example-voicebot' };
      answers.push(await bot.press(pressed(`registration.${verb}`, forged)));
    }
    const mine = await submitted(bot, check);

    expect(JSON.stringify(answers)).not.toContain(typed.title);
    expect(answers.slice(0, 5)).toEqual(
      Array.from({ length: 5 }, () =>
        expect.objectContaining({ value: expect.stringContaining('Diesen Entwurf gibt es nicht mehr.') }),
      ),
    );
    expect(wordsOf(mine)).toMatch(/^Eingetragen\./);
  });

  it('ends 90 days after it was changed for the last time', async () => {
    bot = await startWithMember();
    const check = await checked(bot);
    bot.clock.advance(91 * 86_400_000);

    const late = await submitted(bot, check);
    const list = await said(bot, 'Meine Entwürfe', 'personal', asBerta);

    expect(late).toMatchObject({ value: expect.stringContaining('Diesen Entwurf gibt es nicht mehr.') });
    expect(wordsOf(list)).toMatch(/^Sie haben keinen Entwurf\./);
  });

  it('is one of twenty at most, and none of them is thrown away', async () => {
    bot = await startWithMember();
    for (let n = 1; n <= 20; n += 1) {
      const form = await bot.press(
        pressed('registration.offerForm', { anew: true }),
        'personal',
        {},
        asBerta,
      );
      await sent(bot, form, { ...typed, title: `Entwurf ${n}` }, asBerta, 'Zwischenspeichern');
    }

    const full = await bot.press(pressed('registration.offerForm', { anew: true }), 'personal', {}, asBerta);

    expect(wordsOf(full)).toMatch(/^Sie haben 20 Entwürfe, mehr hebe ich nicht auf\./);
    expect(await bot.storedDocuments('use-case-drafts')).toHaveLength(20);
  });

  it('is told in "Meine Daten" and goes with "Alles löschen"', async () => {
    bot = await startWithMember();
    await checked(bot);

    const data = await said(bot, 'Meine Daten', 'personal', asBerta);
    await bot.press(pressed('myData.erase'), 'personal', {}, asBerta);

    expect(wordsOf(data)).toContain('Entwürfe von Anwendungsfällen');
    expect(wordsOf(data)).toContain(typed.title);
    expect(await bot.storedDocuments('use-case-drafts')).toEqual([]);
  });
});
