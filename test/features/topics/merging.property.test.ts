import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { storedMemberId } from '../../../src/domain/ids.ts';
import type { MemberId, TopicRequestId } from '../../../src/domain/ids.ts';
import { withdrawVote } from '../../../src/domain/topic-votes.ts';
import { carryOutTopics } from '../../../src/features/topics/carry-out-topic.ts';
import { changeTopic } from '../../../src/features/topics/change-topic.ts';
import type { DocumentStore } from '../../../src/ports/document-store.ts';
import { createMemoryStore } from '../../../src/store/adapters/memory.ts';
import { createSqliteStore } from '../../../src/store/adapters/sqlite.ts';
import { allCollections } from '../../../src/store/all-collections.ts';
import { temporaryFile } from '../../store/sqlite-scene.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { unsteady } from '../../support/unsteady-store.ts';
import { VirtualTime } from '../../support/virtual-time.ts';
import {
  carryOutAll,
  decideMerge,
  decideRestore,
  followersOf,
  meddled,
  propose,
  startInstance,
  votersOf,
  voteFor,
} from './merging-scene.ts';
import type { Instance } from './merging-scene.ts';

const letters = ['a', 'b', 'c', 'd'] as const;
type Letter = (typeof letters)[number];
const members = ['t.m0', 't.m1', 't.m2'].map(storedMemberId);

const letter = fc.constantFrom(...letters);
const member = fc.constantFrom(...members);
/** What is decided is carried out by one, by two at once, or by one that dies at a call before another one does the rest. */
const carrying = fc.oneof(
  fc.constant({ kind: 'once' as const }),
  fc.constant({ kind: 'twice' as const }),
  fc.record({ kind: fc.constant('dying' as const), atCall: fc.integer({ min: 1, max: 60 }) }),
);
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('vote' as const), on: letter, who: member }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), on: letter, who: member }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('merge' as const), on: letter, into: letter, carrying }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('restore' as const), on: letter, carrying }) },
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;
type Carrying = typeof carrying extends fc.Arbitrary<infer Value> ? Value : never;

/** What must be true, told without counting. */
interface Expected {
  /** What it was merged into. */
  into?: Letter;
  readonly votes: Map<MemberId, Claim>;
}

/** By what a member's vote counts: given there, or with merged requests; withdrawn, it counts no more until something new comes. */
interface Claim {
  readonly by: Set<'own' | Letter>;
  counts: boolean;
}
type Model = Readonly<Record<Letter, Expected>>;

function claim(model: Model, on: Letter, who: MemberId, by: 'own' | Letter): void {
  const known = model[on].votes.get(who) ?? { by: new Set(), counts: true };
  known.by.add(by);
  known.counts = true;
  model[on].votes.set(who, known);
}

/** What went from there further on is given back as well. */
function giveBack(model: Model, from: Letter, who: MemberId, by: Letter): void {
  const { votes, into } = model[from];
  const known = votes.get(who);
  known?.by.delete(by);
  if (known?.by.size !== 0) {
    return;
  }
  votes.delete(who);
  if (known.counts && into !== undefined) {
    giveBack(model, into, who, from);
  }
}

function expectStep(model: Model, one: Step): void {
  const { into, votes } = model[one.on];
  switch (one.kind) {
    case 'vote':
      if (into === undefined) {
        claim(model, one.on, one.who, 'own');
      }
      break;
    case 'withdraw': {
      const known = into === undefined ? votes.get(one.who) : undefined;
      if (known?.counts === true) {
        known.by.delete('own');
        known.counts = false;
      }
      break;
    }
    case 'merge':
      if (into === undefined && one.on !== one.into && model[one.into].into === undefined) {
        model[one.on].into = one.into;
        for (const [who, { counts }] of votes) {
          if (counts) {
            claim(model, one.into, who, one.on);
          }
        }
      }
      break;
    case 'restore':
      delete model[one.on].into;
      for (const who of into === undefined ? [] : members) {
        giveBack(model, into ?? one.on, who, one.on);
      }
      break;
  }
}

