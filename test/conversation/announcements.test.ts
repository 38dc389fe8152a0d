import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  delivered,
  drafted,
  finished,
  listed,
  startCommunity,
  statesOf,
  storedAnnouncements,
  words,
} from '../support/announcements.ts';
import { buttonNamed, buttonsOf, cardOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { pressed, said } from '../support/user-groups.ts';

let bot: TestBot;

beforeEach(async () => {
  bot = await startCommunity();
});

afterEach(async () => {
  await bot.stop();
});

describe('an organiser in the 1:1 chat', () => {
  it('writes an announcement by the form, sees it as it will look, sends it, and everybody gets it', async () => {
    const form = await said(bot, 'Ankündigung senden');
    const preview = await bot.press(buttonNamed(form, 'Vorschau'), 'personal', {
      ...words,
      link: 'https://www.example.org/einladung',
      acknowledgement: 'true',
    });
    const sent = await bot.press(buttonNamed(preview, 'Jetzt senden'));
    const [first] = await delivered(bot, 'Ankündigung: Einladung zum Treffen', 3);
    await finished(bot);

    expect(wordsOf(form)).toContain('An wen soll es gehen?');
    expect(wordsOf(preview)).toBe(
      [
        'So geht es an drei Personen.',
        'Ankündigung',
        'Einladung zum Treffen',
        'Wir treffen uns am Donnerstag.',
        'Bitte melden Sie sich an.',
        'Link: www.example.org',
        'Darunter steht bei den Empfängern der Knopf „Gelesen“.',
        'An: Alle Mitglieder',
        '3',
        'Personen',
      ].join('\n'),
    );
    expect(buttonsOf(preview).map(({ title }) => title)).toEqual([
      'Link öffnen',
      'Jetzt senden',
      'Ändern',
      'Zeitpunkt wählen',
      'Verwerfen',
      'Als Vorlage behalten',
    ]);
    expect(JSON.stringify(sent)).toContain('AdaptiveCard');
    expect(await storedAnnouncements(bot)).toMatchObject([
      {
        content: {
          title: 'Einladung zum Treffen',
          link: 'https://www.example.org/einladung',
          acknowledgement: true,
        },
        audience: [{ kind: 'all-members' }],
        state: { kind: 'started', at: bot.clock.now() },
        shownIn: { activityId: 'card-1' },
      },
    ]);
    const got = wordsOf(cardOf(first)).split('\n');
    expect(wordsOf(preview)).toContain(got.slice(0, 5).join('\n'));
    expect(got.slice(5)).toEqual(['Bitte bestätigen Sie mit „Gelesen“, dass Sie das gelesen haben.']);
    expect(buttonsOf(cardOf(first)).map(({ title }) => title)).toEqual(['Link öffnen', 'Gelesen']);
  });

  it('gets the same form back with what was typed and the sentences that help', async () => {
    const form = await said(bot, 'Ankündigung senden');

    const refused = await bot.press(buttonNamed(form, 'Vorschau'), 'personal', {
      text: 'Nur der Text',
      link: 'http://example.org',
      audience: 'organisers,district:05962',
      communes: '05962016',
    });

    expect(wordsOf(refused)).toContain('Bitte geben Sie einen Titel an, zum Beispiel');
    expect(wordsOf(refused)).toContain('Bitte eine ganze Adresse, die mit https:// beginnt');
    expect(JSON.stringify(refused)).toContain('"value":"Nur der Text"');
    expect(JSON.stringify(refused)).toContain('"value":"http://example.org"');
    expect(JSON.stringify(refused)).toContain('"value":"organisers,district:05962"');
    expect(JSON.stringify(refused)).toContain('"value":"05962016"');
    expect(await statesOf(bot)).toEqual([]);
  });

  it('sends once when the button is pressed ten times at the same moment (fault 22)', async () => {
    const send = buttonNamed(await drafted(bot), 'Jetzt senden');

    const answers = await Promise.all(Array.from({ length: 10 }, () => bot.press(send)));
    const later = await bot.press(send);

    expect(
      answers.map((answer) => JSON.stringify(answer)).filter((answer) => answer.includes('Card')),
    ).toHaveLength(1);
    expect(later).toMatchObject({
      value: 'Diese Ankündigung wird schon gesendet oder ist gesendet. Sie geht nur einmal hinaus.',
    });
    await finished(bot);
    expect(await delivered(bot, 'Ankündigung: Einladung zum Treffen', 3)).toHaveLength(3);
    expect(await statesOf(bot)).toEqual(['started']);
  });

  it('has one draft of a form that Teams sent twice', async () => {
    await drafted(bot);
    await drafted(bot);

    expect(await statesOf(bot)).toEqual(['draft']);
  });

  it('changes a draft, and does not send what was changed since the preview was drawn', async () => {
    const preview = await drafted(bot);
    const form = await bot.press(buttonNamed(preview, 'Ändern'));
    const changed = await bot.press(buttonNamed(form, 'Vorschau'), 'personal', {
      ...words,
      title: 'Neuer Titel',
    });

    const outdated = await bot.press(buttonNamed(preview, 'Jetzt senden'));

    expect(JSON.stringify(form)).toContain('"value":"Einladung zum Treffen"');
    expect(wordsOf(changed)).toContain('Neuer Titel');
    expect(wordsOf(outdated)).toContain('Die Ankündigung wurde inzwischen geändert.');
    expect(wordsOf(outdated)).toContain('Neuer Titel');
    expect(await statesOf(bot)).toEqual(['draft']);
  });

  it('keeps what was typed when the draft was changed elsewhere meanwhile', async () => {
    const form = await bot.press(buttonNamed(await drafted(bot), 'Ändern'));
    const submit = buttonNamed(form, 'Vorschau');
    await bot.press(submit, 'personal', { ...words, title: 'Der eine' });

    const outdated = await bot.press(submit, 'personal', { ...words, title: 'Der andere' });
    const saved = await bot.press(buttonNamed(outdated, 'Vorschau'), 'personal', {
      ...words,
      title: 'Der andere',
    });

    expect(wordsOf(outdated)).toContain('Inzwischen haben Sie diese Ankündigung an anderer Stelle geändert.');
    expect(JSON.stringify(outdated)).toContain('"value":"Der andere"');
    expect(wordsOf(saved)).toContain('Der andere');
  });

  it('discards a draft, and takes it up again', async () => {
    const preview = await drafted(bot);

    const discarded = await bot.press(buttonNamed(preview, 'Verwerfen'));
    const refused = await bot.press(buttonNamed(preview, 'Jetzt senden'));
    const form = await bot.press(buttonNamed(discarded, 'Wieder aufnehmen'));
    const again = await bot.press(buttonNamed(form, 'Vorschau'), 'personal', words);

    expect(wordsOf(discarded)).toMatch(/^Verworfen\. Gesendet wurde nichts\.\n/);
    expect(wordsOf(refused)).toMatch(/^Verworfen\. /);
    expect(buttonsOf(again).map(({ title }) => title)).toContain('Jetzt senden');
    expect(await statesOf(bot)).toEqual(['draft']);
  });

  it('is told when nobody can be reached, and cannot send', async () => {
    const preview = await drafted(bot, { audience: '', communes: '05962016' });
    const forced = await bot.press(
      pressed('announcement.send', { ...buttonNamed(preview, 'Ändern').data, version: 1 }),
    );

    expect(wordsOf(preview)).toMatch(/^Niemand davon ist erreichbar\.\n/);
    expect(buttonsOf(preview).map(({ title }) => title)).toEqual([
      'Ändern',
      'Verwerfen',
      'Als Vorlage behalten',
    ]);
    expect(wordsOf(forced)).toMatch(/^Niemand davon ist erreichbar\.\n/);
    expect(await statesOf(bot)).toEqual(['draft']);
  });

  it('sees why some cannot be reached', async () => {
    await bot.post({
      type: 'installationUpdate',
      action: 'remove',
      from: { id: '29:berta', aadObjectId: 'bbbbbbbb-0000-4000-8000-000000000002' },
      conversation: { id: 'a:personal-berta', conversationType: 'personal' },
    });
    const preview = await drafted(bot);

    expect(wordsOf(preview)).toContain('So geht es an zwei Personen.');
    expect(wordsOf(preview)).toContain('1\nnicht erreichbar\nNicht erreichbar: 1 hat die App entfernt.');
  });

  it('lists announcements with where each is on its way, and opens them', async () => {
    await drafted(bot, { title: 'Nur ein Entwurf' });
    bot.clock.advance(1000);
    await bot.press(buttonNamed(await drafted(bot), 'Jetzt senden'));

    await finished(bot);
    const list = await listed(bot);
    const draft = await bot.press(buttonNamed(list, 'Details zu Nur ein Entwurf'));

    expect(wordsOf(list)).toMatch(
      /^Zwei Ankündigungen\nEinladung zum Treffen\ngesendet am 22\. November 2026 um 10:00 Uhr\n/,
    );
    expect(wordsOf(list)).toContain('Nur ein Entwurf\nEntwurf');
    expect(wordsOf(list)).toContain('Öffnen Sie eine, um ihren Stand zu sehen');
    expect(buttonsOf(draft).map(({ title }) => title)).toContain('Jetzt senden');
  });
});

describe('a text that is much too long', () => {
  const long = 'Wort '.repeat(5000);

  it('is cut where everybody sees it, and nothing else in the form is lost', async () => {
    const preview = await drafted(bot, { text: long });

    expect(wordsOf(preview)).toContain('Einladung zum Treffen');
    expect(wordsOf(preview)).toMatch(/Wort…$/m);
    expect(await storedAnnouncements(bot)).toMatchObject([{ audience: [{ kind: 'all-members' }] }]);
  });

  it('is given back, cut, with what else was typed when something is missing', async () => {
    const refused = await bot.press(pressed('announcement.draft', { ...words, title: '', text: long }));

    expect(wordsOf(refused)).toContain('Bitte geben Sie einen Titel an');
    expect(JSON.stringify(refused)).toContain('Wort…"');
  });

  it('is cut in the form of a user group, too', async () => {
    const created = await bot.press(
      pressed('userGroup.create', { kind: 'user-group', name: 'Telefonie', description: long }),
    );

    expect(wordsOf(created)).toContain('Telefonie');
    expect(wordsOf(created)).toMatch(/Wort…$/m);
  });
});
