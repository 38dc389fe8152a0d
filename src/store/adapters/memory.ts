import type { Clock } from '../../ports/clock.ts';
import type { DocumentStore } from '../../ports/document-store.ts';
import { ChangeListeners } from './change-listeners.ts';
import { checkKey, checkLimit, checkOperations, checkQuery } from './check-usage.ts';
import { queryDocuments } from './memory-query.ts';
import { MemoryTable } from './memory-table.ts';
import { OpenCollections } from './open-collections.ts';
import { fromCursor, fromPageToken } from './page-token.ts';

/** A store that forgets everything with the process: for tests, and for trying the program out. */
export function createMemoryStore(clock: Clock): DocumentStore {
  const opened = new OpenCollections();
  const listeners = new ChangeListeners();
  const tables = new Map<string, MemoryTable>();
  const tableOf = (name: string): MemoryTable => {
    const table = tables.get(name) ?? new MemoryTable();
    tables.set(name, table);
    return table;
  };

  return {
    async open(collections) {
      opened.add(collections);
    },

    async get(collection, key) {
      const { name } = opened.get(collection);
      checkKey(collection, key);
      return tableOf(name).find(key, clock.now());
    },

    async query(collection, query) {
      const declared = opened.get(collection);
      checkQuery(declared, query);
      const after = fromPageToken(declared, query);
      const table = tableOf(declared.name);
      const now = clock.now();
      const page = queryDocuments(table.peek(now, query.partition), query, after);
      return { ...page, documents: page.documents.map((document) => table.find(document, now) ?? document) };
    },

    async transact(collection, partition, operations) {
      const declared = opened.get(collection);
      const writes = checkOperations(declared, partition, operations);
      // As on the other adapters, reads of the same moment still see the state before.
      await Promise.resolve();
      const outcome = tableOf(declared.name).transact(partition, writes, clock.now());
      if (outcome.kind === 'done' && writes.length > 0) {
        listeners.tell(declared.name);
      }
      return outcome;
    },

    async changes(collection, { after, limit }) {
      const { name } = opened.get(collection);
      checkLimit(collection, limit);
      const start = fromCursor(collection, after);
      const found = tableOf(name).changes(start, clock.now());
      const page = found.slice(0, limit);
      return {
        changes: page.map(({ change }) => change),
        cursor: String(page.at(-1)?.sequence ?? start),
        more: found.length > page.length,
      };
    },

    onChange(collection, listener) {
      return listeners.add(opened.get(collection).name, listener);
    },

    async purgeExpired() {
      let purged = 0;
      for (const table of tables.values()) {
        purged += table.purgeExpired(clock.now());
      }
      return purged;
    },

    async close() {
      opened.clear();
    },
  };
}
