import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { keptQuestionId, storedMemberId, useCaseId } from '../../src/domain/ids.ts';
import type { Collection, DocumentKey } from '../../src/ports/document-store.ts';
import { createMemoryStore } from '../../src/store/adapters/memory.ts';
import { allCollections } from '../../src/store/all-collections.ts';
import { feedCursorCollection, FeedCursors } from '../../src/store/feed-cursors.ts';
import { followCollection, Follows } from '../../src/store/follows.ts';
import { keptQuestionCollection, KeptQuestions } from '../../src/store/kept-questions.ts';
import { toMemberKey } from '../../src/store/member-key.ts';
import { FakeClock } from '../support/fake-clock.ts';

const member = storedMemberId('11111111-0000-4000-8000-000000000000.aaaaaaaa-0000-4000-8000-000000000001');

/** A store that holds this one document, as an earlier version of the program wrote it. */
async function storeWith(collection: Collection, { partition, id }: DocumentKey, name: string) {
  const file = new URL(`../fixtures/documents/${name}.json`, import.meta.url);
  const body = z.record(z.string(), z.json()).parse(JSON.parse(readFileSync(file, 'utf8')));
  const store = createMemoryStore(new FakeClock(Date.UTC(2026, 10, 22)));
  await store.open(allCollections);
  await store.transact(collection, partition, [{ kind: 'create', id, body }]);
  return store;
}

describe('documents of earlier versions are read for ever', () => {
  it('kept question, version 1', async () => {
    const id = keptQuestionId('0123456789abcdef0123456789abcdef');
    const { partition } = toMemberKey(member);
    const store = await storeWith(keptQuestionCollection, { partition, id }, 'kept-question.v1');

    expect(await new KeptQuestions(store).find(member, id)).toEqual({
      id,
      memberId: member,
      question: { sought: 'Drohnen', filters: [{ kind: 'district', districtKey: '05966' }] },
      since: 1790000000000,
      told: ['u-1'],
      tellings: [],
    });
  });

  it('follow, version 1', async () => {
    const id = createHash('sha256').update(`u-1\n${member}`).digest('hex').slice(0, 32);
    const store = await storeWith(followCollection, { partition: 'u-1', id }, 'follow.v1');
    const expected = { useCaseId: 'u-1', memberId: member, since: 1790000000000 };

    const follows = new Follows(store);

    expect(await follows.find(useCaseId('u-1'), member)).toEqual(expected);
    expect(await follows.ofMember(member)).toEqual([expected]);
  });

  it('cursor of a feed, version 1', async () => {
    const key = { partition: 'use-case-news', id: 'use-case-news' };
    const store = await storeWith(feedCursorCollection, key, 'feed-cursor.v1');

    expect(await new FeedCursors(store).find('use-case-news')).toBe('42');
  });
});
