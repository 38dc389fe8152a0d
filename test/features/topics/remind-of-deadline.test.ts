import { describe, expect, it } from 'vitest';
import { announcementId, broadcastId, storedMemberId, userGroupId } from '../../../src/domain/ids.ts';
import { dayMs, hourMs, minuteMs } from '../../../src/domain/instant.ts';
import type { TopicCollection } from '../../../src/domain/topic-collection.ts';
import type { UserGroup } from '../../../src/domain/user-group.ts';
import { remindOfDeadlines } from '../../../src/features/topics/remind-of-deadline.ts';
import { createMemoryStore } from '../../../src/store/adapters/memory.ts';
import { allCollections } from '../../../src/store/all-collections.ts';
import { Broadcasts } from '../../../src/store/broadcasts.ts';
import { Deliveries } from '../../../src/store/deliveries.ts';
import { UserGroups } from '../../../src/store/user-groups.ts';
import { FakeClock } from '../../support/fake-clock.ts';

const group = userGroupId('g1');
/** Noon in Berlin, two weeks before the last day of most tests. */
const start = Date.parse('2026-11-20T11:00:00Z');
const lastDay = '2026-12-04';

async function aScene(topics: TopicCollection = { until: lastDay }, from = start) {
  const clock = new FakeClock(from);
  const store = createMemoryStore(clock);
  await store.open(allCollections);
  const userGroups = new UserGroups(store);
  const deps = { clock, broadcasts: new Broadcasts(store), deliveries: new Deliveries(store), userGroups };
  await userGroups.add({
    id: group,
    kind: 'user-group',
    name: 'Telefonie',
    description: 'Wer Anrufe mit KI annimmt.',
    organisers: [storedMemberId('t.anna')],
    createdAt: from,
    topics,
    version: 1,
  });
  const begun = async () => Array.fromAsync(deps.broadcasts.all());
  return {
    deps,
    clock,
    begun,
    ids: async () => (await begun()).map(({ id }) => id).toSorted(),
    cancelled: async () =>
      (await begun()).filter(({ cancelledAt }) => cancelledAt !== undefined).map(({ id }) => id),
    becomes: async (fields: Partial<UserGroup>) => {
      const stored = await userGroups.find(group);
      if (stored !== undefined) {
        await userGroups.replace({ ...stored.value, ...fields }, stored);
      }
    },
    /** Lets the job run again and again, and says when it began what. */
    pass: async (ms: number) => {
      const times = new Map<string, string>();
      for (let passed = 0; passed < ms; passed += 10 * minuteMs) {
        clock.advance(10 * minuteMs);
        await remindOfDeadlines(deps);
        for (const { id, createdAt } of await begun()) {
          times.set(id, new Date(createdAt).toISOString());
        }
      }
      return [...times];
    },
  };
}

const first = `topic-deadline.g1.${lastDay}.7`;
const second = `topic-deadline.g1.${lastDay}.1`;

describe('the members of a group that collects topics until a day', () => {
  it('are reminded at nine seven days and one day before it, once each, however often the job runs', async () => {
    const { pass, begun } = await aScene();

    const times = await pass(16 * dayMs);

    expect(times).toEqual([
      [first, '2026-11-27T08:00:00.000Z'],
      [second, '2026-12-03T08:00:00.000Z'],
    ]);
    expect((await begun()).map(({ audience }) => audience)).toEqual(
      [1, 2].map(() => [{ kind: 'user-group', userGroupId: 'g1' }]),
    );
  });

  it.each([
    ['longer', '2026-10-26', '2026-10-18T11:00:00Z', '2026-10-19T07:00:00.000Z', '2026-10-25T08:00:00.000Z'],
    ['shorter', '2027-03-29', '2027-03-21T11:00:00Z', '2027-03-22T08:00:00.000Z', '2027-03-28T07:00:00.000Z'],
  ])('are reminded once each at nine around the %s night', async (_name, until, from, week, day) => {
    const { pass } = await aScene({ until }, Date.parse(from));

    expect((await pass(9 * dayMs)).map(([, at]) => at)).toEqual([week, day]);
  });

  it('are reminded once by several programs that do it at the same time', async () => {
    const { deps, clock, ids } = await aScene();
    clock.advance(7 * dayMs);

    await Promise.all([1, 2, 3].map(() => remindOfDeadlines(deps)));

    expect(await ids()).toEqual([first]);
  });

  it('are reminded as soon as the bot runs again, of the latest alone, while the day is not over', async () => {
    const { deps, clock, begun } = await aScene();
    clock.advance(14 * dayMs);
    await remindOfDeadlines(deps);

    const [reminder, ...more] = await begun();
    expect([reminder?.id, more]).toEqual([second, []]);
    // From noon to midnight.
    expect(reminder?.lifeMs).toBe(12 * hourMs);
  });

  it('are not reminded when the bot stood still until the day was over', async () => {
    const { deps, clock, ids } = await aScene();
    clock.advance(14 * dayMs + 12 * hourMs);

    await remindOfDeadlines(deps);

    expect(await ids()).toEqual([]);
  });

  it('are reminded of another day anew, and what is on its way for the old one is stopped', async () => {
    const { deps, clock, becomes, ids, cancelled } = await aScene();
    clock.advance(8 * dayMs);
    await remindOfDeadlines(deps);

    await becomes({ topics: { until: '2026-12-11' } });
    await remindOfDeadlines(deps);
    const stopped = await cancelled();
    clock.advance(7 * dayMs);
    await remindOfDeadlines(deps);

    expect(stopped).toEqual([first]);
    expect(await cancelled()).toEqual([first]);
    expect(await ids()).toEqual([first, 'topic-deadline.g1.2026-12-11.7']);
  });

  it.each<[string, Partial<UserGroup>]>([
    ['it collects at any time again', { topics: { votesPerMember: 3 } }],
    ['it is archived', { archivedAt: start }],
  ])('are not reminded any more once %s, and what is on its way is stopped', async (_name, fields) => {
    const { deps, clock, becomes, ids, cancelled } = await aScene();
    clock.advance(8 * dayMs);
    await remindOfDeadlines(deps);

    await becomes(fields);
    await remindOfDeadlines(deps);
    clock.advance(5 * dayMs);
    await remindOfDeadlines(deps);

    expect(await cancelled()).toEqual([first]);
    expect(await ids()).toEqual([first]);
  });

  it('are left alone by what is sent for other reasons', async () => {
    const { deps, clock, cancelled } = await aScene({});
    await deps.broadcasts.add({
      id: broadcastId('news.u1.2'),
      subject: { kind: 'announcement', announcementId: announcementId('a1') },
      audience: [],
      except: [],
      phase: 'sending',
      createdAt: start,
      lifeMs: dayMs,
      tenants: [],
      revision: 1,
      repeats: 0,
    });
    clock.advance(minuteMs);

    await remindOfDeadlines(deps);

    expect(await cancelled()).toEqual([]);
  });
});
