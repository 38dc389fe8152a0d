import { beforeEach, describe, expect, it } from 'vitest';
import { broadcastId, storedMemberId } from '../../../src/domain/ids.ts';
import type { TopicRequestId } from '../../../src/domain/ids.ts';
import { dayMs, secondMs } from '../../../src/domain/instant.ts';
import { declineTopic, planTopic } from '../../../src/domain/topic-states.ts';
import { carryOutInTurn, carryOutTopics } from '../../../src/features/topics/carry-out-topic.ts';
import { changeTopic } from '../../../src/features/topics/change-topic.ts';
import { decideTopic } from '../../../src/features/topics/decide-topic.ts';
import { StoreUnavailableError } from '../../../src/ports/document-store.ts';
import type { DocumentStore } from '../../../src/ports/document-store.ts';
import { createMemoryStore } from '../../../src/store/adapters/memory.ts';
import { allCollections } from '../../../src/store/all-collections.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import {
  carryOutAll,
  decideMerge,
  meddled,
  organiser,
  propose,
  startInstance,
  votersOf,
  voteFor,
} from './merging-scene.ts';
import type { Instance } from './merging-scene.ts';

const clock = new FakeClock(1000);
let store: DocumentStore;
let steady: Instance;
let id: TopicRequestId;

beforeEach(async () => {
  store = createMemoryStore(clock);
  await store.open(allCollections);
  steady = startInstance(store, clock);
  id = await propose(steady, 'a');
});

const plan = (instance: Instance, reference: string) =>
  decideTopic(instance, { topicRequestId: id, by: organiser }, (request, change) =>
    planTopic(request, { reference }, change),
  );
const newsOf = async (number: number) =>
  (await steady.broadcasts.find(broadcastId(`topic-news.${id}.${number}`)))?.value;

/** Nothing can be written to broadcasts. */
function withoutBroadcasts(): DocumentStore {
  return {
    ...store,
    async transact(collection, ...call) {
      if (collection.name === 'broadcasts') {
        throw new StoreUnavailableError('busy', 'none');
      }
      return store.transact(collection, ...call);
    },
  };
}

describe('what was decided about a topic', () => {
  it('is told to its followers, but not to whoever decided it, for two weeks', async () => {
    expect(await plan(steady, 'Olpe')).toBe('changed');

    expect(await newsOf(1)).toMatchObject({
      subject: { kind: 'topic-news', topicRequestId: id, number: 1 },
      audience: [{ kind: 'topic-followers', topicRequestId: id }],
      except: [organiser],
      lifeMs: 14 * dayMs,
    });
    expect((await steady.topicRequests.find(id))?.untold).toEqual([]);
  });

  it('is told later, each change once, when it cannot be told now', async () => {
    const failing = startInstance(withoutBroadcasts(), clock);
    expect(await plan(failing, 'Olpe')).toBe('changed');
    expect(await plan(failing, 'Menden')).toBe('changed');
    const before = await steady.topicRequests.find(id);

    await Promise.all([carryOutTopics(steady), carryOutTopics(startInstance(store, clock))]);
    await carryOutTopics(steady);

    expect(failing.failures).toHaveLength(2);
    expect(before?.untold.map(({ number }) => number)).toEqual([1, 2]);
    expect([await newsOf(1), await newsOf(2), await newsOf(3)]).toEqual([
      expect.anything(),
      expect.anything(),
      undefined,
    ]);
    expect((await steady.topicRequests.find(id))?.untold).toEqual([]);
  });

  it('is told once, wherever telling it is interrupted', async () => {
    for (let call = 1; call < 30; call += 1) {
      await changeTopic(steady, id, {}, ({ request }) => {
        const outcome = planTopic(request, { reference: `Olpe ${call}` }, { by: organiser, now: 1 });
        return outcome.kind === 'changed' ? outcome : undefined;
      });
      const dying = meddled(store, { atCall: call, more: 0 }, () => Promise.resolve());

      await Promise.race([carryOutInTurn(startInstance(dying.store, clock), id), dying.died]);
      await carryOutAll(steady);

      expect(await newsOf(call)).toMatchObject({ subject: { number: call } });
      expect(await newsOf(call + 1)).toBeUndefined();
    }
  });

  it('is done once and finished by whoever decides the same again', async () => {
    await plan(startInstance(withoutBroadcasts(), clock), 'Olpe');

    expect(await plan(steady, 'Olpe')).toBe('already');
    expect(await newsOf(1)).toBeDefined();
  });

  it('is nothing where there is no topic, and where its state does not allow it', async () => {
    await decideTopic(steady, { topicRequestId: id, by: organiser }, (request, change) =>
      declineTopic(request, 'Zu speziell', change),
    );
    const unknown = {
      topicRequestId: await propose(startInstance(createOther(), clock), 'b'),
      by: organiser,
    };

    expect(await plan(steady, 'Olpe')).toBe('impossible');
    expect(await decideTopic(steady, unknown, (request, change) => planTopic(request, {}, change))).toBe(
      'gone',
    );
  });
});

/** A store that the others know nothing of. */
function createOther(): DocumentStore {
  const other = createMemoryStore(clock);
  void other.open(allCollections);
  return other;
}

it('whoever presses waits a second for votes to be moved, and the job moves the rest', async () => {
  const into = await propose(steady, 'b');
  const members = Array.from({ length: 10 }, (_, index) => storedMemberId(`t.m${index}`));
  for (const member of members) {
    await voteFor(steady, id, member);
  }
  await decideMerge(steady, id, into);
  const slow: DocumentStore = {
    ...store,
    async transact(...call) {
      clock.advance(secondMs / 4);
      return store.transact(...call);
    },
  };

  await carryOutInTurn(startInstance(slow, clock), id);
  const first = await votersOf(steady, into);
  await carryOutAll(steady);

  expect(first.length).toBeGreaterThan(0);
  expect(first.length).toBeLessThan(members.length);
  expect(await votersOf(steady, into)).toHaveLength(members.length);
});

it('a request that was merged into one that is gone is open again', async () => {
  const into = await propose(steady, 'b');
  await voteFor(steady, id, storedMemberId('t.m'));
  await decideMerge(steady, id, into);
  await steady.topicRequests.remove(into, () => true);

  await carryOutAll(steady);

  expect(await steady.topicRequests.find(id)).toMatchObject({
    state: { kind: 'open' },
    votes: 1,
    untold: [],
  });
});
