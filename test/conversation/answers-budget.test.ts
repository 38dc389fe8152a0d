import { afterEach, describe, expect, it, vi } from 'vitest';
import { useCaseId } from '../../src/domain/ids.ts';
import { hourMs } from '../../src/domain/instant.ts';
import { startCommunity } from '../support/announcements.ts';
import { adopterAt, aUseCase, menden } from '../support/builders.ts';
import { buttonNamed, cardOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { ModelServer } from '../support/model-server.ts';
import type { SentActivity } from '../support/stand-in-connector.ts';
import { createUnwritableStore } from '../support/unwritable-store.ts';
import { asBerta } from '../support/user-groups.ts';

const proven = 'In Menden (Sauerland) zählt seit März 2024 eine Drohne die Robben [1].';
const robben = aUseCase({
  id: useCaseId('robben'),
  title: 'Robbenzählung aus der Luft',
  summary: 'Eine Drohne zählt die Robben.',
  adopters: [adopterAt(menden, 'in_use', { since: '2024-03' })],
});

let server: ModelServer;
let bot: TestBot;

afterEach(async () => {
  await bot.stop();
  await server.close();
});

async function start(
  environment: Readonly<Record<string, string>> = {},
  parts: Parameters<typeof startCommunity>[1] = {},
): Promise<void> {
  server = await ModelServer.start();
  server.answer = () => ({ text: proven });
  const settings = { LLM_BASE_URL: server.baseUrl, LLM_MODEL: 'stand-in', ...environment };
  bot = await startCommunity(settings, parts);
  await bot.app.deps.useCases.add(robben);
}

/** The message whose card has these words. */
async function answerTo(question: string, words: string, more = {}): Promise<SentActivity | undefined> {
  const isAnswer = (message: SentActivity) =>
    (message.attachments ?? []).length > 0 && wordsOf(cardOf(message)).includes(words);
  const before = bot.connector.messages.length;
  await bot.say(question, 'personal', more);
  const answers = () => bot.connector.messages.slice(before).filter(isAnswer);
  await bot.connector.until(() => answers().length > 0);
  return answers()[0];
}

async function ask(words = 'Wer macht schon Robbenzählung?', more = {}): Promise<SentActivity | undefined> {
  return answerTo(words, 'Robbenzählung', more);
}

const turns = () => bot.storedDocuments('model-turns');

describe('whoever asks a lot', () => {
  it('waits for the model, gets the plain answer at once, and nobody else waits', async () => {
    await start({ LLM_ANSWERS_PER_HOUR: '2' });
    await ask('Wer macht schon Robbenzählung?');
    await ask('Wer macht schon Robbenzählung aus der Luft?');
    bot.clock.advance(hourMs - 42_000);
    const asked = server.calls.length;

    const waiting = await ask('Wer zählt Robben mit einer Drohne?');

    expect(waiting?.text).toBe(
      'Bitte warten Sie 42 Sekunden, bis die KI wieder für Sie antwortet. Hier sind die Ergebnisse aus der Suche.',
    );
    expect(JSON.stringify(waiting)).not.toContain('AIGeneratedContent');
    expect(server.calls).toHaveLength(asked);
    expect((await ask('Wer zählt Robben mit einer Drohne?', asBerta))?.text).toBe(proven);
    bot.clock.advance(42_000);
    expect((await ask('Wer zählt Robben mit einer Drohne aus der Luft?'))?.text).toBe(proven);
  });

  it('has 30 answers in an hour where nothing else is set, rejected ones included', async () => {
    await start();
    server.answer = () => ({ text: 'Auch Brilon zählt 47 Robben [1].' });
    for (let count = 0; count < 30; count += 1) {
      expect((await ask())?.text).toBe('Diese Anwendungsfälle passen zu Ihrer Frage.');
    }
    const asked = server.calls.length;

    const waiting = await ask();

    expect(waiting?.text).toBe(
      'Bitte warten Sie 60 Minuten, bis die KI wieder für Sie antwortet. Hier sind die Ergebnisse aus der Suche.',
    );
    expect(server.calls).toHaveLength(asked);
    bot.clock.advance(hourMs);
    server.answer = () => ({ text: proven });
    expect((await ask())?.text).toBe(proven);
  });

  it('hears the same where nothing is found, and sees what the search says', async () => {
    await start({ LLM_ANSWERS_PER_HOUR: '1' });
    await ask();
    bot.clock.advance(hourMs - 1000);
    const asked = server.calls.length;

    const nothing = await answerTo('Wer macht schon Zauberdrachen?', 'noch niemand');

    expect(nothing?.text).toBe(
      'Bitte warten Sie eine Sekunde, bis die KI wieder für Sie antwortet. Bis dahin antwortet die Suche allein.',
    );
    expect(server.calls).toHaveLength(asked);
    bot.clock.advance(1000);
    expect((await answerTo('Wer macht schon Zauberdrachen?', 'noch niemand'))?.text).toBeUndefined();
    expect(server.calls.length).toBeGreaterThan(asked);
  });

  it('uses no turn with pages, presses and other messages', async () => {
    await start({ LLM_ANSWERS_PER_HOUR: '1' });
    const before = await ask();
    const details = await bot.press(buttonNamed(cardOf(before), 'Details zu Robbenzählung aus der Luft'));
    await bot.press(buttonNamed(details, 'Zurück'));
    await bot.say('Hilfe');
    await bot.say('Meine Daten');

    expect(server.calls).toHaveLength(1);
    expect((await turns()).map(({ body }) => body['times'])).toEqual([[bot.clock.now()]]);
  });

  it('hears when the tokens of the whole organisation are used up for the day', async () => {
    await start({ LLM_TOKENS_PER_DAY: '1' });
    await ask();

    const spent = await ask('Wer zählt Robben mit einer Drohne?', asBerta);

    expect(spent?.text).toBe(
      'Für heute ist aufgebraucht, was Ihre Organisation für die KI vorgesehen hat. Hier sind die Ergebnisse aus der Suche; morgen antwortet die KI wieder.',
    );
    bot.clock.advance(24 * hourMs);
    expect((await ask('Wer zählt Robben mit einer Drohne?', asBerta))?.text).toBe(proven);
  });
});

describe('while nothing can be written', () => {
  it('the search answers alone: an outage costs nothing, and the answer is there', async () => {
    const clock = new FakeClock(Date.UTC(2026, 10, 22, 9));
    const unwritable = createUnwritableStore(clock);
    await start({}, { clock, store: unwritable.store });
    await ask('Wer macht schon Robbenzählung aus der Luft?');
    const asked = server.calls.length;
    unwritable.break({ reason: 'full', write: 0 });

    const alone = await ask();

    expect(alone?.text).toBe('Die KI antwortet gerade nicht; hier sind Ergebnisse aus der Suche.');
    expect(server.calls).toHaveLength(asked);
    unwritable.mend();
    expect((await ask())?.text).toBe(proven);
  });
});

describe('without a model', () => {
  it('nothing is counted, read or written for budgets', async () => {
    server = await ModelServer.start();
    bot = await startCommunity();
    const { modelTurns, modelUseDays, useCases } = bot.app.deps;
    await useCases.add(robben);
    const taken = vi.spyOn(modelTurns, 'take');
    const read = vi.spyOn(modelUseDays, 'find');
    const added = vi.spyOn(modelUseDays, 'add');

    await ask();
    await answerTo('Wer macht schon Zauberdrachen?', 'noch niemand');

    for (const access of [taken, read, added]) {
      expect(access).not.toHaveBeenCalled();
    }
  });
});
