import { beforeEach, describe, expect, it } from 'vitest';
import { withdrawVote } from '../../../src/domain/topic-votes.ts';
import { carryOutInTurn, carryOutTopics } from '../../../src/features/topics/carry-out-topic.ts';
import { changeTopic } from '../../../src/features/topics/change-topic.ts';
import { ownParticipationsSource } from '../../../src/features/topics/own-topics.ts';
import {
  all,
  anna,
  aScene,
  berta,
  carla,
  copy,
  dora,
  emil,
  follow,
  outcomesOf,
  standing,
} from './interleaving.ts';
import type { Scene } from './interleaving.ts';
import {
  carryOutAll,
  decideMerge,
  decideRestore,
  followersOf,
  meddled,
  startInstance,
  votersOf,
  voteFor,
} from './merging-scene.ts';

const merged = { a: [anna, berta, dora], b: all, c: [] };
const votesOf = async (scene: Scene) => (await standing(scene)).votes;

describe('while votes are moved', () => {
  it('whatever is interrupted is finished by the job, each vote once', async () => {
    const outcomes = await outcomesOf({ meddle: () => Promise.resolve(), look: standing });

    expect(outcomes).toEqual([{ votes: merged, follows: { b: all, c: [] } }]);
  });

  it('two instances that move the same votes move each once', async () => {
    const outcomes = await outcomesOf({ meddle: ({ steady }) => carryOutTopics(steady), look: votesOf });

    expect(outcomes).toEqual([merged]);
  });

  it('whoever restores the request finds everything as it was before', async () => {
    const outcomes = await outcomesOf({
      meddle: async ({ steady, a }) => {
        await decideRestore(steady, a);
        await carryOutAll(steady);
      },
      look: standing,
    });

    expect(outcomes).toEqual([await standing(await aScene())]);
  });

  it('whoever restores it and merges it once more finds each vote once', async () => {
    const outcomes = await outcomesOf({
      meddle: async ({ steady, a, b }) => {
        await decideRestore(steady, a);
        await carryOutAll(steady);
        await decideMerge(steady, a, b);
      },
      look: votesOf,
    });

    expect(outcomes).toEqual([merged]);
  });

  it('whoever merges the other one as well finds them all in the last one', async () => {
    const outcomes = await outcomesOf({
      meddle: async ({ steady, b, c }) => {
        await decideMerge(steady, b, c);
        await carryOutInTurn(steady, b);
      },
      look: async ({ steady, c }) => [await votersOf(steady, c), await followersOf(steady, c)],
    });

    expect(outcomes).toEqual([[all, all]]);
  });

  it('nothing of a member who erases everything is left anywhere', async () => {
    const outcomes = await outcomesOf({
      meddle: ({ steady }) => ownParticipationsSource(steady).erase(anna),
      look: async (scene) => ({
        votes: await votesOf(scene),
        left: await scene.steady.topicRequests.participationsOf(anna),
      }),
    });

    const votes = { a: [berta, dora], b: [berta, carla, dora], c: [] };
    expect(outcomes).toEqual([{ votes, left: [] }]);
  });

  it('nothing of a member is left when the vote that they are erasing moves on just then', async () => {
    const outcomes = await outcomesOf({
      prepare: async ({ steady, a, b }) => {
        await decideMerge(steady, a, b);
        await carryOutAll(steady);
      },
      work: async (instance) => {
        await ownParticipationsSource(instance).erase(anna);
      },
      meddle: async ({ steady, b, c }) => {
        await decideMerge(steady, b, c);
        await carryOutAll(steady);
      },
      look: async (scene) => ({
        votes: await votesOf(scene),
        left: await scene.steady.topicRequests.participationsOf(anna),
      }),
      endsWith: [Infinity],
    });

    expect(outcomes).toContainEqual({
      votes: { a: [berta, dora], b: [berta, carla, dora], c: [berta, carla, dora] },
      left: [],
    });
    expect(outcomes.flatMap(({ left }) => left)).toEqual([]);
  });

  it('nobody who only followed the request follows the other one after they erased everything', async () => {
    const outcomes = await outcomesOf({
      prepare: async ({ steady, a, b }) => {
        await follow(steady, a, emil);
        await decideMerge(steady, a, b);
      },
      meddle: ({ steady }) => ownParticipationsSource(steady).erase(emil),
      look: ({ steady }) => steady.topicRequests.participationsOf(emil),
      endsWith: [Infinity],
    });

    expect(outcomes).toEqual([[]]);
  });

  it('two that are merged into each other become one, and none is lost', async () => {
    const outcomes = await outcomesOf({
      // As two organisers decide it at one moment: both have read the other one as open.
      prepare: async ({ steady, store, clock, a, b }) => {
        const late = meddled(store, { atCall: 2, more: Infinity }, () => decideMerge(steady, b, a));
        await decideMerge(startInstance(late.store, clock), a, b);
      },
      meddle: ({ steady }) => carryOutTopics(steady),
      look: async (scene) => {
        const { steady, a, b } = scene;
        const requests = [await steady.topicRequests.find(a), await steady.topicRequests.find(b)];
        return { states: requests.map((one) => one?.state.kind), votes: await votesOf(scene) };
      },
    });

    expect(outcomes).toEqual([{ states: ['merged', 'open'], votes: merged }]);
  });

  it('what comes to the request at the last moment goes on with the rest', async () => {
    const outcomes = await outcomesOf({
      prepare: async ({ steady, a, b, c }) => {
        await decideMerge(steady, a, b);
        await decideMerge(steady, b, c);
      },
      work: (instance, { b }) => carryOutInTurn(instance, b),
      meddle: async ({ steady, a, b }) => {
        for (const member of [anna, berta, dora]) {
          await copy(steady, a, b, member);
        }
      },
      look: ({ steady, c }) => votersOf(steady, c),
    });

    expect(outcomes).toEqual([all]);
  });

  it('a request that is merged just then keeps the votes that a restored one gave back', async () => {
    const outcomes = await outcomesOf({
      prepare: async ({ steady, a, c }) => {
        await decideMerge(steady, a, c);
        await carryOutAll(steady);
        await decideRestore(steady, a);
      },
      work: (instance, { a }) => carryOutInTurn(instance, a),
      meddle: async ({ steady, b, c }) => {
        await decideMerge(steady, b, c);
        await copy(steady, b, c, berta);
        await changeTopic(steady, b, { member: berta }, ({ request, participation }) =>
          participation === undefined
            ? undefined
            : { request, participation: { ...participation, movedTo: c } },
        );
      },
      look: ({ steady, c }) => votersOf(steady, c),
    });

    expect(outcomes).toEqual([[berta, carla]]);
  });
});

