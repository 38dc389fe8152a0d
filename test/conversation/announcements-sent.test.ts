import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { carla, delivered, listed, startCommunity } from '../support/announcements.ts';
import { anna, buttonNamed, buttonsOf, cardOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import {
  annas,
  reportOf,
  sent,
  sentTenant,
  storeSent,
  to,
  untilFinished,
} from '../support/sent-announcement.ts';
import { valueOf } from '../support/user-group-cards.ts';
import { asBerta, berta, dialog, pressed } from '../support/user-groups.ts';

let bot: TestBot;

beforeEach(async () => {
  bot = await startCommunity();
});

afterEach(async () => {
  await bot.stop();
});

const titlesOf = (card: unknown) => buttonsOf(card).map(({ title }) => title);

describe('an organiser, after sending', () => {
  it('sees how it ended, and what can be done', async () => {
    const { report } = await sent(bot);

    expect(wordsOf(report)).toBe(
      [
        'Abgeschlossen: alle 3 zugestellt.',
        'Einladung zum Treffen',
        'Gesendet am 22. November 2026 um 10:00 Uhr',
        '3',
        'zugestellt',
        'Mit „Gelesen“ bestätigt hat noch niemand.',
      ].join('\n'),
    );
    expect(titlesOf(report)).toEqual([
      'Korrigieren',
      'Zurückziehen',
      'Je Kommune',
      'Als Vorlage',
      'Aktualisieren',
      'Alle Ankündigungen',
    ]);
  });

  it('finds the report in the list', async () => {
    await sent(bot);

    const list = await listed(bot);
    const report = await bot.press(buttonNamed(list, 'Details zu Einladung zum Treffen'));

    expect(wordsOf(report)).toMatch(/^Abgeschlossen: alle 3 zugestellt\./);
  });

  it('corrects it, and every posted message shows the new words', async () => {
    const { id, report } = await sent(bot);
    const form = await bot.press(buttonNamed(report, 'Korrigieren'));

    const corrected = await bot.press(buttonNamed(form, 'Korrigieren'), 'personal', {
      title: 'Einladung zum Treffen',
      text: 'Wir treffen uns erst am Freitag.',
    });
    await untilFinished(bot, id);
    const after = await reportOf(bot, id);

    expect(wordsOf(form)).toContain('An wen sie geht, lässt sich nicht mehr ändern.');
    expect(JSON.stringify(form)).toContain(
      '"value":"Wir treffen uns am Donnerstag.\\nBitte melden Sie sich an."',
    );
    expect(wordsOf(corrected)).toContain('Korrigiert. Alle Nachrichten zeigen gleich die neue Fassung.');
    expect(wordsOf(after)).toContain('Korrektur: alle 3 angezeigt.');
    const updates = bot.connector.calls.filter(
      ({ method, activity }) => method === 'PUT' && wordsOf(cardOf(activity)).includes('erst am Freitag'),
    );
    expect(new Set(updates.map(({ conversationId: place }) => place)).size).toBe(3);
  });

  it('withdraws it after a question, and can do nothing more with it', async () => {
    const { id, report } = await sent(bot);
    const question = await bot.press(buttonNamed(report, 'Zurückziehen'));

    const withdrawn = await bot.press(buttonNamed(question, 'Ja, zurückziehen'));
    await untilFinished(bot, id);
    const after = await reportOf(bot, id);
    const correction = await bot.press(buttonNamed(report, 'Korrigieren'));

    expect(wordsOf(question)).toContain('Das lässt sich nicht rückgängig machen.');
    expect(wordsOf(withdrawn)).toContain('Was zugestellt ist, wird ersetzt.');
    expect(wordsOf(after)).toMatch(/^Zurückgezogen\.\n/);
    expect(wordsOf(after)).toContain('Alle sehen, dass sie zurückgezogen wurde.');
    expect(titlesOf(after)).not.toContain('Korrigieren');
    expect(valueOf(correction)).toBe(
      'Diese Ankündigung wurde zurückgezogen. Ändern lässt sie sich nicht mehr.',
    );
  });

  it('cancels what is not sent yet', async () => {
    await waiting();

    const cancelled = await bot.press(pressed('announcement.cancel', { announcementId: 'a1' }));
    await untilFinished(bot, 'a1');
    const after = await reportOf(bot, 'a1');

    expect(wordsOf(cancelled)).toMatch(/^Wird abgebrochen …/);
    expect(wordsOf(after)).toMatch(/^Abgebrochen: 1 von 2 zugestellt\./);
    expect(wordsOf(after)).toContain('1 nicht mehr gesendet, weil abgebrochen wurde');
    expect(titlesOf(after)).not.toContain('Abbrechen');
  });

  it('sends the unclear ones again, as a repetition', async () => {
    await storeSent(bot.app.deps, annas(bot), {
      deliveries: [to(berta.aadObjectId, { state: { kind: 'unclear', epoch: 1, since: 1 } })],
    });
    const report = await reportOf(bot, 'a1');

    const repeated = await bot.press(buttonNamed(report, 'Erneut senden (als Wiederholung)'));
    const [message] = await delivered(bot, 'Ankündigung: Einladung', 1);

    expect(wordsOf(report)).toContain('bekommen manche von ihnen die Ankündigung zweimal');
    expect(wordsOf(repeated)).toContain('Wird als Wiederholung gesendet.');
    expect(wordsOf(cardOf(message))).toContain('Erneut gesendet');
  });

  it('sees the recipients per commune, with a link to the file', async () => {
    const { report } = await sent(bot);

    const card = await bot.press(buttonNamed(report, 'Je Kommune'));

    expect(wordsOf(card)).toContain('Ohne Kommune\n3 von 3 Empfängern zugestellt · 0 gelesen');
    expect(buttonNamed(card, 'CSV herunterladen').url).toMatch(
      /^http:\/\/127\.0\.0\.1:\d*\/?files\/announcements\/.+\.csv\?key=[0-9a-z-]{36}$/,
    );
  });

  it('keeps it as a template, once, uses and removes it', async () => {
    const { report } = await sent(bot);

    const kept = await bot.press(buttonNamed(report, 'Als Vorlage'));
    await bot.press(buttonNamed(report, 'Als Vorlage'));
    const list = await bot.press(pressed('announcement.listTemplates'));
    const templateId = String(JSON.stringify(list).match(/"value":"([^"]+)"/)?.[1]);
    const form = await bot.press(buttonNamed(list, 'Verwenden'), 'personal', { templateId });
    const removed = await bot.press(buttonNamed(list, 'Entfernen'), 'personal', { templateId });

    expect(valueOf(kept)).toContain('Als Vorlage behalten: „Einladung zum Treffen“.');
    expect(wordsOf(list)).toContain('Es gibt eine Vorlage.');
    expect(JSON.stringify(form)).toContain('"value":"Einladung zum Treffen"');
    expect(wordsOf(removed)).toMatch(/^„Einladung zum Treffen“ ist entfernt\.\nEs gibt noch keine Vorlage\./);
  });

  it('is answered where others read along with a sentence alone', async () => {
    const { id } = await sent(bot);

    const answer = await bot.press(pressed('announcement.report', { announcementId: id }), 'group');

    expect(valueOf(answer)).toContain('Das zeige ich nur im Einzelchat');
  });

  it('is answered in a dialog as in the 1:1 chat', async () => {
    const { id } = await sent(bot);

    const { answer } = await dialog(
      bot,
      'task/submit',
      { verb: 'announcement.report', announcementId: id },
      'group',
    );

    expect(JSON.stringify(answer)).toContain('Abgeschlossen: alle 3 zugestellt.');
  });
});

describe('people who may not', () => {
  const verbs = [
    'report',
    'cancel',
    'repeatUnclear',
    'showCommunes',
    'offerCorrection',
    'askToWithdraw',
    'withdraw',
    'keepTemplate',
  ];

  it.each(verbs)(
    'a member who presses announcement.%s is refused, whatever the card says (fault 40)',
    async (verb) => {
      const { id } = await sent(bot);
      const before = await bot.storedDocuments('announcements', 'broadcasts', 'announcement-templates');

      const forged = { announcementId: id, role: 'organiser', memberId: `${sentTenant}.${anna.aadObjectId}` };
      const answer = await bot.press(pressed(`announcement.${verb}`, forged), 'personal', {}, asBerta);

      expect(valueOf(answer)).toBe('Das kann nur das Organisationsteam.');
      expect(await bot.storedDocuments('announcements', 'broadcasts', 'announcement-templates')).toEqual(
        before,
      );
    },
  );

  it.each([
    ['an id that is none', 'report', { announcementId: '../x' }],
    ['a template that is none', 'removeTemplate', { templateId: 'a/b' }],
    ['no version', 'correct', { announcementId: 'a1', title: 'x', text: 'y' }],
  ])('a card with %s is called outdated (fault 39)', async (_, verb, data) => {
    const answer = await bot.press(pressed(`announcement.${verb}`, data));

    expect(valueOf(answer)).toContain('Diese Karte ist veraltet.');
  });
});

/** One has it, one waits for the end of the night. */
async function waiting(): Promise<void> {
  const until = bot.clock.now() + 1_000_000;
  await storeSent(bot.app.deps, annas(bot), {
    broadcast: { phase: 'sending' },
    deliveries: [
      to(carla.aadObjectId),
      to(berta.aadObjectId, { state: { kind: 'waiting', until, because: 'quiet-hours' } }),
    ],
  });
}
