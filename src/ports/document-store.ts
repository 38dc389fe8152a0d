import type { Instant } from '../domain/instant.ts';

/** What a document may hold: plain JSON. `undefined` fields are dropped. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };
export type JsonObject = { readonly [key: string]: Json | undefined };

/**
 * A kind of documents: one container in Cosmos DB, one table in SQLite.
 * `indexes` are the top-level fields of a body that queries may name; their values are strings, finite numbers or booleans.
 */
export interface Collection {
  /** Lower-case letters, digits and hyphens. */
  readonly name: string;
  readonly indexes: readonly string[];
}

/** Where a document is. Ids are unique within their partition. Neither may hold `/ \ ? #` or exceed 255 bytes. */
export interface DocumentKey {
  readonly partition: string;
  readonly id: string;
}

export interface StoredDocument extends DocumentKey {
  readonly body: JsonObject;
  /** Changes with every write; opaque. */
  readonly etag: string;
  readonly expiresAt?: Instant;
}

/**
 * One step of a transaction. Every write names what it expects: `create` that there is no such document (a deleted or
 * expired one counts as none), `replace` and `delete` the etag that was read.
 */
export type WriteOperation =
  | { readonly kind: 'create'; readonly id: string; readonly body: JsonObject; readonly expiresAt?: Instant }
  | {
      readonly kind: 'replace';
      readonly id: string;
      readonly etag: string;
      readonly body: JsonObject;
      readonly expiresAt?: Instant;
    }
  | { readonly kind: 'delete'; readonly id: string; readonly etag: string };

/** The outcome of a transaction: all of it with the new etags by document id, or nothing with the step that lost. */
export type TransactOutcome =
  | { readonly kind: 'done'; readonly etags: ReadonlyMap<string, string> }
  | { readonly kind: 'conflict'; readonly id: string };

export interface Query {
  /** Without a partition the query crosses all of them, which costs more on Cosmos DB. */
  readonly partition?: string;
  /** Equality on declared indexes; all must hold. */
  readonly where?: Readonly<Record<string, string | number | boolean>>;
  /** Bounds on one declared index, both included. */
  readonly range?: {
    readonly field: string;
    readonly from?: string | number;
    readonly to?: string | number;
  };
  /** Order by one declared index; documents without the field are left out. Without it, by partition and id. */
  readonly orderBy?: { readonly field: string; readonly direction: 'ascending' | 'descending' };
  /** At most this many documents, 1 to 1,000. */
  readonly limit: number;
  /** `next` of the page before. */
  readonly after?: string;
}

export interface QueryPage {
  readonly documents: readonly StoredDocument[];
  /** Present when there may be more. */
  readonly next?: string;
}

/** The latest version of a changed document; versions between two reads of the feed may be skipped. */
export type Change =
  | { readonly kind: 'written'; readonly document: StoredDocument }
  /** A tombstone: nothing of what was erased is in it. */
  | { readonly kind: 'deleted'; readonly partition: string; readonly id: string };

export interface ChangePage {
  readonly changes: readonly Change[];
  /** Where to read on; stored by whoever follows. */
  readonly cursor: string;
  /** Whether the feed held more than `limit` at this moment. */
  readonly more: boolean;
}

/** The most a transaction may hold, Cosmos DB's limits for a transactional batch. */
export const transactionLimits = { operations: 100, bytes: 2_000_000 } as const;

/**
 * Documents with etags. A transaction covers one collection and one partition.
 *
 * Every method may throw `StoreUnavailableError` (full disk, busy, read-only, throttled for too long): then nothing of the
 * call was written, unless the error says `outcome: 'unknown'`. A caller's mistake (undeclared index, too many
 * operations, a key that Cosmos would refuse) throws `StoreUsageError` on every adapter.
 */
export interface DocumentStore {
  /** Prepares the collections; called once before anything else, harmless when repeated. */
  open(collections: readonly Collection[]): Promise<void>;
  get(collection: Collection, key: DocumentKey): Promise<StoredDocument | undefined>;
  query(collection: Collection, query: Query): Promise<QueryPage>;
  transact(
    collection: Collection,
    partition: string,
    operations: readonly WriteOperation[],
  ): Promise<TransactOutcome>;
  /**
   * The change feed of a collection over all partitions, in the order of the writes; each document at most once, as it is now.
   * Expiry makes no entry, and an expired document is not in the feed. A tombstone stays for at least 30 days.
   */
  changes(
    collection: Collection,
    options: { readonly after?: string; readonly limit: number },
  ): Promise<ChangePage>;
  /** Calls the listener soon after writes of this process to the collection; a hint to read `changes`, never the only one. Returns how to stop. */
  onChange(collection: Collection, listener: () => void): () => void;
  /** Physically removes what has expired, tombstones included. Returns how many documents went. */
  purgeExpired(): Promise<number>;
  close(): Promise<void>;
}

/** The store cannot serve now. */
export class StoreUnavailableError extends Error {
  override readonly name = 'StoreUnavailableError';
  readonly reason: 'full' | 'busy' | 'read-only' | 'throttled' | 'failed';
  /** `none`: nothing was written; `unknown`: the write may have happened, read again. */
  readonly outcome: 'none' | 'unknown';

  constructor(reason: StoreUnavailableError['reason'], outcome: 'none' | 'unknown', cause?: unknown) {
    super(`the document store is unavailable (${reason})`, { cause });
    this.reason = reason;
    this.outcome = outcome;
  }
}

/** The caller asked for something that no adapter may do. */
export class StoreUsageError extends Error {
  override readonly name = 'StoreUsageError';
}
