import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { RunningFront } from './running-front.ts';

describe('the roster', () => {
  let running: RunningFront;

  async function askRoster() {
    const entries: unknown[] = [];
    running.handleTurn = async ({ sender }) => {
      entries.push(await sender.roster(), await sender.roster());
      return [];
    };
    await running.post();
    return entries;
  }

  beforeEach(async () => {
    running = await RunningFront.start();
  });

  afterEach(() => running.stop());

  it('is not asked unless somebody needs it', async () => {
    await running.post();

    expect(running.connector.rosterReads).toEqual([]);
  });

  it('is asked once in a turn', async () => {
    running.connector.members.set('29:anna', {
      id: '29:anna',
      name: 'Anna Beispiel',
      email: 'anna@example.org',
      userRole: 'user',
    });

    const entries = await askRoster();

    const anna = { name: 'Anna Beispiel', email: 'anna@example.org', guest: false };
    expect(entries).toEqual([anna, anna]);
    expect(running.connector.rosterReads).toHaveLength(1);
  });

  it.each([
    [{ userRole: 'guest' }, true],
    [{ userRole: 'user', userPrincipalName: 'x_example.com#EXT#@y.onmicrosoft.com' }, true],
    [{ userRole: 'user', userPrincipalName: 'x@example.com' }, false],
    [{}, false],
  ])('knows guests: %j', async (facts, guest) => {
    running.connector.members.set('29:anna', { id: '29:anna', name: 'Anna', ...facts });

    const [entry] = await askRoster();

    expect(entry).toMatchObject({ guest });
  });

  it('that does not answer is no reason to fail; the log says so without names', async () => {
    const entries = await askRoster();

    expect(entries).toEqual([undefined, undefined]);
    expect(running.log).toMatchObject([{ level: 'warn', event: 'teams.roster-failed' }]);
    expect(JSON.stringify(running.log)).not.toMatch(/anna/i);
  });

  it('is asked again after a passing failure', async () => {
    running.connector.members.set('29:anna', { id: '29:anna', name: 'Anna' });
    running.connector.script = () =>
      running.connector.rosterReads.length === 1
        ? { status: 503, headers: { 'retry-after': '0' } }
        : undefined;

    const [entry] = await askRoster();

    expect(entry).toMatchObject({ name: 'Anna' });
    expect(running.connector.rosterReads).toHaveLength(2);
  });
});
