import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { RunningFront } from './running-front.ts';

const tenant = 'bbbbbbbb-0000-4000-8000-000000000001';

describe('an activity', () => {
  let running: RunningFront;

  beforeEach(async () => {
    running = await RunningFront.start();
  });

  afterEach(() => running.stop());

  it.each([
    ['no sender', { from: undefined }],
    ['a sender without an id', { from: { name: 'Anna' } }],
    ['no recipient', { recipient: null }],
    ['no conversation', { conversation: undefined }],
    ['a conversation that is a list', { conversation: [] }],
    ['a line break in the conversation', { conversation: { id: 'a\r\nb', tenantId: tenant } }],
    ['a NUL in the conversation', { conversation: { id: 'a\u0000b', tenantId: tenant } }],
    ['half a character in the conversation', { conversation: { id: 'a\ud800b', tenantId: tenant } }],
    ['a conversation id of 10 kB', { conversation: { id: 'x'.repeat(10_000), tenantId: tenant } }],
    ['no tenant', { conversation: { id: 'c1' } }],
    ['a tenant that is a path', { conversation: { id: 'c1', tenantId: '../other' } }],
    ['an object id with a dot', { from: { id: '29:anna', aadObjectId: 'x.y' } }],
    ['an object id that is an object', { from: { id: '29:anna', aadObjectId: {} } }],
  ])('fault 15: is answered with 400 when it has %s', async (_what, changes) => {
    const answer = await running.post(changes);

    expect(answer.status).toBe(400);
    expect(running.turns).toEqual([]);
  });

  it.each([
    [
      'absent fields as null',
      { name: null, replyToId: null, entities: null, channelData: null, value: null },
    ],
    ['unexpected types', { name: 5, replyToId: {}, entities: 'x', timestamp: 'yesterday', text: ['x'] }],
    ['unknown fields', { ['__proto__']: { polluted: true }, constructor: 1, toString: 'x' }],
  ])('fault 15: is taken with %s', async (_what, changes) => {
    const answer = await running.post(changes);

    expect(answer.status).toBe(200);
    expect(running.turns).toHaveLength(1);
    expect(running.log).toEqual([]);
  });

  it.each([
    ['absent', undefined],
    ['empty', ''],
    ['null', null],
    ['a number', 5],
    ['foreign', 'http://connector.example/'],
    ["Microsoft's, which gets nothing from a playground", 'https://smba.trafficmanager.net/de/'],
    ['userinfo before loopback', 'http://127.0.0.1:80@evil.example/'],
  ])('fault 11: is answered with 403 when the service URL is %s', async (_what, serviceUrl) => {
    const answer = await running.post({ serviceUrl });

    expect(answer.status).toBe(403);
    expect(running.turns).toEqual([]);
    expect(running.claimed.size).toBe(0);
  });

  it.each([['webchat'], ['directline'], ['msteams2'], ['MSTEAMS'], [''], [undefined], [null], [{}]])(
    'fault 12: is answered with 403 on the channel %j',
    async (channelId) => {
      const answer = await running.post({ channelId });

      expect(answer.status).toBe(403);
      expect(running.turns).toEqual([]);
    },
  );

  it('may come from the emulator in playground mode', async () => {
    const answer = await running.post({ channelId: 'emulator' });

    expect(answer.status).toBe(200);
  });

  it.each([
    ['another bot', { from: { id: '28:other-bot', name: 'Bot' } }],
    ['something with the role of a bot', { from: { id: 'x', role: 'bot' } }],
    ['ourselves', { from: { id: '28:bot', name: 'KI-Community' } }],
    ['ourselves under another kind of id', { from: { id: 'bot-1' }, recipient: { id: 'bot-1' } }],
  ])('fault 21: is ignored when it comes from %s', async (_who, changes) => {
    const answer = await running.post(changes);

    expect(answer.status).toBe(200);
    expect(running.turns).toEqual([]);
    expect(running.connector.calls).toEqual([]);
  });

  it.each([
    ['messageUpdate', { channelData: { eventType: 'editMessage', tenant: { id: tenant } } }],
    ['messageDelete', {}],
    ['messageReaction', { reactionsAdded: [{ type: 'like' }] }],
    ['typing', {}],
    ['event', { name: 'application/vnd.microsoft.readReceipt' }],
    ['endOfConversation', {}],
    ['somethingNew', {}],
  ])('fault 19: %s has no effect, and the message itself none again', async (type, changes) => {
    await running.post();
    const answer = await running.post({ type, ...changes });

    expect(answer.status).toBe(200);
    expect(running.turns).toHaveLength(1);
  });
});
