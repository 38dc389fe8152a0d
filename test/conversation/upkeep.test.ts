import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useCaseId } from '../../src/domain/ids.ts';
import { adopterAt, aUseCase, hemer, menden } from '../support/builders.ts';
import { anna, buttonNamed, buttonsOf, cardOf, tenant, TestBot, wordsOf } from '../support/conversation.ts';
import { anOperatorFolder } from '../support/operator-folder.ts';
import { asBerta, dialog, pressed } from '../support/user-groups.ts';

const patience = { timeout: 20_000 };

const robben = aUseCase({
  id: useCaseId('robben'),
  title: 'Drohnen zählen Kegelrobben',
  summary: 'Ein Modell zählt Kegelrobben auf Luftbildern.',
  themes: ['Robbenschutz'],
  adopters: [adopterAt(menden, 'pilot')],
});
const [organiser, guest] = [
  anna,
  { id: '29:gast', name: 'Gast', aadObjectId: 'ffffffff-0000-4000-8000-000000000006' },
];
const asGuest = {
  from: guest,
  conversation: { id: 'a:personal-gast', conversationType: 'personal', tenantId: tenant },
};
let bot: TestBot;

/** Anna organises; Berta is from Menden, by her mail address; a guest is from nowhere. */
beforeEach(async () => {
  bot = await TestBot.start({
    ORGANISERS: organiser.aadObjectId,
    OPERATOR_DATA: anOperatorFolder('menden.example;05962040'),
  });
  const { from: berta } = asBerta;
  bot.connector.members.set(berta.id, {
    ...berta,
    email: 'b@menden.example',
    tenantId: tenant,
    userRole: 'user',
  });
  bot.connector.members.set(guest.id, { ...guest, tenantId: tenant, userRole: 'guest' });
  await bot.app.deps.useCases.add(robben);
  await vi.waitUntil(() => bot.app.deps.catalogue.find(robben.id), patience);
});

afterEach(async () => {
  await bot.stop();
});

const about = { useCaseId: 'robben', question: { sought: 'Kegelrobben', filters: [], page: 1 } };
const show = (more = {}) => bot.press(pressed('useCase.show', about), 'personal', {}, more);
const stored = async () => (await bot.app.deps.useCases.find(robben.id))?.value;
const titles = (card: unknown) => buttonsOf(card).map(({ title }) => title);

describe('archiving', () => {
  it('is asked for, with a reason, and takes a use case out of every answer at once; restoring brings it back', async () => {
    const details = await show(asBerta);
    const question = await bot.press(buttonNamed(details, 'Archivieren'), 'personal', {}, asBerta);
    const archived = await bot.press(
      buttonNamed(question, 'Archivieren'),
      'personal',
      { reason: 'Die **Drohne** ist abgestürzt.' },
      asBerta,
    );
    await expect.poll(() => bot.app.deps.catalogue.find(robben.id)).toBeUndefined();
    const answers = [await bot.say('Kegelrobben'), await bot.say('Thema Robbenschutz')];
    const oldCard = await show();
    const ofRelated = await bot.press(pressed('useCase.listRelated', about));
    const asGuestSees = await show(asGuest);

    const restored = await bot.press(buttonNamed(oldCard, 'Wiederherstellen'));
    await expect.poll(() => bot.app.deps.catalogue.find(robben.id)).toBeDefined();
    const [found] = await bot.say('Kegelrobben');

    expect(wordsOf(question)).toMatch(/^Diesen Anwendungsfall archivieren\?\nDrohnen zählen Kegelrobben\n/);
    expect(wordsOf(archived)).toMatch(/^Archiviert\. Der Anwendungsfall wird nicht mehr gefunden\.\n/);
    expect(JSON.stringify(answers)).not.toContain('Ein Modell zählt');
    expect(wordsOf(oldCard)).toBe(
      [
        'Dieser Anwendungsfall ist archiviert.',
        'Drohnen zählen Kegelrobben',
        'Seit dem 22. November 2026.',
        'Grund: Die **Drohne** ist abgestürzt.',
      ].join('\n'),
    );
    expect(wordsOf(ofRelated)).toBe(wordsOf(oldCard));
    expect(titles(oldCard)).toEqual(['Wiederherstellen', 'Verlauf', 'Zurück']);
    expect(titles(asGuestSees)).toEqual(['Verlauf', 'Zurück']);
    expect(wordsOf(restored)).toContain('Wiederhergestellt. Der Anwendungsfall wird wieder gefunden.');
    expect(wordsOf(cardOf(found))).toContain('Drohnen zählen Kegelrobben');
  });

  it('needs no reason, and pressed twice it is done once', async () => {
    const button = pressed('upkeep.archive', about);

    const answers = await Promise.all([bot.press(button), bot.press(button), bot.press(button)]);

    for (const answer of answers) {
      expect(wordsOf(answer)).toMatch(/^Archiviert\. /);
      expect(wordsOf(answer)).not.toContain('Grund');
    }
    expect(await bot.app.deps.useCases.historyOf(robben.id)).toHaveLength(1);
  });

  it('is refused to whoever is not responsible, whatever the card says (fault 40)', async () => {
    await bot.app.deps.useCases.change(robben.id, (useCase) => ({
      useCase: { ...useCase, adopters: [adopterAt(hemer, 'pilot')] },
    }));
    const verbs = ['upkeep.askToArchive', 'upkeep.archive', 'upkeep.restore'];

    const byBerta = await Promise.all(
      verbs.map((verb) => bot.press(pressed(verb, { ...about, role: 'organiser' }), 'personal', {}, asBerta)),
    );
    const byGuest = await bot.press(pressed('upkeep.archive', about), 'personal', {}, asGuest);

    for (const answer of byBerta) {
      expect(answer).toMatchObject({ value: expect.stringMatching(/^Das können nur die Kommunen, die /) });
    }
    expect(JSON.stringify(byGuest)).toContain('Das ist Mitgliedern vorbehalten.');
    expect(await stored()).not.toHaveProperty('archived');
  });

  it('is for the presser alone in a channel: in a dialog, never on a card for all', async () => {
    await bot.say('Hallo', 'channel');
    const pressedThere = await bot.press(pressed('upkeep.askToArchive', about), 'channel');
    const opened = await dialog(bot, 'task/fetch', { verb: 'upkeep.askToArchive', ...about }, 'channel');
    const sent = await dialog(
      bot,
      'task/submit',
      { verb: 'upkeep.archive', ...about, reason: 'Alt.' },
      'channel',
    );

    expect(JSON.stringify(pressedThere)).toContain('Einzelchat');
    expect(JSON.stringify(opened.answer)).toContain('Diesen Anwendungsfall archivieren?');
    expect(JSON.stringify(sent.answer)).toContain('Archiviert.');
    expect(await stored()).toMatchObject({ archived: { reason: 'Alt.' } });
  });

  it('of what is not there any more is a sentence', async () => {
    const answer = await bot.press(pressed('upkeep.archive', { useCaseId: 'none' }));

    expect(answer).toMatchObject({ value: 'Diesen Anwendungsfall gibt es nicht mehr.' });
  });
});

