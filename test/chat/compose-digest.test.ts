import { describe, expect, it } from 'vitest';
import { composeDigest } from '../../src/chat/compose-digest.ts';
import type { Announcement } from '../../src/domain/announcement.ts';
import type { BroadcastSubject } from '../../src/domain/broadcast.ts';
import { announcementId, storedMemberId, tenantOf, topicRequestId } from '../../src/domain/ids.ts';
import { declineTopic } from '../../src/domain/topic-states.ts';
import { useCaseFields } from '../../src/features/ask/use-case-catalogue.ts';
import { TopicCatalogue } from '../../src/features/topics/topic-catalogue.ts';
import { createSearchEngine } from '../../src/search/create-search-engine.ts';
import { createMemoryStore } from '../../src/store/adapters/memory.ts';
import { allCollections } from '../../src/store/all-collections.ts';
import { Announcements } from '../../src/store/announcements.ts';
import { Follows } from '../../src/store/follows.ts';
import { KeptQuestions } from '../../src/store/kept-questions.ts';
import { Members } from '../../src/store/members.ts';
import { Meetings } from '../../src/store/meetings/meetings.ts';
import { Memberships } from '../../src/store/memberships.ts';
import { TopicRequests } from '../../src/store/topic-requests.ts';
import { UseCases } from '../../src/store/use-cases.ts';
import { UserGroups } from '../../src/store/user-groups.ts';
import { anAnnouncement } from '../support/builders.ts';
import { wordsOf } from '../support/conversation.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { someRules } from '../support/rules.ts';
import { shippedCommunes } from '../support/shipped-communes.ts';
import { aTopicRequest } from '../support/topics.ts';

const operatorData = {
  communes: shippedCommunes,
  communesOf: new Map(),
  tenants: new Map(),
  synonyms: [],
  serviceHosts: new Set<string>(),
};
const anna = { kind: 'member', memberId: storedMemberId('t.anna') } as const;

function about(id: string): BroadcastSubject {
  return { kind: 'announcement', announcementId: announcementId(id) };
}

async function withAnnouncements(...announcements: readonly Announcement[]) {
  const store = createMemoryStore(new FakeClock(0));
  await store.open(allCollections);
  const kept = new Announcements(store);
  for (const announcement of announcements) {
    await kept.add(announcement);
  }
  return {
    announcements: kept,
    follows: new Follows(store),
    keptQuestions: new KeptQuestions(store),
    members: new Members(store),
    useCases: new UseCases(store),
    meetings: new Meetings(store),
    memberships: new Memberships(store),
    topicCatalogue: new TopicCatalogue(() => createSearchEngine({ fields: { ...useCaseFields } }), []),
    topicRequests: new TopicRequests(store),
    userGroups: new UserGroups(store),
    clock: new FakeClock(0),
    operator: { current: () => operatorData },
    rules: someRules(),
  };
}

function named(id: string, title: string, fields: Partial<Announcement> = {}): Announcement {
  const announcement = anAnnouncement({ id: announcementId(id), ...fields });
  return { ...announcement, content: { ...announcement.content, title } };
}

describe('the daily collection of a member', () => {
  it('has what is to be told at this moment, in the order given', async () => {
    const deps = await withAnnouncements(
      named('a1', 'Eins'),
      named('a2', 'Zwei'),
      named('a3', 'Entwurf', { state: { kind: 'draft' } }),
    );

    const message = await composeDigest(deps, ['a2', 'a1', 'a3', 'unknown'].map(about), anna);

    const words = wordsOf(message?.card);
    expect(message?.summary).toBe('Neu für Sie: zwei Ankündigungen');
    expect(words.indexOf('Zwei')).toBeLessThan(words.indexOf('Eins'));
    expect(words).not.toContain('Entwurf');
  });

  it('names the title where it is but one', async () => {
    const deps = await withAnnouncements(named('a1', 'Eins'));

    expect((await composeDigest(deps, [about('a1')], anna))?.summary).toBe('Neu für Sie: Eins');
  });

  it('counts announcements and what is new of topics, each with its word', async () => {
    const deps = await withAnnouncements(named('a1', 'Eins'));
    const member = { id: anna.memberId, tenantId: tenantOf(anna.memberId), guest: false };
    await deps.members.add({ ...member, firstSeenAt: 0, rosterReadAt: 0 });
    const subjects = ['t1', 't2'].map((id): BroadcastSubject => {
      return { kind: 'topic-news', topicRequestId: topicRequestId(id), number: 1 };
    });
    for (const id of ['t1', 't2'].map(topicRequestId)) {
      const request = aTopicRequest({ id, by: anna.memberId });
      const declined = declineTopic(request, 'Passt nicht.', { by: storedMemberId('t.berta'), now: 1 });
      const own = { topicRequestId: id, memberId: anna.memberId, votedAt: 0, followsSince: 0 };
      await deps.topicRequests.add(declined.request, own);
    }

    const message = await composeDigest(deps, [...subjects, about('a1')], anna);

    expect(message?.summary).toBe('Neu für Sie: eine Ankündigung und zwei Neuigkeiten zu Themen');
    expect(wordsOf(message?.card)).toMatch(/Ihr Thema wurde abgelehnt\.\n[^]*\nEins\n/);
  });

  it('says of what was taken back that it was', async () => {
    const deps = await withAnnouncements(named('a1', 'Eins', { withdrawnAt: 5 }));

    const message = await composeDigest(deps, [about('a1')], anna);

    expect(message?.summary).toBe('Eine Ankündigung wurde zurückgezogen.');
    expect(JSON.stringify(message)).not.toContain('Eins');
  });

  it('is nothing when there is nothing to tell, or nobody', async () => {
    const deps = await withAnnouncements(named('a1', 'Eins'));
    const question = { kind: 'confirmation', announcementId: announcementId('a1') } as const;

    expect(await composeDigest(deps, [question, about('unknown')], anna)).toBeUndefined();
    expect(await composeDigest(deps, [about('a1')], { kind: 'erased' })).toBeUndefined();
  });
});
