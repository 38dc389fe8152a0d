import { expect, it } from 'vitest';
import { storedMemberId, topicRequestId, useCaseId } from '../../../src/domain/ids.ts';
import type { MemberId } from '../../../src/domain/ids.ts';
import type { TopicInvitation } from '../../../src/domain/topic-request.ts';
import { ownBroadcastsSource } from '../../../src/features/broadcasts/own-broadcasts.ts';
import { carryOutInvitation } from '../../../src/features/topics/carry-out-invitation.ts';
import { carryOutTopics } from '../../../src/features/topics/carry-out-topic.ts';
import { changeTopic } from '../../../src/features/topics/change-topic.ts';
import {
  ownParticipationsSource,
  ownTopicCommentsSource,
  ownTopicInvitationsSource,
  ownTopicRequestsSource,
} from '../../../src/features/topics/own-topics.ts';
import type { DocumentStore } from '../../../src/ports/document-store.ts';
import { createMemoryStore } from '../../../src/store/adapters/memory.ts';
import { allCollections } from '../../../src/store/all-collections.ts';
import { FakeClock } from '../../support/fake-clock.ts';
import { decideMerge, meddled, organiser, propose, startInstance, voteFor } from './merging-scene.ts';
import type { Instance } from './merging-scene.ts';

const berta = storedMemberId('t.berta');
const [a, b] = [topicRequestId('a'), topicRequestId('b')];

/** In the order in which everything of somebody is erased. */
async function erase(instance: Instance, member: MemberId): Promise<void> {
  const sources = [
    ownTopicRequestsSource,
    ownParticipationsSource,
    ownTopicCommentsSource,
    ownTopicInvitationsSource,
    ownBroadcastsSource,
  ];
  for (const source of sources) {
    await source(instance).erase(member);
  }
}

async function naming(store: DocumentStore, member: MemberId): Promise<readonly string[]> {
  const pages = await Promise.all(
    allCollections.map((collection) => store.query(collection, { limit: 1000 })),
  );
  const documents = pages.flatMap((page) => page.documents);
  return documents.filter(({ body }) => JSON.stringify(body).includes(member)).map(({ id }) => id);
}

/** Where the member is still named when everything was erased right before each call of the work in turn. */
async function leftOf(
  member: MemberId,
  work: {
    readonly prepare: (steady: Instance) => Promise<unknown>;
    readonly run: (one: Instance) => unknown;
  },
): Promise<readonly string[]> {
  const left = new Set<string>();
  let calls = 0;
  for (let atCall = 1; calls >= atCall - 1; atCall += 1) {
    const clock = new FakeClock(1000);
    const store = createMemoryStore(clock);
    await store.open(allCollections);
    const steady = startInstance(store, clock);
    await propose(steady, 'a');
    await propose(steady, 'b');
    await voteFor(steady, a, berta);
    await work.prepare(steady);
    const other = meddled(store, { atCall, more: Infinity }, () => erase(steady, member));
    await work.run(startInstance(other.store, clock));
    await work.run(steady);
    calls = other.calls();
    if (calls >= atCall) {
      (await naming(store, member)).forEach((id) => left.add(`${id} before call ${atCall}`));
    }
  }
  expect(calls).toBeGreaterThan(5);
  return [...left];
}

it.each([
  ['whoever decided', organiser],
  ['whoever voted', berta],
])(
  '%s is named nowhere, whenever they erase everything while it is told and votes are moved',
  async (_, member) => {
    const left = await leftOf(member, {
      prepare: (steady) => decideMerge(steady, a, b),
      run: (one) => carryOutTopics(one),
    });

    expect(left).toEqual([]);
  },
);

const question: TopicInvitation = {
  topicRequestId: a,
  number: 1,
  useCaseId: useCaseId('u1'),
  memberId: berta,
  askedBy: organiser,
  askedAt: 0,
  round: 1,
  version: 0,
  dueAt: 0,
};
const answered: TopicInvitation = { ...question, answer: 'no', answeredAt: 0, version: 1 };

it.each([
  ['whoever asked, while the question is sent', organiser, question],
  ['whoever is asked, while the question is sent', berta, question],
  ['whoever asked, while the answer is told', organiser, answered],
  ['whoever is asked, while the answer is told', berta, answered],
])('%s, is named nowhere after they erased everything', async (_, member, invitation) => {
  const left = await leftOf(member, {
    prepare: (steady) => changeTopic(steady, a, {}, ({ request }) => ({ request, invitation })),
    run: (one) => carryOutInvitation(one, invitation),
  });

  expect(left).toEqual([]);
});
