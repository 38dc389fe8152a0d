import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { Address } from '../../src/domain/reach.ts';
import type { SendResult } from '../../src/domain/send-result.ts';
import type { Messenger } from '../../src/ports/messenger.ts';
import { createMessenger } from '../../src/teams/messenger.ts';
import { annasAddress, channelAddress, groupAddress } from '../support/reach.ts';
import { StandInConnector } from '../support/stand-in-connector.ts';
import type { ScriptedAnswer } from '../support/stand-in-connector.ts';

const message = {
  card: { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'Treffen am Montag' }] },
  summary: 'Neues Treffen am Montag',
};
const logger = { info: () => undefined, warn: () => undefined, error: () => undefined };

let connector: StandInConnector;
let messenger: Messenger;

beforeEach(async () => {
  connector = await StandInConnector.start();
  messenger = messengerWithin(5_000);
});

afterEach(() => connector.close());

function messengerWithin(callMs: number): Messenger {
  return createMessenger({ config: { mode: 'playground' }, logger, isServiceAllowed: () => true, callMs });
}

function here(address: Address, path = ''): Address {
  return { ...address, serviceUrl: `${connector.url}${path}` };
}

describe('a message', () => {
  it.each([annasAddress, groupAddress])('to a chat is posted into its conversation', async (address) => {
    const result = await messenger.send(here(address), message);

    expect(result).toEqual({ kind: 'accepted', activityId: 'sent-1' });
    expect(connector.calls).toMatchObject([
      {
        method: 'POST',
        path: `/v3/conversations/${encodeURIComponent(address.conversationId)}/activities`,
        activity: {
          type: 'message',
          summary: 'Neues Treffen am Montag',
          attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: message.card }],
        },
      },
    ]);
  });

  it('keeps the path of the service URL', async () => {
    await messenger.send(here(groupAddress, '/de/'), message);

    expect(connector.calls[0]?.path).toMatch(/^\/de\/v3\/conversations\//);
  });

  it('to a channel begins a thread, and its id is that of the message', async () => {
    connector.script = () => ({
      status: 201,
      body: '{"id":"19:channel@thread.tacv2;messageid=1717","activityId":"1717"}',
    });

    const result = await messenger.send(here(channelAddress), message);

    expect(result).toEqual({ kind: 'accepted', activityId: '1717' });
    expect(connector.calls).toMatchObject([
      {
        method: 'POST',
        path: '/v3/conversations',
        activity: {
          isGroup: true,
          tenantId: channelAddress.tenantId,
          channelData: { channel: { id: '19:channel@thread.tacv2' } },
          activity: { type: 'message', attachments: [{ content: message.card }] },
        },
      },
    ]);
  });

  it('that begins a thread is found by the id of the thread alone', async () => {
    connector.script = () => ({ status: 201, body: '{"id":"19:channel@thread.tacv2;messageid=1717"}' });

    const result = await messenger.send(here(channelAddress), message);

    expect(result).toEqual({ kind: 'accepted', activityId: '1717' });
  });

  it.each([annasAddress, channelAddress])('is changed by its id', async (address) => {
    const result = await messenger.update(here(address), '1717', message);

    expect(result).toEqual({ kind: 'accepted', activityId: '1717' });
    expect(connector.calls).toMatchObject([
      {
        method: 'PUT',
        conversationId: address.conversationId,
        activityId: '1717',
        activity: { type: 'message', id: '1717', attachments: [{ content: message.card }] },
      },
    ]);
  });
});

const subCode = '{\r\n "subCode": "MessageWritesBlocked"\r\n}';

describe('every answer, to a call that is made once', () => {
  it.each<[ScriptedAnswer, SendResult]>([
    [{ status: 201, body: '' }, { kind: 'accepted' }],
    [{ status: 202, body: 'null' }, { kind: 'accepted' }],
    [{ status: 204, body: '' }, { kind: 'accepted' }],
    [{ status: 201, body: '<p>Created' }, { kind: 'accepted' }],
    [{ status: 201, body: '<p>ok', headers: { 'content-type': 'text/html' } }, { kind: 'accepted' }],
    [{ status: 201, body: '<p/>', headers: { 'content-type': 'application/xml' } }, { kind: 'accepted' }],
    [{ status: 201, body: '{"id":5}' }, { kind: 'accepted' }],
    ...[400, 401, 403, 404, 408, 409, 412, 413, 500, 502, 503, 504].map(
      (status): [ScriptedAnswer, SendResult] => [
        { status, body: '{"error":{"code":"SomeCode","message":"words"}}' },
        { kind: 'refused', failure: { status, code: 'SomeCode', message: 'words' } },
      ],
    ),
    [
      { status: 403, body: JSON.stringify({ errorCode: 209, message: subCode }) },
      { kind: 'refused', failure: { status: 403, code: 209, message: subCode } },
    ],
    [
      { status: 403, body: JSON.stringify({ error: { code: 209, message: subCode } }) },
      { kind: 'refused', failure: { status: 403, code: 209, message: subCode } },
    ],
    [
      { status: 502, body: '<html>', headers: { 'content-type': 'text/html' } },
      { kind: 'refused', failure: { status: 502 } },
    ],
    [
      { status: 429, body: '', headers: { 'retry-after': '7' } },
      { kind: 'refused', failure: { status: 429 }, retryAfter: '7' },
    ],
    [
      { status: 503, body: '', headers: { 'retry-after': 'soon' } },
      { kind: 'refused', failure: { status: 503 }, retryAfter: 'soon' },
    ],
    [{ reset: true }, { kind: 'no-answer', reason: 'ECONNRESET' }],
  ])('%j: %j', async (answer, result) => {
    connector.script = () => answer;

    expect(await messenger.send(here(annasAddress), message)).toEqual(result);
    expect(connector.calls).toHaveLength(1);
  });

  it.each([500, 408, 429, 412])('%i: an update is not repeated here either', async (status) => {
    connector.script = () => ({ status, body: '' });

    expect(await messenger.update(here(annasAddress), '1717', message)).toEqual({
      kind: 'refused',
      failure: { status },
    });
    expect(connector.calls).toHaveLength(1);
  });

  it.each([301, 302, 303, 307, 308])('%i: a redirect is not followed', async (status) => {
    const elsewhere = await StandInConnector.start();
    const hosts = [elsewhere.url, connector.url];
    connector.script = () => ({ status, headers: { location: `${hosts.pop()}/elsewhere` }, body: '' });

    const results = [
      await messenger.send(here(annasAddress), message),
      await messenger.send(here(annasAddress), message),
    ];
    await elsewhere.close();

    expect(results).toEqual(Array.from({ length: 2 }, () => ({ kind: 'refused', failure: { status } })));
    expect(connector.calls).toHaveLength(2);
    expect(elsewhere.calls).toEqual([]);
  });

  it.each([
    ['never begins', { delayMs: 60_000 }],
    ['never ends', { endless: true }],
  ])('one that %s ends by itself', async (_what, answer) => {
    connector.script = () => answer;

    const result = await messengerWithin(500).send(here(annasAddress), message);

    expect(result).toEqual({ kind: 'no-answer', reason: 'TimeoutError' });
    expect(connector.calls).toHaveLength(1);
  });

  it('a cut of a connection that was used before: nobody knows', async () => {
    await messenger.send(here(annasAddress), message);
    connector.script = () => ({ reset: true });

    expect(await messenger.send(here(annasAddress), message)).toMatchObject({ kind: 'no-answer' });
    expect(connector.calls).toHaveLength(2);
  });
});
