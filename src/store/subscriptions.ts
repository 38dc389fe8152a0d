import { z } from 'zod';
import { storedMemberId, userGroupId } from '../domain/ids.ts';
import type { MemberId, UserGroupId } from '../domain/ids.ts';
import type { Subscription } from '../domain/user-group.ts';
import { transactionLimits } from '../ports/document-store.ts';
import type { Collection, DocumentStore, Query, StoredDocument } from '../ports/document-store.ts';
import { defineDocument } from './document.ts';
import { hashedId } from './hashed-id.ts';
import { toMemberKey } from './member-key.ts';

export const subscriptionCollection: Collection = { name: 'subscriptions', indexes: ['memberKey'] };

const subscriptionDocument = defineDocument({
  name: 'subscription',
  version: 1,
  schema: z.object({
    userGroupId: z.string().transform(userGroupId),
    memberId: z.string().transform(storedMemberId),
    /** The hash under which everything of a member is found. */
    memberKey: z.string(),
    joinedAt: z.number().int(),
  }),
  upgrades: {},
});

const pageSize = 500;

/** Who is in which user group: one document each, a group's in one partition. Ids are hashes, so that a tombstone names nobody. */
export class Subscriptions {
  readonly #store: DocumentStore;

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  async find(group: UserGroupId, member: MemberId): Promise<Subscription | undefined> {
    const key = { partition: group, id: toId(group, member) };
    const document = await this.#store.get(subscriptionCollection, key);
    return document && toSubscription(document);
  }

  /** Joining twice is once: the first date stays. */
  async add(subscription: Subscription): Promise<'added' | 'exists'> {
    const { userGroupId: group, memberId } = subscription;
    const { id: memberKey } = toMemberKey(memberId);
    const body = subscriptionDocument.toBody({ ...subscription, memberKey });
    const outcome = await this.#store.transact(subscriptionCollection, group, [
      { kind: 'create', id: toId(group, memberId), body },
    ]);
    return outcome.kind === 'done' ? 'added' : 'exists';
  }

  async remove(group: UserGroupId, member: MemberId): Promise<'removed' | 'absent'> {
    const id = toId(group, member);
    for (;;) {
      const document = await this.#store.get(subscriptionCollection, { partition: group, id });
      if (document === undefined) {
        return 'absent';
      }
      const { etag } = document;
      const outcome = await this.#store.transact(subscriptionCollection, group, [
        { kind: 'delete', id, etag },
      ]);
      if (outcome.kind === 'done') {
        return 'removed';
      }
    }
  }

  /** Everybody in a group, in the order of the documents' ids. */
  ofGroup(group: UserGroupId): Promise<readonly Subscription[]> {
    return this.#all({ partition: group, limit: pageSize });
  }

  ofMember(member: MemberId): Promise<readonly Subscription[]> {
    return this.#all({ where: { memberKey: toMemberKey(member).id }, limit: pageSize });
  }

  /** Ends every subscription of a group; done again, it goes on where it stopped. */
  async removeOfGroup(group: UserGroupId): Promise<void> {
    const limit = transactionLimits.operations;
    for (;;) {
      const page = await this.#store.query(subscriptionCollection, { partition: group, limit });
      if (page.documents.length === 0) {
        return;
      }
      await this.#store.transact(
        subscriptionCollection,
        group,
        page.documents.map(({ id, etag }) => ({ kind: 'delete', id, etag })),
      );
    }
  }

  async #all(query: Query): Promise<readonly Subscription[]> {
    const found: Subscription[] = [];
    let after: string | undefined;
    do {
      const page = await this.#store.query(subscriptionCollection, {
        ...query,
        ...(after !== undefined && { after }),
      });
      found.push(...page.documents.map(toSubscription));
      after = page.next;
    } while (after !== undefined);
    return found;
  }
}

function toId(group: UserGroupId, member: MemberId): string {
  return hashedId(`${group}\n${member}`);
}

function toSubscription({ body }: StoredDocument): Subscription {
  const { memberKey: _, ...subscription } = subscriptionDocument.parse(body);
  return subscription;
}
