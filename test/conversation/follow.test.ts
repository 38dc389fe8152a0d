import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startCommunity } from '../support/announcements.ts';
import { adopterAt, hemer, menden, olpe } from '../support/builders.ts';
import { buttonNamed, buttonsOf, cardOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { aDrone, drones, entered, moves, postedTo } from '../support/followed.ts';
import { asBerta, bertasChat, dialog, pressed, said } from '../support/user-groups.ts';

/** 22 November 2026, 10:00 in Berlin, is where the clock of a bot begins; eight o'clock is 22 hours later. */
const untilEightMs = 22 * 3_600_000;

let bot: TestBot;

beforeEach(async () => {
  bot = await startCommunity();
  await entered(bot, aDrone({ adopters: [adopterAt(menden, 'pilot')] }));
});

afterEach(async () => {
  await bot.stop();
});

const valueOf = (answer: unknown) => JSON.stringify(answer);
const bertaPresses = (verb: string, data: Readonly<Record<string, unknown>> = {}) =>
  bot.press(pressed(verb, data), 'personal', {}, asBerta);

async function atOnce() {
  await bertaPresses('subscription.choose', { 'use-cases': 'at-once' });
}

describe('"Benachrichtigen" on a use case', () => {
  it('is pressed on the details, which then say so and offer to end it', async () => {
    const details = await bertaPresses('useCase.show', { useCaseId: drones });
    const followed = await bot.press(buttonNamed(details, 'Benachrichtigen'), 'personal', {}, asBerta);
    const again = await bertaPresses('follow.start', { useCaseId: drones });
    const ended = await bot.press(
      buttonNamed(followed, 'Nicht mehr benachrichtigen'),
      'personal',
      {},
      asBerta,
    );

    expect(wordsOf(followed)).toMatch(
      /^Sie bekommen eine Nachricht, wenn eine Kommune dazukommt oder sich ihr Stand ändert\.\nDrohnen prüfen Dächer/,
    );
    expect(wordsOf(again)).toMatch(/^Das gilt schon:/);
    expect(wordsOf(ended)).toMatch(/^Zu diesem Anwendungsfall schreibe ich Ihnen nicht mehr\./);
    expect(buttonNamed(ended, 'Benachrichtigen').verb).toBe('follow.start');
  });

  it('answers with a sentence where others read along, and leaves the card as it is', async () => {
    const answer = await bot.press(
      pressed('follow.start', { useCaseId: drones }),
      'channel',
      {},
      {
        from: asBerta.from,
      },
    );

    expect(answer).toMatchObject({
      type: 'application/vnd.microsoft.activity.message',
      value: expect.stringContaining('Sie bekommen eine Nachricht'),
    });
  });

  it('shows the details in a dialog again', async () => {
    const { answer } = await dialog(
      bot,
      'task/submit',
      { verb: 'follow.start', useCaseId: drones },
      'channel',
      {
        from: asBerta.from,
      },
    );

    expect(valueOf(answer)).toContain('Sie bekommen eine Nachricht');
    expect(valueOf(answer)).toContain('Nicht mehr benachrichtigen');
  });

  it('tells once at once when a commune joins, and again when its stage changes', async () => {
    await atOnce();
    await bertaPresses('follow.start', { useCaseId: drones });
    const from = bot.connector.calls.length;

    await moves(bot, hemer, 'planned');
    await bot.connector.until(() => postedTo(bot, bertasChat, from).length > 0);
    await moves(bot, hemer, 'in_use');
    await bot.connector.until(() => postedTo(bot, bertasChat, from).length > 1);

    const [joined, moved] = postedTo(bot, bertasChat, from);
    expect(joined?.summary).toBe('Drohnen prüfen Dächer: Hemer ist dazugekommen: geplant.');
    expect(wordsOf(cardOf(joined))).toMatch(
      /^Neues zu einem Anwendungsfall, den Sie verfolgen\nDrohnen prüfen Dächer\nHemer ist dazugekommen: geplant\./,
    );
    expect(wordsOf(cardOf(moved))).toContain('Hemer hat einen neuen Stand: im Einsatz, vorher: geplant.');
  });

  it('can be ended on the message, which stays as it is; nothing more comes then', async () => {
    await atOnce();
    await bertaPresses('follow.start', { useCaseId: drones });
    const from = bot.connector.calls.length;
    await moves(bot, hemer, 'planned');
    await bot.connector.until(() => postedTo(bot, bertasChat, from).length > 0);
    const news = cardOf(postedTo(bot, bertasChat, from)[0]);

    const ended = await bot.press(buttonNamed(news, 'Beenden'), 'personal', {}, asBerta);
    await bot.press(buttonNamed(news, 'Details'), 'personal', {}, asBerta);
    await bot.connector.until(() => postedTo(bot, bertasChat, from).length > 1);
    await moves(bot, olpe, 'idea');
    await expect.poll(() => bot.app.deps.feedCursors.find('use-case-news')).toBe(await endOfFeed());

    const [, details, ...more] = postedTo(bot, bertasChat, from);
    expect(ended).toMatchObject({ value: expect.stringContaining('schreibe ich Ihnen nicht mehr') });
    expect(wordsOf(cardOf(details))).toMatch(/^Drohnen prüfen Dächer/);
    expect(more).toEqual([]);
    expect(await bot.storedDocuments('deliveries')).toHaveLength(2);
  });

  it('comes in the daily collection at eight, as most people have it', async () => {
    await bertaPresses('follow.start', { useCaseId: drones });
    const from = bot.connector.calls.length;
    await moves(bot, hemer, 'planned');
    await moves(bot, hemer, 'pilot');
    await expect
      .poll(async () => (await bot.storedDocuments('deliveries')).map(({ body }) => body['stateKind']))
      .toEqual(expect.arrayContaining(['waiting', 'waiting']));
    const before = postedTo(bot, bertasChat, from);

    bot.clock.advance(untilEightMs);
    await bot.connector.until(() => postedTo(bot, bertasChat, from).length > 0);

    const [message, ...others] = postedTo(bot, bertasChat, from);
    const card = cardOf(message);
    const details = await bot.press(buttonNamed(card, 'Details'), 'personal', {}, asBerta);
    expect([before, others]).toEqual([[], []]);
    expect(message?.summary).toBe('Neu für Sie: zwei Neuigkeiten zu Anwendungsfällen');
    expect(wordsOf(card)).toMatch(
      /^Das ist neu für Sie\n[^]*Hemer ist dazugekommen: geplant\.[^]*Hemer hat einen neuen Stand: Pilot, vorher: geplant\./,
    );
    expect(valueOf(details)).not.toContain('Drohnen');
    await bot.connector.until(() => postedTo(bot, bertasChat, from).length > 1);
    expect(wordsOf(cardOf(postedTo(bot, bertasChat, from)[1]))).toContain('Wer macht das?');
  });

  it('is not for guests, and says so', async () => {
    const guest = { id: '29:guest', name: 'Gast', aadObjectId: 'dddddddd-0000-4000-8000-000000000004' };
    bot.connector.members.set(guest.id, { ...guest, tenantId: 'other', userRole: 'guest' });

    const answer = await bot.press(
      pressed('follow.start', { useCaseId: drones }),
      'personal',
      {},
      {
        from: guest,
      },
    );

    expect(valueOf(answer)).toContain('nur für Mitglieder, nicht für Gäste');
  });
});

describe('"Meine Benachrichtigungen"', () => {
  it('lists what somebody follows, five a page, each with "Beenden"', async () => {
    await bertaPresses('follow.start', { useCaseId: drones });
    bot.clock.advance(1000);
    for (const thing of ['Eins', 'Zwei', 'Drei', 'Vier', 'Fünf']) {
      await bot.say(
        `Sag mir Bescheid, sobald jemand Drohnen der Klasse ${thing} einsetzt`,
        'personal',
        asBerta,
      );
      bot.clock.advance(1000);
    }

    const first = await said(bot, 'Meine Benachrichtigungen', 'personal', asBerta);
    const second = await bot.press(buttonNamed(first, 'Weitere'), 'personal', {}, asBerta);
    const left = await bot.press(buttonNamed(second, 'Beenden'), 'personal', {}, asBerta);

    expect(wordsOf(first)).toMatch(/^Was Sie verfolgen\nGemerkte Frage\nDrohnen der Klasse Fünf\n/);
    expect(buttonsOf(first).filter(({ title }) => title === 'Beenden')).toHaveLength(5);
    expect(wordsOf(first)).toContain('Seite 1 von 2');
    expect(wordsOf(second)).toContain('Anwendungsfall\nDrohnen prüfen Dächer');
    expect(wordsOf(left)).not.toContain('Drohnen prüfen Dächer');
    expect(wordsOf(left)).not.toContain('Seite');
  });

  it('says how to begin while there is nothing, and opens from "Benachrichtigungen"', async () => {
    const settings = await said(bot, 'Benachrichtigungen', 'personal', asBerta);
    const list = await bot.press(buttonNamed(settings, 'Was ich verfolge'), 'personal', {}, asBerta);

    expect(wordsOf(list)).toMatch(/^Sie verfolgen noch nichts\.\nDrücken Sie in den Details/);
  });

  it('is shown to nobody else', async () => {
    const [answer] = await bot.say('Meine Benachrichtigungen', 'channel');

    expect(answer?.text).toContain('Einzelchat');
    expect(answer?.attachments).toBeUndefined();
  });
});

async function endOfFeed(): Promise<string> {
  return (await bot.app.deps.useCases.changes()).cursor;
}
