import type { ConversationId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { Collection, DocumentStore } from '../ports/document-store.ts';
import { hashedId } from './hashed-id.ts';

export const claimCollection: Collection = { name: 'claims', indexes: [] };

/** What is to happen once in a conversation: acting on an activity, the welcome. Hashes only: nobody can read who said what. */
export class Claims {
  readonly #store: DocumentStore;

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  /** True for the first claim until it expires, false for every later one, on whichever instance. */
  async claim(conversation: ConversationId, what: string, expiresAt: Instant): Promise<boolean> {
    const id = hashedId(`${conversation}\n${what}`);
    const outcome = await this.#store.transact(claimCollection, id, [
      { kind: 'create', id, body: {}, expiresAt },
    ]);
    return outcome.kind === 'done';
  }
}
