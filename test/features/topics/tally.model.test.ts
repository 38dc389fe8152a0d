import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { storedMemberId, topicRequestId } from '../../../src/domain/ids.ts';
import type { MemberId, TopicRequestId } from '../../../src/domain/ids.ts';
import { hasUndone } from '../../../src/domain/topic-request.ts';
import { declineTopic, mergeTopic, restoreTopic } from '../../../src/domain/topic-states.ts';
import { voteForTopic, withdrawVote } from '../../../src/domain/topic-votes.ts';
import { carryOutInTurn } from '../../../src/features/topics/carry-out-topic.ts';
import { changeTopic } from '../../../src/features/topics/change-topic.ts';
import { ownParticipationsSource } from '../../../src/features/topics/own-topics.ts';
import { TopicCatalogue } from '../../../src/features/topics/topic-catalogue.ts';
import { StoreUnavailableError } from '../../../src/ports/document-store.ts';
import type { DocumentStore } from '../../../src/ports/document-store.ts';
import { createSearchEngine } from '../../../src/search/create-search-engine.ts';
import { createMemoryStore } from '../../../src/store/adapters/memory.ts';
import { createSqliteStore } from '../../../src/store/adapters/sqlite.ts';
import { allCollections } from '../../../src/store/all-collections.ts';
import { Broadcasts } from '../../../src/store/broadcasts.ts';
import { TopicRequests } from '../../../src/store/topic-requests.ts';
import { VoteReservations } from '../../../src/store/vote-reservations.ts';
import { createLogger } from '../../../src/system/logger.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { aTopicRequest } from '../../support/topics.ts';
import { unsteady } from '../../support/unsteady-store.ts';
import { VirtualTime } from '../../support/virtual-time.ts';
import { temporaryFile } from '../../store/sqlite-scene.ts';
import { follow, fresh, letters, members, step } from './tally-model.ts';
import type { Ballot, Letter, Model, Step } from './tally-model.ts';
import { propertySeed } from '../../support/property-seed.ts';

/** Somebody who presses again until it is said that it is done. */
async function insist(work: () => Promise<unknown>): Promise<void> {
  for (;;) {
    try {
      await work();
      return;
    } catch (error) {
      if (!(error instanceof StoreUnavailableError)) {
        throw error;
      }
    }
  }
}

function startInstance(store: DocumentStore) {
  const fields = { title: { weight: 1, lengthNormalisation: 0.5 } };
  return {
    clock: new FakeClock(1000),
    logger: createLogger('silent'),
    broadcasts: new Broadcasts(store),
    topicRequests: new TopicRequests(store),
    voteReservations: new VoteReservations(store),
    topicCatalogue: new TopicCatalogue((synonyms) => createSearchEngine({ fields, synonyms }), []),
  };
}
type Instance = ReturnType<typeof startInstance>;

/** Who presses on what, where. */
interface Give {
  readonly instance: Instance;
  readonly idOf: (each: Letter) => TopicRequestId;
  readonly memberOf: (each: Ballot['member']) => MemberId;
}

async function give({ instance, idOf, memberOf }: Give, { kind, on, member: whose }: Ballot): Promise<void> {
  const who = memberOf(whose);
  await insist(() =>
    changeTopic(instance, idOf(on), { member: who }, ({ request, participation }) => {
      const outcome =
        kind === 'vote'
          ? voteForTopic(request, participation, who, 1000)
          : withdrawVote(request, participation);
      return 'participation' in outcome ? outcome : undefined;
    }),
  );
}

/** As the job does it, until nothing is left to do: what is taken from one goes from where that one was merged, too. */
async function carryOut(instance: Instance, ids: readonly TopicRequestId[]): Promise<void> {
  await insist(async () => {
    for (let id = await findUndone(instance, ids); id !== undefined; id = await findUndone(instance, ids)) {
      await carryOutInTurn(instance, id);
    }
  });
}

async function findUndone({ topicRequests }: Instance, ids: readonly TopicRequestId[]) {
  const requests = await Promise.all(ids.map((id) => topicRequests.find(id)));
  return requests.find((request) => request !== undefined && hasUndone(request))?.id;
}

async function votersOf(topicRequests: TopicRequests, id: TopicRequestId): Promise<readonly MemberId[]> {
  const participations = await Array.fromAsync(topicRequests.participations(id));
  return participations.filter(({ votedAt }) => votedAt !== undefined).map(({ memberId }) => memberId);
}

