import type { Collection, DocumentKey, DocumentStore, StoredDocument } from '../ports/document-store.ts';

/** Deletes the document whoever else writes it; only as long as it is `wanted`, which is decided again whenever somebody was faster. */
export async function removeDocument(
  store: DocumentStore,
  collection: Collection,
  { partition, id }: DocumentKey,
  wanted: (document: StoredDocument) => boolean = () => true,
): Promise<'removed' | 'absent'> {
  for (;;) {
    const document = await store.get(collection, { partition, id });
    if (document === undefined || !wanted(document)) {
      return 'absent';
    }
    const { etag } = document;
    const outcome = await store.transact(collection, partition, [{ kind: 'delete', id, etag }]);
    if (outcome.kind === 'done') {
      return 'removed';
    }
  }
}
