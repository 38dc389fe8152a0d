import { z } from 'zod';
import { communeId, storedMemberId, tenantId } from '../domain/ids.ts';
import type { MemberId } from '../domain/ids.ts';
import type { Member } from '../domain/member.ts';
import type { Collection, DocumentStore } from '../ports/document-store.ts';
import { defineDocument } from './document.ts';
import { everyDocument } from './every-document.ts';
import { toMemberKey } from './member-key.ts';
import type { Stored } from './use-cases.ts';

export const memberCollection: Collection = { name: 'members', indexes: [] };

const memberDocument = defineDocument({
  name: 'member',
  version: 1,
  schema: z.object({
    id: z.string().transform(storedMemberId),
    tenantId: z.string().transform(tenantId),
    guest: z.boolean(),
    communeId: z.string().transform(communeId).exactOptional(),
    communeFrom: z.enum(['mapping', 'choice']).exactOptional(),
    withoutCommune: z.boolean().exactOptional(),
    firstSeenAt: z.number().int(),
    rosterReadAt: z.number().int(),
    communeAskedAt: z.number().int().exactOptional(),
  }),
  upgrades: {},
});

/** People who talked with the bot; keys are hashes, so that a tombstone names nobody. */
export class Members {
  readonly #store: DocumentStore;

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  async find(id: MemberId): Promise<Stored<Member> | undefined> {
    const document = await this.#store.get(memberCollection, toMemberKey(id));
    return document && { value: memberDocument.parse(document.body), etag: document.etag };
  }

  /** Everybody, in the order of their keys. */
  async *all(): AsyncGenerator<Member> {
    for await (const { body } of everyDocument(this.#store, memberCollection, {})) {
      yield memberDocument.parse(body);
    }
  }

  async add(member: Member): Promise<'added' | 'exists'> {
    const { partition, id } = toMemberKey(member.id);
    const outcome = await this.#store.transact(memberCollection, partition, [
      { kind: 'create', id, body: memberDocument.toBody(member) },
    ]);
    return outcome.kind === 'done' ? 'added' : 'exists';
  }

  async replace(member: Member, etag: string): Promise<'replaced' | 'conflict'> {
    const { partition, id } = toMemberKey(member.id);
    const outcome = await this.#store.transact(memberCollection, partition, [
      { kind: 'replace', id, etag, body: memberDocument.toBody(member) },
    ]);
    return outcome.kind === 'done' ? 'replaced' : 'conflict';
  }

  async remove(id: MemberId, etag: string): Promise<'removed' | 'conflict'> {
    const key = toMemberKey(id);
    const outcome = await this.#store.transact(memberCollection, key.partition, [
      { kind: 'delete', id: key.id, etag },
    ]);
    return outcome.kind === 'done' ? 'removed' : 'conflict';
  }
}
