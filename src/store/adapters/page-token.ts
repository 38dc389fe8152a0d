import { z } from 'zod';
import { type Collection, type Query, StoreUsageError } from '../../ports/document-store.ts';
import type { StoredDocument } from '../../ports/document-store.ts';
import { indexValue, type IndexValue } from './check-body.ts';

/** Where a page ended: the last document's place in the order, not its number, so that writes in between shift nothing. */
export interface PageEnd {
  /** The value of the field of `orderBy`; absent when the order is by partition and id. */
  readonly value?: IndexValue;
  readonly partition: string;
  readonly id: string;
}

const Token = z.tuple([
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null()]),
  z.string(),
  z.string(),
]);

export function toPageToken(query: Query, last: StoredDocument): string {
  const value = query.orderBy === undefined ? undefined : indexValue(last.body, query.orderBy.field);
  const token: z.input<typeof Token> = [orderName(query), value ?? null, last.partition, last.id];
  return Buffer.from(JSON.stringify(token)).toString('base64url');
}

/** Throws `StoreUsageError` for a token that is none, or belongs to a query with another order. */
export function fromPageToken(collection: Collection, query: Query): PageEnd | undefined {
  if (query.after === undefined) {
    return undefined;
  }
  const parsed = Token.safeParse(parseJson(Buffer.from(query.after, 'base64url').toString()));
  const hasValue = parsed.success && parsed.data[1] !== null;
  if (!parsed.success || parsed.data[0] !== orderName(query) || hasValue !== (query.orderBy !== undefined)) {
    throw new StoreUsageError(`${collection.name}: the page token does not belong to this query`);
  }
  const [, value, partition, id] = parsed.data;
  return { partition, id, ...(value !== null && { value }) };
}

/** A cursor of the change feed is the number of the last write that was read. */
export function fromCursor(collection: Collection, cursor: string | undefined): number {
  if (cursor !== undefined && !/^\d{1,15}$/.test(cursor)) {
    throw new StoreUsageError(`${collection.name}: this is no cursor of the change feed`);
  }
  return Number(cursor ?? 0);
}

function orderName(query: Query): string {
  return query.orderBy === undefined ? '' : `${query.orderBy.direction} ${query.orderBy.field}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
