import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { useCaseId } from '../../src/domain/ids.ts';
import { adopterAt, aUseCase, hemer, menden } from '../support/builders.ts';
import { buttonNamed, buttonsOf, cardOf, TestBot, wordsOf } from '../support/conversation.ts';

const many = ['a', 'b', 'c', 'd', 'e'];
let bot: TestBot;

beforeAll(async () => {
  bot = await TestBot.start();
  for (const [index, key] of many.entries()) {
    await bot.app.deps.useCases.add(
      aUseCase({
        id: useCaseId(`swim-${key}`),
        title: `Schwimmkurse Warteliste ${key.toUpperCase()}`,
        summary: 'Plätze im Lehrschwimmbecken werden verlost.',
        adopters: [adopterAt(index % 2 === 0 ? menden : hemer, 'in_use')],
      }),
    );
  }
  await bot.app.deps.useCases.add(
    aUseCase({
      id: useCaseId('swim-secret'),
      title: 'Schwimmkurse Warteliste geheim',
      summary: 'Plätze im Lehrschwimmbecken werden verlost.',
      visibility: 'organisation',
      adopters: [adopterAt(menden, 'in_use')],
    }),
  );
});

afterAll(async () => {
  await bot.stop();
});

async function answerTo(question: string, place: 'personal' | 'channel' = 'personal') {
  const [first] = await bot.say(question, place);
  return cardOf(first);
}

function titles(card: unknown): string[] {
  return buttonsOf(card).map(({ title }) => title);
}

describe('what is like a use case', () => {
  it('stands below its details with where it is done, and leads there and all the way back', async () => {
    const answer = await answerTo('Wer nutzt Chatbots?');
    const details = await bot.press(buttonNamed(answer, 'Details zu Chatbot auf der Internetseite'));

    const related = await bot.press(buttonNamed(details, 'Details zu Digitaler Avatar im Rathaus'));
    const back = await bot.press(buttonNamed(related, 'Zurück'));
    const top = await bot.press(buttonNamed(back, 'Zurück'));

    expect(wordsOf(details)).toContain(
      'Ähnliche Anwendungsfälle\nDigitaler Avatar im Rathaus\nKommune nicht genannt\n›',
    );
    expect(titles(details)).not.toContain('Mehr wie dieses');
    expect(wordsOf(related).split('\n')[0]).toBe('Digitaler Avatar im Rathaus');
    expect(wordsOf(related)).toContain('Wer macht das?');
    expect(wordsOf(back)).toBe(wordsOf(details));
    expect(wordsOf(top)).toBe(wordsOf(answer));
  });

  it('is listed when there is more of it, without what the asker may not see, and leads back by the list', async () => {
    const answer = await answerTo('Warteliste für Schwimmkurse');
    const details = await bot.press(buttonNamed(answer, 'Details zu Schwimmkurse Warteliste A'));

    const list = await bot.press(buttonNamed(details, 'Mehr wie dieses'));
    const related = await bot.press(buttonNamed(list, 'Details zu Schwimmkurse Warteliste D'));
    const again = await bot.press(buttonNamed(related, 'Zurück'));
    const back = await bot.press(buttonNamed(again, 'Zurück'));
    const top = await bot.press(buttonNamed(back, 'Zurück'));

    expect(wordsOf(details)).toContain('Schwimmkurse Warteliste B\nIm Einsatz: Hemer');
    expect(wordsOf(list)).toContain('Ähnlich wie: Schwimmkurse Warteliste A\nSchwimmkurse Warteliste B');
    expect(titles(list).filter((title) => title.startsWith('Details'))).toEqual(
      ['B', 'C', 'D', 'E'].map((key) => `Details zu Schwimmkurse Warteliste ${key}`),
    );
    expect(wordsOf(again)).toBe(wordsOf(list));
    expect(wordsOf(back)).toBe(wordsOf(details));
    expect(wordsOf(top)).toBe(wordsOf(answer));
    expect(JSON.stringify([details, list])).not.toContain('geheim');
  });

  it('is missing where nothing is like it', async () => {
    const answer = await answerTo('Wer hat freie Parkplätze?');

    const details = await bot.press(buttonNamed(answer, 'Details zu Freie Parkplätze anzeigen'));

    expect(wordsOf(details)).toContain('Wer macht das?');
    expect(wordsOf(details)).not.toContain('Ähnliche Anwendungsfälle');
  });

  it('opens as a message of its own where others read along and there are no dialogs', async () => {
    const answer = await answerTo('Wer nutzt Chatbots?', 'channel');
    const before = bot.connector.messages.length;

    await bot.press(buttonNamed(answer, 'Details zu Chatbot auf der Internetseite'), 'channel');
    await bot.connector.until(() => bot.connector.messages.length > before);
    const details = cardOf(bot.connector.messages[before]);
    await bot.press(buttonNamed(details, 'Details zu Digitaler Avatar im Rathaus'), 'channel');
    await bot.connector.until(() => bot.connector.messages.length > before + 1);

    const related = cardOf(bot.connector.messages[before + 1]);
    expect(wordsOf(related).split('\n')[0]).toBe('Digitaler Avatar im Rathaus');
    expect(titles(related)).not.toContain('Zurück');
  });

  it('is read one by one within the dialog that Teams opened, and leads back within it', async () => {
    const press = async (name: string, data: unknown) => {
      const response = await bot.post({ type: 'invoke', name, value: { data } }, 'channel');
      const answer: unknown = await response.json();
      return answer;
    };

    const details = await press('task/fetch', { verb: 'useCase.show', useCaseId: 'swim-a' });
    const list = await press('task/submit', buttonNamed(inDialog(details), 'Mehr wie dieses').data);
    const row = buttonNamed(inDialog(list), 'Details zu Schwimmkurse Warteliste B');
    const related = await press('task/submit', row.data);
    const back = await press('task/submit', buttonNamed(inDialog(related), 'Zurück').data);

    expect(row.type).toBe('Action.Submit');
    expect(row.data).not.toHaveProperty('msteams');
    expect(titles(inDialog(details))).not.toContain('Zurück');
    expect(wordsOf(inDialog(related)).split('\n')[0]).toBe('Schwimmkurse Warteliste B');
    expect(back).toEqual(list);
  });

  it.each([
    ['useCase.showRelated', { useCaseId: 'swim-secret', of: 'swim-a', listed: false }],
    ['useCase.listRelated', { useCaseId: 'swim-secret' }],
  ])('is not told by a forged %s', async (verb, data) => {
    const answer = await bot.press({ type: 'Action.Execute', title: 'x', verb, data });

    expect(answer).toMatchObject({ type: 'application/vnd.microsoft.activity.message' });
    expect(JSON.stringify(answer)).toContain('nur für die Kommunen sichtbar');
    expect(JSON.stringify(answer)).not.toContain('geheim');
  });
});

const Dialog = z.object({
  task: z.object({
    type: z.literal('continue'),
    value: z.object({ card: z.object({ content: z.record(z.string(), z.unknown()) }) }),
  }),
});

/** The card within a dialog. */
function inDialog(answer: unknown): unknown {
  return Dialog.parse(answer).task.value.card.content;
}
