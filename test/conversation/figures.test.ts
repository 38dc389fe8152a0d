import { afterEach, describe, expect, it } from 'vitest';
import { useCaseId } from '../../src/domain/ids.ts';
import { startCommunity } from '../support/announcements.ts';
import { adopterAt, aUseCase, menden } from '../support/builders.ts';
import { buttonNamed, cardOf, wordsOf } from '../support/conversation.ts';
import type { TestBot } from '../support/conversation.ts';
import { ModelServer } from '../support/model-server.ts';
import { valueOf } from '../support/user-group-cards.ts';
import { asBerta, pressed } from '../support/user-groups.ts';

let server: ModelServer | undefined;
let bot: TestBot;

afterEach(async () => {
  await bot.stop();
  await server?.close();
  server = undefined;
});

async function start(environment: Readonly<Record<string, string>> = {}): Promise<void> {
  server = await ModelServer.start();
  server.answer = () => ({ text: 'In Menden (Sauerland) zählt eine Drohne die Robben [1].' });
  bot = await startCommunity({
    LLM_BASE_URL: server.baseUrl,
    LLM_MODEL: 'stand-in',
    LLM_PRICE_INPUT: '1000',
    LLM_PRICE_OUTPUT: '2000',
    ...environment,
  });
  await bot.app.deps.useCases.add(
    aUseCase({
      id: useCaseId('robben'),
      title: 'Robbenzählung aus der Luft',
      summary: 'Eine Drohne zählt die Robben.',
      adopters: [adopterAt(menden, 'in_use')],
    }),
  );
}

/** As it is pressed by Anna, who organises. */
const figures = async () => wordsOf(valueOf(await bot.press(pressed('figures.show'))));

async function rate(reaction: 'like' | 'dislike', feedback: string, more = {}): Promise<void> {
  const value = { actionName: 'feedback', actionValue: { reaction, feedback } };
  await bot.post({ type: 'invoke', name: 'message/submitAction', value, ...more }, 'personal');
}

async function ask(more = {}): Promise<void> {
  const before = bot.connector.messages.length;
  await bot.say('Wer macht schon Robbenzählung?', 'personal', more);
  await bot.connector.until(() =>
    bot.connector.messages.slice(before).some(({ attachments }) => attachments !== undefined),
  );
  await expect
    .poll(async () => (await bot.storedDocuments('given-answers')).length)
    .toBeGreaterThanOrEqual(1);
}

describe('"Kennzahlen"', () => {
  it('tells organisers what people say of answers, and what the model used and cost', async () => {
    await start();
    await ask(asBerta);
    await rate('dislike', JSON.stringify({ reason: 'wrong', words: 'Das stimmt nicht.' }), asBerta);
    await expect.poll(async () => (await bot.storedDocuments('model-use-days')).length).toBe(1);

    const words = await figures();

    expect(words).toContain('Diese Woche (ab 16.11.)');
    expect(words).toContain('0 hilfreich, 1 nicht hilfreich; davon mit Sätzen der KI 0 hilfreich, 1 nicht');
    expect(words).toContain('Gründe der letzten beiden Wochen: Falsch oder veraltet (1).');
    expect(words).toMatch(/So\., 22\.11\.: Eine Anfrage, [\d.]+ Tokens, etwa [\d.,]+\s€/);
    expect(words).toMatch(/Dieser Monat: Eine Anfrage, /);
    expect(words).not.toContain('Das stimmt nicht');
    expect(words).not.toMatch(/berta/i);
  });

  it.each(['Kennzahlen', 'Statistik', 'KI-Kosten', 'Rückmeldungen'])('is shown for "%s"', async (words) => {
    await start();

    const [shown] = await bot.say(words);

    expect(wordsOf(cardOf(shown))).toContain('Rückmeldungen zu Antworten');
  });

  it('is refreshed in place', async () => {
    await start();
    const [shown] = await bot.say('Kennzahlen');
    const before = cardOf(shown);
    await ask(asBerta);
    await rate('like', '', asBerta);

    const after = valueOf(await bot.press(buttonNamed(before, 'Aktualisieren')));

    expect(wordsOf(before)).toContain('In den letzten vier Wochen hat niemand eine Antwort bewertet.');
    expect(wordsOf(after)).toContain('1 hilfreich, 0 nicht hilfreich');
  });

  it('says that there is no model, and of costs only what prices tell', async () => {
    bot = await startCommunity();
    expect(await figures()).toContain('Es ist kein Sprachmodell eingestellt.');
    await bot.stop();

    await start({ LLM_PRICE_OUTPUT: '' });
    await ask(asBerta);
    await expect.poll(async () => (await bot.storedDocuments('model-use-days')).length).toBe(1);

    expect(await figures()).toContain('Kosten kann ich nicht nennen');
  });

  it('is for organisers alone, and not where others read along', async () => {
    await start();

    const [member] = await bot.say('Kennzahlen', 'personal', asBerta);
    const [shared] = await bot.say('Kennzahlen', 'group');
    const forged = await bot.press(pressed('figures.show'), 'personal', {}, asBerta);

    expect(member?.text).toBe('Die Kennzahlen sieht nur das Organisationsteam.');
    expect(shared?.text).toMatch(/Einzelchat|1:1/);
    expect(JSON.stringify(forged)).toContain('sieht nur das Organisationsteam');
  });
});
