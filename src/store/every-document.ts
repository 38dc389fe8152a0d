import type { Collection, DocumentStore, Query, StoredDocument } from '../ports/document-store.ts';

/** Documents that are read at once. */
const pageSize = 500;

/** All that a query finds, in its order. Only a page of it is in memory; what is written meanwhile may be in it or not. */
export async function* everyDocument(
  store: Pick<DocumentStore, 'query'>,
  collection: Collection,
  query: Omit<Query, 'limit' | 'after'>,
): AsyncGenerator<StoredDocument> {
  const pages = everyPage((from) => store.query(collection, { ...query, limit: pageSize, ...from }));
  for await (const { documents } of pages) {
    yield* documents;
  }
}

/** One page after the other, for those who work on whole pages: `from` says where the next one begins. */
export async function* everyPage<Page extends { readonly next?: string }>(
  read: (from: { readonly after?: string }) => Promise<Page>,
): AsyncGenerator<Page> {
  let next: string | undefined;
  do {
    const page = await read(next === undefined ? {} : { after: next });
    yield page;
    next = page.next;
  } while (next !== undefined);
}
