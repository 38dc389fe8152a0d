import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownCardId } from '../../../src/features/meetings/find-own-card.ts';
import { showEveryMs } from '../../../src/jobs/meetings/show-own-answers.ts';
import { anna } from '../../support/reach.ts';
import { anOwnAnswerScene, id } from './own-answer-scene.ts';
import type { OwnAnswerScene } from './own-answer-scene.ts';

let scene: OwnAnswerScene;
let jobs: { stop(): Promise<void> }[];

const posted = { kind: 'delivered', at: 0, activityId: 'card-1' } as const;

function start(count = 1): void {
  jobs = Array.from({ length: count }, () => scene.startInstance());
}

beforeEach(async () => {
  scene = await anOwnAnswerScene();
  jobs = [];
});

afterEach(async () => {
  await Promise.all(jobs.map((job) => job.stop()));
});

describe('an answer that was given elsewhere', () => {
  it('is soon on the invitation in the own chat, once', async () => {
    await scene.invited(posted);
    await scene.answered();
    start();

    await scene.pass(5 * showEveryMs);

    expect(scene.updates).toEqual([{ activityId: 'card-1', summary: 'accepted 1' }]);
    expect(await scene.isLate()).toBe(false);
    expect(await scene.begun()).toEqual(['meeting']);
  });

  it('is shown by one of three instances', async () => {
    await scene.invited(posted);
    await scene.answered();
    start(3);

    await scene.pass(5 * showEveryMs);

    expect(scene.updates).toHaveLength(1);
    expect(await scene.isLate()).toBe(false);
  });

  it('is shown again when another one came meanwhile', async () => {
    await scene.invited(posted);
    await scene.answered();
    scene.meanwhile = async () => {
      scene.meanwhile = async () => undefined;
      await scene.answered({ answer: 'declined', number: 2 });
    };
    start();

    await scene.pass(5 * showEveryMs);

    expect(scene.updates.map(({ summary }) => summary)).toEqual(['accepted 1', 'declined 2']);
    expect(await scene.isLate()).toBe(false);
  });

  it('is shown again when they said meanwhile that they are there', async () => {
    await scene.invited(posted);
    await scene.answered();
    scene.meanwhile = async () => {
      scene.meanwhile = async () => undefined;
      await scene.answered({ checkedInAt: 1 });
    };
    start();

    await scene.pass(15 * showEveryMs);

    expect(scene.updates).toHaveLength(2);
    expect(await scene.isLate()).toBe(false);
  });

  it('waits as long as Teams wants to be left alone', async () => {
    await scene.invited(posted);
    await scene.answered();
    scene.answer = () => ({ kind: 'refused', failure: { status: 429 }, retryAfter: '20' });
    start(2);
    await scene.pass(15_000);
    const tried = scene.updates.length;
    scene.answer = () => ({ kind: 'accepted' });

    await scene.pass(15_000);

    expect(tried).toBeLessThanOrEqual(2);
    expect(scene.updates.length).toBeGreaterThan(tried);
    expect(await scene.isLate()).toBe(false);
  });

  it('is left alone where the card is gone', async () => {
    await scene.invited(posted);
    await scene.answered();
    const failure = { status: 404, code: 'ActivityNotFoundInConversation' };
    scene.answer = () => ({ kind: 'refused', failure });
    start();

    await scene.pass(5 * showEveryMs);

    expect(scene.updates).toHaveLength(1);
    expect(await scene.isLate()).toBe(false);
  });

  it('is shown after a mistake of ours was repaired', async () => {
    await scene.invited(posted);
    await scene.answered();
    const { draw } = scene;
    scene.draw = () => Promise.reject(new Error('cannot be drawn'));
    start();
    await scene.pass(3 * showEveryMs);
    scene.draw = draw;

    await scene.pass(20 * showEveryMs);

    expect(scene.failures.length).toBeGreaterThan(0);
    expect(scene.updates).toHaveLength(1);
    expect(await scene.isLate()).toBe(false);
  });
});

