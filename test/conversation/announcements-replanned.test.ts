import { afterEach, describe, expect, it } from 'vitest';
import {
  asCarla,
  drafted,
  keyOf,
  startCommunity,
  statesOf,
  storedAnnouncements,
  twoOrganisers,
  words,
} from '../support/announcements.ts';
import { buttonNamed, buttonsOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { pressed } from '../support/user-groups.ts';

let bot: TestBot;
const time = { date: '2026-12-03', time: '09:30' };

afterEach(async () => {
  await bot.stop();
});

async function planned(environment: Readonly<Record<string, string>> = {}) {
  bot = await startCommunity(environment);
  const offered = await bot.press(buttonNamed(await drafted(bot), 'Zeitpunkt wählen'));
  return bot.press(buttonNamed(offered, 'Einplanen'), 'personal', time);
}

describe('changing what is planned', () => {
  const lost =
    'Geplant war Donnerstag, 3. Dezember 2026 um 09:30 Uhr. Mit der Änderung gilt das nicht mehr: Wählen Sie den Zeitpunkt neu, oder senden Sie jetzt.';

  it('says in the form that the time will be lost, and in the preview that it is', async () => {
    const form = await pressOn(await planned(), 'Ändern');
    const changed = await bot.press(buttonNamed(form, 'Vorschau'), 'personal', { ...words, text: 'Neu' });

    expect(wordsOf(form)).toContain(
      'Geplant für Donnerstag, 3. Dezember 2026 um 09:30 Uhr. Wenn Sie etwas ändern, gilt das nicht mehr; Sie wählen den Zeitpunkt dann neu.',
    );
    expect(wordsOf(changed)).toContain(lost);
    expect(await statesOf(bot)).toEqual(['draft']);
  });

  it('offers the same time again, also after a second change', async () => {
    const form = await pressOn(await planned(), 'Ändern');
    const changed = await bot.press(buttonNamed(form, 'Vorschau'), 'personal', { ...words, text: 'Neu' });
    const secondForm = await pressOn(changed, 'Ändern');
    const again = await bot.press(buttonNamed(secondForm, 'Vorschau'), 'personal', {
      ...words,
      text: 'Noch einmal',
    });
    const offered = await pressOn(again, 'Zeitpunkt wählen');
    const saved = await bot.press(buttonNamed(offered, 'Einplanen'), 'personal', time);

    expect(wordsOf(again)).toContain(lost);
    expect(JSON.stringify(offered)).toContain('"value":"2026-12-03"');
    expect(JSON.stringify(offered)).toContain('"value":"09:30"');
    expect(wordsOf(saved)).toMatch(/^Geplant für Donnerstag, 3\. Dezember 2026 um 09:30 Uhr\.\n/);
  });

  it('offers no time that has passed meanwhile', async () => {
    const form = await pressOn(await planned(), 'Ändern');
    const changed = await bot.press(buttonNamed(form, 'Vorschau'), 'personal', { ...words, text: 'Neu' });
    bot.clock.advance(12 * 24 * 60 * 60 * 1000);

    expect(JSON.stringify(await pressOn(changed, 'Zeitpunkt wählen'))).not.toContain('"value":"2026-12-03"');
  });

  it('leaves the time as it is when nothing was changed', async () => {
    const form = await pressOn(await planned(), 'Ändern');
    const same = await bot.press(buttonNamed(form, 'Vorschau'), 'personal', words);

    expect(wordsOf(same)).toMatch(/^Geplant für Donnerstag, 3\. Dezember 2026 um 09:30 Uhr\.\n/);
  });

  it('says, where somebody is asked to confirm it, that they will be asked anew', async () => {
    const form = await pressOn(await planned({ ...twoOrganisers, CONFIRM_ABOVE: '2' }), 'Ändern');

    expect(wordsOf(form)).toContain(
      'Sie wartet auf Bestätigung und ist geplant für Donnerstag, 3. Dezember 2026 um 09:30 Uhr. Wenn Sie etwas ändern, wählen Sie danach den Zeitpunkt neu und lassen noch einmal bestätigen.',
    );
  });
});

describe('choosing a time for what waits for confirmation', () => {
  it('takes the time over, and it goes out then', async () => {
    bot = await startCommunity({ ...twoOrganisers, CONFIRM_ABOVE: '2' });
    const preview = await drafted(bot);
    const announcementId = keyOf(preview);
    const offered = await pressOn(preview, 'Zeitpunkt wählen');
    await pressOn(preview, 'Bestätigen lassen');

    const awaiting = await bot.press(buttonNamed(offered, 'Einplanen'), 'personal', time);
    const confirm = pressed('announcement.confirm', { announcementId, version: 1 });
    const confirmed = await bot.press(confirm, 'personal', {}, asCarla);

    expect(wordsOf(awaiting)).toContain(
      'Nach der Bestätigung geht es hinaus am Donnerstag, 3. Dezember 2026 um 09:30 Uhr.',
    );
    expect(wordsOf(confirmed)).toMatch(
      /^Bestätigt\. Geplant für Donnerstag, 3\. Dezember 2026 um 09:30 Uhr\.\n/,
    );
    expect(await storedAnnouncements(bot)).toMatchObject([
      { state: { kind: 'scheduled', sendAt: Date.UTC(2026, 11, 3, 8, 30) } },
    ]);
  });

  it('is offered on its card, with the time that holds now', async () => {
    const awaiting = await planned({ ...twoOrganisers, CONFIRM_ABOVE: '2' });

    const offered = await pressOn(awaiting, 'Zeitpunkt ändern');
    const later = await bot.press(buttonNamed(offered, 'Einplanen'), 'personal', { ...time, time: '11:00' });

    expect(JSON.stringify(offered)).toContain('"value":"09:30"');
    expect(wordsOf(later)).toContain('hinaus am Donnerstag, 3. Dezember 2026 um 11:00 Uhr.');
    expect(buttonsOf(later).map(({ title }) => title)).toEqual([
      'Ändern',
      'Zeitpunkt ändern',
      'Verwerfen',
      'Alle Ankündigungen',
    ]);
  });

  it('stays when the button that asks for confirmation is pressed again', async () => {
    bot = await startCommunity({ ...twoOrganisers, CONFIRM_ABOVE: '2' });
    const preview = await drafted(bot);
    const offered = await pressOn(preview, 'Zeitpunkt wählen');
    await bot.press(buttonNamed(offered, 'Einplanen'), 'personal', time);

    const again = await pressOn(preview, 'Bestätigen lassen');

    expect(wordsOf(again)).toContain('hinaus am Donnerstag, 3. Dezember 2026 um 09:30 Uhr.');
  });
});

async function pressOn(card: unknown, title: string) {
  return bot.press(buttonNamed(card, title));
}
