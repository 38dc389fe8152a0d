import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { storedMemberId, topicRequestId, userGroupId } from '../../../src/domain/ids.ts';
import { declineTopic, proposeTopic } from '../../../src/domain/topic-states.ts';
import { voteForTopic, withdrawVote } from '../../../src/domain/topic-votes.ts';
import type { UserGroup } from '../../../src/domain/user-group.ts';
import { settleVote, takeVote } from '../../../src/features/topics/vote-budget.ts';
import type { DocumentStore } from '../../../src/ports/document-store.ts';
import { createMemoryStore } from '../../../src/store/adapters/memory.ts';
import { createSqliteStore } from '../../../src/store/adapters/sqlite.ts';
import { allCollections } from '../../../src/store/all-collections.ts';
import { TopicRequests } from '../../../src/store/topic-requests.ts';
import { VoteReservations } from '../../../src/store/vote-reservations.ts';
import { FakeClock } from '../../support/fake-clock.ts';

const member = storedMemberId('t.voter');
const author = storedMemberId('t.author');
const requests = ['t0', 't1', 't2', 't3'].map(topicRequestId);
const clock = new FakeClock(1000);

function aGroup(votesPerMember: number): UserGroup {
  return {
    id: userGroupId('g1'),
    kind: 'user-group',
    name: 'Telefonie',
    description: 'Wer Anrufe mit KI annimmt.',
    organisers: [],
    createdAt: 0,
    topics: { votesPerMember },
    version: 1,
  };
}

type Instance = ReturnType<typeof anInstance>;

/** What one instance of the app votes with. */
function anInstance(store: DocumentStore) {
  return {
    clock,
    topicRequests: new TopicRequests(store),
    voteReservations: new VoteReservations(store),
  };
}

const action = fc.record({
  do: fc.constantFrom(
    'vote' as const,
    'vote' as const,
    'vote' as const,
    'withdraw' as const,
    'close' as const,
  ),
  request: fc.constantFrom(...requests),
  instance: fc.constantFrom(0, 1, 2),
});
type Action = typeof action extends fc.Arbitrary<infer One> ? One : never;

const actionsAtOnce = fc.array(action, { minLength: 2, maxLength: 6 });

async function act(
  instance: Instance,
  userGroup: UserGroup,
  { do: what, request: id }: Pick<Action, 'do' | 'request'>,
): Promise<'given' | 'refused' | 'other'> {
  const { topicRequests } = instance;
  const about = { member };
  switch (what) {
    case 'vote': {
      const vote = { memberId: member, topicRequestId: id, userGroup };
      const taken = await takeVote(instance, vote);
      if (taken.kind === 'free') {
        await topicRequests.change(id, about, ({ request, participation }) => {
          const outcome = voteForTopic(request, participation, member, clock.now());
          return outcome.kind === 'voted' ? outcome : undefined;
        });
      }
      await settleVote(instance, vote);
      return taken.kind === 'free' ? 'given' : 'refused';
    }
    case 'withdraw':
      await topicRequests.change(id, about, ({ request, participation }) => {
        const outcome = withdrawVote(request, participation);
        return outcome.kind === 'withdrawn' ? outcome : undefined;
      });
      return 'other';
    case 'close':
      await topicRequests.change(id, {}, ({ request }) => {
        const outcome = declineTopic(request, 'x', { by: author, now: clock.now() });
        return outcome.kind === 'changed' ? outcome : undefined;
      });
      return 'other';
  }
}

async function onStore(kind: 'memory' | 'sqlite', test: (store: DocumentStore) => Promise<void>) {
  const folder = mkdtempSync(join(tmpdir(), 'vote-budget-'));
  const store =
    kind === 'memory'
      ? createMemoryStore(clock)
      : createSqliteStore({ path: join(folder, 'store.sqlite'), clock });
  await store.open(allCollections);
  try {
    await test(store);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

async function propose({ topicRequests }: Instance): Promise<void> {
  for (const id of requests) {
    const { request, participation } = proposeTopic(
      id,
      { title: id, tags: [], userGroupId: userGroupId('g1') },
      { by: author, votes: true, now: 0 },
    );
    await topicRequests.add(request, participation);
  }
}

/** Open requests that have the member's vote. */
async function given({ topicRequests }: Instance): Promise<ReadonlySet<string>> {
  const open = new Set<string>();
  for (const { topicRequestId: id, votedAt } of await topicRequests.participationsOf(member)) {
    if (votedAt !== undefined && (await topicRequests.find(id))?.state.kind === 'open') {
      open.add(id);
    }
  }
  return open;
}

/** A store whose every call begins when its turn is drawn, and answers when that is. */
function inDrawnOrder(
  store: DocumentStore,
  scheduler: fc.Scheduler,
  written: () => Promise<void>,
): DocumentStore {
  async function drawn<Result>(call: () => Promise<Result>): Promise<Result> {
    await scheduler.schedule(Promise.resolve());
    return scheduler.schedule(call());
  }
  return {
    open: (collections) => store.open(collections),
    get: (collection, key) => drawn(() => store.get(collection, key)),
    query: (collection, query) => drawn(() => store.query(collection, query)),
    transact: (collection, partition, operations) =>
      drawn(async () => {
        const outcome = await store.transact(collection, partition, operations);
        await written();
        return outcome;
      }),
    changes: (collection, options) => store.changes(collection, options),
    onChange: (collection, listener) => store.onChange(collection, listener),
    purgeExpired: () => store.purgeExpired(),
    close: () => store.close(),
  };
}

describe.each([
  { kind: 'memory' as const, runs: 400 },
  { kind: 'sqlite' as const, runs: 60 },
])('the votes of a member ($kind)', ({ kind, runs }) => {
  it('never exceed the budget, in whatever order three instances of the app read and write', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        actionsAtOnce,
        fc.integer({ min: 1, max: 2 }),
        async (scheduler, actions, budget) =>
          onStore(kind, async (store) => {
            const plain = anInstance(store);
            await propose(plain);
            let most = 0;
            const drawn = inDrawnOrder(store, scheduler, async () => {
              most = Math.max(most, (await given(plain)).size);
            });
            const instances = [anInstance(drawn), anInstance(drawn), anInstance(drawn)];
            const group = aGroup(budget);

            await scheduler.waitFor(
              Promise.all(actions.map((one) => act(instances[one.instance] ?? plain, group, one))),
            );

            expect(most).toBeLessThanOrEqual(budget);
            expect([...(await plain.voteReservations.find(member, group.id, clock.now()))]).toEqual([]);
          }),
      ),
      { numRuns: runs },
    );
  });

  it('are given one after the other as long as there are any, and no more', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(action, { maxLength: 12 }),
        fc.integer({ min: 1, max: 3 }),
        async (actions, budget) =>
          onStore(kind, async (store) => {
            const instances = [anInstance(store), anInstance(store), anInstance(store)];
            const plain = anInstance(store);
            await propose(plain);
            const group = aGroup(budget);

            const outcomes: string[] = [];
            const expected: string[] = [];
            for (const one of actions) {
              const others = new Set(await given(plain));
              others.delete(one.request);
              outcomes.push(await act(instances[one.instance] ?? plain, group, one));
              expected.push(one.do !== 'vote' ? 'other' : others.size < budget ? 'given' : 'refused');
            }

            expect(outcomes).toEqual(expected);
          }),
      ),
      { numRuns: runs / 2 },
    );
  });
});
