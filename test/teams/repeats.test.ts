import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { frontTexts } from '../../src/texts/front-texts.ts';
import { aCard, RunningFront } from './running-front.ts';

const ten = Array.from({ length: 10 }, (_, index) => index);

describe('an activity that is delivered again', () => {
  let running: RunningFront;

  beforeEach(async () => {
    running = await RunningFront.start();
  });

  afterEach(() => running.stop());

  it('fault 16: ten times in parallel is answered once', async () => {
    const answers = await Promise.all(ten.map(() => running.post()));

    expect(answers.map(({ status }) => status)).toEqual(ten.map(() => 200));
    expect(running.turns).toHaveLength(1);
    expect(running.connector.messages).toHaveLength(1);
  });

  it('fault 16: ten times the same press in parallel has one effect and ten equal answers', async () => {
    let presses = 0;
    running.handleTurn = () => {
      presses += 1;
      return [{ kind: 'replace', card: aCard(`Platz ${presses}`) }];
    };

    const answers = await Promise.all(ten.map(() => running.press('meeting.respond')));

    expect(presses).toBe(1);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers[0]?.body).toMatchObject({ value: aCard('Platz 1') });
  });

  it('fault 16: a minute later gets the first answer', async () => {
    running.handleTurn = () => [{ kind: 'note', text: 'Eingetragen.' }];

    await running.press('meeting.respond');
    running.clock.advance(60_000);
    const repeated = await running.press('meeting.respond');

    expect(running.turns).toHaveLength(1);
    expect(repeated.body).toMatchObject({ value: 'Eingetragen.' });
  });

  it('fault 16: an hour later, or to another instance, has no effect', async () => {
    await running.press('meeting.respond');
    running.clock.advance(3_600_000);
    const press = await running.press('meeting.respond');

    running.claimed.add('a:anna-and-bot activity-9');
    const message = await running.post({ id: 'activity-9' });

    expect(running.turns).toHaveLength(1);
    expect(press.body).toMatchObject({ value: frontTexts.alreadyDone });
    expect(message).toMatchObject({ status: 200, text: '' });
  });

  it('fault 16: without an id is recognised by its content', async () => {
    await running.post({ id: undefined });
    await running.post({ id: undefined });
    await running.post({ id: undefined, text: 'Noch etwas' });

    expect(running.turns.map(({ content }) => content)).toMatchObject([
      { text: 'Hallo' },
      { text: 'Noch etwas' },
    ]);
    expect(running.connector.calls.map(({ activityId }) => activityId)).toEqual([undefined, undefined]);
  });

  it('fault 17: under a new id is a turn of its own, which the product answers', async () => {
    const done = new Set<string>();
    running.handleTurn = ({ content }) => {
      const key = JSON.stringify(content);
      const text = done.has(key) ? 'Ihre Zusage war schon eingetragen.' : 'Ihre Zusage ist eingetragen.';
      done.add(key);
      return [{ kind: 'note', text }];
    };

    const first = await running.press('meeting.respond');
    const second = await running.press('meeting.respond', { id: 'invoke-2' });

    expect(first.body).toMatchObject({ value: 'Ihre Zusage ist eingetragen.' });
    expect(second.body).toMatchObject({ value: 'Ihre Zusage war schon eingetragen.' });
  });

  it('fault 18: is acted upon in the order of arrival, not of the times it carries', async () => {
    await running.post({ id: 'later', timestamp: '2026-11-22T10:00:00Z', text: 'Absagen' });
    await running.post({ id: 'earlier', timestamp: '2026-11-22T09:00:00Z', text: 'Zusagen' });

    expect(running.turns.map(({ id }) => id)).toEqual(['later', 'earlier']);
  });

  it('in another conversation is another activity', async () => {
    await running.post();
    await running.post({
      conversation: {
        id: 'a:other',
        conversationType: 'personal',
        tenantId: 'bbbbbbbb-0000-4000-8000-000000000001',
      },
    });

    expect(running.turns).toHaveLength(2);
  });

  it('is acted upon when the claim cannot be made, for the person is waiting; the log says so', async () => {
    const broken = await RunningFront.start({ claimTurn: () => Promise.reject(new Error('disk full')) });

    await broken.post();
    await broken.stop();

    expect(broken.turns).toHaveLength(1);
    expect(broken.log).toMatchObject([{ level: 'error', event: 'teams.claim-failed' }]);
  });

  it('after a failure is not tried again by itself', async () => {
    running.handleTurn = () => {
      throw new Error('x');
    };

    await running.post();
    await running.post();

    expect(running.turns).toHaveLength(1);
    expect(running.connector.messages).toMatchObject([{ text: frontTexts.failed }]);
  });
});
