import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { RunningFront } from './running-front.ts';

const bot = { id: '28:bot' };
const tenantId = 'bbbbbbbb-0000-4000-8000-000000000001';
const team = { id: '19:team@thread.tacv2' };
const inTeam = { id: team.id, conversationType: 'channel', isGroup: true, tenantId };

describe('what happens to a place', () => {
  let running: RunningFront;

  beforeEach(async () => {
    running = await RunningFront.start();
  });

  afterEach(() => running.stop());

  it.each([
    ['the app is installed', { type: 'installationUpdate', action: 'add' }, 'installed'],
    ['the app is removed', { type: 'installationUpdate', action: 'remove' }, 'removed'],
    ['the bot is added', { membersAdded: [{ id: '29:anna' }, bot] }, 'installed'],
    ['the bot is removed', { membersRemoved: [bot, { id: '29:anna' }] }, 'removed'],
    ['the team is deleted', { channelData: { eventType: 'teamDeleted', team } }, 'deleted'],
    ['the team is deleted for ever', { channelData: { eventType: 'teamHardDeleted', team } }, 'deleted'],
    ['the team is restored', { channelData: { eventType: 'teamRestored', team } }, 'restored'],
  ])('is noted of the whole team when %s', async (_what, changes, sign) => {
    const answer = await running.post({ type: 'conversationUpdate', conversation: inTeam, ...changes });

    expect(answer.status).toBe(200);
    expect(running.turns.map(({ change }) => change)).toEqual([{ sign, wholeTeam: true }]);
    expect(running.connector.calls).toEqual([]);
  });

  it.each([
    ['is deleted', 'channelDeleted', {}, 'deleted'],
    ['is restored', 'channelRestored', {}, 'restored'],
    ['loses the bot', 'channelMemberRemoved', { membersRemoved: [bot] }, 'removed'],
    ['gets the bot', 'channelMemberAdded', { membersAdded: [bot] }, 'installed'],
  ])('is noted of one channel when it %s', async (_what, eventType, changes, sign) => {
    const channelData = { eventType, team, channel: { id: '19:other@thread.tacv2' } };

    await running.post({ type: 'conversationUpdate', conversation: inTeam, channelData, ...changes });

    expect(running.turns).toMatchObject([
      {
        change: { sign, wholeTeam: false },
        conversation: { kind: 'channel', channelId: '19:other@thread.tacv2' },
        service: { teamId: team.id },
      },
    ]);
  });

  it('is noted each time, while only what is news is greeted', async () => {
    await running.post({ type: 'installationUpdate', action: 'add', id: '1' });
    await running.post({ type: 'conversationUpdate', membersAdded: [bot], id: '2' });

    expect(running.turns.map(({ content }) => content.kind)).toEqual(['installed', 'noticed']);
    expect(running.turns.map(({ change }) => change?.sign)).toEqual(['installed', 'installed']);
  });

  it('is known by the time of Teams, in whatever zone it is told', async () => {
    await running.post({
      type: 'installationUpdate',
      action: 'remove',
      timestamp: '2026-11-22T10:30:00+01:00',
    });

    expect(running.turns[0]?.happenedAt).toBe(Date.parse('2026-11-22T09:30:00Z'));
  });

  it('has no time when Teams tells none', async () => {
    await running.post({ type: 'installationUpdate', action: 'remove', timestamp: 'yesterday' });

    expect(running.turns).toHaveLength(1);
    expect(running.turns[0]).not.toHaveProperty('happenedAt');
  });

  it('fault 20: is one turn when the bot is removed among 10,000 members', async () => {
    const membersRemoved = Array.from({ length: 10_000 }, (_, index) => ({ id: `29:m${index}` }));

    await running.post({ type: 'conversationUpdate', membersRemoved: [...membersRemoved, bot] });

    expect(running.turns).toHaveLength(1);
    expect(running.connector.calls).toEqual([]);
  });

  it.each([
    ['a channel is created', { channelData: { eventType: 'channelCreated', team } }],
    ['the team is renamed', { channelData: { eventType: 'teamRenamed', team } }],
    ['the team is archived', { channelData: { eventType: 'teamArchived', team } }],
    ['somebody else leaves', { membersRemoved: [{ id: '29:anna' }] }],
    ['there is no list of members', { membersRemoved: 'bot' }],
    ['the data about it is broken', { channelData: { eventType: 5, team: 'x', channel: { id: {} } } }],
  ])('is nothing when %s', async (_what, changes) => {
    const answer = await running.post({ type: 'conversationUpdate', ...changes });

    expect(answer.status).toBe(200);
    expect(running.turns).toEqual([]);
    expect(running.claimed.size).toBe(0);
  });
});
