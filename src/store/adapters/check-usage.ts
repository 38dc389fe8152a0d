import type { Instant } from '../../domain/instant.ts';
import {
  type Collection,
  type DocumentKey,
  type Query,
  StoreUsageError,
  transactionLimits,
  type WriteOperation,
} from '../../ports/document-store.ts';
import { serialiseBody } from './check-body.ts';

/** A checked step of a transaction: what must be there before, and what is there after. */
export interface CheckedWrite {
  readonly id: string;
  /** `undefined`: there must be no such document. */
  readonly expectedEtag: string | undefined;
  /** The JSON text; `undefined` leaves a tombstone. */
  readonly body: string | undefined;
  readonly expiresAt: Instant | undefined;
}

const maxKeyBytes = 255;
/** What Cosmos DB refuses in an id, and control characters, which its REST interface cannot carry. */
// oxlint-disable-next-line no-control-regex
const forbiddenInKeys = /[/\\?#\u0000-\u001F\u007F]/;

/** Messages name the rule and the collection, never a key or value: those may be about people. */
export function checkKey(collection: Collection, key: DocumentKey): void {
  for (const [part, value] of [
    ['partition', key.partition],
    ['id', key.id],
  ] as const) {
    if (value === '' || forbiddenInKeys.test(value) || !value.isWellFormed()) {
      throw new StoreUsageError(`${collection.name}: a ${part} is empty or holds a forbidden character`);
    }
    if (Buffer.byteLength(value) > maxKeyBytes) {
      throw new StoreUsageError(`${collection.name}: a ${part} exceeds ${maxKeyBytes} bytes`);
    }
  }
}

/** Checks a transaction and takes its bodies as they are now: what the caller changes later changes nothing here. */
export function checkOperations(
  collection: Collection,
  partition: string,
  operations: readonly WriteOperation[],
): CheckedWrite[] {
  if (operations.length > transactionLimits.operations) {
    throw new StoreUsageError(`${collection.name}: more than ${transactionLimits.operations} operations`);
  }
  checkKey(collection, { partition, id: 'any' });
  const writes = operations.map((operation) => checkOperation(collection, partition, operation));
  if (new Set(writes.map((write) => write.id)).size < writes.length) {
    throw new StoreUsageError(`${collection.name}: one transaction names the same document twice`);
  }
  let bytes = 0;
  for (const write of writes) {
    bytes += Buffer.byteLength(write.body ?? '');
  }
  if (bytes > transactionLimits.bytes) {
    throw new StoreUsageError(`${collection.name}: more than ${transactionLimits.bytes} bytes`);
  }
  return writes;
}

function checkOperation(collection: Collection, partition: string, operation: WriteOperation): CheckedWrite {
  const { id } = operation;
  checkKey(collection, { partition, id });
  if (operation.kind === 'delete') {
    return { id, expectedEtag: operation.etag, body: undefined, expiresAt: undefined };
  }
  const { expiresAt } = operation;
  if (expiresAt !== undefined && !Number.isSafeInteger(expiresAt)) {
    throw new StoreUsageError(`${collection.name}: expiresAt is not a whole number of milliseconds`);
  }
  const expectedEtag = operation.kind === 'replace' ? operation.etag : undefined;
  return { id, expectedEtag, body: serialiseBody(collection, operation.body), expiresAt };
}

export function checkLimit(collection: Collection, limit: number): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > 1000) {
    throw new StoreUsageError(`${collection.name}: a limit must be a whole number from 1 to 1,000`);
  }
}

export function checkQuery(collection: Collection, query: Query): void {
  checkLimit(collection, query.limit);
  if (query.partition !== undefined) {
    checkKey(collection, { partition: query.partition, id: 'any' });
  }
  for (const [field, value] of Object.entries(query.where ?? {})) {
    checkIndexed(collection, field);
    checkFinite(collection, value);
  }
  if (query.orderBy !== undefined) {
    checkIndexed(collection, query.orderBy.field);
  }
  if (query.range !== undefined) {
    checkRange(collection, query.range);
  }
}

function checkRange(collection: Collection, range: NonNullable<Query['range']>): void {
  checkIndexed(collection, range.field);
  const bounds = [range.from, range.to].filter((bound) => bound !== undefined);
  for (const bound of bounds) {
    checkFinite(collection, bound);
  }
  if (new Set(bounds.map((bound) => typeof bound)).size !== 1) {
    throw new StoreUsageError(`${collection.name}: a range needs one or two bounds of one type`);
  }
}

function checkIndexed(collection: Collection, field: string): void {
  if (!collection.indexes.includes(field)) {
    throw new StoreUsageError(`${collection.name}: the field ${field} is not a declared index`);
  }
}

function checkFinite(collection: Collection, value: unknown): void {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new StoreUsageError(`${collection.name}: a query names a number that is not finite`);
  }
}
