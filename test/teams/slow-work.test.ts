import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { frontTexts } from '../../src/texts/front-texts.ts';
import { aCard, RunningFront } from './running-front.ts';

describe('work that takes longer than Teams waits', () => {
  let running: RunningFront;
  let work: PromiseWithResolvers<void>;

  beforeEach(async () => {
    running = await RunningFront.start({ timing: { messageMs: 20, invokeMs: 20 } });
    work = Promise.withResolvers();
  });

  afterEach(async () => {
    work.resolve();
    await running.stop();
  });

  it('is acknowledged, and its result comes as a message', async () => {
    running.handleTurn = async () => {
      await work.promise;
      return [{ kind: 'text', text: 'Jetzt.' }];
    };

    const answer = await running.post();
    const sentBefore = running.connector.messages.length;
    work.resolve();
    await running.connector.until(() => running.connector.messages.length === 1);

    expect(answer.status).toBe(200);
    expect(sentBefore).toBe(0);
    expect(running.connector.messages).toMatchObject([{ text: 'Jetzt.' }]);
  });

  it('after a press is announced, and its result changes the pressed card', async () => {
    running.handleTurn = async () => {
      await work.promise;
      return [{ kind: 'replace', card: aCard('Stand') }];
    };

    const answer = await running.press('meeting.respond');
    work.resolve();
    await running.connector.until(() => running.connector.updates.length === 1);

    expect(answer.body).toMatchObject({
      type: 'application/vnd.microsoft.activity.message',
      value: frontTexts.stillWorking,
    });
    expect(running.connector.updates).toMatchObject([
      { activityId: 'card-1', activity: { summary: 'Stand' } },
    ]);
  });

  it('after a press tells its sentence as a message', async () => {
    running.handleTurn = async () => {
      await work.promise;
      return [{ kind: 'note', text: 'Eingetragen.' }];
    };

    await running.press('meeting.respond');
    work.resolve();
    await running.connector.until(() => running.connector.messages.length === 1);

    expect(running.connector.messages).toMatchObject([{ text: 'Eingetragen.' }]);
  });

  it('for a dialog closes it with the announcement, and the form comes as a message', async () => {
    running.handleTurn = async () => {
      await work.promise;
      return [{ kind: 'dialog', title: 'Neu', card: aCard('Formular') }];
    };

    const answer = await running.post({ type: 'invoke', name: 'task/fetch', value: { data: {} } });
    work.resolve();
    await running.connector.until(() => running.connector.messages.length === 1);

    expect(answer.body).toEqual({ task: { type: 'message', value: frontTexts.stillWorking } });
    expect(running.connector.messages).toMatchObject([{ summary: 'Formular' }]);
  });

  it('is not told where others read along when it is for the presser alone', async () => {
    const conversation = { id: '19:channel', conversationType: 'channel', tenantId: 't' };
    running.handleTurn = async () => {
      await work.promise;
      return [
        { kind: 'note', text: 'Ihre Zusage ist eingetragen.' },
        { kind: 'dialog', title: 'Neu', card: aCard('Ihre Angaben') },
        { kind: 'card', card: aCard('Für alle') },
      ];
    };

    const answer = await running.press('meeting.respond', { conversation });
    work.resolve();
    await running.connector.until(() => running.connector.messages.length > 0);
    await running.front.drain(1_000);

    expect(answer.body).toMatchObject({ value: frontTexts.pressAgain });
    expect(running.connector.messages).toMatchObject([{ summary: 'Für alle' }]);
    expect(running.connector.messages).toHaveLength(1);
  });

  it('and fails is explained in a message', async () => {
    running.handleTurn = async () => {
      await work.promise;
      throw new Error('x');
    };

    await running.press('meeting.respond');
    work.resolve();
    await running.connector.until(() => running.connector.messages.length === 1);

    expect(running.connector.messages).toMatchObject([{ text: frontTexts.failed }]);
    expect(running.log).toHaveLength(1);
  });

  it('in the store that claims turns is announced as well', async () => {
    const claim = Promise.withResolvers<boolean>();
    const slow = await RunningFront.start({
      timing: { messageMs: 20, invokeMs: 20 },
      claimTurn: () => claim.promise,
    });
    slow.handleTurn = () => [{ kind: 'note', text: 'Eingetragen.' }];

    const answer = await slow.press('meeting.respond');
    claim.resolve(true);
    await slow.connector.until(() => slow.connector.messages.length === 1);
    await slow.stop();

    expect(answer.body).toMatchObject({ value: frontTexts.stillWorking });
  });

  it('is waited for at the end, while new activities are sent elsewhere', async () => {
    running.handleTurn = async () => {
      await work.promise;
      return [{ kind: 'text', text: 'Noch fertig geworden.' }];
    };
    await running.post();

    const drained = running.front.drain(5_000);
    const refused = await running.post({ id: 'activity-2' });
    work.resolve();

    expect(await drained).toBe(0);
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('10');
    expect(running.connector.messages).toMatchObject([{ text: 'Noch fertig geworden.' }]);
  });

  it('is left behind when it takes longer than the end may take, and the log says so', async () => {
    running.handleTurn = async () => {
      await work.promise;
      return [];
    };
    await running.post();

    const left = await running.front.drain(10);

    expect(left).toBe(1);
    expect(running.log).toMatchObject([{ event: 'teams.turns-left-behind', facts: { left: 1 } }]);
  });
});
