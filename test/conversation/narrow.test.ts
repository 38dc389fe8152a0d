import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttonNamed, buttonsOf, cardOf, TestBot, wordsOf } from '../support/conversation.ts';
import type { CardButton } from '../support/conversation.ts';

let bot: TestBot;

beforeAll(async () => {
  bot = await TestBot.start();
});

afterAll(async () => {
  await bot.stop();
});

async function ask(question: string, place: 'personal' | 'channel' = 'personal'): Promise<unknown> {
  const [first] = await bot.say(question, place);
  return cardOf(first);
}

/** "Im Einsatz (8)" */
const facet = / \((\d+)\)$/;

function facetsOf(card: unknown): readonly CardButton[] {
  return buttonsOf(card).filter(({ title }) => facet.test(title));
}

/** Rows on the card, and those that "weitere" promises. */
function totalOf(card: unknown): number {
  const titles = buttonsOf(card).map(({ title }) => title);
  const more = titles.map((title) => /^(\d+) weitere/.exec(title)?.[1]).find((count) => count !== undefined);
  return titles.filter((title) => title.startsWith('Details zu')).length + Number(more ?? 0);
}

describe('an answer of several pages', () => {
  it('offers to narrow it, and each button leads to as many use cases as it says', async () => {
    const pressed: string[] = [];
    for (const question of [
      'Künstliche Intelligenz',
      'Was gibt es im Beispielkreis?',
      'Was ist im Einsatz?',
    ]) {
      const card = await ask(question);
      for (const button of facetsOf(card)) {
        const narrowed = await bot.press(button);
        pressed.push(`${button.title} ${totalOf(narrowed)}`);
      }
    }

    expect(wordsOf(await ask('Künstliche Intelligenz'))).toMatch(
      /\n17 Anwendungsfälle eingrenzen:\nMacht Ihre Kommune das auch\?/,
    );
    expect(pressed.length).toBeGreaterThan(5);
    expect(
      pressed.filter((line) => facet.exec(line.replace(/ \d+$/, ''))?.[1] !== line.split(' ').at(-1)),
    ).toEqual([]);
  });

  it('is narrowed by a press as by the words, on the same card, and the chip takes it back', async () => {
    const card = await ask('Künstliche Intelligenz');
    const typed = await ask('nur im Einsatz');

    const narrowed = await bot.press(buttonNamed(card, 'Im Einsatz (8)'));
    const widened = await bot.press(buttonNamed(narrowed, 'im Einsatz ✕'));

    expect(narrowed).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
    expect(wordsOf(narrowed)).toBe(wordsOf(typed));
    expect(wordsOf(widened)).toBe(wordsOf(card));
  });

  it('goes on from what was pressed when the next message refers to it', async () => {
    const card = await ask('Künstliche Intelligenz');
    await bot.press(buttonNamed(card, 'Im Einsatz (8)'));

    const next = await ask('weitere');

    expect(wordsOf(next)).toContain('Seite 2 von 2');
    expect(buttonsOf(next).map(({ title }) => title)).toContain('im Einsatz ✕');
  });

  it('offers nothing of a kind that was chosen, and nothing at all on one page', async () => {
    const narrowed = await ask('Künstliche Intelligenz im Einsatz');
    const short = await ask('Wer nutzt Chatbots?');

    expect(facetsOf(narrowed).filter(({ title }) => /^(Im Einsatz|Pilot)/.test(title))).toEqual([]);
    expect(facetsOf(short)).toEqual([]);
    expect(wordsOf(short)).toContain('Genauer: schreiben Sie zum Beispiel');
  });

  it('can be narrowed in a channel, where a new message answers', async () => {
    const card = await ask('Künstliche Intelligenz', 'channel');
    const before = bot.connector.messages.length;

    await bot.press(buttonNamed(card, 'Im Einsatz (8)'), 'channel');
    await bot.connector.until(() => bot.connector.messages.length > before);

    expect(totalOf(cardOf(bot.connector.messages[before]))).toBe(8);
  });
});
