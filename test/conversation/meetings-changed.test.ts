import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayMs, hourMs } from '../../src/domain/instant.ts';
import type { Meeting } from '../../src/domain/meetings/meeting.ts';
import { carryOutMeeting } from '../../src/features/meetings/carry-out-meeting.ts';
import { asCarla, carlasChat, finished } from '../support/announcements.ts';
import { buttonNamed, buttonsOf, cardOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { startAsking } from '../support/inquiries.ts';
import { cancelled, changed, channelOf, updatedIn } from '../support/meeting-announced.ts';
import { answers, thursdayAtTen, toldTo } from '../support/meeting-news.ts';
import { publishedMeeting } from '../support/meetings.ts';
import { deliveryStates } from '../support/topic-news.ts';
import { asBerta, bertasChat, pressed } from '../support/user-groups.ts';

const endsAt = thursdayAtTen + 2 * hourMs;
const news = /^(Verlegt|Geändert): /;
const annasChat = { id: 'a:personal-anna' };
const patience = { timeout: 20_000 };

let bot: TestBot;
let meeting: Meeting;

/** Everybody is invited, in the channel and on their own; Berta comes, Carla does not. */
beforeEach(async () => {
  bot = await startAsking();
  const channels = [await channelOf(bot)];
  meeting = await publishedMeeting(bot, {
    startsAt: thursdayAtTen,
    endsAt,
    respondBy: '2026-11-27',
    invited: { people: 'everybody', channels },
  });
  await finished(bot);
  await answers(bot, meeting, asBerta, 'accepted');
  await answers(bot, meeting, asCarla, 'declined');
});

afterEach(async () => {
  await bot.stop();
});

const toBerta = () => toldTo(bot, bertasChat, news);
const toCarla = () => toldTo(bot, carlasChat, news);
const moved = { startsAt: thursdayAtTen + 7 * dayMs, endsAt: endsAt + 7 * dayMs };

describe('a meeting that is changed', () => {
  it('is told once to those who come, with what was and what is, and every posted card shows it', async () => {
    await answers(bot, meeting, {}, 'tentative');
    await changed(bot, meeting, {
      ...moved,
      place: { address: 'Kreishaus Olpe' },
      respondBy: '2026-12-01',
    });
    await carryOutMeeting(bot.app.deps, meeting.id);
    await bot.connector.until(() => toBerta().length > 0);
    await finished(bot);

    const [message, ...more] = toBerta();
    expect(more).toEqual([]);
    expect(message?.summary).toBe('Verlegt: KI-Telefonservice, Do., 10.12.2026, 10:00 Uhr');
    expect(wordsOf(cardOf(message))).toMatch(
      new RegExp(
        [
          '^Das Treffen „KI-Telefonservice“ wurde verlegt\\.',
          'Zeit',
          'Bisher: Donnerstag, 3\\. Dezember 2026, 10:00 bis 12:00 Uhr',
          'Neu: Donnerstag, 10\\. Dezember 2026, 10:00 bis 12:00 Uhr',
          'Ort',
          'Bisher: Rathaus Musterstadt',
          'Neu: Kreishaus Olpe',
          'Antwort bis',
          'Bisher: Freitag, 27\\. November 2026',
          'Neu: Dienstag, 1\\. Dezember 2026',
          'So ist es jetzt:\n',
        ].join('\n'),
      ),
    );
    // Whoever declined, or made the change, is told nothing; the shared card and the invitations follow.
    expect(toCarla()).toEqual([]);
    expect(toldTo(bot, annasChat, news)).toEqual([]);
    for (const where of ['channels', 'chats'] as const) {
      expect(wordsOf(updatedIn(bot, where))).toContain(
        'Donnerstag, 10. Dezember 2026, 10:00 bis 12:00 Uhr\nKreishaus Olpe',
      );
    }
  });

  it('can be answered anew on the news', async () => {
    await changed(bot, meeting, moved);
    await bot.connector.until(() => toBerta().length > 0);
    const card = cardOf(toBerta()[0]);

    const answer = await bot.press(buttonNamed(card, 'Vielleicht'), 'personal', {}, asBerta);

    expect(buttonsOf(card).map(({ title }) => title)).toEqual([
      'Vielleicht',
      'Absagen',
      'In Kalender',
      'Ansehen',
    ]);
    expect(JSON.stringify(answer)).toContain('AdaptiveCard');
    expect((await bot.app.deps.meetings.find(meeting.id))?.seats).toMatchObject({
      accepted: 0,
      tentative: 1,
    });
  });

  it('has moved for nobody when its title or its end alone is another one', async () => {
    await changed(bot, meeting, { title: 'KI am Telefon', endsAt: endsAt + hourMs });
    await bot.connector.until(() => toBerta().length > 0);

    expect(toBerta()[0]?.summary).toBe('Geändert: KI am Telefon, Do., 3.12.2026, 10:00 Uhr');
    expect(wordsOf(cardOf(toBerta()[0]))).toMatch(
      /^Das Treffen „KI-Telefonservice“ wurde geändert\.\nTitel\nBisher: KI-Telefonservice\nNeu: KI am Telefon\nZeit\n[^]*10:00 bis 12:00 Uhr\n[^]*10:00 bis 13:00 Uhr\n/,
    );
  });

  it('tells a new link without showing it, and opens it for those who come', async () => {
    const link = 'https://teams.example.org/neu';
    await changed(bot, meeting, { place: { address: 'Rathaus', link: 'https://teams.example.org/alt' } });
    await bot.connector.until(() => toBerta().length === 1);
    await changed(bot, meeting, { place: { address: 'Rathaus', link } });
    await bot.connector.until(() => toBerta().length === 2);

    const card = cardOf(toBerta()[1]);
    expect(wordsOf(card)).toContain('wurde geändert.\nDer Link zur Online-Teilnahme ist neu.\n');
    expect(wordsOf(card)).not.toContain('/neu');
    expect(buttonNamed(card, 'Online teilnehmen').url).toBe(link);
  });

  it('is shown on the own card of whoever answered in a channel without an invitation', async () => {
    const invited = { people: 'nobody', channels: [await channelOf(bot)] } as const;
    const other = await publishedMeeting(bot, {
      title: 'KI im Bauhof',
      startsAt: thursdayAtTen,
      endsAt,
      invited,
    });
    await bot.press(
      pressed('meeting.respond', { meetingId: other.id, answer: 'accepted' }),
      'channel',
      {},
      { from: asBerta.from },
    );
    await bot.connector.until(() => toldTo(bot, bertasChat, /KI im Bauhof/).length === 1);
    await finished(bot);

    await changed(bot, other, { place: { address: 'Kreishaus Olpe' } });
    await finished(bot);

    const own = updatedIn(bot, 'chats')
      .map(wordsOf)
      .filter((words) => words.includes('KI im Bauhof'));
    expect(own.at(-1)).toContain('Kreishaus Olpe');
    expect(own.at(-1)).toContain('Sie sind dabei.');
  });

  it('is told to nobody for what they need not know', async () => {
    await changed(bot, meeting, { capacity: 40, description: 'Mehr dazu.' });
    await finished(bot);

    expect(toBerta()).toEqual([]);
    expect(wordsOf(updatedIn(bot, 'channels'))).toContain('von 40');
  });
});

describe('changes that follow each other', () => {
  it('are told each with its own, and with how it is in the end', async () => {
    await bot.press(pressed('subscription.choose', { quietHours: '18-8-weekend' }), 'personal', {}, asBerta);
    await changed(bot, meeting, moved);
    await changed(bot, meeting, { ...moved, place: { address: 'Kreishaus Olpe' } });
    await expect.poll(() => deliveryStates(bot), patience).toContain('waiting');

    bot.clock.advance(22 * hourMs);
    await bot.connector.until(() => toBerta().length === 2);

    const words = toBerta().map((message) => wordsOf(cardOf(message)));
    const first = words.find((one) => one.includes('Zeit\n'));
    const second = words.find((one) => one.includes('Ort\n'));
    expect(first).toContain('Danach wurde noch etwas geändert. So ist es jetzt:');
    expect(second).toContain('\nSo ist es jetzt:');
    for (const one of [first, second]) {
      expect(one).toMatch(/jetzt:\n[^]*Donnerstag, 10\. Dezember 2026, 10:00 bis 12:00 Uhr\nKreishaus Olpe/);
    }
  });

  it('let an older message show how it is now', async () => {
    await changed(bot, meeting, moved);
    await bot.connector.until(() => toBerta().length === 1);
    await finished(bot);

    await changed(bot, meeting, { ...moved, place: { address: 'Kreishaus Olpe' } });
    await finished(bot);

    const older = updatedIn(bot, 'chats')
      .map(wordsOf)
      .filter((words) => words.includes('Danach wurde'));
    expect(older.at(-1)).toMatch(/Neu: Donnerstag, 10\. Dezember[^]*Kreishaus Olpe/);
    expect(toBerta()).toHaveLength(2);
  });

  it('are not told to who declines before they come', async () => {
    await bot.press(pressed('subscription.choose', { quietHours: '18-8-weekend' }), 'personal', {}, asBerta);
    await changed(bot, meeting, moved);
    await expect.poll(() => deliveryStates(bot), patience).toContain('waiting');
    await answers(bot, meeting, asBerta, 'declined');

    bot.clock.advance(22 * hourMs);
    await finished(bot);

    expect(toBerta()).toEqual([]);
  });

  it('are not told any more when the meeting falls out before they were', async () => {
    await bot.press(pressed('subscription.choose', { quietHours: '18-8-weekend' }), 'personal', {}, asBerta);
    await changed(bot, meeting, moved);
    await expect.poll(() => deliveryStates(bot), patience).toContain('waiting');
    await cancelled(bot, meeting, 'Krank.');

    bot.clock.advance(22 * hourMs);
    await bot.connector.until(() => toldTo(bot, bertasChat, /^Fällt aus: /).length === 1);
    await finished(bot);

    expect(toBerta()).toEqual([]);
  });
});

describe('the daily collection', () => {
  const collected = /^Neu für Sie/;

  it('holds invitations, and follows each meeting after it was posted', async () => {
    await bot.press(pressed('subscription.choose', { meetings: 'daily' }), 'personal', {}, asCarla);
    const times = { startsAt: thursdayAtTen + dayMs, endsAt: endsAt + dayMs };
    const second = await publishedMeeting(bot, { title: 'KI im Bauamt', ...times });
    await publishedMeeting(bot, { title: 'KI im Archiv', ...times });
    const waiting = async () => (await deliveryStates(bot)).filter((state) => state === 'waiting').length;
    await expect.poll(waiting, patience).toBe(2);

    bot.clock.advance(22 * hourMs);
    await bot.connector.until(() => toldTo(bot, carlasChat, collected).length > 0);
    await finished(bot);
    const [digest, ...more] = toldTo(bot, carlasChat, collected);
    await cancelled(bot, second, 'Krank.');
    await finished(bot);

    expect(more).toEqual([]);
    expect(digest?.summary).toBe('Neu für Sie: zwei Einladungen zu Treffen');
    expect(wordsOf(cardOf(digest))).toMatch(
      /^Das ist neu für Sie\n[^]*\nEinladung zu einem Treffen\nKI im Bauamt\nFreitag, 4\. Dezember 2026, 10:00 bis 12:00 Uhr\nRathaus Musterstadt/,
    );
    expect(updatedIn(bot, 'chats').map(wordsOf)).toContainEqual(
      expect.stringMatching(/^Das ist neu für Sie\n[^]*Fällt aus\nKI im Bauamt\n[^]*/),
    );
  });
});
