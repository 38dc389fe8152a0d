import { storedMemberId } from '../../../src/domain/ids.ts';
import type { MemberId, TopicRequestId } from '../../../src/domain/ids.ts';
import { settle } from '../../../src/domain/topic-moves.ts';
import { followTopic } from '../../../src/domain/topic-votes.ts';
import { carryOutTopics } from '../../../src/features/topics/carry-out-topic.ts';
import { changeTopic } from '../../../src/features/topics/change-topic.ts';
import type { DocumentStore } from '../../../src/ports/document-store.ts';
import { createMemoryStore } from '../../../src/store/adapters/memory.ts';
import { allCollections } from '../../../src/store/all-collections.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import {
  carryOutAll,
  decideMerge,
  followersOf,
  meddled,
  propose,
  startInstance,
  votersOf,
  voteFor,
} from './merging-scene.ts';
import type { Instance } from './merging-scene.ts';

export const anna = storedMemberId('t.anna');
export const berta = storedMemberId('t.berta');
export const carla = storedMemberId('t.carla');
export const dora = storedMemberId('t.dora');
export const emil = storedMemberId('t.emil');
export const all = [anna, berta, carla, dora];

export interface Scene {
  readonly store: DocumentStore;
  readonly steady: Instance;
  readonly clock: FakeClock;
  readonly a: TopicRequestId;
  readonly b: TopicRequestId;
  readonly c: TopicRequestId;
}

/** Anna, Berta and Dora vote for a, Berta and Carla for b, which Dora follows, and nobody for c. */
export async function aScene(): Promise<Scene> {
  const clock = new FakeClock(1000);
  const store = createMemoryStore(clock);
  await store.open(allCollections);
  const steady = startInstance(store, clock);
  const [a, b, c] = [await propose(steady, 'a'), await propose(steady, 'b'), await propose(steady, 'c')];
  await voteFor(steady, a, anna);
  await voteFor(steady, a, berta);
  await voteFor(steady, b, berta);
  await voteFor(steady, b, carla);
  await follow(steady, b, dora);
  await voteFor(steady, a, dora);
  return { store, steady, clock, a, b, c };
}

/** As an instance does it that is heard of no more right afterwards. */
export async function copy(
  instance: Instance,
  from: TopicRequestId,
  into: TopicRequestId,
  memberId: MemberId,
) {
  const source = { from, participation: await instance.topicRequests.findParticipation(from, memberId) };
  await changeTopic(instance, into, { member: memberId }, ({ request, participation }) =>
    settle(request, participation ?? { topicRequestId: into, memberId }, source, []),
  );
}

export async function follow(instance: Instance, id: TopicRequestId, memberId: MemberId): Promise<void> {
  await changeTopic(instance, id, { member: memberId }, ({ request, participation }) => {
    const outcome = followTopic(request, participation, memberId, instance.clock.now());
    return outcome.kind === 'followed' ? outcome : undefined;
  });
  instance.clock.advance(1);
}

/** More than any of these takes, and fewer than any. */
const mostCalls = 400;
const fewestCalls = 8;
/** How many calls it still makes; endless: it is not interrupted. */
const endings: readonly number[] = [Infinity, 0, 1, 2, 3];

interface Interleaving<Outcome> {
  /** What is decided before; a is merged into b unless it says otherwise. */
  readonly prepare?: (scene: Scene) => Promise<unknown>;
  /** What the instance does, before each call of which in turn… */
  readonly work?: (instance: Instance, scene: Scene) => Promise<void>;
  /** …this happens on another one. */
  readonly meddle: (scene: Scene) => Promise<unknown>;
  readonly look: (scene: Scene) => Promise<Outcome>;
  readonly endsWith?: readonly number[];
}

/**
 * What comes out of it, each outcome once. The instance goes on after what happened, or is never heard of again after a few calls more;
 * then the job does what is left.
 */
export async function outcomesOf<Outcome>({
  prepare = ({ steady, a, b }) => decideMerge(steady, a, b),
  work = (instance) => carryOutTopics(instance),
  meddle,
  look,
  endsWith = endings,
}: Interleaving<Outcome>): Promise<readonly Outcome[]> {
  const outcomes = new Map<string, Outcome>();
  for (const more of endsWith) {
    let calls = 0;
    for (let atCall = 1; calls < mostCalls; atCall += 1) {
      const scene = await aScene();
      await prepare(scene);
      const other = meddled(scene.store, { atCall, more }, () => meddle(scene));
      await Promise.race([work(startInstance(other.store, scene.clock), scene), other.died]);
      await carryOutAll(scene.steady);
      calls = other.calls();
      if (calls < atCall) {
        break;
      }
      const outcome = await look(scene);
      outcomes.set(JSON.stringify(outcome), outcome);
    }
    if (calls < fewestCalls || calls >= mostCalls) {
      throw new Error(`it takes ${calls} calls`);
    }
  }
  return [...outcomes.values()];
}

export async function standing({ steady, a, b, c }: Scene) {
  return {
    votes: { a: await votersOf(steady, a), b: await votersOf(steady, b), c: await votersOf(steady, c) },
    follows: { b: await followersOf(steady, b), c: await followersOf(steady, c) },
  };
}
