import { z } from 'zod';
import type { Follow } from '../domain/follow.ts';
import { storedMemberId, useCaseId } from '../domain/ids.ts';
import type { MemberId, UseCaseId } from '../domain/ids.ts';
import type { Collection, DocumentStore, StoredDocument } from '../ports/document-store.ts';
import { defineDocument } from './document.ts';
import { everyDocument } from './every-document.ts';
import { hashedId } from './hashed-id.ts';
import { toMemberKey } from './member-key.ts';
import { removeDocument } from './remove-document.ts';

export const followCollection: Collection = { name: 'follows', indexes: ['memberKey'] };

const followDocument = defineDocument({
  name: 'follow',
  version: 1,
  schema: z.object({
    useCaseId: z.string().transform(useCaseId),
    memberId: z.string().transform(storedMemberId),
    /** The hash under which everything of a member is found. */
    memberKey: z.string(),
    since: z.number().int(),
  }),
  upgrades: {},
});

/** Who follows which use case: one document each, a use case's in one partition. Ids are hashes, so that a tombstone names nobody. */
export class Follows {
  readonly #store: DocumentStore;

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  async find(useCase: UseCaseId, member: MemberId): Promise<Follow | undefined> {
    const document = await this.#store.get(followCollection, toKey(useCase, member));
    return document && toFollow(document);
  }

  /** Following twice is once: the first date stays. */
  async add(follow: Follow): Promise<'added' | 'exists'> {
    const { partition, id } = toKey(follow.useCaseId, follow.memberId);
    const { id: memberKey } = toMemberKey(follow.memberId);
    const outcome = await this.#store.transact(followCollection, partition, [
      { kind: 'create', id, body: followDocument.toBody({ ...follow, memberKey }) },
    ]);
    return outcome.kind === 'done' ? 'added' : 'exists';
  }

  async remove(useCase: UseCaseId, member: MemberId): Promise<'removed' | 'absent'> {
    return removeDocument(this.#store, followCollection, toKey(useCase, member));
  }

  ofUseCase(useCase: UseCaseId): Promise<readonly Follow[]> {
    return this.#all({ partition: useCase });
  }

  ofMember(member: MemberId): Promise<readonly Follow[]> {
    return this.#all({ where: { memberKey: toMemberKey(member).id } });
  }

  async #all(query: Parameters<typeof everyDocument>[2]): Promise<readonly Follow[]> {
    const documents = await Array.fromAsync(everyDocument(this.#store, followCollection, query));
    return documents.map(toFollow);
  }
}

function toKey(useCase: UseCaseId, member: MemberId) {
  return { partition: useCase, id: hashedId(`${useCase}\n${member}`) };
}

function toFollow({ body }: StoredDocument): Follow {
  const { memberKey: _, ...follow } = followDocument.parse(body);
  return follow;
}
