import { afterEach, describe, expect, it } from 'vitest';
import { useCaseId } from '../../src/domain/ids.ts';
import { hourMs } from '../../src/domain/instant.ts';
import { startCommunity } from '../support/announcements.ts';
import { adopterAt, aUseCase, menden } from '../support/builders.ts';
import { cardOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { ModelServer } from '../support/model-server.ts';
import type { SentActivity } from '../support/stand-in-connector.ts';
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

async function start(environment: Readonly<Record<string, string>> = {}): Promise<void> {
  server = await ModelServer.start();
  server.answer = () => ({ text: proven });
  bot = await startCommunity({ LLM_BASE_URL: server.baseUrl, LLM_MODEL: 'stand-in', ...environment });
  await bot.app.deps.useCases.add(robben);
}

const isAnswer = (message: SentActivity) =>
  (message.attachments ?? []).length > 0 && wordsOf(cardOf(message)).includes('Robbenzählung');

async function ask(words = 'Wer macht schon Robbenzählung?', more = {}): Promise<SentActivity | undefined> {
  const before = bot.connector.messages.length;
  await bot.say(words, 'personal', more);
  const answers = () => bot.connector.messages.slice(before).filter(isAnswer);
  await bot.connector.until(() => answers().length > 0);
  return answers()[0];
}

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

describe('the same question', () => {
  it('is answered again in the same words without asking the model, at whoever asks it', async () => {
    await start({ LLM_ANSWERS_PER_HOUR: '1' });
    const first = await ask();
    const again = await ask();
    const other = await ask('Wer macht schon Robbenzählung?', asBerta);

    expect(server.calls).toHaveLength(1);
    for (const answer of [again, other]) {
      expect(answer?.text).toBe(proven);
      expect(JSON.stringify(answer)).toContain('AIGeneratedContent');
      expect(cardOf(answer)).toEqual(cardOf(first));
    }
  });

  it('is asked anew when a record has changed, and an hour later', async () => {
    await start();
    await ask();
    const known = await bot.app.deps.useCases.find(robben.id);
    await bot.app.deps.useCases.replace(
      { ...robben, summary: 'Eine Drohne zählt alle Robben.' },
      known?.etag ?? '',
    );
    await expect.poll(() => bot.app.deps.catalogue.find(robben.id)?.summary).toContain('alle Robben');

    await ask();
    expect(server.calls).toHaveLength(2);
    await ask();
    expect(server.calls).toHaveLength(2);
    bot.clock.advance(hourMs + 1);
    await ask();
    expect(server.calls).toHaveLength(3);
  });

  it('is asked anew when the answer before was cut off', async () => {
    await start();
    server.answer = () => ({ text: `${proven} Auch Brilon zählt 47 Robben [1].` });
    await ask();
    server.answer = () => ({ text: proven });

    const again = await ask();

    expect(server.calls).toHaveLength(2);
    expect(again?.text).toBe(proven);
  });
});
