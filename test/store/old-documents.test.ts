import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { conversationId, storedMemberId, useCaseId, userGroupId } from '../../src/domain/ids.ts';
import type { Collection, DocumentKey, JsonObject } from '../../src/ports/document-store.ts';
import { createMemoryStore } from '../../src/store/adapters/memory.ts';
import { allCollections } from '../../src/store/all-collections.ts';
import { dialogueCollection, Dialogues } from '../../src/store/dialogues.ts';
import { toMemberKey } from '../../src/store/member-key.ts';
import { memberCollection, Members } from '../../src/store/members.ts';
import { openQuestionCollection, OpenQuestions } from '../../src/store/open-questions.ts';
import { referenceCollection, References } from '../../src/store/references.ts';
import { membershipCollection, Memberships } from '../../src/store/memberships.ts';
import { subscriptionCollection, Subscriptions } from '../../src/store/subscriptions.ts';
import { useCaseCollection, UseCases } from '../../src/store/use-cases.ts';
import { userGroupChannelCollection, UserGroupChannels } from '../../src/store/user-group-channels.ts';
import { userGroupCollection, UserGroups } from '../../src/store/user-groups.ts';
import { aUserGroup } from '../support/builders.ts';
import { FakeClock } from '../support/fake-clock.ts';

function fixture(name: string): JsonObject {
  const file = new URL(`../fixtures/documents/${name}.json`, import.meta.url);
  return z.record(z.string(), z.json()).parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** A store that holds this one document, as an earlier version of the program wrote it. */
async function storeWith(collection: Collection, { partition, id }: DocumentKey, name: string) {
  const store = createMemoryStore(new FakeClock(Date.UTC(2026, 10, 22)));
  await store.open(allCollections);
  await store.transact(collection, partition, [{ kind: 'create', id, body: fixture(name) }]);
  return store;
}

const member = storedMemberId('11111111-0000-4000-8000-000000000000.aaaaaaaa-0000-4000-8000-000000000001');

describe('documents of earlier versions are read for ever', () => {
  it('use case, version 1', async () => {
    const store = await storeWith(useCaseCollection, { partition: 'u-1', id: 'u-1' }, 'use-case.v1');

    const found = await new UseCases(store).find(useCaseId('u-1'));

    const { schemaVersion: _, ...fields } = fixture('use-case.v1');
    expect(found?.value).toEqual({ ...fields, interests: [], interestsReported: [] });
  });

  it('member, version 1', async () => {
    const store = await storeWith(memberCollection, toMemberKey(member), 'member.v1');

    const found = await new Members(store).find(member);

    const { schemaVersion: _, ...fields } = fixture('member.v1');
    expect(found?.value).toEqual(fields);
  });

  it('dialogue, version 1', async () => {
    const id = createHash('sha256').update('a:1').digest('hex').slice(0, 32);
    const { partition } = toMemberKey(member);
    const store = await storeWith(dialogueCollection, { partition, id }, 'dialogue.v1');

    const found = await new Dialogues(store).find(member, conversationId('a:1'));

    expect(found).toMatchObject({
      question: {
        sought: 'Chatbot',
        filters: [
          { kind: 'stage', stage: 'in_use' },
          { kind: 'district', districtKey: '05966' },
        ],
      },
      page: 2,
    });
  });

  it('open question, version 1', async () => {
    const store = await storeWith(openQuestionCollection, { partition: 'q', id: 'q' }, 'open-question.v1');

    expect(await new OpenQuestions(store).latest()).toMatchObject([
      { sought: 'Quantencomputer', timesAsked: 3, askers: [] },
    ]);
  });

  it('who asked an open question, version 1', async () => {
    const store = await storeWith(openQuestionCollection, { partition: 'q', id: 'q' }, 'open-question.v1');
    const body = fixture('open-question-asker.v1');
    await store.transact(openQuestionCollection, 'q', [{ kind: 'create', id: 'a', body }]);

    expect(await new OpenQuestions(store).latest()).toMatchObject([
      { timesAsked: 3, askers: [{ key: body['askerKey'], timesAsked: 2 }] },
    ]);
  });

  it('reference, version 1', async () => {
    const store = await storeWith(referenceCollection, toMemberKey(member), 'reference.v1');

    const found = await new References(store).find({ memberId: member });

    const { schemaVersion: _, signs: _signs, ...fields } = fixture('reference.v1');
    expect(found).toEqual({ ...fields, lost: { because: 'blocked', at: 1_790_000_000_001 } });
  });

  it('user group, version 1', async () => {
    const key = { partition: 'user-groups', id: 'g-1' };
    const store = await storeWith(userGroupCollection, key, 'user-group.v1');

    const found = await new UserGroups(store).find(userGroupId('g-1'));

    const { schemaVersion: _, document: _kind, ...fields } = fixture('user-group.v1');
    expect(found?.value).toEqual(fields);
  });

  it('name of a user group, version 1', async () => {
    const name = createHash('sha256').update('telefonie').digest('hex').slice(0, 32);
    const store = await storeWith(
      userGroupCollection,
      { partition: 'user-groups', id: `name.${name}` },
      'user-group-name.v1',
    );
    const userGroups = new UserGroups(store);

    expect(await userGroups.add(aUserGroup({ name: 'TELE fonie' }))).toBe('name-taken');
  });

  it('membership, version 1', async () => {
    const id = createHash('sha256').update(`g-1\n${member}`).digest('hex').slice(0, 32);
    const store = await storeWith(membershipCollection, { partition: 'g-1', id }, 'subscription.v1');
    const expected = { userGroupId: 'g-1', memberId: member, joinedAt: 1790000000000 };

    const memberships = new Memberships(store);

    expect(await memberships.find(userGroupId('g-1'), member)).toEqual(expected);
    expect(await memberships.ofMember(member)).toEqual([expected]);
  });

  it('notifications, version 1', async () => {
    const id = createHash('sha256').update(member).digest('hex').slice(0, 32);
    const store = await storeWith(subscriptionCollection, { partition: id, id }, 'notifications.v1');

    const found = await new Subscriptions(store).find(member);

    const { schemaVersion: _, ...fields } = fixture('notifications.v1');
    expect(found).toEqual(fields);
  });

  it('channel of a user group, version 1', async () => {
    const conversation = conversationId('19:channel@thread.tacv2');
    const id = createHash('sha256').update(conversation).digest('hex').slice(0, 32);
    const key = { partition: 'user-group-channels', id };
    const store = await storeWith(userGroupChannelCollection, key, 'user-group-channel.v1');

    const found = await new UserGroupChannels(store).find(conversation);

    const { schemaVersion: _, ...fields } = fixture('user-group-channel.v1');
    expect(found).toEqual(fields);
  });
});