describe('the history', () => {
  it('tells what happened and whose commune it was, with a way back to the details and the answer', async () => {
    await bot.press(pressed('upkeep.archive', { ...about, reason: 'Versehen.' }), 'personal', {}, asBerta);
    await bot.press(pressed('upkeep.restore', about));

    const history = await bot.press(buttonNamed(await show(), 'Verlauf'));
    const details = await bot.press(buttonNamed(history, 'Zurück zum Anwendungsfall'));
    const answer = await bot.press(buttonNamed(details, 'Zurück'));

    expect(wordsOf(history)).toBe(
      [
        'Verlauf',
        'Drohnen zählen Kegelrobben',
        'Wiederhergestellt',
        '22. November 2026 um 10:00 Uhr · Organisationsteam',
        'Archiviert',
        'Versehen.',
        '22. November 2026 um 10:00 Uhr · Menden (Sauerland)',
      ].join('\n'),
    );
    expect(JSON.stringify(history)).not.toMatch(/Anna|Berta|aaaaaaaa|bbbbbbbb/);
    expect(wordsOf(details)).toContain('Ein Modell zählt Kegelrobben');
    expect(wordsOf(answer)).toContain('Drohnen zählen Kegelrobben');
  });

  it('of what was only imported says that nothing happened since', async () => {
    const history = await bot.press(pressed('upkeep.history', about));

    expect(wordsOf(history)).toContain('Seit der Übernahme hat sich hier nichts geändert.');
  });

  it('has pages', async () => {
    for (let n = 1; n <= 6; n += 1) {
      await bot.app.deps.useCases.change(robben.id, (useCase) => ({
        useCase,
        entry: { at: Date.UTC(2026, 10, n), by: { organiser: true }, change: { kind: 'confirmed' } },
      }));
    }

    const first = await bot.press(pressed('upkeep.history', about));
    const second = await bot.press(buttonNamed(first, 'Ältere'));
    const back = await bot.press(buttonNamed(second, 'Neuere'));

    expect(wordsOf(first).match(/bestätigt/g)).toHaveLength(5);
    expect(wordsOf(second)).toContain('1. November 2026');
    expect(wordsOf(second)).toContain('Seite 2 von 2');
    expect(wordsOf(back)).toBe(wordsOf(first));
  });

  it('of a use case for its own organisation is closed to others', async () => {
    await bot.app.deps.useCases.change(robben.id, (useCase) => ({
      useCase: { ...useCase, visibility: 'organisation' },
    }));

    const byGuest = await bot.press(pressed('upkeep.history', about), 'personal', {}, asGuest);
    await bot.say('Hallo', 'channel');
    const inChannel = await bot.press(pressed('upkeep.history', about), 'channel');

    expect(JSON.stringify([byGuest, inChannel])).not.toContain('Kegelrobben"');
    expect(JSON.stringify(byGuest)).toContain('nur für die Kommunen sichtbar');
    expect(JSON.stringify(inChannel)).toContain('nur für die Kommunen sichtbar');
  });
});
