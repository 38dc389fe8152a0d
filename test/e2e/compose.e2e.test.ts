import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Playground } from '../support/playground.ts';

let playground: Playground;

beforeAll(async () => {
  playground = await Playground.start();
});

afterAll(async () => {
  await playground.stop();
});

describe('the compose box of a group chat', () => {
  it('finds a use case letter by letter, puts its card into a message, and the card opens the details for all', async () => {
    await playground.enter('group');

    await playground.search('chatbot nur im Einsatz');
    await playground.page.getByText('Im Einsatz: Probstadt').waitFor();
    await playground.picture('13-compose-list');
    const inserted = await playground.insert('Chatbot auf der Internetseite');
    await playground.picture('14-compose-card', inserted);
    await playground.press(inserted, 'Details');
    await playground.card('Wer macht das?');
    await playground.picture('15-compose-details');

    expect(await inserted.innerText()).toContain('im Einsatz');
    expect(await inserted.innerText()).not.toContain('Wer macht das?');
  });

  it('says that there is nothing', async () => {
    await playground.search('Quantencomputer');

    const sentence = playground.page.getByText('Bis hierhin nichts gefunden');
    await sentence.waitFor();
    await playground.picture('16-compose-nothing');

    expect(await sentence.innerText()).toBe(
      'Bis hierhin nichts gefunden. Vielleicht hat dazu noch niemand etwas eingetragen.',
    );
  });
});
