import { describe, expect, it } from 'vitest';
import { findTopicItem } from '../../src/chat/find-topic-news.ts';
import { storedMemberId, tenantOf, topicRequestId, userGroupId } from '../../src/domain/ids.ts';
import type { MemberId } from '../../src/domain/ids.ts';
import { minuteMs } from '../../src/domain/instant.ts';
import type { Participation, TopicRequest } from '../../src/domain/topic-request.ts';
import { declineTopic, mergeTopic, planTopic, restoreTopic } from '../../src/domain/topic-states.ts';
import type { MergeTopicOutcome } from '../../src/domain/topic-states.ts';
import type { UserGroup } from '../../src/domain/user-group.ts';
import { useCaseFields } from '../../src/features/ask/use-case-catalogue.ts';
import { changeTopic } from '../../src/features/topics/change-topic.ts';
import { TopicCatalogue } from '../../src/features/topics/topic-catalogue.ts';
import { createSearchEngine } from '../../src/search/create-search-engine.ts';
import { createMemoryStore } from '../../src/store/adapters/memory.ts';
import { allCollections } from '../../src/store/all-collections.ts';
import { Members } from '../../src/store/members.ts';
import { Memberships } from '../../src/store/memberships.ts';
import { TopicRequests } from '../../src/store/topic-requests.ts';
import { UserGroups } from '../../src/store/user-groups.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { someRules } from '../support/rules.ts';
import { aTopicRequest } from '../support/topics.ts';

const start = Date.parse('2026-11-27T09:00:00Z');
const author = storedMemberId('t.author');
const voter = storedMemberId('t.voter');
const follower = storedMemberId('t.follower');
const organiser = storedMemberId('t.organiser');
const id = topicRequestId('t1');
const other = topicRequestId('t2');
const group = userGroupId('g1');
const plan = { date: '2026-12-03', reference: 'Treffen in Olpe' };

async function aScene() {
  const clock = new FakeClock(start);
  const store = createMemoryStore(clock);
  await store.open(allCollections);
  const deps = {
    clock,
    members: new Members(store),
    memberships: new Memberships(store),
    rules: someRules(),
    topicCatalogue: new TopicCatalogue(() => createSearchEngine({ fields: { ...useCaseFields } }), []),
    topicRequests: new TopicRequests(store),
    userGroups: new UserGroups(store),
  };
  const meet = async (member: MemberId, guest = false) =>
    deps.members.add({
      id: member,
      tenantId: tenantOf(member),
      guest,
      firstSeenAt: start,
      rosterReadAt: start,
    });
  for (const member of [author, voter, follower]) {
    await meet(member);
  }
  const add = async (request: TopicRequest) => {
    await deps.topicRequests.add(request, {
      topicRequestId: request.id,
      memberId: author,
      votedAt: start,
      followsSince: start,
    });
    deps.topicCatalogue.put(request);
  };
  const joins = (fields: Omit<Participation, 'topicRequestId'>, to = id) =>
    changeTopic(deps, to, { member: fields.memberId }, ({ request }) => ({
      request,
      participation: { topicRequestId: to, ...fields },
    }));
  await add(aTopicRequest({ id, by: author, createdAt: start }));
  await add(aTopicRequest({ id: other, title: 'KI und Bauakten', by: author, createdAt: start }));
  await joins({ memberId: voter, votedAt: start, followsSince: start });
  await joins({ memberId: follower, followsSince: start });
  return {
    deps,
    clock,
    meet,
    add,
    joins,
    /** Somebody of the organisers decides, a minute later. */
    async decided(
      decide: (request: TopicRequest, by: { by: MemberId; now: number }) => MergeTopicOutcome,
      on = id,
    ) {
      clock.advance(minuteMs);
      const changed = await changeTopic(deps, on, {}, ({ request }) => {
        const outcome = decide(request, { by: organiser, now: clock.now() });
        return outcome.kind === 'changed' ? { request: outcome.request } : undefined;
      });
      expect(changed).toBeDefined();
      clock.advance(minuteMs);
    },
    news: (member: MemberId, number = 1) =>
      findTopicItem(
        deps,
        { kind: 'topic-news', topicRequestId: id, number },
        { kind: 'member', memberId: member },
      ),
  };
}

