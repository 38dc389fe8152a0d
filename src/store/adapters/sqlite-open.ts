import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { type FileSystemType, prepareLocation } from './sqlite-location.ts';
import {
  sqliteCode,
  sqliteCodes,
  StoreLocationError,
  StoreLockedError,
  toStoreError,
} from './sqlite-errors.ts';

export interface OpenOptions {
  readonly path: string;
  /** How long to wait for another process that is just ending, in milliseconds; 2,000 when absent. */
  readonly lockWaitMs?: number;
  /** The most the file may grow to, in pages of 4,096 bytes; no limit but the disk when absent. */
  readonly maxPages?: number;
  /** Stands in for statfs(2) in tests. */
  readonly fileSystemType?: FileSystemType;
}

const layoutVersion = 1;
const retryMs = 50;

/** Opens the file for this process alone. Throws `StoreLocationError` or `StoreLockedError`. */
export async function openDatabase(options: OpenOptions): Promise<DatabaseSync> {
  await prepareLocation(options.path, options.fileSystemType);
  for (let waitedMs = 0; ; waitedMs += retryMs) {
    try {
      return openLocked(options);
    } catch (error) {
      if (sqliteCode(error) !== sqliteCodes.busy) {
        throw toLocationError(options.path, error);
      }
      if (waitedMs >= (options.lockWaitMs ?? 2000)) {
        throw new StoreLockedError(options.path, error);
      }
    }
    // Closed in between: two processes that start at once and both kept reading would refuse each other for ever.
    await pause(retryMs);
  }
}

function openLocked({ path, maxPages }: OpenOptions): DatabaseSync {
  const database = new DatabaseSync(path, { timeout: 0, defensive: true });
  try {
    // With EXCLUSIVE before the first access the kernel's lock on the file stays with this process until it ends, however
    // it ends, and WAL needs no shared memory. Nobody in this process may open and close the file beside us: see
    // createOrAccess in sqlite-location.ts.
    database.exec('PRAGMA locking_mode = EXCLUSIVE');
    database.exec('PRAGMA journal_mode = WAL');
    database.exec('BEGIN EXCLUSIVE');
    database.exec('COMMIT');
    database.exec('PRAGMA busy_timeout = 2000');
    database.exec('PRAGMA synchronous = FULL');
    database.exec('PRAGMA secure_delete = ON');
    // Sorting and rebuilding leave no copies in temporary files.
    database.exec('PRAGMA temp_store = MEMORY');
    database.exec('PRAGMA cache_size = -16384');
    if (maxPages !== undefined) {
      database.exec(`PRAGMA max_page_count = ${maxPages}`);
    }
    checkLayout(database, path);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function checkLayout(database: DatabaseSync, path: string): void {
  const found = Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
  if (found > layoutVersion) {
    throw new StoreLocationError(path, 'newer-layout');
  }
  if (found < layoutVersion) {
    database.exec(`PRAGMA user_version = ${layoutVersion}`);
  }
}

function toLocationError(path: string, error: unknown): unknown {
  const code = sqliteCode(error);
  if (code === sqliteCodes.notADatabase) {
    return new StoreLocationError(path, 'not-a-store', error);
  }
  const refused = code === sqliteCodes.cannotOpen || code === sqliteCodes.readOnly;
  return refused ? new StoreLocationError(path, 'not-writable', error) : toStoreError(error);
}
