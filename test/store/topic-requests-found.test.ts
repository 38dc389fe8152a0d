import { describe, expect, it } from 'vitest';
import { storedMemberId, useCaseId } from '../../src/domain/ids.ts';
import { transactionLimits } from '../../src/ports/document-store.ts';
import { topicRequestCollection, TopicRequests } from '../../src/store/topic-requests.ts';
import {
  author,
  comment,
  everythingStored,
  id,
  onStore,
  proposal,
  vote,
  withTransactions,
  withdraw,
} from './topic-request-scene.ts';

describe.each(['memory', 'sqlite'] as const)('a topic request that is removed (%s)', (kind) => {
  it('goes with all of more than a hundred documents, and goes on after a crash', () =>
    onStore(kind, async (requests, store) => {
      for (let index = 0; index < transactionLimits.operations; index += 1) {
        await vote(requests, storedMemberId(`t.many-${index}`));
      }
      await comment(requests, 'x');
      const before = await everythingStored(store);
      let transactions = 0;
      const crashing = new TopicRequests(
        withTransactions(store, async (_, write) => {
          transactions += 1;
          return transactions === 1 ? write() : Promise.reject(new Error('crash'));
        }),
      );

      await expect(crashing.remove(id, () => true)).rejects.toThrow('crash');
      const meanwhile = await everythingStored(store);
      const request = await requests.find(id);
      const outcome = await requests.remove(id, () => true);

      expect([before, meanwhile]).toEqual([103, 4]);
      expect(request?.id).toBe(id);
      expect([outcome, await everythingStored(store)]).toEqual(['removed', 0]);
      expect(await requests.remove(id, () => true)).toBe('absent');
    }));

  it('stays when it is not wanted any more, which is decided again about what others wrote meanwhile', () =>
    onStore(kind, async (requests, store) => {
      const faster = new TopicRequests(store);
      let done: Promise<unknown> | undefined;
      const overtaken = new TopicRequests(
        withTransactions(store, async (_, write) => {
          done ??= vote(faster, storedMemberId('t.b'));
          await done;
          return write();
        }),
      );
      const seen: number[] = [];

      const outcome = await overtaken.remove(id, (_, participations) => {
        seen.push(participations.length);
        return participations.length === 1;
      });

      expect([outcome, seen]).toEqual(['absent', [1, 2]]);
      expect((await requests.find(id))?.votes).toBe(2);
    }));
});

describe.each(['memory', 'sqlite'] as const)('what is found about topic requests (%s)', (kind) => {
  it('is not added twice', () =>
    onStore(kind, async (requests) => {
      const again = await requests.add({ ...proposal.request, title: 'Anderes' }, proposal.participation);

      expect([again, (await requests.find(id))?.title]).toEqual(['exists', 'KI im Bauamt']);
    }));

  it('is found by member, by author, by what is undone and by when to ask again', () =>
    onStore(kind, async (requests) => {
      const contact = storedMemberId('t.contact');
      await vote(requests, storedMemberId('t.b'));
      await comment(requests, 'Gern.');
      await requests.change(id, {}, ({ request }) => ({
        request: { ...request, numberedInvitations: 1, untold: [{ number: 1 }] },
        invitation: {
          topicRequestId: id,
          number: 1,
          useCaseId: useCaseId('u1'),
          memberId: contact,
          askedBy: author,
          askedAt: 1,
          round: 1,
          version: 1,
          answer: 'later',
          dueAt: 100,
        },
      }));

      const toAsk = await Promise.all([99, 100].map((now) => requests.dueInvitations(now)));

      expect(toAsk.map(({ length }) => length)).toEqual([0, 1]);
      expect((await requests.participationsOf(author)).map((one) => one.topicRequestId)).toEqual([id]);
      expect((await requests.commentsOf(author)).map(({ text }) => text)).toEqual(['Gern.']);
      expect(await requests.commentsOf(contact)).toEqual([]);
      expect((await requests.invitationsOf(contact)).map(({ number }) => number)).toEqual([1]);
      expect((await requests.invitationsBy(author)).map(({ number }) => number)).toEqual([1]);
      expect((await requests.ofAuthor(author)).map((one) => one.id)).toEqual([id]);
      expect((await requests.undone()).map((one) => one.id)).toEqual([id]);
      expect((await requests.followersOf(id)).toSorted()).toEqual([author, 't.b'].toSorted());
    }));

  it('is told to whoever follows: requests alone, each as it is now, and which of them are gone', () =>
    onStore(kind, async (requests) => {
      await vote(requests, storedMemberId('t.b'));
      await comment(requests, 'x');
      const first = await requests.changes();
      await requests.remove(id, () => true);

      const second = await requests.changes(first.cursor);

      expect(first.written.map(({ id: written, votes }) => [written, votes])).toEqual([[id, 2]]);
      expect(first.removed).toEqual([]);
      expect([second.written, second.removed]).toEqual([[], [id]]);
    }));

  it('names nobody after a participation was removed', () =>
    onStore(kind, async (requests, store) => {
      const member = storedMemberId('t.leaves');
      await vote(requests, member);
      await withdraw(requests, member);

      const { changes } = await store.changes(topicRequestCollection, { limit: 100 });
      const tombstones = changes.filter((change) => change.kind === 'deleted');

      expect(tombstones).toHaveLength(1);
      expect(JSON.stringify(tombstones)).not.toContain('leaves');
    }));
});

it('what a member has to do with requests is asked for by the member alone, so that the reading grows with nobody else’s votes', () =>
  onStore('memory', async (_, store) => {
    const asked: unknown[] = [];
    const watched = new TopicRequests({
      ...withTransactions(store, (__, write) => write()),
      query: (collection, query) => {
        asked.push(Object.keys(query.where ?? {}));
        return store.query(collection, query);
      },
    });

    const found = await watched.participationsOf(author);

    expect(found).toHaveLength(1);
    expect(asked).toEqual([['memberKey']]);
  }));
