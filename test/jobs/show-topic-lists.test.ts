import { beforeEach, describe, expect, it } from 'vitest';
import { conversationId } from '../../src/domain/ids.ts';
import { minuteMs, secondMs } from '../../src/domain/instant.ts';
import type { SendResult } from '../../src/domain/send-result.ts';
import { showEveryMs } from '../../src/jobs/show-topic-lists.ts';
import { aListScene, aSharedList, accepted } from './topic-list-scene.ts';
import type { ListScene } from './topic-list-scene.ts';

let scene: ListScene;

beforeEach(async () => {
  scene = await aListScene();
});

const shown = () => scene.updates.map(({ summary }) => summary);

describe('a list of topics that stands where everybody sees it', () => {
  it('follows what happens, what happens within three seconds together, and only when it changed', async () => {
    await scene.lists.put(aSharedList());
    const instance = scene.startInstance();

    await scene.pass(showEveryMs);
    instance.learn('2 Stimmen');
    await scene.pass(secondMs);
    instance.learn('3 Stimmen');
    await scene.pass(2 * secondMs);
    instance.learn('3 Stimmen');
    await scene.pass(10 * secondMs);

    expect(shown()).toEqual(['1 Stimme', '3 Stimmen']);
    expect(scene.updates[0]).toMatchObject({ to: '19:group@thread.v2', activityId: 'card-1' });
  });

  it('is shown at most once each three seconds, however fast people vote', async () => {
    await scene.lists.put(aSharedList());
    const instance = scene.startInstance();

    for (let vote = 1; vote <= 300; vote += 1) {
      instance.learn(`${vote} Stimmen`);
      await scene.pass(100);
    }
    await scene.pass(showEveryMs);

    const gaps = scene.updates.slice(1).map(({ at }, index) => at - (scene.updates[index]?.at ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(showEveryMs);
    expect(shown().at(-1)).toBe('300 Stimmen');
    expect(scene.updates.length).toBeLessThanOrEqual(11);
  });

  it('is not drawn again while nothing changes, but each minute, as time alone changes some things', async () => {
    await scene.lists.put(aSharedList());
    const instance = scene.startInstance();

    await scene.pass(minuteMs);
    const within = instance.draws();
    instance.say('wartet auf das nächste Treffen');
    await scene.pass(minuteMs);

    expect(within).toBe(1);
    expect(instance.draws()).toBe(2);
    expect(shown()).toEqual(['1 Stimme', 'wartet auf das nächste Treffen']);
  });

  it('is updated in its thread in a channel, where only the way to the channel is known', async () => {
    const thread = conversationId('19:channel@thread.tacv2;messageid=1');
    const place = conversationId('19:channel@thread.tacv2');
    await scene.lists.put(aSharedList({ conversationId: thread, placeId: place }));
    scene.startInstance();

    await scene.pass(showEveryMs);

    expect(scene.updates).toMatchObject([{ to: thread }]);
  });

  it('is updated by one of several instances', async () => {
    await scene.lists.put(aSharedList());
    const instances = [scene.startInstance(), scene.startInstance()];
    await scene.pass(showEveryMs);

    for (const instance of instances) {
      instance.learn('2 Stimmen');
    }
    await scene.pass(3 * showEveryMs);

    expect(shown()).toEqual(['1 Stimme', '2 Stimmen']);
  });

  it.each([0, 400, 1500, 2900])(
    'is right in the end when an instance that began %s ms later lags behind',
    async (later) => {
      await scene.lists.put(aSharedList());
      const one = scene.startInstance();
      one.learn('2 Stimmen');
      await scene.pass(later);
      const other = scene.startInstance();
      await scene.pass(showEveryMs + secondMs);

      other.learn('2 Stimmen');
      await scene.pass(5 * showEveryMs);

      expect(shown().at(-1)).toBe('2 Stimmen');
    },
  );

  it.each<[string, SendResult]>([
    ['is gone', { kind: 'refused', failure: { status: 404, code: 'ActivityNotFoundInConversation' } }],
    [
      'cannot be reached any more',
      { kind: 'refused', failure: { status: 403, code: 'BotNotInConversationRoster' } },
    ],
  ])('is forgotten when it %s', async (_, result) => {
    await scene.lists.put(aSharedList());
    scene.answer = async () => result;
    const instance = scene.startInstance();

    await scene.pass(showEveryMs);
    instance.learn('2 Stimmen');
    await scene.pass(5 * showEveryMs);

    expect(shown()).toEqual(['1 Stimme']);
    expect(await scene.lists.latest()).toEqual([]);
  });

  it('waits as long as Teams asks for, and then shows what is true then', async () => {
    await scene.lists.put(aSharedList());
    scene.answer = async () => ({ kind: 'refused', failure: { status: 429 }, retryAfter: '20' });
    const instance = scene.startInstance();
    await scene.pass(showEveryMs);
    scene.answer = async () => accepted;
    instance.learn('2 Stimmen');

    await scene.pass(19 * secondMs);
    const before = shown();
    await scene.pass(2 * showEveryMs);

    expect([before, shown()]).toEqual([['1 Stimme'], ['1 Stimme', '2 Stimmen']]);
  });

  it('is tried again when the answer was lost, which doubles nothing', async () => {
    await scene.lists.put(aSharedList());
    scene.answer = async () => ({ kind: 'no-answer', reason: 'reset' });
    scene.startInstance();
    await scene.pass(showEveryMs);
    scene.answer = async () => accepted;

    await scene.pass(minuteMs);

    expect(shown()).toEqual(['1 Stimme', '1 Stimme']);
    expect(await scene.lists.latest()).toHaveLength(1);
  });

  it('that cannot be drawn keeps no other from it, and is drawn as soon as it can be', async () => {
    const broken = aSharedList({ activityId: 'broken', list: { view: 'new', page: 1 } });
    await scene.lists.put(broken);
    await scene.lists.put(aSharedList());
    const instance = scene.startInstance();
    instance.breakView('new');

    await scene.pass(showEveryMs);
    const first = scene.updates.map(({ activityId }) => activityId);
    instance.learn('2 Stimmen');
    await scene.pass(showEveryMs);
    const meanwhile = shown();
    instance.breakView(undefined);
    await scene.pass(showEveryMs);

    expect(first).toEqual(['card-1']);
    expect(meanwhile).toEqual(['1 Stimme', '2 Stimmen']);
    expect(scene.updates.at(-1)).toMatchObject({ activityId: 'broken', summary: '2 Stimmen' });
    expect(scene.failures).toHaveLength(2);
  });

  it('is looked at again after the store could not be read', async () => {
    await scene.lists.put(aSharedList());
    scene.failReads(true);
    scene.startInstance();

    await scene.pass(showEveryMs);
    scene.failReads(false);
    await scene.pass(showEveryMs);

    expect(shown()).toEqual(['1 Stimme']);
    expect(scene.failures).toHaveLength(1);
  });
});

describe('the job that shows them', () => {
  it('stops as soon as those are through that it has begun, however many wait', async () => {
    for (let card = 0; card < 40; card += 1) {
      await scene.lists.put(aSharedList({ activityId: `card-${card}` }));
    }
    scene.answer = () =>
      new Promise((resolve) => {
        scene.clock.after(4 * secondMs, () => resolve(accepted));
      });
    const instance = scene.startInstance();
    await scene.pass(showEveryMs);
    const begun = scene.updates.length;
    const from = scene.clock.now();

    let stoppedAt: number | undefined;
    const stop = async () => {
      await instance.stop();
      stoppedAt = scene.clock.now();
    };
    void stop();
    await scene.clock.run(() => stoppedAt !== undefined);

    expect(begun).toBe(8);
    expect(scene.updates).toHaveLength(8);
    expect((stoppedAt ?? 0) - from).toBeLessThanOrEqual(4 * secondMs);
  });

  it('shows a card that came meanwhile, in the next round', async () => {
    await scene.lists.put(aSharedList());
    scene.startInstance();
    await scene.pass(showEveryMs);

    await scene.lists.put(aSharedList({ activityId: 'card-2' }));
    await scene.pass(showEveryMs);

    expect(scene.updates.map(({ activityId }) => activityId)).toEqual(['card-1', 'card-2']);
  });

  it('leaves everything alone once it has stopped', async () => {
    await scene.lists.put(aSharedList());
    const instance = scene.startInstance();

    await instance.stop();
    await scene.pass(minuteMs);

    expect(shown()).toEqual([]);
    expect(instance.draws()).toBe(0);
  });
});
