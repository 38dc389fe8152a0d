import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { StoreUnavailableError } from '../../src/ports/document-store.ts';
import { createMemoryStore } from '../../src/store/adapters/memory.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { buttonNamed, cardOf, TestBot, wordsOf } from '../support/conversation.ts';

const bots: TestBot[] = [];

async function start(...options: Parameters<typeof TestBot.start>): Promise<TestBot> {
  const bot = await TestBot.start(...options);
  bots.push(bot);
  return bot;
}

afterEach(async () => {
  await Promise.all(bots.splice(0).map((bot) => bot.stop()));
});

describe('repeats', () => {
  it('answers an activity that arrives ten times at once and twice later a single time (P4, fault 16)', async () => {
    const bot = await start();
    await bot.say('Hallo');
    const before = bot.connector.messages.length;
    const message = { type: 'message', id: randomUUID(), text: 'Wer nutzt Chatbots?' };

    const answers = await Promise.all(Array.from({ length: 10 }, () => bot.post(message)));
    const later = [await bot.post(message), await bot.post(message)];

    expect([...answers, ...later].map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 200));
    const cards = bot.connector.messages.slice(before).map((sent) => wordsOf(cardOf(sent)).split('\n')[0]);
    expect(cards.filter((line) => line?.includes('Kommunen'))).toHaveLength(1);
  });

  it('acts once when three instances of the bot get the same activity', async () => {
    const clock = new FakeClock(Date.UTC(2026, 10, 22, 9));
    const store = createMemoryStore(clock);
    const first = await start({}, { clock, store });
    const others = [await start({}, { clock, store }), await start({}, { clock, store })];
    const message = { type: 'message', id: randomUUID(), text: 'Quantencomputer' };

    await Promise.all([first, ...others].map((bot) => bot.post(message)));

    const [kept] = await first.app.deps.openQuestions.latest();
    const sent = [first, ...others].flatMap((bot) => bot.connector.messages);
    expect(kept?.timesAsked).toBe(1);
    expect(sent.filter((one) => JSON.stringify(one).includes('Gesucht'))).toHaveLength(1);
  });

  it('answers a question again that comes with a new id, and shows the same', async () => {
    const bot = await start();
    await bot.say('Hallo');

    const [first] = await bot.say('Wer plant einen Chatbot?');
    const [second] = await bot.say('Wer plant einen Chatbot?');

    expect(wordsOf(cardOf(second))).toBe(wordsOf(cardOf(first)));
  });

  it('does not answer edits, deletions and other bots (faults 19, 21)', async () => {
    const bot = await start();

    await bot.post({ type: 'messageUpdate', text: 'Wer nutzt Chatbots?' });
    await bot.post({ type: 'messageDelete' });
    await bot.post({
      type: 'message',
      text: 'Chatbots?',
      from: { id: '28:other', name: 'Other', role: 'bot' },
    });

    expect(bot.connector.messages).toEqual([]);
  });
});

describe('a store that cannot be written (fault 28)', () => {
  async function startWithFullDisk() {
    const clock = new FakeClock(Date.UTC(2026, 10, 22, 9));
    const store = createMemoryStore(clock);
    let full = false;
    const failing = {
      ...bindAll(store),
      transact: async (...args: Parameters<typeof store.transact>) => {
        if (full) {
          throw new StoreUnavailableError('full', 'none');
        }
        return store.transact(...args);
      },
    };
    const bot = await start({}, { clock, store: failing });
    await bot.say('Hallo');
    return { bot, fill: () => (full = true), free: () => (full = false) };
  }

  it('still answers questions', async () => {
    const { bot, fill } = await startWithFullDisk();
    await bot.say('Wer nutzt Chatbots?');
    fill();

    const [answer] = await bot.say('Wer nutzt Chatbots?');

    expect(wordsOf(cardOf(answer))).toContain('Gesucht: Chatbots');
  });

  it('says what to do when something had to be kept, and keeps it after space was freed', async () => {
    const { bot, fill, free } = await startWithFullDisk();
    const [choice] = await bot.say('Meine Kommune');
    const save = buttonNamed(cardOf(choice), 'Speichern');
    fill();

    const refused = await bot.press(save, 'personal', { commune: '05962040' });
    free();
    const kept = await bot.press(save, 'personal', { commune: '05962040' });

    expect(refused).toMatchObject({
      value: 'Ich kann gerade nichts speichern. Bitte in einigen Minuten erneut.',
    });
    expect(wordsOf(kept)).toBe('Gemerkt: Sie arbeiten für Menden (Sauerland).');
  });
});

/** The store's methods as an object that can be spread. */
function bindAll(store: ReturnType<typeof createMemoryStore>) {
  return {
    open: store.open.bind(store),
    get: store.get.bind(store),
    query: store.query.bind(store),
    changes: store.changes.bind(store),
    onChange: store.onChange.bind(store),
    purgeExpired: store.purgeExpired.bind(store),
    close: store.close.bind(store),
  };
}
