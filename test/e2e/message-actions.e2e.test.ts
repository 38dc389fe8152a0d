import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openBelowComposeBox, openOnMessage } from '../support/playground-actions.ts';
import { Playground } from '../support/playground.ts';

let playground: Playground;

beforeEach(async () => {
  playground = await Playground.start();
});

afterEach(async () => {
  await playground.stop();
});

describe('the dialog for a new use case', () => {
  it('opens below the compose box of a group chat, where nothing is posted', async () => {
    await playground.enter('group');
    await playground.card('Guten Tag.');
    const before = await playground.cards.count();

    const dialog = await openBelowComposeBox(playground);
    await dialog.getByText('Anwendungsfall eintragen').first().waitFor();
    await playground.picture('17-registration-below-compose-box');

    expect(await dialog.getByRole('textbox').count()).toBeGreaterThan(0);
    expect(await playground.cards.count()).toBe(before + (await dialog.locator('.ac-adaptiveCard').count()));
  });

  it('opens in the menu of a message, with its words', async () => {
    await playground.enter('personal');
    const words = 'Wer hat schon einen Chatbot im Einsatz?';
    await playground.ask(words, 'Chatbot auf');

    const dialog = await openOnMessage(playground, words);
    await dialog.getByText('Anwendungsfall eintragen').first().waitFor();
    await playground.picture('18-registration-on-message');

    const typed = await dialog
      .getByRole('textbox')
      .evaluateAll((fields) => fields.map((field) => ('value' in field ? String(field.value) : '')));
    expect(typed.some((value) => value.includes(words))).toBe(true);
  });
});
