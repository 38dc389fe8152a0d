import type { Clock } from '../../ports/clock.ts';
import { type Collection, type DocumentStore, StoreUsageError } from '../../ports/document-store.ts';
import type { Logger } from '../../ports/logger.ts';
import { ChangeListeners } from './change-listeners.ts';
import { checkKey, checkLimit, checkOperations, checkQuery } from './check-usage.ts';
import { OpenCollections } from './open-collections.ts';
import { fromCursor, fromPageToken } from './page-token.ts';
import { translated } from './sqlite-errors.ts';
import { SqliteFile } from './sqlite-file.ts';
import { openDatabase, type OpenOptions } from './sqlite-open.ts';

export interface SqliteStoreOptions extends OpenOptions {
  readonly clock: Clock;
  readonly logger?: Logger;
}

/**
 * Documents in one SQLite file, which this process alone may use. `open` throws `StoreLockedError` when another process
 * has it and `StoreLocationError` when the file cannot be there.
 */
export function createSqliteStore({ clock, logger, ...openOptions }: SqliteStoreOptions): DocumentStore {
  const opened = new OpenCollections();
  const listeners = new ChangeListeners();
  let opening: Promise<SqliteFile> | undefined;
  let file: SqliteFile | undefined;

  const openFile = async (): Promise<SqliteFile> => {
    opening ??= openDatabase(openOptions).then((database) => new SqliteFile(database, logger));
    try {
      return await opening;
    } catch (error) {
      opening = undefined;
      throw error;
    }
  };
  const access = (collection: Collection) => {
    const declared = opened.get(collection);
    const table = file?.table(declared);
    if (file === undefined || table === undefined) {
      throw new StoreUsageError(`${collection.name}: the store is not open for this collection`);
    }
    return { declared, table, file };
  };

  return {
    async open(collections) {
      opened.add(collections);
      file = await openFile();
      file.prepare(collections);
    },

    async get(collection, key) {
      const { table } = access(collection);
      checkKey(collection, key);
      return translated(() => table.find(key, clock.now()));
    },

    async query(collection, query) {
      const { declared, table } = access(collection);
      checkQuery(declared, query);
      const after = fromPageToken(declared, query);
      return translated(() => table.query(query, after, clock.now()));
    },

    async transact(collection, partition, operations) {
      const { declared, table, file: openedFile } = access(collection);
      const writes = checkOperations(declared, partition, operations);
      if (writes.length === 0) {
        return { kind: 'done', etags: new Map() };
      }
      const outcome = await openedFile.transact(table, partition, writes, clock);
      if (outcome.kind === 'done') {
        listeners.tell(declared.name);
      }
      return outcome;
    },

    async changes(collection, { after, limit }) {
      const { table } = access(collection);
      checkLimit(collection, limit);
      const start = fromCursor(collection, after);
      return translated(() => table.changes(start, limit, clock.now()));
    },

    onChange(collection, listener) {
      return listeners.add(opened.get(collection).name, listener);
    },

    async purgeExpired() {
      return file === undefined ? 0 : file.purgeExpired(clock.now());
    },

    async close() {
      const closing = file;
      file = undefined;
      opening = undefined;
      opened.clear();
      closing?.close();
    },
  };
}
