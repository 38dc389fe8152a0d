import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { aCard, RunningFront } from './running-front.ts';

describe('a press of an Action.Submit button', () => {
  let running: RunningFront;

  function submit(changes: Readonly<Record<string, unknown>> = {}) {
    return running.post({
      text: undefined,
      replyToId: 'card-1',
      value: { verb: 'use-case.show', useCaseId: 'u1', msteams: { type: 'messageBack' } },
      ...changes,
    });
  }

  beforeEach(async () => {
    running = await RunningFront.start();
  });

  afterEach(() => running.stop());

  it('says what was pressed', async () => {
    await submit();

    expect(running.turns[0]?.content).toEqual({
      kind: 'press',
      payload: { verb: 'use-case.show', useCaseId: 'u1' },
      answer: 'message',
    });
  });

  it('changes the pressed card', async () => {
    running.handleTurn = () => [{ kind: 'replace', card: aCard('Details') }];

    await submit();

    expect(running.connector.calls).toMatchObject([
      { method: 'PUT', activityId: 'card-1', activity: { summary: 'Details' } },
    ]);
  });

  it('sends the card anew when the pressed one is gone', async () => {
    running.handleTurn = () => [{ kind: 'replace', card: aCard('Details') }];
    running.connector.script = ({ method }) => (method === 'PUT' ? { status: 404, body: '{}' } : undefined);

    await submit();

    expect(running.connector.calls.map(({ method }) => method)).toEqual(['PUT', 'POST']);
    expect(running.connector.messages).toMatchObject([{ summary: 'Details' }]);
  });

  it('sends the card when Teams does not say which one was pressed', async () => {
    running.handleTurn = () => [{ kind: 'replace', card: aCard('Details') }];

    await submit({ replyToId: undefined });

    expect(running.connector.calls.map(({ method }) => method)).toEqual(['POST']);
  });

  it('never turns an update that may not be into a new message', async () => {
    running.handleTurn = () => [{ kind: 'replace', card: aCard('Details') }];
    running.connector.script = () => ({ status: 403, body: '{"error":{"code":"Forbidden"}}' });

    await submit();

    expect(running.connector.calls.map(({ method }) => method)).toEqual(['PUT']);
    expect(running.log).toMatchObject([{ event: 'teams.reply-failed', facts: { error: { status: 403 } } }]);
  });

  it('sends notes and dialogs as messages', async () => {
    running.handleTurn = () => [
      { kind: 'note', text: 'Notiert.' },
      { kind: 'dialog', title: 'Formular', card: aCard('Formular') },
    ];

    await submit();

    expect(running.connector.messages).toMatchObject([{ text: 'Notiert.' }, { summary: 'Formular' }]);
  });
});
