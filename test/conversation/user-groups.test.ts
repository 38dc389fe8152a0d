import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buttonNamed, buttonsOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { asBerta, berta, created, form, pressed, said, startWithOrganiser } from '../support/user-groups.ts';

let bot: TestBot;

beforeEach(async () => {
  bot = await startWithOrganiser();
});

afterEach(async () => {
  await bot.stop();
});

describe('an organiser in the 1:1 chat', () => {
  it('creates a user group by the form and sees it', async () => {
    const card = await said(bot, 'User Group anlegen');
    const result = await bot.press(buttonNamed(card, 'Anlegen'), 'personal', form);

    expect(wordsOf(card)).toContain('Wie soll sie heißen?');
    expect(wordsOf(result).split('\n').slice(0, 4)).toEqual([
      'Angelegt. Mitglieder können jetzt beitreten.',
      'Telefonie',
      'User Group · Sie sind dabei seit 22. November 2026 · Sie organisieren mit',
      'Wer Anrufe mit KI annimmt.',
    ]);
    expect(wordsOf(result)).toContain('Ansprechperson: telefonie@example.org');
  });

  it('gets the form of a working group, chosen already, when that is what was said', async () => {
    const card = await said(bot, 'Bitte eine neue Arbeitsgruppe anlegen');

    expect(card).toMatchObject({ fallbackText: 'Arbeitsgruppe anlegen' });
    expect(JSON.stringify(card)).toContain('"value":"working-group"');
  });

  it('gets the same form back with what was typed and the sentence that helps', async () => {
    await created(bot);
    const card = await said(bot, 'User Group anlegen');
    const submit = buttonNamed(card, 'Anlegen');

    const missing = await bot.press(submit, 'personal', {
      kind: 'working-group',
      description: 'Wofür auch immer',
    });
    const taken = await bot.press(submit, 'personal', {
      ...form,
      name: 'TELE FONIE',
      description: 'Etwas anderes',
    });

    expect(wordsOf(missing)).toContain('Bitte geben Sie einen Namen an, zum Beispiel „Telefonie“.');
    expect(wordsOf(missing)).toContain('Wofür auch immer');
    expect(wordsOf(taken)).toContain('So heißt schon eine Gruppe. Bitte wählen Sie einen anderen Namen.');
    expect(JSON.stringify(taken)).toContain('"value":"TELE FONIE"');
    expect(JSON.stringify(taken)).toContain('"value":"Etwas anderes"');
  });

  it('changes a group, and sees what somebody else has written meanwhile before overwriting it', async () => {
    const userGroupId = await created(bot);
    const offered = await bot.press(pressed('userGroup.offerChange', { userGroupId }));
    const save = buttonNamed(offered, 'Speichern');
    await bot.press(save, 'personal', { ...form, description: 'Von der einen' });

    const outdated = await bot.press(save, 'personal', { ...form, description: 'Von der anderen' });
    const saved = await bot.press(buttonNamed(outdated, 'Speichern'), 'personal', {
      ...form,
      description: 'Von der anderen',
    });

    expect(wordsOf(outdated)).toContain('Inzwischen hat jemand anderes die Gruppe geändert.');
    expect(wordsOf(outdated)).toContain('Von der einen');
    expect(wordsOf(saved)).toMatch(/^Gespeichert\.\nTelefonie\n.*\nVon der anderen/);
  });

  it('archives a group after a confirmation that says what it means', async () => {
    const userGroupId = await created(bot);
    const group = await bot.press(pressed('userGroup.show', { userGroupId }));

    const question = await bot.press(buttonNamed(group, 'Archivieren'));
    const kept = await bot.press(buttonNamed(question, 'Abbrechen'));
    const archived = await bot.press(buttonNamed(question, 'Ja, archivieren'));

    expect(wordsOf(question)).toContain('Die Mitgliedschaft von einem Mitglied endet');
    expect(wordsOf(kept)).toContain('Telefonie');
    expect(wordsOf(archived)).toBe('„Telefonie“ ist archiviert.');
    expect(wordsOf(await said(bot, 'User Groups'))).toContain('Es gibt noch keine User Group.');
  });

  it('stops organising and begins again', async () => {
    const userGroupId = await created(bot);
    const group = await bot.press(pressed('userGroup.show', { userGroupId }));

    const stopped = await bot.press(buttonNamed(group, 'Nicht mehr organisieren'));
    const again = await bot.press(buttonNamed(stopped, 'Mitorganisieren'));

    expect(wordsOf(stopped)).toMatch(/^Sie organisieren nicht mehr mit\.\n/);
    expect(wordsOf(again)).toMatch(/^Sie organisieren jetzt mit\.\n/);
  });

  it('is told where a channel is set up', async () => {
    const [answer] = await bot.say('Kanal einrichten');

    expect(answer?.text).toBe(
      'Das geht im Kanal oder Gruppenchat selbst: Erwähnen Sie mich dort und schreiben Sie „Kanal einrichten“.',
    );
  });
});

