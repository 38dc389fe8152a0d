import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OnAnswered, Reply, StreamPiece } from '../../src/chat/reply.ts';
import { frontTexts } from '../../src/texts/front-texts.ts';
import type { ScriptedAnswer } from '../support/stand-in-connector.ts';
import { aCard, RunningFront } from './running-front.ts';

const group = { id: '19:group@thread.v2', conversationType: 'groupChat', isGroup: true, tenantId: 't1' };
const proven: StreamPiece = { kind: 'sentence', text: 'Menden nutzt es [1].', cited: [1] };
const closing: StreamPiece = { kind: 'end', closing: 'Hier sind die Ergebnisse.' };
const thumbs = { feedbackLoop: { type: 'custom' } };

let bot: RunningFront;
let answered: (readonly [string, string])[];

beforeEach(async () => {
  answered = [];
  bot = await RunningFront.start();
});

afterEach(async () => {
  await bot.stop();
});

const onAnswered: OnAnswered = async (id, path) => {
  answered.push([id, path]);
};

/** `shownFirst`: the end comes only when the sentence is shown. */
function aStream(pieces: readonly StreamPiece[], shownFirst = false): Reply {
  async function* compose(): AsyncGenerator<StreamPiece> {
    for (const piece of pieces) {
      if (shownFirst && piece.kind === 'end') {
        await bot.connector.until(() => bot.connector.messages.length >= 2);
      }
      yield piece;
    }
  }
  const citations = [{ title: 'Telefon', abstract: 'mit KI' }];
  return { kind: 'stream', waiting: '…', pieces: compose(), citations, card: aCard('Karte'), onAnswered };
}

async function sent(reply: Reply, changes: Readonly<Record<string, unknown>> = {}) {
  bot.handleTurn = () => [reply];
  await bot.post(changes);
  await bot.front.drain(5_000);
  return bot.connector.messages.at(-1);
}

function answering(nth: number, answer: ScriptedAnswer): void {
  bot.connector.script = ({ method }) =>
    method === 'POST' && bot.connector.messages.length === nth ? answer : undefined;
}

const refused = { status: 403, body: '{"error":{"code":"ContentStreamNotAllowed"}}' };

describe('an answer that people may rate', () => {
  it('has thumbs below its card, and is told of with the id that Teams gave it', async () => {
    const message = await sent({ kind: 'card', card: aCard('Karte'), onAnswered });

    expect(message?.['channelData']).toEqual(thumbs);
    expect(answered).toEqual([['sent-1', 'plain']]);
  });

  it('is no other card', async () => {
    const message = await sent({ kind: 'card', card: aCard('Karte') });

    expect(message?.['channelData']).toBeUndefined();
  });

  it('has thumbs in the last message of its stream alone, and the id of the stream', async () => {
    const message = await sent(aStream([proven, closing]));

    expect(message?.['channelData']).toEqual({ streamType: 'final', streamId: 'sent-1', ...thumbs });
    expect(JSON.stringify(bot.connector.messages.slice(0, -1))).not.toContain('feedbackLoop');
    expect(answered).toEqual([['sent-1', 'model']]);
  });

  it('is a plain one when nothing that a model said was shown', async () => {
    await sent(aStream([closing]));

    expect(answered).toEqual([['sent-1', 'plain']]);
  });

  it('is told of with its own id in a group', async () => {
    const message = await sent(aStream([proven, closing]), { conversation: group });

    expect(message?.['channelData']).toEqual(thumbs);
    expect(answered).toEqual([['sent-2', 'model']]);
  });

  it.each([
    ['before anything was shown', 2, false, 'plain'],
    ['after a sentence was shown', 3, true, 'model'],
  ] as const)('is the card that is left when its stream is stopped %s', async (_, nth, shownFirst, path) => {
    answering(nth, refused);

    const message = await sent(aStream([proven, closing], shownFirst));

    expect(message?.['channelData']).toEqual(thumbs);
    expect(answered).toEqual([[`sent-${nth + 1}`, path]]);
  });

  it('is told of to nobody where Teams gives no id', async () => {
    answering(1, { status: 201, body: '{}' });

    await sent({ kind: 'card', card: aCard('Karte'), onAnswered });

    expect(answered).toEqual([]);
  });
});

it('a form that comes too late for its thumb is not posted', async () => {
  await bot.stop();
  bot = await RunningFront.start({ timing: { messageMs: 5_000, invokeMs: 50 } });
  const { promise, resolve } = Promise.withResolvers<readonly Reply[]>();
  bot.handleTurn = () => promise;
  const value = { data: { actionName: 'feedback', actionValue: { reaction: 'like' } } };

  const response = await bot.post({ type: 'invoke', name: 'message/fetchTask', value });
  resolve([{ kind: 'dialog', title: 'Rückmeldung', card: aCard('Formular') }]);
  await bot.front.drain(5_000);

  expect(response.body).toEqual({ task: { type: 'message', value: frontTexts.tooSlow } });
  expect(bot.connector.messages).toEqual([]);
});

it('an invoke that nobody knows is still refused', async () => {
  expect((await bot.post({ type: 'invoke', name: 'message/other' })).status).toBe(501);
});
