import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayMs, hourMs, minuteMs } from '../../src/domain/instant.ts';
import type { Meeting } from '../../src/domain/meetings/meeting.ts';
import { asCarla, carla, carlasChat, finished } from '../support/announcements.ts';
import { buttonNamed, buttonsOf, cardOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { postedTo } from '../support/followed.ts';
import { startAsking } from '../support/inquiries.ts';
import { cancelled, changed, updatedIn } from '../support/meeting-announced.ts';
import { answers, comes, thursdayAtTen, toldTo } from '../support/meeting-news.ts';
import { publishedMeeting } from '../support/meetings.ts';
import { deliveryStates } from '../support/topic-news.ts';
import { memberOf } from '../support/topics.ts';
import { asBerta, bertasChat, pressed } from '../support/user-groups.ts';

const endsAt = thursdayAtTen + 2 * hourMs;
const dayBefore = thursdayAtTen - dayMs;
const weekBefore = thursdayAtTen - 7 * dayMs;
const reminder = /^(Morgen|Heute|In einer Woche|Bitte antworten)/;

const patience = { timeout: 20_000 };

let bot: TestBot;

beforeEach(async () => {
  bot = await startAsking();
});

afterEach(async () => {
  await bot.stop();
});

/** A meeting that is begun without invitations, so that nothing but reminders is sent. */
async function planned(fields: Partial<Meeting> = {}): Promise<Meeting> {
  return publishedMeeting(bot, { startsAt: thursdayAtTen, endsAt, ...fields }, { quietly: true });
}

const toBerta = () => toldTo(bot, bertasChat, reminder);
const toCarla = () => toldTo(bot, carlasChat, reminder);
const summaries = (messages: ReturnType<typeof toBerta>) => messages.map(({ summary }) => summary);
const carlaChooses = (data: Readonly<Record<string, string>>) =>
  bot.press(pressed('subscription.choose', data), 'personal', {}, asCarla);

describe('a meeting that comes near', () => {
  it('is told a week and a day before to those who come or may come, once, and to nobody else', async () => {
    const meeting = await planned();
    await answers(bot, meeting, asBerta, 'accepted');
    await answers(bot, meeting, asCarla, 'declined');

    await comes(bot, weekBefore - 1);
    const early = toBerta();
    await comes(bot, weekBefore);
    await bot.connector.until(() => toBerta().length === 1);
    await answers(bot, meeting, asCarla, 'tentative');
    await comes(bot, dayBefore);
    await bot.connector.until(() => toBerta().length === 2 && toCarla().length === 1);
    await comes(bot, dayBefore + minuteMs);
    await finished(bot);

    expect(early).toEqual([]);
    expect(summaries(toBerta())).toEqual([
      'In einer Woche, am Donnerstag, 3. Dezember, um 10:00 Uhr: KI-Telefonservice',
      'Morgen um 10:00 Uhr: KI-Telefonservice',
    ]);
    expect(summaries(toCarla())).toEqual(['Morgen um 10:00 Uhr: KI-Telefonservice']);
    expect(wordsOf(cardOf(toBerta()[1]))).toMatch(
      /^Morgen um 10:00 Uhr beginnt dieses Treffen\.\nSie sind dabei\.\n[^]*KI-Telefonservice\nDonnerstag, 3\. Dezember 2026, 10:00 bis 12:00 Uhr\nRathaus Musterstadt/,
    );
    expect(wordsOf(cardOf(toCarla()[0]))).toContain('\nSie kommen vielleicht.\n');
  });

  it('can be declined on the reminder, which then shows the own answer; "Ansehen" leaves it as it is', async () => {
    const meeting = await planned();
    await answers(bot, meeting, asBerta, 'accepted');
    await comes(bot, dayBefore);
    await bot.connector.until(() => toBerta().length === 1);
    const card = cardOf(toBerta()[0]);

    const before = postedTo(bot, bertasChat).length;
    const seen = await bot.press(buttonNamed(card, 'Ansehen'), 'personal', {}, asBerta);
    await bot.connector.until(() => postedTo(bot, bertasChat).length > before);
    const answered = await bot.press(buttonNamed(card, 'Absagen'), 'personal', {}, asBerta);

    expect(JSON.stringify(seen)).not.toContain('AdaptiveCard');
    expect(wordsOf(cardOf(postedTo(bot, bertasChat).at(-1)))).toContain('Sie sind dabei.');
    expect(JSON.stringify(answered)).toContain('Absage');
    const rsvp = await bot.app.deps.meetings.findRsvp(meeting.id, memberOf(asBerta.from));
    expect(rsvp?.answer).toBe('declined');
  });

  it('is not told to who declines while the reminder waits', async () => {
    await carlaChooses({ quietHours: '18-8-weekend' });
    // Sunday, ten o’clock in Berlin: quiet hours until Monday at eight.
    const sunday = thursdayAtTen - 4 * dayMs;
    const meeting = await planned({ startsAt: sunday + dayMs, endsAt: sunday + dayMs + hourMs });
    await answers(bot, meeting, asCarla, 'accepted');
    await answers(bot, meeting, asBerta, 'accepted');
    await comes(bot, sunday);
    await expect.poll(() => deliveryStates(bot), patience).toContain('waiting');
    await answers(bot, meeting, asCarla, 'declined');

    bot.clock.advance(22 * hourMs);
    await finished(bot);

    expect([toBerta().length, toCarla().length]).toEqual([1, 0]);
  });
});

describe('somebody who was invited and has not answered', () => {
  const nineBefore = Date.UTC(2026, 10, 26, 8);
  const fields = { respondBy: '2026-11-27', reminders: ['respond-by'] } as const;

  it('is asked once, the day before the last day for answers, and who has answered is not', async () => {
    const meeting = await planned(fields);
    await answers(bot, meeting, asBerta, 'declined');

    await comes(bot, nineBefore);
    await bot.connector.until(() => toCarla().length === 1);
    await comes(bot, nineBefore + hourMs);
    await finished(bot);

    expect(toBerta()).toEqual([]);
    expect(summaries(toCarla())).toEqual([
      'Bitte antworten Sie bis morgen, Freitag, 27. November: KI-Telefonservice',
    ]);
    const card = cardOf(toCarla()[0]);
    expect(wordsOf(card)).toMatch(
      /^Sind Sie dabei\? Bitte antworten Sie bis morgen, Freitag, 27\. November\.\n/,
    );
    expect(buttonsOf(card).map(({ title }) => title)).toEqual([
      'Zusagen',
      'Vielleicht',
      'Absagen',
      'In Kalender',
      'Ansehen',
    ]);
  });

  it('is not asked any more when they answer while that waits', async () => {
    await carlaChooses({ meetings: 'daily' });
    const meeting = await planned(fields);
    await comes(bot, nineBefore);
    await expect.poll(() => deliveryStates(bot), patience).toContain('waiting');
    await answers(bot, meeting, asCarla, 'accepted');

    bot.clock.advance(dayMs);
    await finished(bot);

    expect(postedTo(bot, carlasChat).filter(({ summary }) => summary?.startsWith('Neu') === true)).toEqual(
      [],
    );
  });
});

describe('a reminder that waits', () => {
  it('comes for a member who wants one message a day at eight on the day of the meeting, with the others', async () => {
    await carlaChooses({ meetings: 'daily' });
    for (const title of ['KI-Telefonservice', 'KI im Bauamt']) {
      await answers(bot, await planned({ title }), asCarla, 'accepted');
    }
    await comes(bot, dayBefore);
    await expect.poll(() => deliveryStates(bot), patience).toEqual(['waiting', 'waiting']);

    bot.clock.advance(22 * hourMs);
    const collected = () => toldTo(bot, carlasChat, /^Neu für Sie/);
    await bot.connector.until(() => collected().length === 1);

    expect(collected()[0]?.summary).toBe('Neu für Sie: zwei Erinnerungen');
    const card = cardOf(collected()[0]);
    expect(wordsOf(card)).toMatch(
      /\nHeute um 10:00 Uhr beginnt dieses Treffen\.\nKI-Telefonservice\n[^]*\nSie sind dabei\./,
    );
    const answer = await bot.press(buttonNamed(card, 'Ansehen'), 'personal', {}, asCarla);
    expect(JSON.stringify(answer)).not.toContain('AdaptiveCard');
  });

  it('comes at once for a member who wants one message a day when that would come too late', async () => {
    await carlaChooses({ meetings: 'daily' });
    // At eight, when the day's message goes out: the next one after the reminder comes when it has begun.
    const atEight = thursdayAtTen - 2 * hourMs;
    const meeting = await planned({ startsAt: atEight, endsAt: atEight + hourMs });
    await answers(bot, meeting, asCarla, 'accepted');

    await comes(bot, atEight - dayMs);
    await bot.connector.until(() => toCarla().length === 1);

    expect(summaries(toCarla())).toEqual([expect.stringMatching(/^Morgen/)]);
  });

  it('is not sent when the quiet hours end after the meeting has begun', async () => {
    await carlaChooses({ quietHours: '18-8-weekend' });
    // Monday at half past seven; the reminder is due on Sunday.
    const monday = Date.UTC(2026, 10, 30, 6, 30);
    const meeting = await planned({ startsAt: monday, endsAt: monday + hourMs });
    await answers(bot, meeting, asCarla, 'accepted');
    await comes(bot, monday - dayMs);
    await expect.poll(() => deliveryStates(bot), patience).toContain('waiting');

    bot.clock.advance(dayMs + 30 * minuteMs);
    await finished(bot);

    expect(toCarla()).toEqual([]);
    expect(await deliveryStates(bot)).toContain('cancelled');
  });

  it('is not sent for a beginning that does not hold any more, but for the new one', async () => {
    await carlaChooses({ quietHours: '18-8-weekend' });
    const sunday = thursdayAtTen - 4 * dayMs;
    const monday = sunday + dayMs;
    const meeting = await planned({ startsAt: monday, endsAt: monday + hourMs });
    await answers(bot, meeting, asCarla, 'accepted');
    await comes(bot, sunday);
    await expect.poll(() => deliveryStates(bot), patience).toContain('waiting');
    await changed(bot, meeting, { startsAt: thursdayAtTen, endsAt });
    await expect.poll(() => deliveryStates(bot), patience).toContain('cancelled');

    bot.clock.advance(22 * hourMs);
    await finished(bot);
    const onMonday = toCarla();
    await comes(bot, dayBefore);
    await bot.connector.until(() => toCarla().length === 1);

    expect(onMonday).toEqual([]);
    expect(summaries(toCarla())).toEqual(['Morgen um 10:00 Uhr: KI-Telefonservice']);
  });
});

describe('a reminder that was posted', () => {
  it('shows how it is now after the meeting was moved, and that it falls out', async () => {
    const meeting = await planned();
    await answers(bot, meeting, asBerta, 'accepted');
    await comes(bot, dayBefore);
    await bot.connector.until(() => toBerta().length === 1);
    await finished(bot);

    await changed(bot, meeting, { startsAt: thursdayAtTen + dayMs, endsAt: endsAt + dayMs });
    await finished(bot);
    const moved = updatedIn(bot, 'chats').map(wordsOf);
    expect(moved.some((words) => words.includes('Morgen um'))).toBe(false);
    expect(moved.filter((words) => words.includes('Freitag, 4. Dezember 2026, 10:00 bis'))).not.toEqual([]);

    const from = updatedIn(bot, 'chats').length;
    await cancelled(bot, meeting, 'Krank.');
    await finished(bot);
    const now = updatedIn(bot, 'chats').slice(from).map(wordsOf);
    expect(now.filter((words) => words.startsWith('Fällt aus\nGrund: Krank.'))).not.toEqual([]);
  });
});

describe('a meeting that falls out', () => {
  it('is not reminded of', async () => {
    const meeting = await planned();
    await answers(bot, meeting, { ...asCarla, from: carla }, 'accepted');
    await cancelled(bot, meeting, 'Krank.');
    await finished(bot);

    await comes(bot, weekBefore);
    await comes(bot, dayBefore);
    await finished(bot);

    expect(toCarla()).toEqual([]);
  });
});
