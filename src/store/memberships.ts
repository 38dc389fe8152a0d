import { z } from 'zod';
import { storedMemberId, userGroupId } from '../domain/ids.ts';
import type { MemberId, UserGroupId } from '../domain/ids.ts';
import type { Membership } from '../domain/user-group.ts';
import { transactionLimits } from '../ports/document-store.ts';
import type { Collection, DocumentStore, Query, StoredDocument } from '../ports/document-store.ts';
import { defineDocument } from './document.ts';
import { everyDocument } from './every-document.ts';
import { hashedId } from './hashed-id.ts';
import { toMemberKey } from './member-key.ts';
import { removeDocument } from './remove-document.ts';

/** Stored under the name that memberships had at first; documents of that name are out there. */
export const membershipCollection: Collection = { name: 'subscriptions', indexes: ['memberKey'] };

const membershipDocument = defineDocument({
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

/** Who is in which user group: one document each, a group's in one partition. Ids are hashes, so that a tombstone names nobody. */
export class Memberships {
  readonly #store: DocumentStore;

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  async find(group: UserGroupId, member: MemberId): Promise<Membership | undefined> {
    const key = { partition: group, id: toId(group, member) };
    const document = await this.#store.get(membershipCollection, key);
    return document && toMembership(document);
  }

  /** Joining twice is once: the first date stays. */
  async add(membership: Membership): Promise<'added' | 'exists'> {
    const { userGroupId: group, memberId } = membership;
    const { id: memberKey } = toMemberKey(memberId);
    const body = membershipDocument.toBody({ ...membership, memberKey });
    const outcome = await this.#store.transact(membershipCollection, group, [
      { kind: 'create', id: toId(group, memberId), body },
    ]);
    return outcome.kind === 'done' ? 'added' : 'exists';
  }

  async remove(group: UserGroupId, member: MemberId): Promise<'removed' | 'absent'> {
    const id = toId(group, member);
    return removeDocument(this.#store, membershipCollection, { partition: group, id });
  }

  /** Everybody in a group, in the order of the documents' ids. */
  ofGroup(group: UserGroupId): Promise<readonly Membership[]> {
    return this.#all({ partition: group });
  }

  ofMember(member: MemberId): Promise<readonly Membership[]> {
    return this.#all({ where: { memberKey: toMemberKey(member).id } });
  }

  /** Ends every membership of a group; done again, it goes on where it stopped. */
  async removeOfGroup(group: UserGroupId): Promise<void> {
    const limit = transactionLimits.operations;
    for (;;) {
      const page = await this.#store.query(membershipCollection, { partition: group, limit });
      if (page.documents.length === 0) {
        return;
      }
      await this.#store.transact(
        membershipCollection,
        group,
        page.documents.map(({ id, etag }) => ({ kind: 'delete', id, etag })),
      );
    }
  }

  async #all(query: Pick<Query, 'partition' | 'where'>): Promise<readonly Membership[]> {
    return Array.fromAsync(everyDocument(this.#store, membershipCollection, query), toMembership);
  }
}

function toId(group: UserGroupId, member: MemberId): string {
  return hashedId(`${group}\n${member}`);
}

function toMembership({ body }: StoredDocument): Membership {
  const { memberKey: _, ...membership } = membershipDocument.parse(body);
  return membership;
}
