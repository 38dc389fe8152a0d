import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useCaseId } from '../../src/domain/ids.ts';
import { adopterAt, aUseCase, menden } from '../support/builders.ts';
import { cardOf, TestBot, wordsOf } from '../support/conversation.ts';
import { ModelServer } from '../support/model-server.ts';

const patience = { timeout: 20_000 };
const title = 'Zählung der Meeressäuger';

let server: ModelServer;
let bot: TestBot;

/** Texts about seals lie in one direction, all others in one of their own. */
function meaningOf(text: string): readonly number[] {
  const vector = Array.from({ length: 64 }, () => 0);
  if (/robben|meeress/i.test(text)) {
    vector[0] = 1;
  } else {
    const place = text.split('').reduce((sum, letter) => (31 * sum + (letter.codePointAt(0) ?? 0)) % 63, 7);
    vector[place + 1] = 1;
  }
  return vector;
}

beforeEach(async () => {
  server = await ModelServer.start();
  server.vectorOf = meaningOf;
  bot = await TestBot.start({ LLM_BASE_URL: server.baseUrl, EMBEDDING_MODEL: 'stand-in' });
  await bot.app.deps.useCases.add(
    aUseCase({
      id: useCaseId('seals'),
      title,
      summary: 'Aus der Luft.',
      adopters: [adopterAt(menden, 'in_use')],
    }),
  );
});

afterEach(async () => {
  await bot.stop();
  await server.close();
});

async function ask(question: string): Promise<string> {
  const [message] = await bot.say(question);
  return wordsOf(cardOf(message));
}

async function areMade(): Promise<void> {
  await expect
    .poll(() => bot.app.deps.useCaseVectors.contentHashOf(useCaseId('seals'), 'stand-in'), patience)
    .toBeDefined();
}

describe('a question while there is a model of meaning', () => {
  it('finds what shares no word with it, as something similar, once the vectors are made', async () => {
    await areMade();

    const words = await ask('Wer macht schon Kegelrobben?');

    expect(words).toContain(title);
    expect(words).not.toContain('Eine Kommune setzt das ein.');
  });

  it('finds what its words say as before when the model fails or says nonsense', async () => {
    await areMade();
    const before = await ask('Wer macht schon Meeressäuger?');
    server.answer = () => ({
      vectors: [Array.from({ length: 64 }, (_, place) => (place % 2 === 0 ? 1 : -1))],
    });
    const nonsense = await ask('Wer macht schon Zählung der Meeressäuger?');
    server.answer = () => ({ status: 500 });
    const failing = await ask('Macht jemand Meeressäuger Zählung?');

    for (const words of [before, nonsense, failing]) {
      expect(words).toMatch(new RegExp(`^Eine Kommune setzt das ein\\.[^]*${title}`));
    }
  });

  it('follows what is entered, changed and archived', async () => {
    await areMade();
    const calls = server.calls.length;
    const { useCases } = bot.app.deps;
    const known = await useCases.find(useCaseId('seals'));
    expect(known).toBeDefined();
    await useCases.add(
      aUseCase({ id: useCaseId('neu'), title: 'Robben an Land', adopters: [adopterAt(menden, 'pilot')] }),
    );

    await expect
      .poll(() => bot.app.deps.useCaseVectors.contentHashOf(useCaseId('neu'), 'stand-in'), patience)
      .toBeDefined();
    const texts = server.calls.slice(calls).flatMap((call) => call.texts);
    expect(texts).toHaveLength(1);
    expect(texts[0]).toContain('Robben an Land');
  });
});
