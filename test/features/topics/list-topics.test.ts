import { beforeEach, describe, expect, it } from 'vitest';
import { storedMemberId, topicRequestId, userGroupId } from '../../../src/domain/ids.ts';
import { dayMs } from '../../../src/domain/instant.ts';
import type { TopicRequest } from '../../../src/domain/topic-request.ts';
import { topicViews } from '../../../src/domain/topic-view.ts';
import type { TopicView } from '../../../src/domain/topic-view.ts';
import { useCaseFields } from '../../../src/features/ask/use-case-catalogue.ts';
import { listTopics } from '../../../src/features/topics/list-topics.ts';
import { TopicCatalogue } from '../../../src/features/topics/topic-catalogue.ts';
import { createSearchEngine } from '../../../src/search/create-search-engine.ts';
import { createMemoryStore } from '../../../src/store/adapters/memory.ts';
import { allCollections } from '../../../src/store/all-collections.ts';
import { TopicRequests } from '../../../src/store/topic-requests.ts';
import { UserGroups } from '../../../src/store/user-groups.ts';
import { anAsker, aUserGroup } from '../../support/builders.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { aTopicRequest } from '../../support/topics.ts';

const asker = anAsker();
const { memberId: member = storedMemberId('t.nobody'), ...anonymous } = asker;
const other = storedMemberId('t.other');
const building = userGroupId('building');
const start = Date.UTC(2026, 10, 22, 9);

let scene: Awaited<ReturnType<typeof aScene>>;

beforeEach(async () => {
  scene = await aScene();
});

async function aScene() {
  const clock = new FakeClock(start);
  const store = createMemoryStore(clock);
  await store.open(allCollections);
  return {
    clock,
    topicRequests: new TopicRequests(store),
    userGroups: new UserGroups(store),
    topicCatalogue: new TopicCatalogue(() => createSearchEngine({ fields: { ...useCaseFields } }), []),
  };
}

/** Proposed and voted for by somebody else. */
async function proposed(id: string, fields: Partial<TopicRequest> = {}, by = other): Promise<void> {
  const request = aTopicRequest({ id: topicRequestId(id), by, ...fields });
  await scene.topicRequests.add(request, { topicRequestId: request.id, memberId: by, votedAt: 1 });
  scene.topicCatalogue.put(request);
}

/** The asker has this to do with it. */
async function takesPart(id: string, does: { votedAt?: number; followsSince?: number }): Promise<void> {
  await scene.topicRequests.change(topicRequestId(id), { member }, ({ request }) => ({
    request,
    participation: { topicRequestId: request.id, memberId: member, ...does },
  }));
}

async function listed(view: TopicView, fields: Partial<Parameters<typeof listTopics>[1]> = {}) {
  return listTopics(scene, { asker, view, page: 1, ...fields });
}

const idsOf = async (...request: Parameters<typeof listed>) =>
  (await listed(...request)).rows.map((row) => row.request.id);

describe('open topics', () => {
  it('come by votes, and of as many the one that has waited longest', async () => {
    await proposed('young', { votes: 2, createdAt: 30 });
    await proposed('most', { votes: 9, createdAt: 40 });
    await proposed('old', { votes: 2, createdAt: 10 });
    await proposed('least', { votes: 0, createdAt: 5 });

    expect(await idsOf('votes')).toEqual(['most', 'old', 'young', 'least']);
  });

  it('come by age, the newest first', async () => {
    await proposed('a', { votes: 9, createdAt: 10 });
    await proposed('c', { createdAt: 30 });
    await proposed('b', { createdAt: 20 });

    expect(await idsOf('new')).toEqual(['c', 'b', 'a']);
  });

  it('stand in the same order each time when they came at the same moment', async () => {
    for (const id of ['c', 'a', 'b']) {
      await proposed(id, { createdAt: 10 });
    }

    expect([await idsOf('votes'), await idsOf('new')]).toEqual([
      ['a', 'b', 'c'],
      ['a', 'b', 'c'],
    ]);
  });
});

