import { z } from 'zod';
import { expiryOf } from '../domain/draft.ts';
import type { Draft } from '../domain/draft.ts';
import { draftId, storedMemberId, useCaseId } from '../domain/ids.ts';
import type { DraftId, MemberId } from '../domain/ids.ts';
import { knownFields } from '../domain/use-case-form.ts';
import type { Collection, DocumentStore, StoredDocument } from '../ports/document-store.ts';
import { defineDocument } from './document.ts';
import { everyDocument } from './every-document.ts';
import { toMemberKey } from './member-key.ts';
import type { Stored } from './use-cases.ts';
import { removeDocument } from './remove-document.ts';

export const useCaseDraftCollection: Collection = { name: 'use-case-drafts', indexes: [] };

const Typed = z.record(z.string(), z.string()).transform(knownFields);

const draftDocument = defineDocument({
  name: 'use-case-draft',
  version: 1,
  schema: z.object({
    id: z.string().transform(draftId),
    memberId: z.string().transform(storedMemberId),
    origin: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('new') }),
      z.object({ kind: z.literal('change'), useCaseId: z.string().transform(useCaseId), base: Typed }),
    ]),
    typed: Typed,
    savedAt: z.number().int(),
    state: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('opened') }),
      z.object({ kind: z.literal('saved') }),
      z.object({ kind: z.literal('registering'), at: z.number().int() }),
      z.object({ kind: z.literal('registered'), useCaseId: z.string().transform(useCaseId) }),
      z.object({ kind: z.literal('submitted') }),
    ]),
  }),
  upgrades: {},
});

/**
 * What people have typed into the form of a use case. A person's drafts are in one partition under the hash of their id, and found
 * there alone: nobody reaches somebody else's by its id.
 */
export class UseCaseDrafts {
  readonly #store: DocumentStore;

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  async find(member: MemberId, id: DraftId): Promise<Stored<Draft> | undefined> {
    const { partition } = toMemberKey(member);
    const document = await this.#store.get(useCaseDraftCollection, { partition, id });
    return document && toStored(document);
  }

  async add(draft: Draft): Promise<'added' | 'exists'> {
    const { partition } = toMemberKey(draft.memberId);
    const outcome = await this.#store.transact(useCaseDraftCollection, partition, [
      { kind: 'create', id: draft.id, body: draftDocument.toBody(draft), expiresAt: expiryOf(draft) },
    ]);
    return outcome.kind === 'done' ? 'added' : 'exists';
  }

  /** `conflict`: somebody else was faster; read again and decide again. */
  async replace(draft: Draft, etag: string): Promise<'replaced' | 'conflict'> {
    const { id, memberId } = draft;
    const outcome = await this.#store.transact(useCaseDraftCollection, toMemberKey(memberId).partition, [
      { kind: 'replace', id, etag, body: draftDocument.toBody(draft), expiresAt: expiryOf(draft) },
    ]);
    return outcome.kind === 'done' ? 'replaced' : 'conflict';
  }

  /**
   * Writes what is decided about the draft as it is now, and decides again whenever somebody else was faster. Returns what is kept then;
   * what is decided to stay as it is causes no write. `undefined`: there is none.
   */
  async change(member: MemberId, id: DraftId, decide: (draft: Draft) => Draft): Promise<Draft | undefined> {
    for (;;) {
      const stored = await this.find(member, id);
      if (stored === undefined) {
        return undefined;
      }
      const decided = decide(stored.value);
      if (decided === stored.value || (await this.replace(decided, stored.etag)) === 'replaced') {
        return decided;
      }
    }
  }

  async remove(member: MemberId, id: DraftId): Promise<'removed' | 'absent'> {
    const { partition } = toMemberKey(member);
    return removeDocument(this.#store, useCaseDraftCollection, { partition, id });
  }

  /** The latest first. */
  async ofMember(member: MemberId): Promise<readonly Draft[]> {
    const { partition } = toMemberKey(member);
    const documents = everyDocument(this.#store, useCaseDraftCollection, { partition });
    const all = await Array.fromAsync(documents, (document) => toStored(document).value);
    return all.sort((one, other) => other.savedAt - one.savedAt || (one.id < other.id ? -1 : 1));
  }
}

function toStored({ body, etag }: StoredDocument): Stored<Draft> {
  return { value: draftDocument.parse(body), etag };
}
