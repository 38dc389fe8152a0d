import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { frontTexts } from '../../src/texts/front-texts.ts';
import { captureValue, registerValue } from '../support/message-action.ts';
import { aCard, RunningFront } from './running-front.ts';

const fetchTask = 'composeExtension/fetchTask';
const submitAction = 'composeExtension/submitAction';

describe('a command with a dialog, in a chat that the bot need not be in', () => {
  let running: RunningFront;

  function act(
    name: string,
    value: unknown = registerValue,
    changes: Readonly<Record<string, unknown>> = {},
  ) {
    return running.post({ type: 'invoke', name, text: undefined, value, ...changes });
  }

  async function wordsOf(content: unknown, contentType?: string): Promise<unknown> {
    await act(fetchTask, captureValue(content, contentType));
    return running.turns[0]?.content;
  }

  beforeEach(async () => {
    running = await RunningFront.start();
  });

  afterEach(() => running.stop());

  it.each([
    ['the command', registerValue, { kind: 'action', command: 'registerUseCase' }],
    ['no command where the client knows none', { commandContext: 'compose' }, { kind: 'action' }],
    ['an empty one when nothing can be read', 'x', { kind: 'action', command: '' }],
    ['an empty one when it is endless', { commandId: 'x'.repeat(65) }, { kind: 'action', command: '' }],
    [
      'the message it was chosen on',
      captureValue('<p>Wir nutzen <b>KI</b></p>'),
      { kind: 'action', command: 'captureUseCase', message: { text: 'Wir nutzen KI' } },
    ],
    [
      'the title of a post before its words',
      {
        messagePayload: {
          subject: 'Neu: <Bot>',
          body: { contentType: 'html', content: '<div>Seit heute</div>' },
        },
      },
      { kind: 'action', message: { text: 'Neu: <Bot>\nSeit heute' } },
    ],
    [
      'a message without words',
      { messagePayload: { body: { contentType: 5, content: { $ne: 1 } } } },
      { kind: 'action', message: { text: '' } },
    ],
    ['no message when it is none', { commandId: 'x', messagePayload: 'x' }, { kind: 'action', command: 'x' }],
  ])('says %s', async (_, value, content) => {
    await act(fetchTask, value);

    expect(running.turns[0]?.content).toEqual(content);
  });

  it.each([
    [
      'lines',
      '<h2>Titel</h2>eins<ul><li>zwei</li><li>drei</li></ul>vier<br>f&uuml;nf',
      'Titel\neins\nzwei\ndrei\nvier\nf\u00fcnf',
    ],
    ['names of mentions', '<at id="0">Max</at>&nbsp;<at id="1">Muster</at>: bitte', 'Max Muster: bitte'],
    [
      'quotation marks and dashes',
      '&bdquo;KI&ldquo; &ndash; gut &hellip;',
      '\u201eKI\u201c \u2013 gut \u2026',
    ],
    ['nothing of pictures', 'a<img alt="x > y" src="https://evil.example/x.png" onerror="alert(1)">b', 'ab'],
    ['nothing of comments and attachments', '<!-- x -->a<attachment id="1"></attachment>', 'a'],
    ['what a script says, as words', '<script>alert(1)</script>', 'alert(1)'],
    ['text in a thousand tags', `${'<div>'.repeat(1000)}tief${'</div>'.repeat(1000)}`, 'tief'],
    ['no half letters', 'a\ud800b', 'ab'],
    ['no marks that turn words around', 'a&#x202e;b\u200bc', 'abc'],
    ['a tag whose quotes have no end', '<p title="x>eins</p><p>zwei</p>', 'eins\nzwei'],
    ['a bracket that begins no tag', '3 < 5 und a<1', '3 < 5 und a<1'],
  ])('keeps of a message %s', async (_, content, text) => {
    expect(await wordsOf(content)).toMatchObject({ message: { text } });
  });

  it('keeps what looks like markup in a message that is plain text', async () => {
    expect(await wordsOf('a <b> &amp;\r\nc', 'text')).toMatchObject({ message: { text: 'a <b> &amp;\nc' } });
  });

  it.each([
    ['html', '<p>\u00e4\u00f6 </p>'.repeat(12_000)],
    ['text', '\u00e4'.repeat(60_000)],
  ])('cuts a long message of %s at 20,000 characters', async (contentType, content) => {
    const { message } = Object(await wordsOf(content, contentType));

    expect(message.text).toHaveLength(20_000);
  });

  it.each([
    ['tags without an end', '<a "'.repeat(50_000)],
    ['quotes without an end', `<b '"`.repeat(40_000)],
    ['brackets', '<'.repeat(200_000)],
  ])('reads a message of nothing but %s', async (_, content) => {
    const { message } = Object(await wordsOf(content));

    expect(String(message.text).length).toBeLessThanOrEqual(20_000);
  });

  it('refuses a message of 1 MB unread', async () => {
    const answer = await act(fetchTask, captureValue('x'.repeat(1_000_000)));

    expect(answer.status).toBe(413);
    expect(running.turns).toEqual([]);
  });

  it('is a press in a dialog when something in it is pressed', async () => {
    await act(submitAction, { ...registerValue, data: { verb: 'use-case.new', msteams: {}, title: 'x' } });

    expect(running.turns[0]?.content).toEqual({
      kind: 'press',
      payload: { verb: 'use-case.new', title: 'x' },
      answer: 'dialog',
    });
  });

  it.each([[fetchTask], [submitAction]])('is never taken for a 1:1 chat with the bot (%s)', async (name) => {
    await act(name, registerValue, { replyToId: 'm1' });
    await act(name, registerValue, {
      id: 'a2',
      conversation: {
        id: '19:c;messageid=1',
        conversationType: 'channel',
        tenantId: 'bbbbbbbb-0000-4000-8000-000000000001',
      },
    });

    expect(running.turns.map(({ conversation, messageId }) => [conversation.kind, messageId])).toEqual([
      ['group', undefined],
      ['channel', undefined],
    ]);
  });

  it.each([[fetchTask], [submitAction]])('shows a card after %s', async (name) => {
    running.handleTurn = () => [{ kind: 'dialog', title: 'Neu', card: aCard('Formular') }];

    const answer = await act(name);

    expect(answer.body).toEqual({
      task: {
        type: 'continue',
        value: {
          title: 'Neu',
          height: 'large',
          width: 'large',
          card: { contentType: 'application/vnd.microsoft.card.adaptive', content: aCard('Formular') },
        },
      },
    });
  });

  it.each([
    [fetchTask, 'note'],
    [submitAction, 'note'],
    [fetchTask, 'text'],
    [submitAction, 'text'],
  ] as const)('ends after %s with a sentence (%s)', async (name, kind) => {
    running.handleTurn = () => [{ kind, text: 'Gespeichert.' }];

    expect((await act(name)).body).toEqual({ task: { type: 'message', value: 'Gespeichert.' } });
  });

  it.each([
    [fetchTask, { task: { type: 'message', value: frontTexts.failed } }],
    [submitAction, undefined],
  ])('never leads to a message in the chat: %s', async (name, body) => {
    running.handleTurn = () => [
      { kind: 'card', card: aCard('x') },
      { kind: 'offers', offers: [] },
    ];

    const answer = await act(name);
    await running.stop();

    expect(answer).toMatchObject({ status: 200 });
    expect(answer.body).toEqual(body);
    expect(running.connector.calls).toEqual([]);
  });

  it.each([[fetchTask], [submitAction]])('acts once when %s is delivered again', async (name) => {
    running.handleTurn = () => [{ kind: 'note', text: `${running.turns.length}` }];

    const answers = await Promise.all([act(name), act(name), act(name)]);

    const first = { task: { type: 'message', value: '1' } };
    expect(answers.map(({ body }) => body)).toEqual([first, first, first]);
    expect(running.turns).toHaveLength(1);
  });

  it.each([[fetchTask], [submitAction]])('has an answer when %s goes wrong', async (name) => {
    running.handleTurn = () => {
      throw new Error('canary');
    };

    expect((await act(name)).body).toEqual({ task: { type: 'message', value: frontTexts.failed } });
    expect(running.connector.calls).toEqual([]);
  });

  it.each([[fetchTask], [submitAction]])(
    'has an answer when %s takes too long, and what comes later is dropped',
    async (name) => {
      await running.stop();
      running = await RunningFront.start({ timing: { messageMs: 20, invokeMs: 20 } });
      const work = Promise.withResolvers<void>();
      running.handleTurn = async () => {
        await work.promise;
        return [{ kind: 'dialog', title: 'Zu spät', card: aCard('x') }];
      };

      const answer = await act(name);
      work.resolve();
      await running.front.drain(1_000);

      expect(answer.body).toEqual({ task: { type: 'message', value: frontTexts.tooSlow } });
      expect(running.connector.calls).toEqual([]);
    },
  );
});
