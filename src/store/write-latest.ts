import type { Instant } from '../domain/instant.ts';
import type { Collection, DocumentKey, DocumentStore, JsonObject } from '../ports/document-store.ts';

/** Writes what follows from what is there, and decides again whenever somebody else was faster. The last one wins. */
export async function writeLatest(
  store: DocumentStore,
  collection: Collection,
  { partition, id }: DocumentKey,
  toBody: (known: JsonObject | undefined) => JsonObject,
  expiresAt?: Instant,
): Promise<void> {
  for (;;) {
    const known = await store.get(collection, { partition, id });
    const written = { id, body: toBody(known?.body), ...(expiresAt !== undefined && { expiresAt }) };
    const outcome = await store.transact(collection, partition, [
      known === undefined
        ? { kind: 'create', ...written }
        : { kind: 'replace', etag: known.etag, ...written },
    ]);
    if (outcome.kind === 'done') {
      return;
    }
  }
}
