import { afterEach, describe, expect, it } from 'vitest';
import {
  asCarla,
  delivered,
  drafted,
  finished,
  keyOf,
  listed,
  startCommunity,
  statesOf,
  storedAnnouncements,
  twoOrganisers,
  words,
} from '../support/announcements.ts';
import { buttonNamed, buttonsOf, cardOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { asBerta, bertasChat, pressed } from '../support/user-groups.ts';

let bot: TestBot;

afterEach(async () => {
  await bot.stop();
});

describe('an announcement to more people than one organiser may write to', () => {
  const start = async () => {
    bot = await startCommunity({ ...twoOrganisers, CONFIRM_ABOVE: '2' });
    const preview = await drafted(bot);
    return { preview, awaiting: await bot.press(buttonNamed(preview, 'Bestätigen lassen')) };
  };
  const confirmationOf = async () => {
    const row = buttonNamed(await listed(bot, asCarla), 'Details zu Einladung zum Treffen');
    return bot.press(row, 'personal', {}, asCarla);
  };

  it('waits for another organiser, and everybody there is asked once', async () => {
    const { preview, awaiting } = await start();
    await bot.press(buttonNamed(preview, 'Bestätigen lassen'));
    const [question] = await delivered(bot, 'Bitte bestätigen: Einladung zum Treffen', 1);
    await finished(bot);

    expect(wordsOf(preview)).toContain('Bei mehr als 2 Empfängern bestätigt zuerst ein anderes Mitglied');
    expect(wordsOf(awaiting)).toMatch(/^Wartet auf Bestätigung\. Gesendet ist noch nichts\.\n/);
    expect(wordsOf(cardOf(question))).toMatch(/^Bitte bestätigen: Das soll an drei Personen gehen\.\n/);
    expect(await delivered(bot, 'Bitte bestätigen: Einladung zum Treffen', 1)).toHaveLength(1);
    expect(await statesOf(bot)).toEqual(['awaiting-confirmation']);
    expect(await bot.storedDocuments('broadcasts')).toMatchObject([
      {
        id: `confirm.${keyOf(preview)}.1`,
        body: {
          subject: { kind: 'confirmation' },
          audience: [{ kind: 'role', role: 'organiser' }],
          except: ['11111111-0000-4000-8000-000000000000.aaaaaaaa-0000-4000-8000-000000000001'],
        },
      },
    ]);
  });

  it('goes out when the other organiser, who sees all of it, confirms', async () => {
    await start();
    await delivered(bot, 'Bitte bestätigen: Einladung zum Treffen', 1);

    const asked = await confirmationOf();
    const confirmed = await bot.press(buttonNamed(asked, 'Bestätigen und senden'), 'personal', {}, asCarla);
    const again = await bot.press(buttonNamed(asked, 'Bestätigen und senden'), 'personal', {}, asCarla);

    expect(wordsOf(asked)).toMatch(/^Bitte bestätigen: Das soll an drei Personen gehen\.\n/);
    expect(wordsOf(asked)).toContain('Bitte melden Sie sich an.');
    expect(wordsOf(asked)).not.toContain('Anna');
    expect(wordsOf(confirmed)).toMatch(/^Bestätigt\. Wird gesendet\.\n/);
    expect(again).toMatchObject({
      value: 'Diese Ankündigung wird schon gesendet oder ist gesendet. Sie geht nur einmal hinaus.',
    });
    expect(await delivered(bot, 'Ankündigung: Einladung zum Treffen', 3)).toHaveLength(3);
    expect(await storedAnnouncements(bot)).toMatchObject([
      { state: { kind: 'started' }, confirmedBy: expect.stringContaining('cccccccc') },
    ]);
    const isSettled = () => JSON.stringify(bot.connector.updates).includes('Das ist schon bestätigt.');
    await bot.connector.until(isSettled);
  });

  it('is not confirmed by its author', async () => {
    const { preview } = await start();

    const own = await bot.press(
      pressed('announcement.confirm', { announcementId: keyOf(preview), version: 1 }),
    );

    expect(own).toMatchObject({
      value:
        'Das haben Sie selbst geschrieben. Bestätigen muss eine andere Person aus dem Organisationsteam.',
    });
    expect(await statesOf(bot)).toEqual(['awaiting-confirmation']);
  });

  it('is not confirmed by a member, whatever the card says (fault 40)', async () => {
    const { preview } = await start();

    const refused = await bot.press(
      pressed('announcement.confirm', { announcementId: keyOf(preview), version: 1, role: 'organiser' }),
      'personal',
      {},
      asBerta,
    );

    expect(refused).toMatchObject({ value: 'Das kann nur das Organisationsteam.' });
    expect(await statesOf(bot)).toEqual(['awaiting-confirmation']);
  });

  it('is not confirmed in words that the other organiser has not seen', async () => {
    const { awaiting } = await start();
    const asked = await confirmationOf();
    const form = await bot.press(buttonNamed(awaiting, 'Ändern'));
    const changed = await bot.press(buttonNamed(form, 'Vorschau'), 'personal', {
      ...words,
      text: 'Etwas anderes.',
    });
    const meanwhile = await bot.press(buttonNamed(asked, 'Bestätigen und senden'), 'personal', {}, asCarla);
    await bot.press(buttonNamed(changed, 'Bestätigen lassen'));

    const outdated = await bot.press(buttonNamed(asked, 'Bestätigen und senden'), 'personal', {}, asCarla);

    expect(meanwhile).toMatchObject({
      value: expect.stringContaining('Diese Ankündigung gibt es nicht mehr.'),
    });
    expect(wordsOf(outdated)).toMatch(/^Die Ankündigung wurde inzwischen geändert\. /);
    expect(wordsOf(outdated)).toContain('Etwas anderes.');
    expect(await statesOf(bot)).toEqual(['awaiting-confirmation']);
    const broadcasts = await bot.storedDocuments('broadcasts');
    expect(broadcasts.map(({ body }) => body['cancelledAt'] !== undefined)).toEqual([true, false]);
  });

  it('can be discarded by either, and is not confirmed after that', async () => {
    await start();
    const asked = await confirmationOf();

    const discarded = await bot.press(buttonNamed(asked, 'Verwerfen'), 'personal', {}, asCarla);
    const late = await bot.press(buttonNamed(asked, 'Bestätigen und senden'), 'personal', {}, asCarla);

    expect(wordsOf(discarded)).toBe('Verworfen. Gesendet wurde nichts.');
    expect(wordsOf(late)).toMatch(/^Verworfen\. Gesendet wurde nichts\.\n/);
    expect(await statesOf(bot)).toEqual(['discarded']);
  });

  it('waits, too, when more people have come since the preview was drawn', async () => {
    bot = await startCommunity({ ...twoOrganisers, CONFIRM_ABOVE: '3' });
    const preview = await drafted(bot);
    const dora = { id: '29:dora', name: 'Dora', aadObjectId: 'dddddddd-0000-4000-8000-000000000004' };
    bot.connector.members.set(dora.id, { ...dora, tenantId: bertasChat.tenantId, userRole: 'user' });
    await bot.say('Hallo', 'personal', {
      from: dora,
      conversation: { ...bertasChat, id: 'a:personal-dora' },
    });

    const answer = await bot.press(buttonNamed(preview, 'Jetzt senden'));

    expect(wordsOf(answer)).toMatch(/^Wartet auf Bestätigung\. /);
    expect(await statesOf(bot)).toEqual(['awaiting-confirmation']);
  });
});

describe('where one organiser is alone', () => {
  it('the number of recipients is typed, and a wrong one is explained', async () => {
    bot = await startCommunity({ CONFIRM_ABOVE: '2' });
    const preview = await drafted(bot);
    const send = buttonNamed(preview, 'Jetzt senden');

    const missing = await bot.press(send, 'personal', { count: ' ' });
    const wrong = await bot.press(send, 'personal', { count: '4' });
    const before = await statesOf(bot);
    const sent = await bot.press(send, 'personal', { count: '3' });

    expect(wordsOf(preview)).toContain('An wie viele Empfänger geht es?');
    expect(wordsOf(missing)).toContain('Bitte geben Sie die Zahl der Empfänger ein, hier 3.');
    expect(wordsOf(wrong)).toContain('Das ist nicht die Zahl der Empfänger. Es sind jetzt 3.');
    expect(before).toEqual(['draft']);
    expect(JSON.stringify(sent)).toContain('AdaptiveCard');
    expect(await delivered(bot, 'Ankündigung: Einladung zum Treffen', 3)).toHaveLength(3);
  });

  it('is typed for a later time as well', async () => {
    bot = await startCommunity({ CONFIRM_ABOVE: '2' });
    const offered = await bot.press(buttonNamed(await drafted(bot), 'Zeitpunkt wählen'));
    const save = buttonNamed(offered, 'Einplanen');
    const time = { date: '2026-12-03', time: '09:30' };

    const missing = await bot.press(save, 'personal', time);
    const planned = await bot.press(save, 'personal', { ...time, count: '3' });

    expect(wordsOf(missing)).toContain('Bitte geben Sie die Zahl der Empfänger ein, hier 3.');
    expect(JSON.stringify(missing)).toContain('"value":"2026-12-03"');
    expect(wordsOf(planned)).toMatch(/^Geplant für Donnerstag, 3\. Dezember 2026 um 09:30 Uhr\.\n/);
  });
});

describe('sending at a time', () => {
  it('is planned for what clocks in Germany show, and can be changed and called off', async () => {
    bot = await startCommunity();
    const preview = await drafted(bot);
    const offered = await bot.press(buttonNamed(preview, 'Zeitpunkt wählen'));
    const planned = await bot.press(buttonNamed(offered, 'Einplanen'), 'personal', {
      date: '2026-12-03',
      time: '09:30',
    });
    const offeredAgain = await bot.press(buttonNamed(planned, 'Zeitpunkt ändern'));
    const changed = await bot.press(buttonNamed(offeredAgain, 'Einplanen'), 'personal', {
      date: '2027-07-01',
      time: '08:00',
    });
    const stored = await storedAnnouncements(bot);
    const discarded = await bot.press(buttonNamed(changed, 'Verwerfen'));

    expect(wordsOf(planned)).toMatch(/^Geplant für Donnerstag, 3\. Dezember 2026 um 09:30 Uhr\.\n/);
    expect(JSON.stringify(offeredAgain)).toContain('"value":"09:30"');
    expect(wordsOf(changed)).toMatch(/^Geplant für Donnerstag, 1\. Juli 2027 um 08:00 Uhr\.\n/);
    expect(stored).toMatchObject([{ state: { kind: 'scheduled', sendAt: Date.UTC(2027, 6, 1, 6) } }]);
    expect(wordsOf(discarded)).toMatch(/^Verworfen\. Gesendet wurde nichts\.\n/);
  });

  it.each([
    [{}, 'Bitte wählen Sie einen Tag, zum Beispiel den 3. Dezember 2026.'],
    [{ date: '2026-12-03' }, 'Bitte geben Sie eine Uhrzeit an, zum Beispiel 09:30.'],
    [{ date: '2027-02-31', time: '09:30' }, 'Diesen Tag gibt es nicht.'],
    [{ date: '31.02.', time: '09:30' }, 'Diesen Tag gibt es nicht.'],
    [{ date: '2026-12-03', time: '25:00' }, 'Diese Uhrzeit gibt es nicht.'],
    [{ date: '2026-12-03', time: 'morgen halb drei' }, 'Diese Uhrzeit gibt es nicht.'],
    [{ date: '2027-03-28', time: '02:30' }, 'Diese Uhrzeit gibt es an dem Tag nicht'],
    [{ date: '2026-11-22', time: '09:59' }, 'Dieser Zeitpunkt ist schon vorbei.'],
    [{ date: '2028-01-01', time: '09:30' }, 'Das ist mehr als ein Jahr hin.'],
  ])('is explained when it says %j, and the draft is kept (fault 32)', async (typed, sentence) => {
    bot = await startCommunity();
    const offered = await bot.press(buttonNamed(await drafted(bot), 'Zeitpunkt wählen'));

    const answer = await bot.press(buttonNamed(offered, 'Einplanen'), 'personal', typed);

    expect(wordsOf(answer)).toContain(sentence);
    expect(buttonsOf(answer).map(({ title }) => title)).toEqual(['Einplanen', 'Zurück']);
    expect(await statesOf(bot)).toEqual(['draft']);
  });
});
