import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { frontTexts } from '../../src/texts/front-texts.ts';
import { openedValue, queryValue } from '../support/compose.ts';
import { aCard, RunningFront } from './running-front.ts';

describe('what is typed in the compose box', () => {
  let running: RunningFront;

  function type(value: unknown = queryValue('Chatb'), changes: Readonly<Record<string, unknown>> = {}) {
    return running.post({
      type: 'invoke',
      name: 'composeExtension/query',
      text: undefined,
      value,
      ...changes,
    });
  }

  beforeEach(async () => {
    running = await RunningFront.start();
  });

  afterEach(() => running.stop());

  it.each([
    [
      'what is typed so far',
      queryValue(' Chatb '),
      { command: 'useCases', text: 'Chatb', skip: 0, count: 25 },
    ],
    ['an empty box that was opened', openedValue, { command: 'useCases', text: '', skip: 0, count: 25 }],
    ['the next page', queryValue('Chatb', 25), { command: 'useCases', text: 'Chatb', skip: 25, count: 25 }],
    ['a client without a manifest', { parameters: [{ value: 'C' }] }, { text: 'C', skip: 0, count: 25 }],
    ['what cannot be read', { parameters: 5 }, undefined],
  ])('says %s', async (_, value, query) => {
    await type(value);

    expect(running.turns[0]?.content).toEqual({ kind: 'compose-query', query });
  });

  it('is answered with a list of previews and cards, in which words stay words', async () => {
    const card = aCard('Anträge & Bescheide');
    running.handleTurn = () => [
      {
        kind: 'offers',
        offers: [{ title: 'R & D &amp; <b>fett</b> [x](y)', line: 'unter < 20 · <img src=x> &#64;', card }],
      },
    ];

    const answer = await type();

    expect(answer).toMatchObject({ status: 200 });
    expect(answer.body).toEqual({
      composeExtension: {
        type: 'result',
        attachmentLayout: 'list',
        attachments: [
          {
            contentType: 'application/vnd.microsoft.card.adaptive',
            content: card,
            preview: {
              contentType: 'application/vnd.microsoft.card.thumbnail',
              content: {
                title: 'R & D &amp;amp; &lt;b>fett&lt;/b> [x](y)',
                text: 'unter < 20 · &lt;img src=x> &amp;#64;',
              },
            },
          },
        ],
      },
    });
  });

  it('is answered with a sentence', async () => {
    running.handleTurn = () => [{ kind: 'note', text: 'Nichts da.' }];

    expect((await type()).body).toEqual({ composeExtension: { type: 'message', text: 'Nichts da.' } });
  });

  it('is answered every time it is delivered, claims nothing and is not remembered', async () => {
    running.handleTurn = () => [{ kind: 'note', text: `${running.turns.length}` }];

    const answers = [await type(), await type()];

    expect(answers.map(({ body }) => body)).toEqual([
      { composeExtension: { type: 'message', text: '1' } },
      { composeExtension: { type: 'message', text: '2' } },
    ]);
    expect(running.claimed.size).toBe(0);
  });

  it('never leads to a message in the chat', async () => {
    running.handleTurn = () => [
      { kind: 'offers', offers: [] },
      { kind: 'text', text: 'x' },
      { kind: 'card', card: aCard('x') },
    ];

    await type();
    await running.stop();

    expect(running.connector.calls).toEqual([]);
  });

  it('has an answer when something goes wrong', async () => {
    running.handleTurn = () => {
      throw new Error('canary');
    };

    const answer = await type();

    expect(answer.body).toEqual({ composeExtension: { type: 'message', text: frontTexts.failed } });
    expect(running.connector.calls).toEqual([]);
    expect(running.log).toMatchObject([{ level: 'error', event: 'teams.turn-failed' }]);
  });

  it('has an answer when it takes too long, and what comes later is dropped', async () => {
    await running.stop();
    running = await RunningFront.start({ timing: { messageMs: 20, invokeMs: 20 } });
    const work = Promise.withResolvers<void>();
    running.handleTurn = async () => {
      await work.promise;
      return [{ kind: 'note', text: 'Zu spät.' }];
    };

    const answer = await type();
    work.resolve();
    await running.front.drain(1_000);

    expect(answer.body).toEqual({ composeExtension: { type: 'message', text: frontTexts.tooSlow } });
    expect(running.connector.calls).toEqual([]);
  });

  it.each([['composeExtension/querySettingUrl'], ['composeExtension/selectItem']])(
    'is told apart from other requests of the compose box: %s',
    async (name) => {
      const answer = await type(undefined, { name });

      expect(answer.status).toBe(501);
      expect(running.turns).toEqual([]);
    },
  );
});
