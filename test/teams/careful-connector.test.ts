import { ConnectorClient, MicrosoftAppCredentials } from 'botframework-connector';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { BotAdapter } from '../../src/teams/bot-adapter.ts';
import { toCarefulConnector } from '../../src/teams/careful-connector.ts';
import { toSdkActivity } from '../../src/teams/to-sdk-activity.ts';
import { TeamsActivity } from '../../src/teams/activity.ts';
import { StandInConnector } from '../support/stand-in-connector.ts';
import { aCard, RunningFront } from './running-front.ts';

describe('what the bot sends', () => {
  let running: RunningFront;

  beforeEach(async () => {
    running = await RunningFront.start();
  });

  afterEach(() => running.stop());

  it.each([
    ['500', { status: 500 }],
    ['502', { status: 502 }],
    ['503 with Retry-After', { status: 503, headers: { 'retry-after': '0' } }],
    ['408', { status: 408 }],
    ['429 with Retry-After', { status: 429, headers: { 'retry-after': '0' } }],
    ['a reset after it was accepted', { reset: true }],
  ])('is posted once when the answer is %s, for it may have arrived', async (_what, answer) => {
    running.connector.script = () => answer;

    await running.post();

    expect(running.connector.messages).toHaveLength(1);
    expect(running.log).toMatchObject([{ level: 'error', event: 'teams.reply-failed' }]);
    expect(JSON.stringify(running.log)).not.toMatch(/Hallo|Anna/);
  });

  it('is posted once when the answer is empty or HTML', async () => {
    running.connector.script = () => ({
      status: 201,
      headers: { 'content-type': 'text/html' },
      body: '<p>ok',
    });

    await running.post();

    expect(running.connector.messages).toHaveLength(1);
  });

  it.each([[301], [302], [303], [307], [308]])('fault 26: does not follow a redirect: %i', async (status) => {
    const elsewhere = await StandInConnector.start();
    running.connector.script = ({ method }) => {
      const host = method === 'GET' ? elsewhere.url : running.connector.url;
      return { status, headers: { location: `${host}/elsewhere` } };
    };
    running.handleTurn = async ({ sender }) => {
      await sender.roster();
      return [{ kind: 'text', text: 'Hallo' }];
    };

    await running.post();
    await elsewhere.close();

    expect(running.connector.calls.map(({ method }) => method)).toEqual(['GET', 'POST']);
    expect(running.connector.calls.map(({ path }) => path)).not.toContain('/elsewhere');
    expect(elsewhere.calls).toEqual([]);
  });

  it('is an update that is repeated, because an update done twice is done once', async () => {
    running.handleTurn = () => [{ kind: 'replace', card: aCard('Details') }];
    running.connector.script = () =>
      running.connector.updates.length === 1 ? { status: 503, headers: { 'retry-after': '0' } } : undefined;

    await running.post({ text: undefined, replyToId: 'card-1', value: { verb: 'x' } });

    expect(running.connector.updates).toHaveLength(2);
    expect(running.log).toEqual([]);
  });

  it('carries no token to a service URL that is no longer allowed', async () => {
    const adapter = new BotAdapter({ mode: 'playground' }, () => false);
    const activity = TeamsActivity.parse(running.aMessage());

    const turn = adapter.runTurn(toSdkActivity(activity), {}, async (context) => {
      await context.sendActivity('Hallo');
    });

    await expect(turn).rejects.toMatchObject({ name: 'ForeignServiceUrlError' });
    expect(running.connector.calls).toEqual([]);
  });
});

describe('a call to the connector', () => {
  let connector: StandInConnector;

  beforeEach(async () => {
    connector = await StandInConnector.start();
  });

  afterEach(() => connector.close());

  it.each([
    ['never begins', { delayMs: 60_000 }],
    ['never ends', { endless: true }],
  ])('ends even if the answer %s', async (_what, answer) => {
    connector.script = () => answer;
    const client = new ConnectorClient(MicrosoftAppCredentials.Empty, { baseUri: connector.url });

    const sending = toCarefulConnector(client, 200).conversations.sendToConversation('c1', {
      type: 'message',
    });

    await expect(sending).rejects.toBeInstanceOf(Error);
    expect(connector.calls).toHaveLength(1);
  });

  it('ends even if the token never comes', async () => {
    const credentials = { signRequest: () => new Promise<never>(() => undefined) };
    const client = new ConnectorClient(credentials, { baseUri: connector.url });

    const sending = toCarefulConnector(client, 50).conversations.sendToConversation('c1', {
      type: 'message',
    });

    await expect(sending).rejects.toMatchObject({ name: 'TimeoutError' });
    expect(connector.calls).toEqual([]);
  });

  it('is refused when the client has no pipeline that could be made careful', () => {
    const client = new ConnectorClient(MicrosoftAppCredentials.Empty, { baseUri: connector.url });

    toCarefulConnector(client);

    expect(() => toCarefulConnector(client)).toThrow('The connector client has changed');
  });
});
