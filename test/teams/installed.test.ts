import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { RunningFront } from './running-front.ts';

const bot = { id: '28:bot' };
const at = (time: string) => `2026-11-22T09:${time}Z`;

describe('the app is added', () => {
  let running: RunningFront;

  function installation(action: string, timestamp: string) {
    return running.post({ type: 'installationUpdate', action, id: `i-${action}-${timestamp}`, timestamp });
  }

  function members(changes: Readonly<Record<string, unknown>>, timestamp = at('00:00')) {
    return running.post({ type: 'conversationUpdate', id: `c-${timestamp}`, timestamp, ...changes });
  }

  /** The turns in which the bot introduces itself; everything else about a place is noted without a word. */
  function additions() {
    return running.turns.filter(({ content }) => content.kind === 'installed');
  }

  beforeEach(async () => {
    running = await RunningFront.start();
  });

  afterEach(() => running.stop());

  it('for a person, by an installation', async () => {
    await installation('add', at('00:00'));

    expect(running.turns.map(({ content }) => content)).toEqual([{ kind: 'installed' }]);
  });

  it('to a team, as a new member', async () => {
    await members({ membersAdded: [{ id: '29:anna' }, bot] });

    expect(running.turns.map(({ content }) => content)).toEqual([{ kind: 'installed' }]);
  });

  it('and both events of one addition are one', async () => {
    await Promise.all([installation('add', at('00:00')), members({ membersAdded: [bot] }, at('00:02'))]);

    expect(additions()).toHaveLength(1);
  });

  it('again, after it was removed', async () => {
    await installation('add', at('00:00'));
    await installation('remove', at('10:00'));
    await installation('add', at('20:00'));

    expect(additions()).toHaveLength(2);
  });

  it('again, even if nobody told us of the removal', async () => {
    await installation('add', at('00:00'));
    await installation('add', at('20:00'));

    expect(additions()).toHaveLength(2);
  });

  it.each([['add-upgrade'], ['remove-upgrade']])('not by "%s"', async (action) => {
    const answer = await installation(action, at('00:00'));

    expect(answer.status).toBe(200);
    expect(running.turns).toEqual([]);
  });

  it('not by "remove", which is noted without a word', async () => {
    const answer = await installation('remove', at('00:00'));

    expect(answer.status).toBe(200);
    expect(running.turns.map(({ content, change }) => [content.kind, change?.sign])).toEqual([
      ['noticed', 'removed'],
    ]);
    expect(running.connector.calls).toEqual([]);
  });

  it('fault 20: not when the removal that followed has arrived before it', async () => {
    await installation('remove', at('00:05'));
    await installation('add', at('00:00'));

    expect(additions()).toEqual([]);
  });

  it('fault 20: and stays added when an older removal arrives late', async () => {
    await installation('add', at('00:05'));
    await installation('remove', at('00:00'));
    await members({ membersAdded: [bot] }, at('00:06'));

    expect(additions()).toHaveLength(1);
  });

  it('fault 20: not by 10,000 other members, who are neither asked about nor greeted', async () => {
    const membersAdded = Array.from({ length: 10_000 }, (_, index) => ({ id: `29:m${index}` }));

    const answer = await members({ membersAdded });

    expect(answer.status).toBe(200);
    expect(running.turns).toEqual([]);
    expect(running.connector.calls).toEqual([]);
  });

  it('fault 20: once among 10,000 members', async () => {
    const membersAdded = Array.from({ length: 10_000 }, (_, index) => ({ id: `29:m${index}` }));

    await members({ membersAdded: [...membersAdded, bot] });

    expect(additions()).toHaveLength(1);
    expect(running.connector.calls).toEqual([]);
  });

  it.each([
    ['a member leaves', { membersRemoved: [{ id: '29:anna' }] }],
    ['the topic changes', { topicName: 'Neu' }],
    ['a channel is created', { channelData: { eventType: 'channelCreated' } }],
    ['members that are no list', { membersAdded: 'bot' }],
  ])('not when %s', async (_what, changes) => {
    const answer = await members(changes);

    expect(answer.status).toBe(200);
    expect(running.turns).toEqual([]);
  });
});
