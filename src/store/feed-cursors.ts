import { z } from 'zod';
import type { Collection, DocumentStore } from '../ports/document-store.ts';
import { defineDocument } from './document.ts';
import { writeLatest } from './write-latest.ts';

export const feedCursorCollection: Collection = { name: 'feed-cursors', indexes: [] };

const feedCursorDocument = defineDocument({
  name: 'feed-cursor',
  version: 1,
  schema: z.object({ cursor: z.string() }),
  upgrades: {},
});

/** How far somebody has worked through a change feed. Where several do it at once, what comes after the last one written is done again. */
export class FeedCursors {
  readonly #store: DocumentStore;

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  /** `reader`: its own name in the program. Undefined: it is to begin at the beginning. */
  async find(reader: string): Promise<string | undefined> {
    const document = await this.#store.get(feedCursorCollection, { partition: reader, id: reader });
    return document && feedCursorDocument.parse(document.body).cursor;
  }

  /** The last one written counts. */
  async put(reader: string, cursor: string): Promise<void> {
    const body = feedCursorDocument.toBody({ cursor });
    await writeLatest(this.#store, feedCursorCollection, { partition: reader, id: reader }, () => body);
  }
}
