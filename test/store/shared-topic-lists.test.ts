import { describe, expect, it, onTestFinished } from 'vitest';
import { conversationId, userGroupId } from '../../src/domain/ids.ts';
import { dayMs } from '../../src/domain/instant.ts';
import type { SharedTopicList } from '../../src/domain/shared-topic-list.ts';
import { createMemoryStore } from '../../src/store/adapters/memory.ts';
import { createSqliteStore } from '../../src/store/adapters/sqlite.ts';
import { sharedTopicListCollection, SharedTopicLists } from '../../src/store/shared-topic-lists.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { temporaryFile } from './sqlite-scene.ts';

const start = Date.UTC(2026, 10, 22, 9);
const shared: SharedTopicList = {
  conversationId: conversationId('19:channel@thread.tacv2;messageid=1'),
  placeId: conversationId('19:channel@thread.tacv2'),
  activityId: 'card-1',
  list: { view: 'planned', userGroupId: userGroupId('g1'), page: 2 },
  postedAt: start,
};

describe.each([
  ['memory', (clock: FakeClock) => createMemoryStore(clock)],
  ['sqlite', (clock: FakeClock) => createSqliteStore({ path: temporaryFile(), clock })],
] as const)('lists of topics where everybody sees them, in %s', (_, createStore) => {
  async function aScene() {
    const clock = new FakeClock(start);
    const store = createStore(clock);
    await store.open([sharedTopicListCollection]);
    onTestFinished(() => store.close());
    return { clock, store, lists: new SharedTopicLists(store) };
  }

  it('are noted as they are, once each', async () => {
    const { lists } = await aScene();

    await lists.put(shared);
    await lists.put(shared);

    expect(await lists.latest()).toEqual([shared]);
  });

  it('are several in one place, the one that was posted last first', async () => {
    const { lists } = await aScene();
    const later = { ...shared, activityId: 'card-2', postedAt: start + 1 };

    await lists.put(shared);
    await lists.put(later);

    expect(await lists.latest()).toEqual([later, shared]);
  });

  it('are told apart by their place as well: ids of messages are not unique in Teams', async () => {
    const { lists } = await aScene();
    const elsewhere = { ...shared, conversationId: conversationId('19:group@thread.v2') };

    await lists.put(shared);
    await lists.put(elsewhere);
    await lists.remove(shared);

    expect(await lists.latest()).toEqual([elsewhere]);
  });

  it('are kept up with for 14 days', async () => {
    const { clock, lists } = await aScene();
    await lists.put(shared);

    clock.advance(14 * dayMs - 1);
    const before = await lists.latest();
    clock.advance(1);

    expect([before, await lists.latest()]).toEqual([[shared], []]);
  });

  it('are at most 200, the latest', async () => {
    const { lists } = await aScene();
    const all = Array.from({ length: 201 }, (__, index) => ({
      ...shared,
      activityId: `card-${index}`,
      postedAt: start + index,
    }));

    await Promise.all(all.map((one) => lists.put(one)));

    expect(await lists.latest()).toEqual(all.toReversed().slice(0, 200));
  });

  it('are gone once removed, also for whoever removes them again', async () => {
    const { lists } = await aScene();
    await lists.put(shared);

    await lists.remove(shared);
    await lists.remove(shared);

    expect(await lists.latest()).toEqual([]);
  });
});
