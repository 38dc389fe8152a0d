import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { storedMemberId, topicRequestId, userGroupId } from '../../src/domain/ids.ts';
import { minuteMs } from '../../src/domain/instant.ts';
import type { Collection, DocumentKey, JsonObject } from '../../src/ports/document-store.ts';
import { createMemoryStore } from '../../src/store/adapters/memory.ts';
import { allCollections } from '../../src/store/all-collections.ts';
import { sharedTopicListCollection, SharedTopicLists } from '../../src/store/shared-topic-lists.ts';
import { topicRequestCollection, TopicRequests } from '../../src/store/topic-requests.ts';
import { userGroupCollection, UserGroups } from '../../src/store/user-groups.ts';
import { voteReservationCollection, VoteReservations } from '../../src/store/vote-reservations.ts';
import { FakeClock } from '../support/fake-clock.ts';

function fixture(name: string): JsonObject {
  const file = new URL(`../fixtures/documents/${name}.v1.json`, import.meta.url);
  return z.record(z.string(), z.json()).parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** What the fixture says, without what is there for queries alone. */
function said(name: string): JsonObject {
  const {
    schemaVersion: _v,
    document: _d,
    authorKey: _a,
    memberKey: _m,
    hasOffer: _o,
    askerKey: _k,
    hasUndone: _u,
    ...fields
  } = fixture(name);
  return fields;
}

/** A store that holds these documents, as an earlier version of the program wrote them. */
async function storeWith(collection: Collection, documents: readonly (DocumentKey & { name: string })[]) {
  const store = createMemoryStore(new FakeClock(Date.UTC(2026, 8, 21)));
  await store.open(allCollections);
  for (const { partition, id, name } of documents) {
    await store.transact(collection, partition, [{ kind: 'create', id, body: fixture(name) }]);
  }
  return store;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

const tenant = '11111111-0000-4000-8000-000000000000';
const member = storedMemberId(`${tenant}.aaaaaaaa-0000-4000-8000-000000000001`);
const organiser = storedMemberId(`${tenant}.bbbbbbbb-0000-4000-8000-000000000002`);
const id = topicRequestId('t-1');
const dueAt = 1791209600000;

describe('documents of earlier versions are read for ever', () => {
  it('topic request with all that is about it, version 1', async () => {
    const store = await storeWith(topicRequestCollection, [
      { partition: id, id, name: 'topic-request' },
      { partition: id, id: `participation.${hashOf(`${id}\n${member}`)}`, name: 'topic-participation' },
      { partition: id, id: 'comment.2', name: 'topic-comment' },
      { partition: id, id: 'invitation.1', name: 'topic-invitation' },
    ]);
    const requests = new TopicRequests(store);

    const [request, participation] = [said('topic-request'), said('topic-participation')];
    const [comment, invitation] = [said('topic-comment'), said('topic-invitation')];
    expect(await requests.find(id)).toEqual(request);
    expect(await requests.findParticipation(id, member)).toEqual(participation);
    expect(await Array.fromAsync(requests.participations(id))).toEqual([participation]);
    expect(await requests.offers(id)).toEqual([participation]);
    expect(await requests.comments(id)).toEqual([comment]);
    expect(await requests.invitations(id)).toEqual([invitation]);
    expect(await requests.ofAuthor(member)).toEqual([request]);
    expect(await requests.undone()).toEqual([request]);
    expect(await requests.participationsOf(member)).toEqual([participation]);
    expect(await requests.commentsOf(member)).toEqual([comment]);
    expect(await requests.invitationsOf(member)).toEqual([invitation]);
    expect(await requests.invitationsBy(organiser)).toEqual([invitation]);
    expect(await requests.dueInvitations(dueAt - 1)).toEqual([]);
    expect(await requests.dueInvitations(dueAt)).toEqual([invitation]);
  });

  it('topic request, version 1, is changed together with what is about it', async () => {
    const store = await storeWith(topicRequestCollection, [
      { partition: id, id, name: 'topic-request' },
      { partition: id, id: `participation.${hashOf(`${id}\n${member}`)}`, name: 'topic-participation' },
      { partition: id, id: 'comment.2', name: 'topic-comment' },
      { partition: id, id: 'invitation.1', name: 'topic-invitation' },
    ]);
    const requests = new TopicRequests(store);

    const changed = await requests.change(id, { member, comment: 2, invitation: 1 }, (known) => ({
      request: known.request,
      participation: { topicRequestId: id, memberId: member },
      ...(known.comment !== undefined && { comment: { removed: known.comment } }),
      ...(known.invitation !== undefined && { invitation: { removed: known.invitation } }),
    }));

    expect(changed).toEqual({ ...said('topic-request'), version: 13 });
    expect([
      await requests.findParticipation(id, member),
      await requests.comments(id),
      await requests.invitations(id),
    ]).toEqual([undefined, [], []]);
  });

  it('votes that are being given, version 1', async () => {
    const group = userGroupId('g-1');
    const key = hashOf(`${group}\n${member}`);
    const store = await storeWith(voteReservationCollection, [
      { partition: key, id: key, name: 'vote-reservations' },
    ]);
    const reservations = new VoteReservations(store);
    const at = 1790000000000;

    const during = await reservations.find(member, group, at + minuteMs - 1);
    const after = await reservations.find(member, group, at + minuteMs);

    expect([[...during], [...after]]).toEqual([[id], []]);
    expect(await reservations.eraseOf(member)).toBe(1);
  });

  it('list of topics where everybody sees it, version 1, which is still found when its card is gone', async () => {
    const key = hashOf('19:channel@thread.tacv2;messageid=1\n1790000000000');
    const store = await storeWith(sharedTopicListCollection, [
      { partition: key, id: key, name: 'shared-topic-list' },
    ]);
    const lists = new SharedTopicLists(store);

    const before = await lists.latest();
    for (const shared of before) {
      await lists.remove(shared);
    }

    expect(before).toEqual([said('shared-topic-list')]);
    expect(await lists.latest()).toEqual([]);
  });

  it.each(['user-group', 'user-group-topics'])(
    '%s, version 1, with and without a collection of topics',
    async (name) => {
      const store = await storeWith(userGroupCollection, [{ partition: 'user-groups', id: 'g-1', name }]);

      const found = await new UserGroups(store).find(userGroupId('g-1'));

      expect(found?.value).toEqual(said(name));
      expect(found?.value.topics).toEqual(
        name === 'user-group' ? undefined : { until: '2026-12-05', votesPerMember: 3 },
      );
    },
  );
});