const planned = (request: TopicRequest, by: { by: MemberId; now: number }) => planTopic(request, plan, by);

describe('what somebody is told about a topic they follow, when it is sent', () => {
  it('is what changed, with what they have to do with it', async () => {
    const scene = await aScene();
    await scene.joins({ memberId: organiser, followsSince: start });
    await scene.decided(planned);

    const change = { number: 1, state: { kind: 'planned', plan }, again: false };
    expect(await scene.news(author)).toMatchObject({ kind: 'topic-news', role: 'author', change });
    expect(await scene.news(voter)).toMatchObject({ role: 'voter', voted: true, change });
    expect(await scene.news(follower)).toMatchObject({ role: 'follower', voted: false, change });
    expect(await scene.news(follower)).not.toHaveProperty('meanwhile');
  });

  it('is nothing of what was before they followed it', async () => {
    const scene = await aScene();
    await scene.decided(planned);
    await scene.joins({ memberId: follower, followsSince: scene.clock.now() });

    expect(await scene.news(follower)).toBeUndefined();
    expect(await scene.news(voter)).toBeDefined();
  });

  it('is nothing any more when they have ended it, though their vote stays', async () => {
    const scene = await aScene();
    await scene.decided(planned);
    await scene.joins({ memberId: voter, votedAt: start });

    expect(await scene.news(voter)).toBeUndefined();
  });

  it('is nothing for guests, whoever they were, and for nobody', async () => {
    const scene = await aScene();
    const guest = storedMemberId('t.guest');
    await scene.meet(guest, true);
    await scene.joins({ memberId: guest, followsSince: start });
    await scene.decided(planned);

    const subject = { kind: 'topic-news', topicRequestId: id, number: 1 } as const;
    expect(await scene.news(guest)).toBeUndefined();
    expect(await findTopicItem(scene.deps, subject, { kind: 'erased' })).toBeUndefined();
  });

  it('is nothing of a change that is not told, and of a request that is gone', async () => {
    const scene = await aScene();
    await scene.decided(planned);
    const unknown = await scene.news(voter, 2);

    await scene.deps.topicRequests.remove(id, () => true);

    expect([unknown, await scene.news(voter)]).toEqual([undefined, undefined]);
  });

  it('says what it has become meanwhile, and nothing when that is the same again', async () => {
    const scene = await aScene();
    await scene.decided(planned);
    await scene.decided((request, by) => declineTopic(request, 'Passt nicht.', by));
    const declined = await scene.news(voter);
    await scene.decided(restoreTopic);
    await scene.decided(planned);

    expect(declined).toMatchObject({ meanwhile: { state: { kind: 'declined' } } });
    expect(await scene.news(voter)).not.toHaveProperty('meanwhile');
    expect(await scene.news(voter, 2)).toMatchObject({ meanwhile: { state: { kind: 'planned' } } });
  });

  it('names the request where the votes of a merged one count in the end', async () => {
    const scene = await aScene();
    const end = aTopicRequest({ id: topicRequestId('t3'), title: 'KI und Bauplanung' });
    await scene.add(end);
    await scene.decided((request, by) => mergeTopic(request, aTopicRequest({ id: other }), by));
    const direct = await scene.news(voter);
    await scene.decided((request, by) => mergeTopic(request, end, by), other);

    expect(direct).toMatchObject({ into: { title: 'KI und Bauakten' }, voted: true });
    expect(await scene.news(voter)).toMatchObject({ into: { title: 'KI und Bauplanung' } });
    expect(await scene.news(voter)).not.toHaveProperty('meanwhile');
  });

  it('names what a merged one was merged into also after it was opened again', async () => {
    const scene = await aScene();
    await scene.decided((request, by) => mergeTopic(request, aTopicRequest({ id: other }), by));
    await scene.decided(restoreTopic);

    const news = await scene.news(voter);
    expect(news).toMatchObject({ into: { id: other }, meanwhile: { state: { kind: 'open' } } });
  });

  it('says with which request a vote came that counts here', async () => {
    const scene = await aScene();
    await scene.joins({ memberId: follower, votedAt: start, votedBy: other, followsSince: start });
    await scene.decided(planned);

    expect(await scene.news(follower)).toMatchObject({ role: 'counted', source: { id: other } });
  });
});

