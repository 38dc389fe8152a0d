import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storedMemberId, topicRequestId } from '../../src/domain/ids.ts';
import type { MemberId } from '../../src/domain/ids.ts';
import { proposeTopic } from '../../src/domain/topic-states.ts';
import { voteForTopic, withdrawVote } from '../../src/domain/topic-votes.ts';
import type { DocumentStore, WriteOperation } from '../../src/ports/document-store.ts';
import { createMemoryStore } from '../../src/store/adapters/memory.ts';
import { createSqliteStore } from '../../src/store/adapters/sqlite.ts';
import { allCollections } from '../../src/store/all-collections.ts';
import { everyDocument } from '../../src/store/every-document.ts';
import { topicRequestCollection, TopicRequests } from '../../src/store/topic-requests.ts';
import { FakeClock } from '../support/fake-clock.ts';

export const id = topicRequestId('t1');
export const author = storedMemberId('t.author');
export const proposal = proposeTopic(
  id,
  { title: 'KI im Bauamt', tags: [] },
  { by: author, votes: true, now: 0 },
);

export async function onStore(
  kind: 'memory' | 'sqlite',
  test: (requests: TopicRequests, store: DocumentStore, clock: FakeClock) => Promise<void>,
): Promise<void> {
  const clock = new FakeClock(0);
  const folder = mkdtempSync(join(tmpdir(), 'topic-requests-'));
  const store =
    kind === 'memory'
      ? createMemoryStore(clock)
      : createSqliteStore({ path: join(folder, 'store.sqlite'), clock });
  await store.open(allCollections);
  try {
    const requests = new TopicRequests(store);
    await requests.add(proposal.request, proposal.participation);
    await test(requests, store, clock);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

/** A store whose transactions go through `transact`. */
export function withTransactions(
  store: DocumentStore,
  transact: (
    operations: readonly WriteOperation[],
    write: () => ReturnType<DocumentStore['transact']>,
  ) => ReturnType<DocumentStore['transact']>,
): DocumentStore {
  return {
    open: (...call) => store.open(...call),
    get: (...call) => store.get(...call),
    query: (...call) => store.query(...call),
    transact: (collection, partition, operations) =>
      transact(operations, () => store.transact(collection, partition, operations)),
    changes: (...call) => store.changes(...call),
    onChange: (...call) => store.onChange(...call),
    purgeExpired: () => store.purgeExpired(),
    close: () => store.close(),
  };
}

export function vote(requests: TopicRequests, member: MemberId, decided: () => void = () => undefined) {
  return requests.change(id, { member }, ({ request, participation }) => {
    decided();
    const outcome = voteForTopic(request, participation, member, 1);
    return outcome.kind === 'voted' ? outcome : undefined;
  });
}

export function withdraw(requests: TopicRequests, member: MemberId) {
  return requests.change(id, { member }, ({ request, participation }) => {
    const outcome = withdrawVote(request, participation);
    return outcome.kind === 'withdrawn' ? outcome : undefined;
  });
}

export function comment(requests: TopicRequests, text: string) {
  return requests.change(id, {}, ({ request }) => {
    const number = request.numberedComments + 1;
    return {
      request: { ...request, comments: request.comments + 1, numberedComments: number },
      comment: { topicRequestId: id, number, by: author, at: 1, text },
    };
  });
}

export async function votersOf(requests: TopicRequests): Promise<readonly string[]> {
  const all = await Array.fromAsync(requests.participations(id));
  return all.filter(({ votedAt }) => votedAt !== undefined).map(({ memberId }) => memberId);
}

export async function everythingStored(store: DocumentStore): Promise<number> {
  return (await Array.fromAsync(everyDocument(store, topicRequestCollection, {}))).length;
}
