import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { draftId } from '../../src/domain/ids.ts';
import {
  adopterIn,
  beispielhausen,
  memberOf,
  musterstadt,
  neudorf,
  storedUseCase,
  voicebot,
  worksFor,
} from '../support/adoption.ts';
import { buttonNamed, cardOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { asBerta, berta, pressed, startWithOrganiser } from '../support/user-groups.ts';

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

describe('"Wir machen das auch" in the 1:1 chat', () => {
  it('leads from the answer by the details and the form to the commune on the card', async () => {
    await worksFor(bot, beispielhausen, asBerta);
    const [answer] = await bot.say('Wer macht schon KI-Telefonassistenz?', 'personal', asBerta);
    const details = await pressAs('Details zu Telefonassistent für das Bürgerbüro', cardOf(answer));

    const form = await pressAs('Wir machen das auch', details);
    const done = await pressAs('Speichern', form, filled);

    expect(wordsOf(form)).toMatch(
      /^Wir machen das auch\nTelefonassistent für das Bürgerbüro\nFür Beispielhausen \(Beispiel\)\n/,
    );
    expect(wordsOf(done)).toMatch(/^Eingetragen\.\nTelefonassistent für das Bürgerbüro\n/);
    expect(wordsOf(done)).toContain('● Pilot  Beispielhausen (Beispiel), seit März 2026\nNur abends.');
    expect(buttonNamed(done, 'Unseren Stand ändern')).toBeDefined();
    expect(buttonNamed(done, 'Zurück').verb).toBe('question.show');
    expect(await adopterIn(bot, beispielhausen)).toEqual([
      {
        body: { kind: 'commune', communeId: beispielhausen },
        stage: 'pilot',
        since: '2026-03',
        note: 'Nur abends.',
        enteredBy: memberOf(berta),
      },
    ]);
  });

  it('takes over what was typed in a registration that turned out to be the same, also after the commune was chosen', async () => {
    await bot.say('Hallo', 'personal', asBerta);
    const id = draftId('d1');
    await bot.app.deps.useCaseDrafts.add({
      id,
      memberId: memberOf(berta),
      origin: { kind: 'new' },
      typed: { title: 'Telefon', stage: 'pilot', since: '2026', contact: 'mailbox', mailbox: 'a@b.de' },
      savedAt: bot.clock.now(),
      state: { kind: 'saved' },
    });

    const form = await pressAs('Weiter', await offeredTo(asBerta, { draftId: id }), { commune: neudorf });
    const others = await offeredTo({}, { draftId: id, commune: neudorf });
    const refused = await pressAs('Speichern', form, { ...filled, stage: 'rejected', note: '' });
    const keptDraft = await bot.app.deps.useCaseDrafts.find(memberOf(berta), id);
    await pressAs('Speichern', refused, filled);

    expect(keptDraft?.value.typed.title).toBe('Telefon');
    // What is entered there is not waiting to be registered a second time.
    expect(await bot.app.deps.useCaseDrafts.find(memberOf(berta), id)).toBeUndefined();
    for (const value of ['pilot', '2026', 'mailbox', 'a@b.de']) {
      expect(JSON.stringify(form)).toContain(`"value":"${value}"`);
    }
    expect(JSON.stringify(others)).not.toContain('a@b.de');
  });

  it('asks somebody without a commune for it first, as "Meine Kommune" does, and goes on from there', async () => {
    await bot.say('Hallo', 'personal', asBerta);
    const asked = await offeredTo();
    const nothing = await pressAs('Weiter', asked);
    const unknown = await pressAs('Weiter', asked, { commune: '00000000' });
    const form = await pressAs('Weiter', asked, { commune: neudorf });
    const done = await pressAs('Speichern', form, filled);

    expect(wordsOf(asked)).toContain('Für welche Kommune arbeiten Sie?\nTelefonassistent für das Bürgerbüro');
    expect(wordsOf(nothing)).toContain('Bitte wählen Sie eine Kommune.');
    expect(wordsOf(unknown)).toContain('Diese Kommune steht nicht in der Liste.');
    expect(wordsOf(form)).toContain('Für Neudorf am Muster (Beispiel)');
    expect(wordsOf(done)).toMatch(/^Eingetragen\./);
    expect((await bot.app.deps.members.find(memberOf(berta)))?.value.communeId).toBe(neudorf);
  });

  it('tells somebody who works for none of them who can enter something', async () => {
    await bot.say('Hallo', 'personal', asBerta);

    const answer = await pressAs('Weiter', await offeredTo(), { commune: 'none' });

    expect(answer).toMatchObject({
      value: expect.stringContaining('Eintragen kann hier, wer für eine Kommune der Liste arbeitet.'),
    });
  });

  it.each([
    ['no stage', { stage: '' }, 'Bitte wählen Sie, wie weit Sie sind, zum Beispiel „Pilot“.'],
    ['a stage that nobody can choose', { stage: 'unknown' }, 'Bitte wählen Sie, wie weit Sie sind'],
    ['a day that does not exist', { since: '31.02.2026' }, 'Das ist kein Datum.'],
    ['a date in the future', { since: 'Mai 2027' }, 'Das liegt in der Zukunft.'],
    ['nobody to ask', { contact: '' }, 'Bitte wählen Sie, wen andere fragen können.'],
    ['no address', { contact: 'mailbox' }, 'Bitte geben Sie die Adresse des Funktionspostfachs an'],
    ['half an address', { contact: 'mailbox', mailbox: 'info@' }, 'Das ist keine E-Mail-Adresse.'],
    ['too much', { note: 'ä'.repeat(601) }, 'Das ist ein Zeichen zu viel.'],
    [
      'a rejection without a reason',
      { stage: 'rejected', note: ' \u200b ' },
      'Bitte nennen Sie den Grund, warum Sie es verworfen haben.',
    ],
  ])('comes back with what was typed and a sentence for %s', async (_, wrong, sentence) => {
    await worksFor(bot, beispielhausen, asBerta);
    const before = await storedUseCase(bot);

    const refused = await pressAs('Speichern', await offeredTo(), {
      ...filled,
      since: '2025',
      note: 'Das bleibt stehen.',
      ...wrong,
    });

    expect(wordsOf(refused)).toContain(sentence);
    const expected = { since: '2025', note: 'Das bleibt stehen.', ...wrong };
    const kept = [expected.since, expected.note].filter((words) => /[a-zä0-9]/i.test(words));
    for (const words of kept) {
      expect(JSON.stringify(refused)).toContain(JSON.stringify(words));
    }
    expect(await storedUseCase(bot)).toEqual(before);
  });

  it('keeps hostile words as text, without what hides or turns them around', async () => {
    await worksFor(bot, beispielhausen, asBerta);
    const note = '=1+1 [Klick](https://evil.example) <at>alle</at> \u202eKcilK\u0000';

    const done = await pressAs('Speichern', await offeredTo(), { ...filled, note });

    const clean = '=1+1 [Klick](https://evil.example) <at>alle</at> KcilK';
    expect((await adopterIn(bot, beispielhausen))[0]?.note).toBe(clean);
    expect(JSON.stringify(done)).toContain(`{"type":"TextRun","text":${JSON.stringify(clean)}`);
  });

  it('shows a second person of the commune what stands there, who changes it and does not double it', async () => {
    await worksFor(bot, musterstadt, asBerta);
    const form = await offeredTo();

    const done = await pressAs('Speichern', form, {
      stage: 'retired',
      since: '2026',
      contact: 'mailbox',
      mailbox: 'neu@example.org',
      note: '',
    });
    const again = await pressAs('Speichern', form, {
      stage: 'retired',
      since: '2026',
      contact: 'mailbox',
      mailbox: 'neu@example.org',
    });

    expect(wordsOf(form)).toMatch(/^Unseren Stand ändern\n/);
    const shown = JSON.stringify(form);
    for (const value of ['in_use', '2025-09', 'mailbox', 'telefon.musterstadt@example.org']) {
      expect(shown).toContain(`"value":"${value}"`);
    }
    expect(wordsOf(done)).toMatch(/^Geändert\./);
    expect(wordsOf(again)).toMatch(/^Das ist schon so eingetragen\./);
    expect(await adopterIn(bot, musterstadt)).toHaveLength(1);
    expect(
      (await bot.app.deps.useCases.historyOf((await storedUseCase(bot)).id)).map(({ change }) => change),
    ).toEqual([
      {
        kind: 'adoption-changed',
        body: { kind: 'commune', communeId: musterstadt },
        from: 'in_use',
        to: 'retired',
      },
    ]);
  });

  it('names the person as the contact with what Teams says, to members alone', async () => {
    await worksFor(bot, beispielhausen, asBerta);

    const done = await pressAs('Speichern', await offeredTo(), { ...filled, contact: 'self' });
    await bot.say('Wer macht schon KI-Telefonassistenz?', 'channel');
    const before = bot.connector.messages.length;
    await bot.press(pressed('useCase.show', voicebot), 'channel');
    await bot.connector.until(() => bot.connector.messages.length > before);

    expect((await adopterIn(bot, beispielhausen))[0]?.contact).toEqual({
      memberId: memberOf(berta),
      name: 'Berta',
    });
    expect(wordsOf(done)).toContain('Nur abends.\nBerta');
    expect(JSON.stringify(bot.connector.messages[before])).not.toContain('Berta');
  });
});