/** One history on three instances; after each step each count is the recount, before votes are moved as well, and then the votes are those that they must be. */
async function live(store: DocumentStore, flaky: DocumentStore, name: string, steps: readonly Step[]) {
  const instances = [startInstance(flaky), startInstance(flaky), startInstance(flaky)] as const;
  const [one] = instances;
  const steady = new TopicRequests(store);
  const idOf = (each: Letter) => topicRequestId(`${name}-${each}`);
  const memberOf = (each: Ballot['member']) => storedMemberId(`t.${name}-${each}`);
  const model: Model = { a: fresh(), b: fresh(), c: fresh() };
  for (const each of letters) {
    const request = aTopicRequest({ id: idOf(each), by: storedMemberId('t.author'), title: each, votes: 0 });
    await steady.add(request, {
      topicRequestId: request.id,
      memberId: storedMemberId('t.author'),
      followsSince: 0,
    });
  }
  for (const each of steps) {
    await take(instances, each, { idOf, memberOf });
    for (const on of letters) {
      expect((await steady.find(idOf(on)))?.votes).toBe((await votersOf(steady, idOf(on))).length);
    }
    await carryOut(one, letters.map(idOf));
    follow(model, each);
    for (const on of letters) {
      const request = await steady.find(idOf(on));
      const voters = await votersOf(steady, idOf(on));
      expect(request?.votes).toBe(voters.length);
      expect(new Set(voters)).toEqual(
        new Set(members.filter((who) => model[on].votes.has(who)).map(memberOf)),
      );
      expect(request?.state.kind).toBe(model[on].state);
    }
  }
}

async function take(
  instances: readonly [Instance, Instance, Instance],
  one: Step,
  { idOf, memberOf }: Omit<Give, 'instance'>,
): Promise<void> {
  const [first] = instances;
  const by = storedMemberId('t.organiser');
  switch (one.kind) {
    case 'vote':
    case 'withdraw':
      return give({ instance: first, idOf, memberOf }, one);
    case 'burst':
      await Promise.all(
        one.ballots.map((each, index) =>
          give({ instance: instances[index % 3] ?? first, idOf, memberOf }, each),
        ),
      );
      return;
    case 'merge':
      return insist(async () => {
        const into = await first.topicRequests.find(idOf(one.into));
        await changeTopic(first, idOf(one.on), {}, ({ request }) => {
          const outcome = into && mergeTopic(request, into, { by, now: 1000 });
          return outcome?.kind === 'changed' ? outcome : undefined;
        });
      });
    case 'restore':
    case 'decline':
      return insist(() =>
        changeTopic(first, idOf(one.on), {}, ({ request }) => {
          const outcome =
            one.kind === 'restore'
              ? restoreTopic(request, { by, now: 1000 })
              : declineTopic(request, 'Schon behandelt', { by, now: 1000 });
          return outcome.kind === 'changed' ? outcome : undefined;
        }),
      );
    case 'erase':
      return insist(() => ownParticipationsSource(first).erase(memberOf(one.member)));
  }
}

/** Histories that are lived beside each other, so that a file is written for many of them at once; more in memory would only slow each other. */
const together = 50;

/** Overtaken, unavailable, and written though it said that it was not. */
function disturb(store: DocumentStore, seed: number): DocumentStore {
  let state = seed + 1;
  const chance = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  return unsteady(store, new VirtualTime(0), { chance, conflicts: 0.1, none: 0.02, unknown: 0.04 });
}

describe.each([
  ['memory', 8000, together, () => createMemoryStore(new FakeClock(0))],
  [
    'sqlite',
    2000,
    2000,
    () =>
      createSqliteStore({
        path: temporaryFile(),
        clock: new FakeClock(0),
        logger: createLogger('silent'),
      }),
  ],
] as const)('the count of votes, %s', (_adapter, numRuns, perStore, createStore) => {
  it(`is the recount of those who voted in each of ${numRuns} histories, whatever is merged, restored, erased, overtaken or interrupted`, async () => {
    const seed = propertySeed % 1_000_000;
    const histories = fc.sample(fc.array(step, { minLength: 1, maxLength: 12, size: 'max' }), {
      seed,
      numRuns,
    });

    const failed: string[] = [];
    for (let first = 0; first < histories.length && failed.length === 0; first += perStore) {
      const store = createStore();
      await store.open(allCollections);
      failed.push(...(await liveAll(store, histories.slice(first, first + perStore), seed + first)));
      await store.close();
    }

    expect(failed.slice(0, 1)).toEqual([]);
  }, 300_000);
});

/** Those that failed; none begins after one of them has. */
async function liveAll(
  store: DocumentStore,
  histories: readonly (readonly Step[])[],
  seed: number,
): Promise<readonly string[]> {
  const failed: string[] = [];
  for (let start = 0; start < histories.length && failed.length === 0; start += together) {
    await Promise.all(
      histories.slice(start, start + together).map(async (steps, index) => {
        const number = start + index;
        await live(store, disturb(store, seed + number), `h${number}`, steps).catch((error: unknown) => {
          failed.push(`seed ${seed}, ${number}: ${String(error)}\n${JSON.stringify(steps)}`);
        });
      }),
    );
  }
  return failed;
}
