import { expect } from 'vitest';
import { storedMemberId, topicRequestId } from '../../../src/domain/ids.ts';
import type { MemberId, TopicRequestId } from '../../../src/domain/ids.ts';
import { mergeTopic, proposeTopic, restoreTopic } from '../../../src/domain/topic-states.ts';
import { voteForTopic } from '../../../src/domain/topic-votes.ts';
import { carryOutTopics } from '../../../src/features/topics/carry-out-topic.ts';
import { changeTopic } from '../../../src/features/topics/change-topic.ts';
import { TopicCatalogue } from '../../../src/features/topics/topic-catalogue.ts';
import type { DocumentStore } from '../../../src/ports/document-store.ts';
import { createSearchEngine } from '../../../src/search/create-search-engine.ts';
import { Broadcasts } from '../../../src/store/broadcasts.ts';
import { TopicRequests } from '../../../src/store/topic-requests.ts';
import { VoteReservations } from '../../../src/store/vote-reservations.ts';
import type { FakeClock } from '../../support/fake-clock.ts';

export const organiser = storedMemberId('t.organiser');
const author = storedMemberId('t.author');

/** What a process has for the requests of a store; what fails in it is thrown where it is waited for. */
export function startInstance(store: DocumentStore, clock: FakeClock) {
  const fields = { title: { weight: 1, lengthNormalisation: 0.5 } };
  const failures: unknown[] = [];
  return {
    clock,
    failures,
    logger: {
      info: () => undefined,
      warn: () => undefined,
      error: (_event: string, facts?: Readonly<Record<string, unknown>>) => {
        failures.push(facts?.['error']);
      },
    },
    broadcasts: new Broadcasts(store),
    topicRequests: new TopicRequests(store),
    voteReservations: new VoteReservations(store),
    topicCatalogue: new TopicCatalogue((synonyms) => createSearchEngine({ fields, synonyms }), []),
  };
}
export type Instance = ReturnType<typeof startInstance>;

/** Nobody has voted for it yet; its author alone follows it. */
export async function propose({ topicRequests, clock }: Instance, id: string): Promise<TopicRequestId> {
  const proposal = { by: author, votes: false, now: clock.now() };
  const { request, participation } = proposeTopic(topicRequestId(id), { title: id, tags: [] }, proposal);
  await topicRequests.add(request, participation);
  clock.advance(1);
  return request.id;
}

export async function voteFor(instance: Instance, id: TopicRequestId, memberId: MemberId): Promise<void> {
  await changeTopic(instance, id, { member: memberId }, ({ request, participation }) => {
    const outcome = voteForTopic(request, participation, memberId, instance.clock.now());
    return outcome.kind === 'voted' ? outcome : undefined;
  });
  instance.clock.advance(1);
}

/** Decided, and not carried out yet. */
export async function decideMerge(instance: Instance, id: TopicRequestId, into: TopicRequestId) {
  const target = await instance.topicRequests.find(into);
  const change = { by: organiser, now: instance.clock.now() };
  return changeTopic(instance, id, {}, ({ request }) => {
    const outcome = target && mergeTopic(request, target, change);
    return outcome?.kind === 'changed' ? outcome : undefined;
  });
}

/** Decided, and not carried out yet. */
export async function decideRestore(instance: Instance, id: TopicRequestId) {
  const change = { by: organiser, now: instance.clock.now() };
  return changeTopic(instance, id, {}, ({ request }) => {
    const outcome = restoreTopic(request, change);
    return outcome.kind === 'changed' ? outcome : undefined;
  });
}

/** As the job does it, until nothing is left to do; a few rounds are enough for whatever hangs together. */
export async function carryOutAll(instance: Instance): Promise<void> {
  for (let round = 0; round < 5; round += 1) {
    await carryOutTopics(instance);
    expect(instance.failures).toEqual([]);
    if ((await instance.topicRequests.undone()).length === 0) {
      return;
    }
  }
  expect(await instance.topicRequests.undone()).toEqual([]);
}

/** Who votes for a request, as its votes are stored; its count must be theirs. */
export async function votersOf({ topicRequests }: Instance, id: TopicRequestId): Promise<readonly string[]> {
  const all = await Array.fromAsync(topicRequests.participations(id));
  const voters = all.filter(({ votedAt }) => votedAt !== undefined).map(({ memberId }) => memberId);
  expect((await topicRequests.find(id))?.votes).toBe(voters.length);
  return voters.toSorted();
}

/** All but its author. */
export async function followersOf(
  { topicRequests }: Instance,
  id: TopicRequestId,
): Promise<readonly string[]> {
  const followers = await topicRequests.followersOf(id);
  return followers.filter((member) => member !== author).toSorted();
}

/** A store on which something else happens right before a call, counted from 1; after so many more calls nobody answers any more. */
export function meddled(
  store: DocumentStore,
  { atCall, more }: { readonly atCall: number; readonly more: number },
  meddle: () => Promise<unknown>,
) {
  let calls = 0;
  let meddling: Promise<unknown> = Promise.resolve();
  let die: () => void = () => undefined;
  const died = new Promise<void>((resolve) => {
    die = resolve;
  });
  async function before(): Promise<void> {
    calls += 1;
    const isLast = calls >= atCall + more;
    if (calls === atCall) {
      meddling = meddle();
    }
    await meddling;
    if (isLast) {
      die();
      await new Promise(() => undefined);
    }
  }
  const meddledStore: DocumentStore = {
    ...store,
    async get(...call) {
      await before();
      return store.get(...call);
    },
    async query(...call) {
      await before();
      return store.query(...call);
    },
    async transact(...call) {
      await before();
      return store.transact(...call);
    },
  };
  return { store: meddledStore, died, calls: () => calls };
}
