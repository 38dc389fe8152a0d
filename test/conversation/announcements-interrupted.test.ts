import { afterEach, describe, expect, it } from 'vitest';
import { StoreUnavailableError } from '../../src/ports/document-store.ts';
import type { DocumentStore } from '../../src/ports/document-store.ts';
import { createMemoryStore } from '../../src/store/adapters/memory.ts';
import {
  asCarla,
  delivered,
  drafted,
  keyOf,
  startCommunity,
  statesOf,
  storedAnnouncements,
  twoOrganisers,
} from '../support/announcements.ts';
import { anna, buttonNamed, buttonsOf, cardOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { reportOf, sent, untilFinished } from '../support/sent-announcement.ts';
import { pressed } from '../support/user-groups.ts';

let bot: TestBot;

afterEach(async () => {
  await bot.stop();
});

/** Nothing can be written to broadcasts for as long as `isAway`. */
async function startUnsteady(environment: Readonly<Record<string, string>> = {}) {
  const clock = new FakeClock(Date.UTC(2026, 10, 22, 9));
  const inner = createMemoryStore(clock);
  const trouble = { isAway: false };
  const store: DocumentStore = {
    ...inner,
    async transact(collection, partition, operations) {
      if (trouble.isAway && collection.name === 'broadcasts') {
        throw new StoreUnavailableError('busy', 'none');
      }
      return inner.transact(collection, partition, operations);
    },
  };
  bot = await startCommunity(environment, { clock, store });
  return trouble;
}

function replacedBy(words: string): number {
  const updates = bot.connector.calls.filter(
    ({ method, activity }) => method === 'PUT' && wordsOf(cardOf(activity)).includes(words),
  );
  return new Set(updates.map(({ conversationId }) => conversationId)).size;
}

describe('while the store fails between two writes', () => {
  it('a withdrawal is not said to be done, and is carried out later by itself', async () => {
    const trouble = await startUnsteady();
    const { id } = await sent(bot);
    trouble.isAway = true;

    const answer = await bot.press(pressed('announcement.withdraw', { announcementId: id }));
    const before = await reportOf(bot, id);
    trouble.isAway = false;
    await bot.connector.until(() => replacedBy('zurückgezogen') === 3);
    await untilFinished(bot, id);
    const after = await reportOf(bot, id);

    expect(JSON.stringify(answer)).toContain('Ich kann gerade nichts speichern');
    expect(wordsOf(before)).toMatch(/^Wird zurückgezogen …\n/);
    expect(wordsOf(before)).not.toContain('Alle sehen');
    expect(wordsOf(after)).toMatch(/^Zurückgezogen\.\n/);
    expect(wordsOf(after)).toContain('Alle sehen, dass sie zurückgezogen wurde.');
  });

  it('a correction is not said to be shown, and is carried out later by itself', async () => {
    const trouble = await startUnsteady();
    const { id } = await sent(bot);
    const typed = { announcementId: id, version: 1, title: 'Neuer Titel', text: 'Neuer Text' };
    trouble.isAway = true;

    await bot.press(pressed('announcement.correct', typed));
    const before = await reportOf(bot, id);
    trouble.isAway = false;
    await bot.connector.until(() => replacedBy('Neuer Text') === 3);
    await untilFinished(bot, id);

    expect(wordsOf(before)).toMatch(/^Wird korrigiert …\n/);
    expect(wordsOf(before)).not.toContain('angezeigt');
    expect(wordsOf(await reportOf(bot, id))).toContain('Korrektur: alle 3 angezeigt.');
  });

  it('the question to the other organisers is not lost', async () => {
    const trouble = await startUnsteady({ ...twoOrganisers, CONFIRM_ABOVE: '2' });
    const preview = await drafted(bot);
    trouble.isAway = true;

    await bot.press(buttonNamed(preview, 'Bestätigen lassen'));
    trouble.isAway = false;
    const questions = await delivered(bot, 'Bitte bestätigen: Einladung zum Treffen', 1);

    expect(await statesOf(bot)).toEqual(['awaiting-confirmation']);
    expect(questions).toHaveLength(1);
  });
});

describe('"Abbrechen" on the card of what was sent a moment ago', () => {
  it('keeps anything from going out, and it can be taken up again', async () => {
    bot = await startCommunity({}, { outbox: { busyMs: 1500 } });
    const preview = await drafted(bot);
    const fresh = await bot.press(buttonNamed(preview, 'Jetzt senden'));

    const cancelled = await bot.press(buttonNamed(fresh, 'Abbrechen'));
    const shown = await bot.press(buttonNamed(cancelled, 'Ansehen'));

    expect(wordsOf(fresh)).toMatch(/^Wird vorbereitet …\n/);
    expect(wordsOf(cancelled)).toMatch(
      /^Verworfen\. Gesendet wurde nichts\.\nAbgebrochen, bevor etwas hinausging\.\n/,
    );
    expect(buttonsOf(shown).map(({ title }) => title)).toContain('Wieder aufnehmen');
    expect(await storedAnnouncements(bot)).toMatchObject([
      { id: keyOf(preview), state: { kind: 'discarded' } },
    ]);
    expect(await bot.storedDocuments('broadcasts')).toEqual([]);
  });
});

describe('"Erneut senden" when nothing is unclear any more', () => {
  it('says so', async () => {
    bot = await startCommunity();
    const { id } = await sent(bot);

    const answer = await bot.press(pressed('announcement.repeatUnclear', { announcementId: id }));

    expect(wordsOf(answer)).toContain('Unklar ist bei niemandem mehr etwas.');
  });
});

describe('where nobody else can be asked to confirm', () => {
  it('the author is told so, and what to do', async () => {
    const stranger = 'eeeeeeee-0000-4000-8000-000000000005';
    bot = await startCommunity({ ORGANISERS: `${anna.aadObjectId},${stranger}`, CONFIRM_ABOVE: '2' });

    const alone = await bot.press(buttonNamed(await drafted(bot), 'Bestätigen lassen'));

    expect(wordsOf(alone)).toContain('Fragen konnte ich noch niemanden');
    expect(wordsOf(alone)).toContain('mir „Ankündigungen“ zu schreiben und dort zu bestätigen');
  });

  it('and where somebody can, how many', async () => {
    bot = await startCommunity({ ...twoOrganisers, CONFIRM_ABOVE: '2' });

    const asked = await bot.press(buttonNamed(await drafted(bot), 'Bestätigen lassen'));
    const seen = await bot.press(
      pressed('announcement.showDraft', { announcementId: keyOf(asked) }),
      'personal',
      {},
      asCarla,
    );

    expect(wordsOf(asked)).toContain('Gefragt ist eine andere Person aus dem Organisationsteam');
    expect(wordsOf(seen)).not.toContain('Gefragt');
  });
});