describe('topics in other states', () => {
  beforeEach(async () => {
    await proposed('open');
    await proposed('later', { state: { kind: 'planned', plan: { date: '2026-12-09' } } });
    await proposed('someday', { state: { kind: 'planned', plan: { reference: 'Olpe' } } });
    await proposed('sooner', { state: { kind: 'planned', plan: { date: '2026-12-03' } } });
    await proposed('treated', { state: { kind: 'treated', result: { text: 'Gut.' } }, changedAt: 20 });
    await proposed('declined', { state: { kind: 'declined', reason: 'Nein.' }, changedAt: 30 });
    await proposed('merged', { state: { kind: 'merged', into: topicRequestId('open') } });
  });

  it('are planned, the next day first, those without a day last', async () => {
    expect(await idsOf('planned')).toEqual(['sooner', 'later', 'someday']);
  });

  it('are done, what was decided last first', async () => {
    expect(await idsOf('done')).toEqual(['declined', 'treated']);
  });

  it('are open in no list of open ones', async () => {
    expect([await idsOf('votes'), await idsOf('new')]).toEqual([['open'], ['open']]);
  });

  it('are one’s own, merged ones too: proposed, voted for or followed', async () => {
    await proposed('mine', { by: member, changedAt: 90 }, member);
    await takesPart('merged', { votedAt: 1 });
    await takesPart('treated', { followsSince: 1 });
    await takesPart('open', { votedAt: 1, followsSince: 1 });

    const found = await listed('mine');

    expect(found.rows.map(({ request, voted }) => [request.id, voted])).toEqual([
      ['mine', true],
      ['treated', false],
      ['merged', true],
      ['open', true],
    ]);
  });

  it('are nobody’s own for whoever has no account', async () => {
    const { by: _, ...erased } = aTopicRequest({ id: topicRequestId('erased') });
    scene.topicCatalogue.put(erased);

    expect(await idsOf('mine', { asker: anonymous })).toEqual([]);
  });
});

describe('a page', () => {
  it('has five topics, and the last one stands behind the end', async () => {
    for (let index = 0; index < 12; index += 1) {
      await proposed(`t${String(index).padStart(2, '0')}`, { votes: 100 - index });
    }

    const [first, last, behind] = [
      await listed('votes'),
      await listed('votes', { page: 3 }),
      await listed('votes', { page: 99 }),
    ];

    expect(first.rows.map(({ request }) => request.votes)).toEqual([100, 99, 98, 97, 96]);
    expect(first).toMatchObject({ total: 12, page: 1, pages: 3 });
    expect(last.rows.map(({ request }) => request.votes)).toEqual([90, 89]);
    expect(behind).toEqual(last);
  });

  it.each(topicViews)('of %s is one where there is nothing', async (view) => {
    expect(await listed(view)).toMatchObject({ rows: [], total: 0, page: 1, pages: 1 });
  });

  it('says for whoever looks what they voted for, and nothing where everybody looks', async () => {
    await proposed('a');
    await takesPart('a', { votedAt: 1 });

    const own = await listed('votes');
    const shared = await listTopics(scene, { view: 'votes', page: 1 });
    const mine = await listTopics(scene, { view: 'mine', page: 1 });

    expect([own.rows[0]?.voted, own.takesPart]).toEqual([true, true]);
    expect([shared.rows[0]?.voted, shared.takesPart]).toEqual([false, false]);
    expect(mine.rows).toEqual([]);
  });

  it('is no invitation to vote for guests', async () => {
    expect((await listed('votes', { asker: { ...asker, guest: true } })).takesPart).toBe(false);
  });
});

describe('topics of a group', () => {
  beforeEach(async () => {
    await scene.userGroups.add(
      aUserGroup({ id: building, name: 'Zeichnen', topics: { until: '2026-11-20' } }),
    );
    await scene.userGroups.add(aUserGroup({ id: userGroupId('phones'), name: 'Ämter' }));
    await proposed('late', { userGroupId: building, createdAt: start, votes: 3 });
    await proposed('early', { userGroupId: building, createdAt: start - 5 * dayMs, votes: 2 });
    await proposed('everybody', { createdAt: start, votes: 1 });
  });

  it('are those of the group alone, and what came after its last day waits', async () => {
    const { rows, total, userGroup } = await listed('votes', { userGroupId: building });

    expect(rows.map(({ request, waits }) => [request.id, waits])).toEqual([
      ['late', true],
      ['early', false],
    ]);
    expect([total, userGroup?.name]).toEqual([2, 'Zeichnen']);
  });

  it('carry its name among all, and the groups stand by name to choose from', async () => {
    const { rows, groups } = await listed('votes');

    expect(rows.map(({ userGroup }) => userGroup?.name)).toEqual(['Zeichnen', 'Zeichnen', undefined]);
    expect(groups.map(({ name }) => name)).toEqual(['Ämter', 'Zeichnen']);
  });

  it('of one that is gone are all', async () => {
    const stored = await scene.userGroups.find(building);
    if (stored !== undefined) {
      await scene.userGroups.replace({ ...stored.value, archivedAt: start }, stored);
    }

    const result = await listed('votes', { userGroupId: building });

    expect(result.rows.map(({ request }) => request.id)).toEqual(['late', 'early', 'everybody']);
    expect(result.userGroup).toBeUndefined();
    expect(result.groups.map(({ name }) => name)).toEqual(['Ämter']);
    expect(result.rows.map(({ waits }) => waits)).toEqual([false, false, false]);
  });
});