interface Scene {
  readonly store: DocumentStore;
  readonly clock: FakeClock;
  readonly steady: Instance;
  readonly ids: Readonly<Record<Letter, TopicRequestId>>;
}

async function take({ steady, ids }: Scene, one: Step): Promise<void> {
  const id = ids[one.on];
  switch (one.kind) {
    case 'vote':
      return voteFor(steady, id, one.who);
    case 'withdraw':
      await changeTopic(steady, id, { member: one.who }, ({ request, participation }) => {
        const outcome = withdrawVote(request, participation);
        return outcome.kind === 'withdrawn' ? outcome : undefined;
      });
      return;
    case 'merge':
      await decideMerge(steady, id, ids[one.into]);
      return;
    case 'restore':
      await decideRestore(steady, id);
      return;
  }
}

async function carryOut({ store, clock, steady }: Scene, how: Carrying): Promise<void> {
  switch (how.kind) {
    case 'once':
      break;
    case 'twice':
      await Promise.all([carryOutTopics(startInstance(store, clock)), carryOutTopics(steady)]);
      break;
    case 'dying': {
      const dying = meddled(store, { atCall: how.atCall, more: 0 }, () => Promise.resolve());
      await Promise.race([carryOutTopics(startInstance(dying.store, clock)), dying.died]);
      break;
    }
  }
  await carryOutAll(steady);
}

/** A store that says now and then that somebody was faster. */
function overtaken(store: DocumentStore, seed: number): DocumentStore {
  let state = seed + 1;
  const chance = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  return unsteady(store, new VirtualTime(0), { chance, conflicts: 0.15 });
}

let histories = 0;

async function live(inner: DocumentStore, steps: readonly Step[]): Promise<void> {
  histories += 1;
  const clock = new FakeClock(1000);
  const store = overtaken(inner, histories);
  const steady = startInstance(store, clock);
  const name = `h${histories}`;
  const ids = {
    a: await propose(steady, `${name}a`),
    b: await propose(steady, `${name}b`),
    c: await propose(steady, `${name}c`),
    d: await propose(steady, `${name}d`),
  };
  const model: Model = {
    a: { votes: new Map() },
    b: { votes: new Map() },
    c: { votes: new Map() },
    d: { votes: new Map() },
  };
  const scene = { store, clock, steady, ids };
  for (const one of steps) {
    await take(scene, one);
    clock.advance(1);
    if ('carrying' in one) {
      await carryOut(scene, one.carrying);
    }
    expectStep(model, one);
    for (const each of letters) {
      const voters = await votersOf(steady, ids[each]);

      expect(voters).toEqual(members.filter((who) => model[each].votes.get(who)?.counts === true));
      expect(await followersOf(steady, ids[each])).toEqual(expect.arrayContaining([...voters]));
      expect((await steady.topicRequests.find(ids[each]))?.state.kind).toBe(
        model[each].into === undefined ? 'open' : 'merged',
      );
    }
  }
}

describe.each([
  ['memory', 300, () => createMemoryStore(new FakeClock(0))],
  ['sqlite', 40, () => createSqliteStore({ path: temporaryFile(), clock: new FakeClock(0) })],
] as const)('merged requests (%s)', (_adapter, numRuns, createStore) => {
  it('have the votes of both once per member after every step, and give back what came with a restored one', async () => {
    const store = createStore();
    await store.open(allCollections);
    try {
      const steps = fc.array(step, { minLength: 1, maxLength: 14, size: 'max' });
      const checked = await fc.check(
        fc.asyncProperty(steps, (history) => live(store, history)),
        { numRuns },
      );

      expect(fc.defaultReportMessage(checked)).toBeUndefined();
    } finally {
      await store.close();
    }
  }, 300_000);
});
