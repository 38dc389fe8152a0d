import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { frontTexts } from '../../src/texts/front-texts.ts';
import { aCard, RunningFront } from './running-front.ts';

const cardType = 'application/vnd.microsoft.card.adaptive';

describe('a dialog', () => {
  let running: RunningFront;

  function dialog(name: string, data: unknown = { verb: 'use-case.new', msteams: { type: 'task/fetch' } }) {
    return running.post({
      type: 'invoke',
      name,
      text: undefined,
      value: { data, context: { theme: 'dark' } },
    });
  }

  beforeEach(async () => {
    running = await RunningFront.start();
  });

  afterEach(() => running.stop());

  it.each([['task/fetch'], ['task/submit']])('asks by %s', async (name) => {
    await dialog(name);

    expect(running.turns[0]?.content).toEqual({
      kind: 'press',
      payload: { verb: 'use-case.new' },
      answer: 'dialog',
    });
  });

  it.each([['task/fetch'], ['task/submit']])('shows a card after %s', async (name) => {
    running.handleTurn = () => [{ kind: 'dialog', title: 'Neu', card: aCard('Formular') }];

    const answer = await dialog(name);

    expect(answer.body).toEqual({
      task: {
        type: 'continue',
        value: {
          title: 'Neu',
          height: 'large',
          width: 'large',
          card: { contentType: cardType, content: aCard('Formular') },
        },
      },
    });
  });

  it('shows the same form again when the form is replaced', async () => {
    running.handleTurn = () => [{ kind: 'replace', card: aCard('Formular mit Hinweis') }];

    const answer = await dialog('task/submit');

    expect(answer.body).toMatchObject({
      task: {
        type: 'continue',
        value: { title: frontTexts.dialogTitle, card: { content: aCard('Formular mit Hinweis') } },
      },
    });
  });

  it('ends with a sentence', async () => {
    running.handleTurn = () => [{ kind: 'note', text: 'Gespeichert.' }];

    const answer = await dialog('task/submit');

    expect(answer.body).toEqual({ task: { type: 'message', value: 'Gespeichert.' } });
  });

  it('closes when the reply is a message in the chat', async () => {
    running.handleTurn = () => [{ kind: 'card', card: aCard('Neu im Verzeichnis') }];

    const answer = await dialog('task/submit');
    await running.connector.until(() => running.connector.messages.length === 1);

    expect(answer).toMatchObject({ status: 200, text: '' });
    expect(running.connector.messages).toMatchObject([{ summary: 'Neu im Verzeichnis' }]);
  });

  it('that was to open says where the answer is when there is no form', async () => {
    running.handleTurn = () => [{ kind: 'card', card: aCard('Neu im Verzeichnis') }];

    const answer = await dialog('task/fetch');
    await running.connector.until(() => running.connector.messages.length === 1);

    expect(answer.body).toEqual({ task: { type: 'message', value: frontTexts.answeredBelow } });
  });

  it('has no payload when its data is broken', async () => {
    await dialog('task/fetch', 'x');

    expect(running.turns[0]?.content).toMatchObject({ payload: undefined });
  });
});
