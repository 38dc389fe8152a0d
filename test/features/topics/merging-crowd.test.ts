import { expect, it } from 'vitest';
import { storedMemberId } from '../../../src/domain/ids.ts';
import type { MemberId, TopicRequestId } from '../../../src/domain/ids.ts';
import type { Participation, TopicRequest } from '../../../src/domain/topic-request.ts';
import { carryOutInTurn, carryOutTopics } from '../../../src/features/topics/carry-out-topic.ts';
import { ownParticipationsSource } from '../../../src/features/topics/own-topics.ts';
import { StoreUnavailableError } from '../../../src/ports/document-store.ts';
import type { DocumentStore } from '../../../src/ports/document-store.ts';
import { createMemoryStore } from '../../../src/store/adapters/memory.ts';
import { allCollections } from '../../../src/store/all-collections.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { unsteady } from '../../support/unsteady-store.ts';
import { VirtualTime } from '../../support/virtual-time.ts';
import {
  carryOutAll,
  decideMerge,
  decideRestore,
  propose,
  startInstance,
  votersOf,
  voteFor,
} from './merging-scene.ts';
import type { Instance } from './merging-scene.ts';
import { propertySeed } from '../../support/property-seed.ts';

/** Each is another crowd at another pace. */
const crowds = 400;
const members = ['t.m0', 't.m1', 't.m2'].map(storedMemberId);

type Chance = () => number;