describe('an answer of somebody without an invitation of their own', () => {
  it('comes as a card of their own, which later answers change', async () => {
    await scene.answered();
    start();
    await scene.pass(2 * showEveryMs);
    const first = await scene.begun();
    await scene.answered({ answer: 'declined', number: 7 });

    await scene.pass(2 * showEveryMs);

    expect(first).toEqual(['meeting-own']);
    expect((await scene.broadcasts.find(ownCardId(id, anna)))?.value).toMatchObject({
      audience: [{ kind: 'member', memberId: anna }],
      revision: 15,
    });
    expect(await scene.isLate()).toBe(false);
    expect(scene.updates).toEqual([]);
  });

  it('says so when they are there, too', async () => {
    await scene.answered({ number: 7 });
    start();
    await scene.pass(2 * showEveryMs);
    await scene.answered({ answer: 'declined', number: 8 });
    await scene.pass(2 * showEveryMs);
    const before = (await scene.broadcasts.find(ownCardId(id, anna)))?.value.revision ?? 0;

    await scene.answered({ answer: 'declined', number: 8, checkedInAt: 1 });
    await scene.pass(2 * showEveryMs);

    expect((await scene.broadcasts.find(ownCardId(id, anna)))?.value.revision).toBeGreaterThan(before);
    expect(await scene.isLate()).toBe(false);
  });

  it.each([
    ['went out in the collection of a day', posted, { postponed: { until: 0, because: 'daily' } }],
    ['cannot be changed', { kind: 'delivered', at: 0 }, {}],
    ['never arrived', { kind: 'unreachable', because: 'blocked' }, {}],
  ] as const)('comes so, too, when the invitation %s', async (_, state, fields) => {
    await scene.invited(state, fields);
    await scene.answered();
    start();

    await scene.pass(2 * showEveryMs);

    expect((await scene.begun()).toSorted()).toEqual(['meeting', 'meeting-own']);
    expect(scene.updates).toEqual([]);
  });

  it('is not sent to whom the bot cannot write', async () => {
    await scene.references.eraseOf(anna);
    await scene.answered();
    start();

    await scene.pass(2 * showEveryMs);

    expect(await scene.begun()).toEqual([]);
    expect(await scene.isLate()).toBe(false);
  });

  it('is not sent beside the news that they moved up', async () => {
    await scene.answered({ number: 3 });
    await scene.meetings.change(id, {}, 0, ({ meeting }) => ({
      meeting: { ...meeting, undone: [{ kind: 'tell-promoted', memberId: anna, number: 3 }] },
    }));
    start();

    await scene.pass(2 * showEveryMs);

    expect(await scene.begun()).toEqual([]);
    expect(await scene.isLate()).toBe(false);
  });

  it('is not sent after the meeting has begun', async () => {
    await scene.answered();
    const { startsAt = 0 } = (await scene.meetings.find(id)) ?? {};
    await scene.pass(startsAt - scene.clock.now());
    start();

    await scene.pass(2 * showEveryMs);

    expect(await scene.begun()).toEqual([]);
  });
});

describe('an invitation that is still to be sent', () => {
  it('needs nothing more while it waits: it will be drawn as it is then', async () => {
    await scene.invited({ kind: 'waiting', until: 1, because: 'quiet-hours' });
    await scene.answered();
    start();

    await scene.pass(2 * showEveryMs);

    expect(await scene.isLate()).toBe(false);
    expect(await scene.begun()).toEqual(['meeting']);
  });

  it('is waited for when it may have been drawn already', async () => {
    await scene.invited({ kind: 'sending', epoch: 1, since: 0 });
    await scene.answered();
    start();

    await scene.pass(2 * showEveryMs);

    expect(await scene.isLate()).toBe(true);
    expect(await scene.begun()).toEqual(['meeting']);
  });
});