describe('a member in the 1:1 chat', () => {
  it('finds a group, joins it, has it first in the list, and leaves it', async () => {
    await created(bot, { name: 'Akte' });
    await created(bot);
    const list = await said(bot, 'User Groups', 'personal', asBerta);
    const row = buttonNamed(list, 'Details zu Telefonie');

    const group = await bot.press(row, 'personal', {}, asBerta);
    const joined = await bot.press(buttonNamed(group, 'Beitreten'), 'personal', {}, asBerta);
    const own = await said(bot, 'Meine User Groups', 'personal', asBerta);
    const left = await bot.press(buttonNamed(joined, 'Verlassen'), 'personal', {}, asBerta);

    expect(wordsOf(list).split('\n').slice(0, 2)).toEqual(['Es gibt zwei User Groups.', 'Akte']);
    expect(buttonsOf(group).map(({ title }) => title)).toEqual([
      'Beitreten',
      'Themen',
      'Termine',
      'Alle User Groups',
    ]);
    expect(wordsOf(joined)).toMatch(
      /^Sie sind jetzt dabei\.\nTelefonie\nUser Group · Sie sind dabei seit 22\. /,
    );
    expect(wordsOf(joined)).toContain('2\nMitglieder');
    expect(wordsOf(own)).toMatch(
      /^Es gibt zwei User Groups\. In einer davon sind Sie dabei\.\nTelefonie\nUser Group · Sie sind dabei\n/,
    );
    expect(wordsOf(left)).toMatch(/^Sie sind nicht mehr dabei\.\n/);
  });

  it('is told when they were in already (fault 17)', async () => {
    const userGroupId = await created(bot);

    await bot.press(pressed('userGroup.join', { userGroupId }), 'personal', {}, asBerta);
    const again = await bot.press(pressed('userGroup.join', { userGroupId }), 'personal', {}, asBerta);

    expect(wordsOf(again)).toMatch(/^Sie waren schon dabei\.\n/);
  });

  it('turns the pages of a long list', async () => {
    for (const name of ['Eins', 'Zwei', 'Drei', 'Vier', 'Fünf', 'Sechs']) {
      await created(bot, { name });
    }

    const first = await said(bot, 'User Groups', 'personal', asBerta);
    const second = await bot.press(buttonNamed(first, 'Weitere'), 'personal', {}, asBerta);

    expect(wordsOf(first)).toContain('Seite 1 von 2');
    expect(wordsOf(second)).toContain('Zwei');
    expect(buttonsOf(second).map(({ title }) => title)).toEqual(['Details zu Zwei', 'Vorherige']);
  });

  it('may not create one, and is told so', async () => {
    const [answer] = await bot.say('User Group anlegen', 'personal', asBerta);

    expect(answer?.text).toBe('Das kann nur das Organisationsteam.');
  });

  it('sees and erases their memberships', async () => {
    const userGroupId = await created(bot);
    await bot.press(pressed('userGroup.join', { userGroupId }), 'personal', {}, asBerta);

    const data = await said(bot, 'Meine Daten', 'personal', asBerta);
    await bot.press(pressed('myData.erase'), 'personal', {}, asBerta);
    const own = await said(bot, 'User Groups', 'personal', asBerta);

    expect(wordsOf(data)).toContain(
      'User Group: Telefonie\nMitglied seit: 22. November 2026 um 10:00 Uhr\nIm Organisationsteam: nein',
    );
    expect(wordsOf(own)).not.toContain('Sie sind dabei');
    expect(JSON.stringify(await bot.storedDocuments('subscriptions'))).not.toContain(berta.aadObjectId);
  });
});