function chanceOf(seed: number): Chance {
  let state = (seed * 7919 + 13) % 2_147_483_647;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

function oneOf<Value>(chance: Chance, values: readonly [Value, ...Value[]]): Value {
  return values[Math.floor(chance() * values.length)] ?? values[0];
}

/** Answers sooner or later, fails now and then, and at some call nobody who waits hears anything any more. */
function uneven(store: DocumentStore, chance: Chance) {
  const failing = unsteady(store, new VirtualTime(0), { chance, none: 0.02, unknown: 0.03 });
  const lastCall = chance() < 0.3 ? chance() * 100 : Infinity;
  let calls = 0;
  let die: () => void = () => undefined;
  const died = new Promise<void>((resolve) => {
    die = resolve;
  });
  async function wait(): Promise<void> {
    calls += 1;
    if (calls > lastCall) {
      die();
      await new Promise(() => undefined);
    }
    for (let turns = chance() * 6; turns > 0; turns -= 1) {
      await Promise.resolve();
    }
    if (chance() < 0.15) {
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    }
  }
  const around = async <Result>(call: () => Promise<Result>): Promise<Result> => {
    await wait();
    const result = await call();
    await wait();
    return result;
  };
  const unevenStore: DocumentStore = {
    ...failing,
    get: (...call) => around(() => failing.get(...call)),
    query: (...call) => around(() => failing.query(...call)),
    transact: (...call) => around(() => failing.transact(...call)),
  };
  return { store: unevenStore, died };
}

type Ids = readonly [TopicRequestId, ...TopicRequestId[]];

interface Crowd {
  readonly chance: Chance;
  readonly ids: Ids;
  /** Whoever has not begun to erase everything. */
  readonly voting: readonly MemberId[];
  readonly voted: Set<string>;
}

async function act(instance: Instance, { chance, ids, voting, voted }: Crowd): Promise<void> {
  const [on, other] = [oneOf(chance, ids), oneOf(chance, ids)];
  const kind = chance();
  if (kind < 0.35) {
    const [first = members[0], ...more] = voting;
    const who = first && oneOf(chance, [first, ...more]);
    // Nobody votes any more once everybody has erased everything.
    if (who !== undefined && voting.includes(who)) {
      await voteFor(instance, on, who);
      const known = await instance.topicRequests.findParticipation(on, who);
      if (known?.votedAt !== undefined && known.votedBy === undefined) {
        voted.add(`${on} ${who}`);
      }
    }
  } else if (kind < 0.6) {
    await decideMerge(instance, on, other);
    await carryOutInTurn(instance, on);
  } else if (kind < 0.8) {
    await decideRestore(instance, on);
    await carryOutInTurn(instance, on);
  } else {
    await carryOutTopics(instance);
  }
}

/** What fails is begun anew by somebody else, or never. */
async function tryTo(work: () => Promise<unknown>): Promise<'done' | 'failed'> {
  try {
    await work();
    return 'done';
  } catch (error) {
    if (!(error instanceof StoreUnavailableError)) {
      throw error;
    }
    return 'failed';
  }
}

async function erase(instance: Instance, member: MemberId): Promise<void> {
  while ((await tryTo(() => ownParticipationsSource(instance).erase(member))) === 'failed') {
    // Whoever wants it presses again.
  }
}

interface Part {
  readonly request: TopicRequest;
  readonly parts: readonly Participation[];
}

/** What came with a merged request is there, and what counts there has come from somewhere. */
function expectSettled(all: ReadonlyMap<string, Part>): void {
  for (const { request, parts } of all.values()) {
    const { state } = request;
    const into = state.kind === 'merged' ? all.get(state.into) : undefined;
    for (const { memberId, votedAt, followsSince, votedBy, followsBy, movedTo } of parts) {
      const there = into?.parts.find((one) => one.memberId === memberId);
      expect(movedTo).toBe(state.kind === 'merged' ? state.into : undefined);
      expect(into === undefined || votedAt === undefined || there?.votedAt !== undefined).toBe(true);
      expect(into === undefined || followsSince === undefined || there?.followsSince !== undefined).toBe(
        true,
      );
      for (const from of [votedBy, followsBy].filter((one) => one !== undefined)) {
        const source = all.get(from);
        expect(source?.request.state).toMatchObject({ kind: 'merged', into: request.id });
        expect(source?.parts.map((one) => one.memberId)).toContain(memberId);
      }
    }
  }
}

async function live(seed: number): Promise<void> {
  const chance = chanceOf(seed);
  const clock = new FakeClock(1000);
  const store = createMemoryStore(clock);
  await store.open(allCollections);
  const steady = startInstance(store, clock);
  const ids: Ids = [
    await propose(steady, 'a'),
    await propose(steady, 'b'),
    await propose(steady, 'c'),
    await propose(steady, 'd'),
  ];
  const voted = new Set<string>();
  let voting: readonly MemberId[] = members;
  for (let round = 0; round < 3; round += 1) {
    const [erased, ...others] = voting;
    const isErasing = erased !== undefined && chance() < 0.4;
    voting = isErasing ? others : voting;
    const crowd = { chance, ids, voting, voted };
    const people = Array.from({ length: 5 }, async () => {
      const own = uneven(store, chance);
      const instance = startInstance(own.store, clock);
      const steps = async () => {
        for (let step = chance() * 4; step > 0; step -= 1) {
          await tryTo(() => act(instance, crowd));
        }
      };
      await Promise.race([steps(), own.died]);
    });
    await Promise.all([...people, isErasing ? erase(steady, erased) : undefined]);
    if (chance() < 0.6) {
      await carryOutAll(steady);
    }
  }
  await carryOutAll(steady);

  const all = new Map<string, Part>();
  for (const id of ids) {
    await votersOf(steady, id);
    const request = await steady.topicRequests.find(id);
    if (request !== undefined) {
      all.set(id, { request, parts: await Array.fromAsync(steady.topicRequests.participations(id)) });
    }
  }
  expectSettled(all);
  for (const member of members.filter((one) => !voting.includes(one))) {
    expect(await steady.topicRequests.participationsOf(member)).toEqual([]);
  }
  for (const member of voting) {
    for (const id of ids.filter((one) => voted.has(`${one} ${member}`))) {
      expect((await steady.topicRequests.findParticipation(id, member))?.votedAt).toBeDefined();
    }
  }
}

it(`in each of ${crowds} crowds that vote, merge, restore, erase and die at once, no vote is lost and none is left over`, async () => {
  const first = propertySeed % 1_000_000;
  for (let seed = first; seed < first + crowds; seed += 1) {
    await expect(live(seed), `crowd ${seed}`).resolves.toBeUndefined();
  }
}, 300_000);
