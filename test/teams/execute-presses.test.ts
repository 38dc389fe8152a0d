import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { frontTexts } from '../../src/texts/front-texts.ts';
import { aCard, RunningFront } from './running-front.ts';

const cardType = 'application/vnd.microsoft.card.adaptive';
const messageType = 'application/vnd.microsoft.activity.message';

describe('a press of an Action.Execute button', () => {
  let running: RunningFront;

  beforeEach(async () => {
    running = await RunningFront.start();
  });

  afterEach(() => running.stop());

  it('says what was pressed', async () => {
    await running.press('use-case.show');

    expect(running.turns).toMatchObject([
      {
        id: 'invoke-1',
        content: {
          kind: 'press',
          payload: { verb: 'use-case.show', useCaseId: 'u1' },
          answer: 'replace',
        },
      },
    ]);
  });

  it('is answered with the card that replaces the pressed one', async () => {
    running.handleTurn = () => [{ kind: 'replace', card: aCard('Details') }];

    const answer = await running.press('use-case.show');

    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ statusCode: 200, type: cardType, value: aCard('Details') });
    expect(running.connector.calls).toEqual([]);
  });

  it('is answered with a sentence, and the card stays', async () => {
    running.handleTurn = () => [{ kind: 'note', text: 'Ihre Zusage ist eingetragen.' }];

    const answer = await running.press('meeting.respond');

    expect(answer.body).toEqual({
      statusCode: 200,
      type: messageType,
      value: 'Ihre Zusage ist eingetragen.',
    });
    expect(running.connector.calls).toEqual([]);
  });

  it('is answered with the first reply that can be the answer; the others are messages', async () => {
    running.handleTurn = () => [
      { kind: 'text', text: 'Hinweis' },
      { kind: 'replace', card: aCard('ersetzt') },
      { kind: 'card', card: aCard('neu') },
      { kind: 'dialog', title: 'Formular', card: aCard('Formular') },
    ];

    const answer = await running.press('use-case.show');
    await running.connector.until(() => running.connector.messages.length === 3);

    expect(answer.body).toMatchObject({ type: cardType, value: aCard('ersetzt') });
    expect(running.connector.messages).toMatchObject([
      { text: 'Hinweis' },
      { summary: 'neu' },
      { summary: 'Formular' },
    ]);
  });

  it('leaves the card as it is when there is nothing to say', async () => {
    running.handleTurn = () => [];

    const answer = await running.press('use-case.show');

    expect(answer.body).toEqual({ statusCode: 200, type: messageType, value: frontTexts.done });
  });

  it('points to the messages when they are all there is', async () => {
    running.handleTurn = () => [{ kind: 'card', card: aCard('weitere') }];

    const answer = await running.press('ask.more');
    await running.connector.until(() => running.connector.messages.length === 1);

    expect(answer.body).toEqual({ statusCode: 200, type: messageType, value: frontTexts.answeredBelow });
  });

  it('never carries an earlier card over to a later press', async () => {
    const refreshing = { ...aCard('eins'), refresh: { userIds: ['29:anna'] } };
    running.handleTurn = ({ id }) =>
      id === 'invoke-1'
        ? [{ kind: 'replace', card: refreshing }]
        : [{ kind: 'replace', card: aCard('zwei') }];

    await running.press('use-case.show');
    const second = await running.press('use-case.show', { id: 'invoke-2' });

    expect(second.body).toEqual({ statusCode: 200, type: cardType, value: aCard('zwei') });
    expect(running.connector.calls).toEqual([]);
  });

  it('takes who pressed from Teams, whatever the data says', async () => {
    await running.press('x', {
      value: {
        action: {
          type: 'Action.Execute',
          verb: 'x',
          data: { verb: 'y', aadObjectId: 'other', tenantId: 'other', from: { id: '29:other' } },
        },
      },
    });

    expect(running.turns[0]?.sender).toMatchObject({
      objectId: 'aaaaaaaa-0000-4000-8000-000000000001',
      tenantId: 'bbbbbbbb-0000-4000-8000-000000000001',
    });
    expect(running.turns[0]?.content).toMatchObject({ payload: { verb: 'x' } });
  });

  it.each([
    ['no value', undefined],
    ['no action', {}],
    ['a verb that is a number', { action: { verb: 5 } }],
    ['data that is a list', { action: { verb: 'x', data: [] } }],
    ['a word', 'x'],
  ])('has no payload when the press is broken: %s', async (_what, value) => {
    const answer = await running.press('x', { value });

    expect(answer.status).toBe(200);
    expect(running.turns[0]?.content).toEqual({ kind: 'press', payload: undefined, answer: 'replace' });
  });

  it('fault 15: passes data nested 1,900 deep on without falling over', async () => {
    const value = `{"action":{"verb":"x","data":{"deep":${'['.repeat(1_900)}${']'.repeat(1_900)}}}}`;
    const press = { ...running.aMessage(), type: 'invoke', name: 'adaptiveCard/action' };

    const response = await fetch(running.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...press, value: 'VALUE' }).replace('"VALUE"', value),
    });

    expect(response.status).toBe(200);
    expect(running.turns[0]?.content).toMatchObject({ kind: 'press', payload: { verb: 'x' } });
  });

  it('tells the person one friendly sentence when it fails, and the log once without any words', async () => {
    running.handleTurn = () => {
      throw new Error('Anna said canary', { cause: new TypeError('canary') });
    };

    const answer = await running.press('canary.verb');

    expect(answer.body).toEqual({ statusCode: 200, type: messageType, value: frontTexts.failed });
    expect(running.log).toMatchObject([
      {
        level: 'error',
        event: 'teams.turn-failed',
        facts: { error: { name: 'Error', cause: { name: 'TypeError' } } },
      },
    ]);
    expect(JSON.stringify(running.log)).not.toMatch(/canary|anna/i);
  });

  it.each([['composeExtension/querySettingUrl'], ['signin/verifyState'], ['unknown'], [undefined]])(
    'is told apart from invokes that we do not know: %s',
    async (name) => {
      const answer = await running.press('x', { name });

      expect(answer.status).toBe(501);
      expect(running.turns).toEqual([]);
    },
  );

  it('fault 21: is ignored when a bot pressed', async () => {
    const answer = await running.press('x', { from: { id: '28:other', name: 'Bot' } });

    expect(answer.status).toBe(200);
    expect(running.turns).toEqual([]);
  });
});