describe('a vote that came with a merged request', () => {
  let scene: Scene;

  beforeEach(async () => {
    scene = await aScene();
  });

  it('stays with another merged request when one of two is restored', async () => {
    const { steady, a, b, c } = scene;
    for (const id of [a, b]) {
      await decideMerge(steady, id, c);
      await carryOutAll(steady);
    }

    await decideRestore(steady, a);
    await carryOutAll(steady);

    expect(await votersOf(steady, c)).toEqual([berta, carla]);
    expect(await followersOf(steady, c)).toEqual([berta, carla, dora]);
  });

  it('leaves the whole chain when the first one is restored', async () => {
    const { steady, a, b, c } = scene;
    await decideMerge(steady, a, b);
    await carryOutAll(steady);
    await decideMerge(steady, b, c);
    await carryOutAll(steady);
    const before = await votersOf(steady, c);

    await decideRestore(steady, a);
    await carryOutAll(steady);

    expect(before).toEqual(all);
    expect(await votersOf(steady, c)).toEqual([berta, carla]);
    expect(await votersOf(steady, b)).toEqual([berta, carla]);
    expect(await followersOf(steady, c)).toEqual([berta, carla, dora]);
  });

  it('does not come again after it was withdrawn there', async () => {
    const { steady, a, b } = scene;
    await decideMerge(steady, a, b);
    await carryOutAll(steady);
    await changeTopic(steady, b, { member: anna }, ({ request, participation }) => {
      const outcome = withdrawVote(request, participation);
      return outcome.kind === 'withdrawn' ? outcome : undefined;
    });

    await carryOutAll(steady);

    expect(await votersOf(steady, b)).toEqual([berta, carla, dora]);
  });

  it('becomes the own one of whoever votes there, and stays when the other one is restored', async () => {
    const { steady, a, b } = scene;
    await decideMerge(steady, a, b);
    await carryOutAll(steady);
    await voteFor(steady, b, anna);

    await decideRestore(steady, a);
    await carryOutAll(steady);

    expect(await votersOf(steady, b)).toEqual([anna, berta, carla]);
    expect(await followersOf(steady, b)).toEqual(all);
  });
});
