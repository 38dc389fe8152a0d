import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hourMs } from '../../src/domain/instant.ts';
import type { Meeting } from '../../src/domain/meetings/meeting.ts';
import { asCarla, carlasChat, finished } from '../support/announcements.ts';
import { buttonNamed, buttonsOf, cardOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { postedTo } from '../support/followed.ts';
import { startAsking } from '../support/inquiries.ts';
import { cancelled, changed, channelOf, updatedIn } from '../support/meeting-announced.ts';
import { answers, thursdayAtTen, toldTo } from '../support/meeting-news.ts';
import { publishedMeeting } from '../support/meetings.ts';
import { asBerta, bertasChat, pressed } from '../support/user-groups.ts';

const endsAt = thursdayAtTen + 2 * hourMs;
const fallsOut = /^Fällt aus: /;

let bot: TestBot;
let meeting: Meeting;

/** There is one seat: Berta has it, Carla waits. */
beforeEach(async () => {
  bot = await startAsking();
  const channels = [await channelOf(bot)];
  meeting = await publishedMeeting(bot, {
    startsAt: thursdayAtTen,
    endsAt,
    capacity: 1,
    invited: { people: 'everybody', channels },
  });
  await finished(bot);
  await answers(bot, meeting, asBerta, 'accepted');
  await answers(bot, meeting, asCarla, 'accepted');
});

afterEach(async () => {
  await bot.stop();
});

const toBerta = () => toldTo(bot, bertasChat, fallsOut);
const toCarla = () => toldTo(bot, carlasChat, fallsOut);

describe('a meeting that falls out', () => {
  it('is told once with the reason to those who come or wait, and every posted card says it', async () => {
    await cancelled(bot, meeting, 'Die Referentin\nist krank.');
    await bot.connector.until(() => toBerta().length > 0 && toCarla().length > 0);
    await finished(bot);

    expect([toBerta().length, toCarla().length]).toEqual([1, 1]);
    expect(toBerta()[0]?.summary).toBe('Fällt aus: KI-Telefonservice, Do., 3.12.2026, 10:00 Uhr');
    const card = cardOf(toBerta()[0]);
    expect(wordsOf(card)).toBe(
      'Das Treffen „KI-Telefonservice“ am Donnerstag, 3. Dezember 2026 fällt aus.\nGrund: Die Referentin ist krank.',
    );
    expect(buttonsOf(card).map(({ title }) => title)).toEqual(['Ansehen', 'Aus dem Kalender nehmen']);
    expect(toldTo(bot, { id: 'a:personal-anna' }, fallsOut)).toEqual([]);
    for (const where of ['channels', 'chats'] as const) {
      expect(updatedIn(bot, where).map(wordsOf)).toContainEqual(
        expect.stringMatching(/^Fällt aus\nGrund: Die Referentin ist krank\.\n/),
      );
    }
  });

  it('is told to nobody who declined', async () => {
    await answers(bot, meeting, asCarla, 'declined');

    await cancelled(bot, meeting, 'Krank.');
    await bot.connector.until(() => toBerta().length > 0);
    await finished(bot);

    expect(toCarla()).toEqual([]);
  });

  it('can be looked at, and taken out of the calendar', async () => {
    await cancelled(bot, meeting, 'Krank.');
    await bot.connector.until(() => toBerta().length > 0);
    const card = cardOf(toBerta()[0]);

    const before = postedTo(bot, bertasChat).length;
    await bot.press(buttonNamed(card, 'Ansehen'), 'personal', {}, asBerta);
    await bot.connector.until(() => postedTo(bot, bertasChat).length > before);
    const calendar = await bot.press(buttonNamed(card, 'Aus dem Kalender nehmen'), 'personal', {}, asBerta);

    expect(wordsOf(cardOf(postedTo(bot, bertasChat).at(-1)))).toMatch(/^Fällt aus\nGrund: Krank\./);
    expect(wordsOf(calendar)).toContain('Sie nimmt den Eintrag heraus.');
  });

  it('comes after the quiet hours, and is shown in the place of changes that were told before', async () => {
    await changed(bot, meeting, { title: 'KI am Telefon' });
    await finished(bot);
    await bot.press(pressed('subscription.choose', { quietHours: '18-8-weekend' }), 'personal', {}, asBerta);
    const from = updatedIn(bot, 'chats').length;

    await cancelled(bot, meeting, 'Krank.');
    await bot.connector.until(() => toCarla().length > 0);
    const early = toBerta();
    bot.clock.advance(22 * hourMs);
    await bot.connector.until(() => toBerta().length > 0);
    await finished(bot);

    expect(early).toEqual([]);
    expect(updatedIn(bot, 'chats').slice(from).map(wordsOf).join()).not.toContain('So ist es jetzt');
  });
});
