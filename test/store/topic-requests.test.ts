import { describe, expect, it } from 'vitest';
import { storedMemberId, topicRequestId } from '../../src/domain/ids.ts';
import { withdrawVote } from '../../src/domain/topic-votes.ts';
import { TopicRequests } from '../../src/store/topic-requests.ts';
import { author, id, onStore, vote, votersOf, withTransactions, withdraw } from './topic-request-scene.ts';

const members = Array.from({ length: 30 }, (_, index) => storedMemberId(`t.${index}`));

describe.each(['memory', 'sqlite'] as const)('changes of a topic request (%s)', (kind) => {
  it('by 30 members at once through three store objects lose no vote', () =>
    onStore(kind, async (requests, store) => {
      const instances = [requests, new TopicRequests(store), new TopicRequests(store)];

      await Promise.all(members.map((member, index) => vote(instances[index % 3] ?? requests, member)));

      const request = await requests.find(id);
      expect([request?.votes, request?.version]).toEqual([31, 31]);
      expect((await votersOf(requests)).toSorted()).toEqual([author, ...members].toSorted());
    }));

  it('of one process wait for each other: each is decided once', () =>
    onStore(kind, async (requests) => {
      let decided = 0;

      await Promise.all(
        members.map((member) =>
          vote(requests, member, () => {
            decided += 1;
          }),
        ),
      );

      expect([decided, (await requests.find(id))?.votes]).toEqual([30, 31]);
    }));

  it('are decided again about what somebody else has written meanwhile', () =>
    onStore(kind, async (requests, store) => {
      const seen: number[] = [];
      let isFirst = true;
      const overtaken = new TopicRequests(
        withTransactions(store, async (_, write) => {
          if (isFirst) {
            isFirst = false;
            await vote(requests, storedMemberId('t.faster'));
          }
          return write();
        }),
      );

      const changed = await overtaken.change(id, { member: author }, ({ request, participation }) => {
        seen.push(request.votes);
        const outcome = withdrawVote(request, participation);
        return outcome.kind === 'withdrawn' ? outcome : undefined;
      });

      expect(seen).toEqual([1, 2]);
      expect([changed?.votes, changed?.version]).toEqual([1, 3]);
      expect(await votersOf(requests)).toEqual(['t.faster']);
    }));

  it('are decided again also when only what is about the request has changed', () =>
    onStore(kind, async (requests, store) => {
      const faster = new TopicRequests(store);
      let rounds = 0;
      let done: Promise<unknown> | undefined;
      const overtaken = new TopicRequests(
        withTransactions(store, async (_, write) => {
          done ??= withdraw(faster, author);
          await done;
          return write();
        }),
      );

      const changed = await overtaken.change(id, { member: author }, ({ request, participation }) => {
        rounds += 1;
        const outcome = withdrawVote(request, participation);
        return outcome.kind === 'withdrawn' ? outcome : undefined;
      });

      expect([rounds, changed]).toEqual([2, undefined]);
      expect((await requests.find(id))?.votes).toBe(0);
    }));

  it('write the request and what is about it in one transaction, or nothing', () =>
    onStore(kind, async (requests, store) => {
      const written: (readonly string[])[] = [];
      const watched = new TopicRequests(
        withTransactions(store, async (operations, write) => {
          written.push(operations.map((operation) => operation.kind));
          return write();
        }),
      );
      const failing = new TopicRequests(
        withTransactions(store, async () => Promise.reject(new Error('full'))),
      );
      const member = storedMemberId('t.b');

      await expect(vote(failing, member)).rejects.toThrow('full');
      const afterFailure = [(await requests.find(id))?.votes, await votersOf(requests)];
      await vote(watched, member);
      await withdraw(watched, member);

      expect(afterFailure).toEqual([1, [author]]);
      expect(written).toEqual([
        ['replace', 'create'],
        ['replace', 'delete'],
      ]);
      expect(await requests.findParticipation(id, member)).toBeUndefined();
    }));

  it('write nothing when nothing is decided, or when there is no such request', () =>
    onStore(kind, async (requests) => {
      const already = await vote(requests, author);
      const absent = await requests.change(topicRequestId('t2'), {}, (known) => known);

      expect([already, absent]).toEqual([undefined, undefined]);
      expect((await requests.find(id))?.version).toBe(1);
    }));

  it('give up when others are faster again and again', () =>
    onStore(kind, async (_, store) => {
      const unlucky = new TopicRequests(withTransactions(store, async () => ({ kind: 'conflict', id })));

      await expect(vote(unlucky, storedMemberId('t.b'))).rejects.toMatchObject({
        name: 'StoreUnavailableError',
        reason: 'busy',
        outcome: 'none',
      });
    }));
});