describe('what a member of a group is reminded of', () => {
  const until = '2026-12-04';
  const aGroup: UserGroup = {
    id: group,
    kind: 'user-group',
    name: 'Telefonie',
    description: 'Wer Anrufe mit KI annimmt.',
    organisers: [],
    createdAt: start,
    topics: { until },
    version: 1,
  };

  async function aGroupScene(fields: Partial<UserGroup> = {}) {
    const scene = await aScene();
    await scene.deps.userGroups.add({ ...aGroup, ...fields });
    await scene.deps.memberships.add({ userGroupId: group, memberId: voter, joinedAt: start });
    for (const [index, votes] of [2, 5, 2, 9].entries()) {
      const of = { userGroupId: group, votes, createdAt: start + index };
      await scene.add(aTopicRequest({ id: topicRequestId(`g${index}`), title: `Thema ${index}`, ...of }));
    }
    const deadline = (member: MemberId, daysBefore = 1) =>
      findTopicItem(
        scene.deps,
        { kind: 'topic-deadline', userGroupId: group, until, daysBefore },
        { kind: 'member', memberId: member },
      );
    return { ...scene, deadline };
  }

  it('is how many open topics of the group there are, and the three with the most votes, of equal ones the older', async () => {
    const scene = await aGroupScene();
    const { userGroupId: _, ...ofAll } = aTopicRequest({ id: topicRequestId('all'), votes: 20 });
    await scene.add(ofAll);
    await scene.decided((request, by) => declineTopic(request, 'Passt nicht.', by), topicRequestId('g1'));

    expect(await scene.deadline(voter)).toMatchObject({
      kind: 'topic-deadline',
      userGroup: { name: 'Telefonie' },
      until,
      open: 3,
      first: [{ title: 'Thema 3' }, { title: 'Thema 0' }, { title: 'Thema 2' }],
    });
  });

  it('is nothing for who has left the group, or never was in it', async () => {
    const scene = await aGroupScene();
    const before = await scene.deadline(voter);
    await scene.deps.memberships.remove(group, voter);

    expect(before).toBeDefined();
    expect(await scene.deadline(voter)).toBeUndefined();
    expect(await scene.deadline(author)).toBeUndefined();
  });

  it.each<[string, Partial<UserGroup>]>([
    ['the day is another one by then', { topics: { until: '2026-12-05' } }],
    ['topics are collected at any time by then', { topics: {} }],
    ['the group is archived by then', { archivedAt: start }],
  ])('is nothing when %s', async (_name, fields) => {
    const scene = await aGroupScene(fields);

    expect(await scene.deadline(voter)).toBeUndefined();
  });

  it('is nothing a week before once the reminder of the day before is due', async () => {
    const scene = await aGroupScene();
    const early = [await scene.deadline(voter, 7), await scene.deadline(voter, 1)];
    scene.clock.advance(Date.parse('2026-12-03T08:00:00Z') - start);

    expect(early.map((item) => item?.kind)).toEqual(['topic-deadline', 'topic-deadline']);
    expect(await scene.deadline(voter, 7)).toBeUndefined();
    expect(await scene.deadline(voter, 1)).toBeDefined();
  });

  it('is nothing when the day is over in Berlin', async () => {
    const scene = await aGroupScene();
    scene.clock.advance(Date.parse('2026-12-04T22:59:00Z') - start);
    const lastMinute = await scene.deadline(voter);
    scene.clock.advance(minuteMs);

    expect(lastMinute).toBeDefined();
    expect(await scene.deadline(voter)).toBeUndefined();
  });
});
