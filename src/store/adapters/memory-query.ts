import type { Query, QueryPage, StoredDocument } from '../../ports/document-store.ts';
import { indexValue } from './check-body.ts';
import { compareText, compareValues } from './index-order.ts';
import { type PageEnd, toPageToken } from './page-token.ts';

/** A page of a query over documents that are held in memory. */
export function queryDocuments(
  documents: readonly StoredDocument[],
  query: Query,
  after: PageEnd | undefined,
): QueryPage {
  const sign = query.orderBy?.direction === 'descending' ? -1 : 1;
  const found = documents
    .filter((document) => matches(document, query))
    .map((document) => ({ document, end: toPageEnd(query, document) }))
    .filter(({ end }) => end !== undefined)
    .map(({ document, end = document }) => ({ document, end }))
    .filter(({ end }) => after === undefined || compareEnds(end, after) * sign > 0)
    .sort((left, right) => compareEnds(left.end, right.end) * sign)
    .map(({ document }) => document);
  const page = found.slice(0, query.limit);
  const last = page.at(-1);
  return {
    documents: page,
    ...(last !== undefined && found.length > page.length && { next: toPageToken(query, last) }),
  };
}

function matches(document: StoredDocument, query: Query): boolean {
  if (query.partition !== undefined && query.partition !== document.partition) {
    return false;
  }
  const where = Object.entries(query.where ?? {});
  return (
    where.every(([field, value]) => indexValue(document.body, field) === value) && isInRange(document, query)
  );
}

/** A bound says the type: numbers are never within bounds that are strings. */
function isInRange(document: StoredDocument, { range }: Query): boolean {
  if (range === undefined) {
    return true;
  }
  const { from, to } = range;
  const value = indexValue(document.body, range.field);
  if (value === undefined || typeof value !== typeof (from ?? to)) {
    return false;
  }
  return (
    (from === undefined || compareValues(value, from) >= 0) &&
    (to === undefined || compareValues(value, to) <= 0)
  );
}

/** `undefined` for a document that has no place in the order. */
function toPageEnd({ orderBy }: Query, { partition, id, body }: StoredDocument): PageEnd | undefined {
  if (orderBy === undefined) {
    return { partition, id };
  }
  const value = indexValue(body, orderBy.field);
  return value === undefined ? undefined : { value, partition, id };
}

function compareEnds(left: PageEnd, right: PageEnd): number {
  const values =
    left.value === undefined || right.value === undefined ? 0 : compareValues(left.value, right.value);
  return values || compareText(left.partition, right.partition) || compareText(left.id, right.id);
}
