import { StoreUnavailableError } from '../../ports/document-store.ts';

/** Another process uses the file of the store, and a SQLite file has one writing process. */
export class StoreLockedError extends Error {
  override readonly name = 'StoreLockedError';
  readonly path: string;

  constructor(path: string, cause?: unknown) {
    super(`another process uses the store file ${path}`, { cause });
    this.path = path;
  }
}

const locationProblems = {
  'network-share': 'is on a network share, where SQLite cannot lock a file reliably',
  'not-writable': 'cannot be written by this process',
  'is-a-directory': 'is a directory, and a file is needed',
  'not-a-store': 'exists but is not a SQLite database',
  'newer-layout': 'was written by a newer version of this program',
} as const;

/** The store's file cannot be where the configuration wants it. */
export class StoreLocationError extends Error {
  override readonly name = 'StoreLocationError';
  readonly path: string;
  readonly reason: keyof typeof locationProblems;

  constructor(path: string, reason: StoreLocationError['reason'], cause?: unknown) {
    super(`the store file ${path} ${locationProblems[reason]}`, { cause });
    this.path = path;
    this.reason = reason;
  }
}

/** Primary result codes, https://www.sqlite.org/rescode.html */
export const sqliteCodes = {
  busy: 5,
  locked: 6,
  readOnly: 8,
  ioError: 10,
  full: 13,
  cannotOpen: 14,
  notADatabase: 26,
} as const;

const ioErrorWrite = 778;

/** The primary result code of an error of SQLite; `undefined` for any other error. */
export function sqliteCode(error: unknown): number | undefined {
  const code = extendedCode(error);
  // The low byte is the primary code, the rest says where it happened.
  return code === undefined ? undefined : code & 0xff;
}

/**
 * What is known of a transaction whose COMMIT failed. When the log could not be written, the transaction is not in it. Any
 * other failed operation on the files, fsync above all, may leave it there complete, and a restart would find it.
 */
export function outcomeOfFailedCommit(error: unknown): 'none' | 'unknown' {
  const isCertain = sqliteCode(error) !== sqliteCodes.ioError || extendedCode(error) === ioErrorWrite;
  return isCertain ? 'none' : 'unknown';
}

function extendedCode(error: unknown): number | undefined {
  if (error instanceof Error && 'errcode' in error && typeof error.errcode === 'number') {
    return error.errcode;
  }
  return undefined;
}

/** What the port throws for an error of SQLite; any other error is a bug and stays as it is. */
export function toStoreError(error: unknown, outcome: 'none' | 'unknown' = 'none'): unknown {
  const code = sqliteCode(error);
  return code === undefined ? error : new StoreUnavailableError(reasonOf(code), outcome, error);
}

/** Runs a read or write, with errors as the port names them. */
export function translated<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw toStoreError(error);
  }
}

function reasonOf(code: number): StoreUnavailableError['reason'] {
  switch (code) {
    case sqliteCodes.full:
      return 'full';
    case sqliteCodes.busy:
    case sqliteCodes.locked:
      return 'busy';
    case sqliteCodes.readOnly:
      return 'read-only';
    default:
      return 'failed';
  }
}
