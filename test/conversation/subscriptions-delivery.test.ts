import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asCarla, carlasChat, drafted, startCommunity } from '../support/announcements.ts';
import { buttonNamed, buttonsOf, cardOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { asBerta, bertasChat, pressed } from '../support/user-groups.ts';

/** 22 November 2026, 10:00 in Berlin, is where the clock of a bot begins; eight o'clock is 22 hours later. */
const untilEightMs = 22 * 3_600_000;

let bot: TestBot;

beforeEach(async () => {
  bot = await startCommunity({ QUIET_HOURS: '20-7' });
});

afterEach(async () => {
  await bot.stop();
});

/** What was posted in a chat after so many calls, oldest first. */
function sentTo(chat: { readonly id: string }, from: number) {
  return bot.connector.calls
    .slice(from)
    .filter(({ method, conversationId }) => method === 'POST' && conversationId === chat.id)
    .map(({ activity }) => activity);
}

/** Where all deliveries are, in alphabetical order. */
async function states(): Promise<readonly string[]> {
  const documents = await bot.storedDocuments('deliveries');
  return documents
    .flatMap(({ body: { stateKind } }) => (typeof stateKind === 'string' ? [stateKind] : []))
    .toSorted();
}

async function announce(title: string): Promise<void> {
  const preview = await drafted(bot, { title, text: `${title}: der Text.`, acknowledgement: 'true' });
  const from = bot.connector.calls.length;
  await bot.press(buttonNamed(preview, 'Jetzt senden'));
  await bot.connector.until(() => sentTo(carlasChat, from).length > 0);
}

describe('what is sent to many', () => {
  it('comes to whoever wants it daily in one message at eight, with a "Gelesen" for each', async () => {
    await bot.press(pressed('subscription.choose', { 'user-group': 'daily' }), 'personal', {}, asBerta);
    const from = bot.connector.calls.length;
    await announce('Eins');
    await announce('Zwei');
    await expect.poll(states).toEqual([...Array(4).fill('delivered'), 'waiting', 'waiting']);

    bot.clock.advance(untilEightMs);
    await bot.connector.until(() => sentTo(bertasChat, from).length > 0);

    const [message, ...others] = sentTo(bertasChat, from);
    const card = cardOf(message);
    const read = await bot.press(buttonNamed(card, 'Gelesen'), 'personal', {}, asBerta);
    expect(others).toEqual([]);
    expect(wordsOf(card)).toMatch(/^Das ist neu für Sie\n[^]*\nEins\n[^]*\nZwei\n/);
    expect(buttonsOf(card).map(({ title }) => title)).toEqual(['Gelesen', 'Gelesen']);
    expect(read).toMatchObject({ value: expect.stringContaining('Eins') });
  });

  it('comes to nobody who said "Stopp", and the preview counts them with the reason', async () => {
    await bot.say('Stopp', 'personal', asBerta);
    const from = bot.connector.calls.length;
    const preview = await drafted(bot);
    await announce('Eins');
    await expect.poll(states).toEqual(['delivered', 'delivered', 'unreachable']);

    expect(wordsOf(preview)).toMatch(
      /So geht es an zwei Personen\.[^]*Nicht erreichbar: 1 möchte keine Benachrichtigungen/,
    );
    expect(sentTo(bertasChat, from)).toEqual([]);
  });

  it('waits in the evening for the end of the quiet hours, unless somebody chose none', async () => {
    bot.clock.advance(11 * 3_600_000);
    await bot.press(pressed('subscription.choose', { quietHours: 'none' }), 'personal', {}, asCarla);
    const from = bot.connector.calls.length;
    await announce('Eins');
    await expect.poll(states).toEqual(['delivered', 'waiting', 'waiting']);
    const before = sentTo(bertasChat, from);

    bot.clock.advance(10 * 3_600_000);
    await bot.connector.until(() => sentTo(bertasChat, from).length > 0);

    expect(before).toEqual([]);
    expect(wordsOf(cardOf(sentTo(bertasChat, from)[0]))).toContain('Eins: der Text.');
  });
});
