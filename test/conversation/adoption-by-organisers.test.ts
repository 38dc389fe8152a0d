import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  adopterIn,
  beispielhausen,
  fiktivheim,
  memberOf,
  musterstadt,
  neudorf,
  storedUseCase,
  voicebot,
  worksFor,
} from '../support/adoption.ts';
import { anna, buttonNamed, buttonsOf, cardOf, wordsOf } from '../support/conversation.ts';
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

function offeredTo(more: Readonly<Record<string, unknown>> = asBerta, data = {}) {
  return bot.press(pressed('adoption.offer', { ...voicebot, ...data }), 'personal', {}, more);
}

describe('an organiser', () => {
  it('chooses any commune, sees what stands there, and enters it, without becoming one of hers', async () => {
    await worksFor(bot, neudorf);
    const own = await offeredTo({});

    const asked = await bot.press(buttonNamed(own, 'Andere Kommune'));
    const nothing = await bot.press(buttonNamed(asked, 'Weiter'));
    const form = await bot.press(buttonNamed(asked, 'Weiter'), 'personal', { commune: fiktivheim });
    const done = await bot.press(buttonNamed(form, 'Speichern'), 'personal', {
      ...filled,
      stage: 'idea',
    });

    expect(wordsOf(asked)).toContain('Für welche Kommune möchten Sie es eintragen?');
    expect(wordsOf(asked)).not.toContain('Keine davon');
    expect(wordsOf(nothing)).toContain('Bitte wählen Sie eine Kommune.');
    expect(JSON.stringify(form)).toContain('Für 30 Anrufe am Tag lohnt sich die Einrichtung nicht.');
    expect(wordsOf(done)).toMatch(/^Geändert\./);
    expect(await adopterIn(bot, fiktivheim)).toMatchObject([{ stage: 'idea', enteredBy: memberOf(anna) }]);
    expect((await bot.app.deps.members.find(memberOf(anna)))?.value.communeId).toBe(neudorf);
    expect((await bot.app.deps.useCases.historyOf((await storedUseCase(bot)).id))[0]?.by).toEqual({
      memberId: memberOf(anna),
      communeId: neudorf,
      organiser: true,
    });
  });

  it('without a commune of her own begins with the choice', async () => {
    await bot.say('Hallo');

    const asked = await offeredTo({});
    const form = await bot.press(buttonNamed(asked, 'Weiter'), 'personal', { commune: beispielhausen });

    expect(wordsOf(asked)).toContain('Für welche Kommune möchten Sie es eintragen?');
    expect(wordsOf(form)).toContain('Für Beispielhausen (Beispiel)');
  });
});

describe('forged or late presses', () => {
  it('change nothing in another commune, nor in a use case that is gone', async () => {
    await worksFor(bot, beispielhausen, asBerta);
    const before = await storedUseCase(bot);
    const data = { ...voicebot, commune: musterstadt, ...filled };

    const answers = [
      await bot.press(pressed('adoption.save', data), 'personal', {}, asBerta),
      await bot.press(pressed('adoption.withdraw', data), 'personal', {}, asBerta),
      await bot.press(pressed('adoption.offer', data), 'personal', {}, asBerta),
      await bot.press(pressed('adoption.offer', { useCaseId: 'gone' }), 'personal', {}, asBerta),
      await bot.press(pressed('adoption.save', { ...data, commune: '../1' }), 'personal', {}, asBerta),
    ];

    const refused = { value: expect.stringContaining('Sie können nur Ihre eigene Kommune eintragen.') };
    expect(answers).toMatchObject([
      refused,
      refused,
      refused,
      { value: 'Diesen Anwendungsfall gibt es nicht mehr.' },
      { value: expect.stringContaining('Diese Karte ist veraltet.') },
    ]);
    expect(await storedUseCase(bot)).toEqual(before);
  });

  it('of guests and people without an account are answered with why not', async () => {
    const gustav = { id: '29:gustav', name: 'Gustav', aadObjectId: 'dddddddd-0000-4000-8000-000000000004' };
    bot.connector.members.set(gustav.id, { ...gustav, userRole: 'guest' });
    const { aadObjectId: _, ...nobody } = gustav;

    const guest = await offeredTo({ from: gustav });
    const anonymous = await offeredTo({ from: nobody });

    expect(guest).toMatchObject({ value: expect.stringContaining('Mitgliedern vorbehalten') });
    expect(anonymous).toMatchObject({ value: expect.stringContaining('angemeldet') });
  });
});

describe('a verdict', () => {
  it('stands on the answer with its reason, also when nobody else does it', async () => {
    const { id } = await storedUseCase(bot);
    await bot.app.deps.useCases.change(id, (useCase) => ({
      useCase: { ...useCase, adopters: useCase.adopters.filter(({ stage }) => stage === 'rejected') },
    }));
    await expect.poll(() => bot.app.deps.catalogue.find(id)?.adopters.length, { timeout: 20_000 }).toBe(1);

    const [answer] = await bot.say('Wer macht schon Telefonassistent für das Bürgerbüro?');
    const details = await bot.press(pressed('useCase.show', voicebot));

    const verdict =
      '● Geprüft und verworfen: Fiktivheim (Beispiel)\nGrund: Für 30 Anrufe am Tag lohnt sich die Einrichtung nicht.';
    expect(wordsOf(cardOf(answer))).toContain(verdict);
    expect(wordsOf(cardOf(answer)).split('\n')[0]).toBe('Eine Kommune hat es geprüft und verworfen.');
    expect(wordsOf(details)).toContain(verdict);
    expect(buttonsOf(details).map(({ title }) => title)).toContain('Wir machen das auch');
  });
});
