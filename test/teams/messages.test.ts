import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { aCard, RunningFront } from './running-front.ts';

const annasObjectId = 'aaaaaaaa-0000-4000-8000-000000000001';
const tenant = 'bbbbbbbb-0000-4000-8000-000000000001';

describe('a message to the bot', () => {
  let running: RunningFront;

  beforeEach(async () => {
    running = await RunningFront.start();
  });

  afterEach(() => running.stop());

  it('is answered in the 1:1 chat', async () => {
    const answer = await running.post({ text: 'Wer macht schon KI?' });

    expect(answer).toMatchObject({ status: 200, text: '' });
    expect(running.connector.messages).toMatchObject([
      { type: 'message', text: 'Echo: Wer macht schon KI?' },
    ]);
    expect(running.connector.calls[0]?.conversationId).toBe('a:anna-and-bot');
  });

  it('becomes what was said, where and by whom', async () => {
    await running.post({ text: 'Wer macht schon KI?' });

    expect(running.turns).toEqual([
      {
        id: 'activity-1',
        conversation: { id: 'a:anna-and-bot', kind: 'personal' },
        sender: { tenantId: tenant, objectId: annasObjectId, roster: expect.any(Function) },
        service: { serviceUrl: running.connector.url, botId: '28:bot' },
        happenedAt: Date.parse('2026-11-22T09:00:00Z'),
        content: { kind: 'message', text: 'Wer macht schon KI?' },
      },
    ]);
  });

  it('is answered in its thread in a channel, without the mention of the bot', async () => {
    await running.post({
      text: '<at>KI-Community</at>&nbsp;Wer macht das, <at>Max Muster</at>?',
      entities: [
        { type: 'mention', text: '<at>KI-Community</at>', mentioned: { id: '28:bot', name: 'KI-Community' } },
        { type: 'mention', text: '<at>Max Muster</at>', mentioned: { id: '29:max', name: 'Max Muster' } },
        { type: 'clientInfo', locale: 'de-DE' },
      ],
      conversation: {
        id: '19:channel@thread.tacv2;messageid=1700000000000',
        conversationType: 'channel',
        isGroup: true,
        tenantId: tenant,
      },
    });

    expect(running.turns[0]).toMatchObject({
      conversation: { id: '19:channel@thread.tacv2;messageid=1700000000000', kind: 'channel' },
      content: { text: 'Wer macht das, Max Muster?' },
    });
    expect(running.connector.calls).toMatchObject([
      {
        method: 'POST',
        conversationId: '19:channel@thread.tacv2;messageid=1700000000000',
        activityId: 'activity-1',
        activity: { replyToId: 'activity-1' },
      },
    ]);
  });

  it.each([
    [{ conversationType: 'groupChat' }, 'group'],
    [{ conversationType: 'personal' }, 'personal'],
    [{ isGroup: true }, 'group'],
    [{}, 'personal'],
  ])('knows where it was written: %j', async (place, kind) => {
    await running.post({ conversation: { id: 'c1', tenantId: tenant, ...place } });

    expect(running.turns[0]?.conversation.kind).toBe(kind);
  });

  it('is answered with several messages in their order, cards with a summary for notifications', async () => {
    running.handleTurn = () => [
      { kind: 'text', text: 'zuerst' },
      { kind: 'card', card: aCard('3 Kommunen setzen das ein.') },
      { kind: 'note', text: 'zuletzt' },
    ];

    await running.post();

    expect(running.connector.messages).toMatchObject([
      { text: 'zuerst', textFormat: 'plain' },
      {
        summary: '3 Kommunen setzen das ein.',
        attachments: [
          {
            contentType: 'application/vnd.microsoft.card.adaptive',
            content: { type: 'AdaptiveCard', fallbackText: '3 Kommunen setzen das ein.' },
          },
        ],
      },
      { text: 'zuletzt' },
    ]);
  });

  it('takes the tenant from the channel data when the conversation has none', async () => {
    await running.post({
      conversation: { id: 'c1', conversationType: 'personal' },
      channelData: { tenant: { id: tenant } },
    });

    expect(running.turns[0]?.sender.tenantId).toBe(tenant);
  });

  it('has no object id when its sender is anonymous', async () => {
    await running.post({ from: { id: '29:guest', name: 'Gast' } });

    expect(running.turns[0]?.sender).not.toHaveProperty('objectId');
  });
});
