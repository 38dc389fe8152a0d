import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aCard, RunningFront } from './running-front.ts';

let running: RunningFront;
/** What was told of, and how many messages stood there by then. */
let told: [activityId: string, messages: number][];

const onPosted = async (activityId: string) => {
  told.push([activityId, running.connector.messages.length]);
};

beforeEach(async () => {
  told = [];
  running = await RunningFront.start();
});

afterEach(() => running.stop());

describe('a card that is to be found again', () => {
  it('is told of under the id that Teams gave it, once it stands there', async () => {
    running.handleTurn = () => [
      { kind: 'text', text: 'Hinweis' },
      { kind: 'card', card: aCard('Liste'), onPosted },
    ];

    await running.post();

    expect(told).toEqual([['sent-2', 2]]);
  });

  it('is told of when it comes after a press, too', async () => {
    running.handleTurn = () => [
      { kind: 'note', text: 'Gut.' },
      { kind: 'card', card: aCard('Liste'), onPosted },
    ];

    await running.press('topic.list');
    await running.connector.until(() => running.connector.messages.length === 1);

    await expect.poll(() => told).toEqual([['sent-1', 1]]);
  });

  it('is not told of when Teams did not take it', async () => {
    running.handleTurn = () => [{ kind: 'card', card: aCard('Liste'), onPosted }];
    running.connector.script = () => ({ status: 403, body: '{"error":{"code":"Forbidden"}}' });

    await running.post();

    expect(told).toEqual([]);
  });

  it('is not told of where Teams does not say under which id it stands', async () => {
    running.handleTurn = () => [{ kind: 'card', card: aCard('Liste'), onPosted }];
    running.connector.script = () => ({ body: '{}' });

    const answer = await running.post();

    expect([answer.status, told]).toEqual([200, []]);
  });
});
