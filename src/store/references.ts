import { conversationId } from '../domain/ids.ts';
import type { ConversationId, MemberId, TenantId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import { isWorthWriting, keptUntil, learn } from '../domain/known-place.ts';
import type { KnownPlace, Told } from '../domain/known-place.ts';
import type { Address, Reference } from '../domain/reach.ts';
import { findLoss, inheritSigns, mergeSigns } from '../domain/reach-signs.ts';
import type { Signs } from '../domain/reach-signs.ts';
import type { Collection, DocumentKey, DocumentStore } from '../ports/document-store.ts';
import { everyPage } from './every-document.ts';
import { hashedId } from './hashed-id.ts';
import { toMemberKey } from './member-key.ts';
import { parsePlaceBody, toPlaceBody } from './reference-document.ts';
import { UnwrittenSigns } from './unwritten-signs.ts';

export const referenceCollection: Collection = {
  name: 'references',
  indexes: ['conversationId', 'kind', 'tenantId'],
};

/** What signs are kept about: a person's own chat, another place, a team, or a whole tenant. An address is the key of its place. */
export type PlaceKey =
  | { readonly memberId: MemberId }
  /** A group chat or channel. A team goes by its own id, which is that of its first channel. */
  | { readonly conversationId: ConversationId }
  | { readonly tenantId: TenantId };

export interface ReferencePage {
  readonly references: readonly Reference[];
  /** Present when there may be more. */
  readonly next?: string;
}

/**
 * Where the bot can send to on its own. A person has one place, found by the person, so that nobody gets anything twice. What
 * concerns a team or a tenant is kept once and joined when it is read. Keys are hashes, so that a tombstone names nobody.
 */
export class References {
  readonly #store: DocumentStore;
  readonly #unwritten = new UnwrittenSigns();

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  /** The place of a person, or a group chat or channel. */
  async find(place: Exclude<PlaceKey, { tenantId: TenantId }>): Promise<Reference | undefined> {
    const known = await this.#read(toKey(place));
    return known && this.#toReference(known);
  }

  /** Everything that is kept about a person's place, also when it was lost before it was met. */
  findOwn(memberId: MemberId): Promise<KnownPlace | undefined> {
    return this.#read(toKey({ memberId }));
  }

  /** Any place by its conversation, a person's too. */
  async findByConversation(id: ConversationId): Promise<Reference | undefined> {
    const page = await this.#store.query(referenceCollection, { where: { conversationId: id }, limit: 1 });
    const [document] = page.documents;
    return document && this.#toReference(parsePlaceBody(document.body));
  }

  /** Places in pages of at most 1,000, lost ones too, in the order of their keys. */
  async list(request: {
    readonly kind?: Address['kind'];
    readonly tenantId?: TenantId;
    readonly limit: number;
    readonly after?: string;
  }): Promise<ReferencePage> {
    const { kind, tenantId, ...page } = request;
    const where = { ...(kind !== undefined && { kind }), ...(tenantId !== undefined && { tenantId }) };
    const { documents, next } = await this.#store.query(referenceCollection, { where, ...page });
    const shared = new Map<string, Promise<Signs>>();
    const references = await Promise.all(
      documents.map(({ body }) => this.#toReference(parsePlaceBody(body), shared)),
    );
    return {
      references: references.filter((reference) => reference !== undefined),
      ...(next !== undefined && { next }),
    };
  }

  /** All places in the order of their keys. */
  async *all(request: { readonly kind?: Address['kind']; readonly tenantId?: TenantId } = {}) {
    for await (const { references } of everyPage((from) => this.list({ ...request, limit: 1000, ...from }))) {
      yield* references;
    }
  }

  /** Adds what was told to what is known, in whatever order it comes. Says whether that was worth a write. */
  async learn(place: PlaceKey, told: Told): Promise<'written' | 'known'> {
    const key = toKey(place);
    for (;;) {
      const document = await this.#store.get(referenceCollection, key);
      const stored = document && parsePlaceBody(document.body);
      const signs = mergeSigns(stored?.signs ?? {}, this.#unwritten.find(key.id));
      const learnt = learn({ ...stored, signs }, told);
      // That a tenant is active is of interest only once it was switched off.
      const isOfInterest = stored !== undefined || told.sign !== 'active';
      if (!isOfInterest || !isWorthWriting(stored, learnt)) {
        this.#unwritten.remember(key.id, learnt.signs);
        return 'known';
      }
      if (await this.#write(key, document?.etag, learnt, keptUntil(learnt, 'memberId' in place))) {
        return 'written';
      }
    }
  }

  /** Returns how many places were erased: one or none. */
  async eraseOf(memberId: MemberId): Promise<number> {
    const key = toKey({ memberId });
    for (;;) {
      this.#unwritten.forget(key.id);
      const document = await this.#store.get(referenceCollection, key);
      if (document === undefined) {
        return 0;
      }
      const outcome = await this.#store.transact(referenceCollection, key.partition, [
        { kind: 'delete', id: key.id, etag: document.etag },
      ]);
      if (outcome.kind === 'done') {
        return 1;
      }
    }
  }

  async #read(key: DocumentKey): Promise<KnownPlace | undefined> {
    const document = await this.#store.get(referenceCollection, key);
    return document && parsePlaceBody(document.body);
  }

  async #toReference(
    { met, signs }: KnownPlace,
    shared = new Map<string, Promise<Signs>>(),
  ): Promise<Reference | undefined> {
    if (met === undefined) {
      return undefined;
    }
    const { address, seenAt } = met;
    const { teamId, tenantId, kind } = address;
    const team =
      teamId === undefined
        ? {}
        : await this.#sharedSigns(toKey({ conversationId: conversationId(teamId) }), shared);
    const tenant = await this.#sharedSigns(toKey({ tenantId }), shared);
    const lost = findLoss(kind, inheritSigns(signs, team, tenant));
    return { ...address, ...(lost !== undefined && { lost }), seenAt };
  }

  /** Read once for a page, and not again for each of its places. */
  #sharedSigns(key: DocumentKey, shared: Map<string, Promise<Signs>>): Promise<Signs> {
    const signs = shared.get(key.id) ?? this.#read(key).then((known) => known?.signs ?? {});
    shared.set(key.id, signs);
    return signs;
  }

  /** False when somebody else was faster. */
  async #write(
    { partition, id }: DocumentKey,
    etag: string | undefined,
    place: KnownPlace,
    expiresAt: Instant | undefined,
  ): Promise<boolean> {
    const write = { id, body: toPlaceBody(place), ...(expiresAt !== undefined && { expiresAt }) };
    const outcome = await this.#store.transact(referenceCollection, partition, [
      etag === undefined ? { kind: 'create', ...write } : { kind: 'replace', etag, ...write },
    ]);
    return outcome.kind === 'done';
  }
}

function toKey(place: PlaceKey): DocumentKey {
  if ('memberId' in place) {
    return toMemberKey(place.memberId);
  }
  const isTenant = !('conversationId' in place);
  const id = hashedId(isTenant ? `tenant\n${place.tenantId.toLowerCase()}` : place.conversationId);
  return { partition: id, id };
}
