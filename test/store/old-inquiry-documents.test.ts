import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { conversationId, inquiryId, storedMemberId } from '../../src/domain/ids.ts';
import type { Collection, DocumentKey, JsonObject } from '../../src/ports/document-store.ts';
import { createMemoryStore } from '../../src/store/adapters/memory.ts';
import { allCollections } from '../../src/store/all-collections.ts';
import { Inquiries, inquiryCollection } from '../../src/store/inquiries.ts';
import { userGroupChannelCollection, UserGroupChannels } from '../../src/store/user-group-channels.ts';
import { FakeClock } from '../support/fake-clock.ts';

function fixture(name: string): JsonObject {
  const file = new URL(`../fixtures/documents/${name}.json`, import.meta.url);
  return z.record(z.string(), z.json()).parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** A store that holds these documents, as an earlier version of the program wrote them. */
async function storeWith(collection: Collection, documents: readonly (DocumentKey & { name: string })[]) {
  const store = createMemoryStore(new FakeClock(Date.UTC(2026, 10, 22)));
  await store.open(allCollections);
  for (const { partition, id, name } of documents) {
    await store.transact(collection, partition, [{ kind: 'create', id, body: fixture(name) }]);
  }
  return store;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

const member = storedMemberId('11111111-0000-4000-8000-000000000000.aaaaaaaa-0000-4000-8000-000000000001');
const id = inquiryId('i-1');

describe('documents of earlier versions are read for ever', () => {
  it('inquiry and answer, version 1', async () => {
    const answerId = `answer.${hash(`${id}\n${member}\ndoing`)}`;
    const store = await storeWith(inquiryCollection, [
      { partition: id, id, name: 'inquiry.v1' },
      { partition: id, id: answerId, name: 'inquiry-answer.v1' },
    ]);
    const inquiries = new Inquiries(store);

    const thread = await inquiries.findThread(id);
    await inquiries.change(id, ({ inquiry, answers: [remove] }) => ({
      inquiry,
      ...(remove !== undefined && { remove }),
    }));

    const {
      schemaVersion: _v,
      askerKey: _k,
      closesAt: _c,
      hasUndone: _u,
      ...inquiry
    } = fixture('inquiry.v1');
    const { schemaVersion: _s, answererKey: _a, inquiryId: _i, ...answer } = fixture('inquiry-answer.v1');
    expect(thread).toEqual({ inquiry, answers: [answer] });
    expect(await inquiries.ofAsker(member)).toEqual([inquiry]);
    expect((await inquiries.overdue(1_795_184_000_002)).map((one) => one.id)).toEqual([id]);
    expect((await inquiries.undone()).map((one) => one.id)).toEqual([id]);
    expect(await inquiries.answersOf(member)).toEqual([]);
  });

  it('closed inquiry of an erased member, version 1', async () => {
    const store = await storeWith(inquiryCollection, [{ partition: id, id, name: 'inquiry-closed.v1' }]);
    const inquiries = new Inquiries(store);

    const { schemaVersion: _, ...inquiry } = fixture('inquiry-closed.v1');
    expect(await inquiries.find(id)).toEqual(inquiry);
    expect(await inquiries.overdue(Number.MAX_SAFE_INTEGER)).toEqual([]);
    expect(await inquiries.undone()).toEqual([]);
  });

  it('channel of the whole community, version 1', async () => {
    const conversation = conversationId('19:channel@thread.tacv2');
    const key = { partition: 'user-group-channels', id: hash(conversation) };
    const store = await storeWith(userGroupChannelCollection, [{ ...key, name: 'community-channel.v1' }]);
    const channels = new UserGroupChannels(store);

    const { schemaVersion: _, community: _c, ...channel } = fixture('community-channel.v1');
    expect(await channels.find(conversation)).toEqual(channel);
    expect(await channels.ofCommunity()).toEqual([channel]);
  });
});
