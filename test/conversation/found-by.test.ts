import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cardOf, TestBot, wordsOf } from '../support/conversation.ts';

let bot: TestBot;

beforeAll(async () => {
  bot = await TestBot.start();
});

afterAll(async () => {
  await bot.stop();
});

async function linesFor(question: string): Promise<readonly string[]> {
  const [first] = await bot.say(question);
  return wordsOf(cardOf(first)).split('\n');
}

describe('an answer that the typed words do not explain', () => {
  it('says once, above the list, how a typing error was understood', async () => {
    const lines = await linesFor('Wer hat einen Telefonasistent?');

    expect(lines[1]).toBe('Gesucht: Telefonasistent, verstanden als „Telefonassistent“');
    expect(lines.filter((line) => line.includes('verstanden als'))).toHaveLength(1);
    expect(lines.filter((line) => line.startsWith('Gefunden über'))).toEqual([]);
  });

  it('says under the text what a record was found by, where nothing of it is in sight', async () => {
    const lines = await linesFor('Datenplattform');

    const title = lines.indexOf('Freie Parkplätze anzeigen');
    expect(title).toBeGreaterThan(0);
    expect(lines.slice(title, title + 4)).toContain('Gefunden über „Datenplattform“');
    expect(lines.filter((line) => line.startsWith('Gefunden über'))).toHaveLength(1);
  });

  it('says which word of the record means the same, once', async () => {
    await linesFor('Künstliche Intelligenz');
    await linesFor('weitere');

    const lines = await linesFor('weitere');

    expect(lines).toContain('Seite 3 von 4. 17 Anwendungsfälle eingrenzen:');
    expect(lines.filter((line) => line.includes('gleichbedeutend'))).toEqual([
      'Gefunden über „KI“ (gleichbedeutend mit „Künstliche Intelligenz“)',
    ]);
    expect(lines).toContain('Gefunden über „KI“');
  });

  it.each([
    'Wer nutzt Chatbots?',
    'Schlaglocherkennung',
    'Strassenschaeden',
    'potholes',
    'Wohnsitz ummelden',
  ])('says nothing of the kind for "%s", where the rows speak for themselves', async (question) => {
    const words = (await linesFor(question)).join('\n');

    expect(words).not.toMatch(/verstanden als|Gefunden über/);
  });
});
