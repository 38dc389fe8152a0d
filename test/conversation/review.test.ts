import { afterEach, describe, expect, it } from 'vitest';
import { useCaseId } from '../../src/domain/ids.ts';
import { StoreUnavailableError } from '../../src/ports/document-store.ts';
import { createMemoryStore } from '../../src/store/adapters/memory.ts';
import { asCarla, carlasChat, delivered, finished } from '../support/announcements.ts';
import { adopterAt, aUseCase, hemer, menden } from '../support/builders.ts';
import { buttonNamed, buttonsOf, cardOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { FakeClock } from '../support/fake-clock.ts';
import {
  annasChat,
  handedIn,
  postedTo,
  replacedIn,
  startReviewing,
  startWaiting,
  stateOfSubmission,
  summary,
} from '../support/reviews.ts';
import { contentOf } from '../support/submissions.ts';
import { asBerta, bertasChat, pressed } from '../support/user-groups.ts';

let bot: TestBot;

afterEach(async () => {
  await bot.stop();
});

/** Berta hands in, and both organisers have the card. */
async function waiting() {
  const scene = await startWaiting();
  ({ bot } = scene);
  return scene;
}

const stateOf = () => stateOfSubmission(bot);

describe('a use case that a member hands in', () => {
  it('is shown to every organiser with all that is in it and whose commune it is, and to nobody by name', async () => {
    const { annas, carlas } = await waiting();
    await finished(bot);

    expect(annas).toEqual(carlas);
    expect(wordsOf(annas)).toBe(
      [
        'Zur Freigabe: ein neuer Anwendungsfall',
        'Drohnen zählen Kegelrobben',
        'Eingereicht am 22. November 2026 um 10:00 Uhr · Menden (Sauerland)',
        'Kurzbeschreibung: Ein Modell zählt Kegelrobben auf Luftbildern.',
        'Kommune oder Organisation: Menden (Sauerland)',
        'Stand: Pilot',
        'Kategorie: sonstige',
        'Sichtbarkeit: Community',
      ].join('\n'),
    );
    expect(buttonsOf(annas).map(({ title }) => title)).toEqual([
      'Veröffentlichen',
      'Nachfragen',
      'Zurückgeben',
    ]);
    expect(JSON.stringify(annas)).not.toContain('Berta');
    expect(postedTo(bot, bertasChat.id, summary)).toEqual([]);
  });

  it('names what looks like it', async () => {
    bot = await startReviewing();
    await bot.app.deps.useCases.add(
      aUseCase({
        id: useCaseId('alike'),
        title: 'Kegelrobben zählen mit Drohnen',
        summary: 'Ein Modell zählt Kegelrobben auf Luftbildern von Drohnen.',
        adopters: [adopterAt(hemer, 'in_use')],
      }),
    );
    await expect.poll(() => bot.app.deps.catalogue.find(useCaseId('alike'))).toBeDefined();
    await handedIn(bot);
    const [card] = await delivered(bot, summary, 2);

    expect(wordsOf(cardOf(card))).toContain('Sieht ähnlich aus\nKegelrobben zählen mit Drohnen  Hemer');
  });

  it('is published by one press: it is found, its author is told, and the other organiser sees it', async () => {
    const { annas, carlas } = await waiting();

    const published = await bot.press(buttonNamed(annas, 'Veröffentlichen'));
    const late = await bot.press(buttonNamed(carlas, 'Zurückgeben'), 'personal', {}, asCarla);
    await delivered(bot, 'Veröffentlicht: Drohnen zählen Kegelrobben', 1);
    await bot.connector.until(() => replacedIn(bot, carlasChat.id).length > 0);
    const [answer] = await bot.say('Kegelrobben', 'personal', asBerta);
    const [told] = postedTo(bot, bertasChat.id, 'Veröffentlicht: Drohnen zählen Kegelrobben');

    expect(wordsOf(published)).toBe('Veröffentlicht.\nDrohnen zählen Kegelrobben');
    expect(wordsOf(late)).toMatch(/^Das hat inzwischen jemand aus dem Organisationsteam veröffentlicht\.\n/);
    expect(wordsOf(replacedIn(bot, carlasChat.id)[0])).toMatch(/^Vom Organisationsteam veröffentlicht\.\n/);
    expect(wordsOf(cardOf(answer))).toContain('Drohnen zählen Kegelrobben');
    expect(wordsOf(told)).toBe(
      'Ihr Anwendungsfall ist veröffentlicht.\nDrohnen zählen Kegelrobben\nVielen Dank.',
    );
    const details = await bot.press(buttonNamed(told, 'Ansehen'), 'personal', {}, asBerta);
    expect(wordsOf(details)).toContain('Ein Modell zählt Kegelrobben');
  });

  it('pressed twice, or repeated with a new id, is published once with the same answer (P4)', async () => {
    const { annas } = await waiting();
    const button = buttonNamed(annas, 'Veröffentlichen');

    const answers = await Promise.all([bot.press(button), bot.press(button), bot.press(button)]);
    const again = await bot.press(button);

    for (const answer of [...answers, again]) {
      expect(wordsOf(answer)).toBe('Veröffentlicht.\nDrohnen zählen Kegelrobben');
    }
    expect(await bot.app.deps.useCases.historyOf(useCaseId('s1'))).toHaveLength(1);
  });

  it('of two organisers at the same moment one decides, and the other is told what they did', async () => {
    const { annas, carlas } = await waiting();
    const form = await bot.press(buttonNamed(carlas, 'Zurückgeben'), 'personal', {}, asCarla);

    const [one, other] = await Promise.all([
      bot.press(buttonNamed(annas, 'Veröffentlichen')),
      bot.press(buttonNamed(form, 'Zurückgeben'), 'personal', { remark: 'Gibt es schon.' }, asCarla),
    ]);

    const words = [wordsOf(one), wordsOf(other)];
    const isPublished = (await stateOf())?.kind === 'published';
    expect(words.map((said) => said.split('\n')[0])).toEqual(
      isPublished
        ? ['Veröffentlicht.', 'Das hat inzwischen jemand aus dem Organisationsteam veröffentlicht.']
        : ['Das hat inzwischen jemand aus dem Organisationsteam zurückgegeben.', 'Zurückgegeben.'],
    );
    expect((await bot.app.deps.useCases.find(useCaseId('s1'))) !== undefined).toBe(isPublished);
  });
});

describe('a change that a member hands in', () => {
  const known = aUseCase({ id: useCaseId('u1'), adopters: [adopterAt(menden, 'pilot')], product: 'Alt' });
  const change = {
    origin: { kind: 'change', useCaseId: known.id },
    content: contentOf({ ...known, product: 'Neu', category: 'impactful' }),
    changed: ['product', 'category'],
    typed: { title: known.title, summary: known.summary, product: 'Neu', category: 'impactful' },
  } as const;
  const changeSummary = 'Zur Freigabe: Chatbot im Bürgerservice';

  it('is shown field by field with what stood there, and published it is in the history', async () => {
    bot = await startReviewing();
    await bot.app.deps.useCases.add(known);
    await handedIn(bot, change);
    await delivered(bot, changeSummary, 2);
    const [card] = postedTo(bot, annasChat, changeSummary);

    await bot.press(buttonNamed(card, 'Veröffentlichen'));
    const history = await bot.press(pressed('upkeep.history', { useCaseId: 'u1' }));

    expect(wordsOf(card)).toContain('Zur Freigabe: eine Änderung');
    expect(wordsOf(card)).toContain('Produkt: Alt → Neu');
    expect(wordsOf(card)).toContain('Kategorie: sonstige → ');
    expect(wordsOf(card)).not.toContain('Kurzbeschreibung');
    expect(wordsOf(history)).toContain(
      'Geändert\nProdukt: Alt → Neu\nKategorie: sonstige → spürbare Wirkung\n',
    );
    expect(wordsOf(history)).toContain(
      'spürbare Wirkung\n22. November 2026 um 10:00 Uhr · Menden (Sauerland)',
    );
    expect(wordsOf(history)).not.toContain('Berta');
  });

  it('cannot be published any more when the use case was archived meanwhile, and that is said', async () => {
    bot = await startReviewing();
    await bot.app.deps.useCases.add(known);
    await handedIn(bot, change);
    await delivered(bot, changeSummary, 2);
    const [card] = postedTo(bot, annasChat, changeSummary);
    await bot.press(pressed('upkeep.archive', { useCaseId: 'u1', reason: 'Abgelöst.' }));

    const answer = await bot.press(buttonNamed(card, 'Veröffentlichen'));

    expect(wordsOf(answer)).toContain('Der Anwendungsfall, um den es geht, ist archiviert.');
    expect(buttonsOf(answer).map(({ title }) => title)).toEqual([
      'Nachfragen',
      'Zurückgeben',
      'Alle Freigaben',
    ]);
    expect(await stateOf()).toEqual({ kind: 'waiting' });
  });
});

it('a store that fails between publication and its state is completed by itself, once', async () => {
  const store = createMemoryStore(new FakeClock(Date.UTC(2026, 10, 22, 9)));
  let writesUntilFailure = Infinity;
  bot = await startReviewing({
    store: {
      ...store,
      async transact(collection, partition, operations) {
        if (collection.name === 'submissions' && --writesUntilFailure === 0) {
          throw new StoreUnavailableError('busy', 'none');
        }
        return store.transact(collection, partition, operations);
      },
    },
  });
  await handedIn(bot);
  await delivered(bot, summary, 2);
  await finished(bot);
  const [card] = postedTo(bot, annasChat, summary);
  // The decision is written, then the use case, and then its state is not.
  writesUntilFailure = 2;

  const answer = await bot.press(buttonNamed(card, 'Veröffentlichen'));
  await delivered(bot, 'Veröffentlicht: Drohnen zählen Kegelrobben', 1);
  await finished(bot);
  const again = await bot.press(buttonNamed(card, 'Veröffentlichen'));

  expect(JSON.stringify(answer)).toContain('Ich kann gerade nichts speichern');
  expect(wordsOf(again)).toMatch(/^Veröffentlicht\./);
  expect(await stateOf()).toMatchObject({ kind: 'published', version: 1 });
  expect(await bot.app.deps.useCases.historyOf(useCaseId('s1'))).toHaveLength(1);
  expect(postedTo(bot, bertasChat.id, 'Veröffentlicht: Drohnen zählen Kegelrobben')).toHaveLength(1);
});
