import type { SQLInputValue } from 'node:sqlite';
import type { Instant } from '../../domain/instant.ts';
import type { Collection, Query } from '../../ports/document-store.ts';
import type { IndexValue } from './check-body.ts';
import { kindOrder } from './index-order.ts';
import type { PageEnd } from './page-token.ts';
import { kindColumn, tableName, valueColumn } from './sqlite-layout.ts';

/** `coalesce` and not `OR`, which would lead SQLite away from the better index. */
export const notExpired = 'coalesce(expires_at, 9e15) > ?';

/** Values go through the same JSON function as the stored ones, so that both sides of a comparison are rounded alike. */
const jsonValue = `(? ->> '$')`;

/** The SQL of a query, with one row more than asked for to see whether there is a next page. */
export function toSql(
  collection: Collection,
  query: Query,
  after: PageEnd | undefined,
  now: Instant,
): { readonly sql: string; readonly parameters: readonly SQLInputValue[] } {
  const conditions: string[] = [];
  const parameters: SQLInputValue[] = [];
  const demand = (condition: string, ...values: readonly SQLInputValue[]): void => {
    conditions.push(condition);
    parameters.push(...values);
  };
  const demandValue = (field: string, comparison: '=' | '>=' | '<=', value: IndexValue): void => {
    const condition = `${kindColumn(field)} = ? AND ${valueColumn(field)} ${comparison} ${jsonValue}`;
    demand(condition, kindOrder(value), JSON.stringify(value));
  };

  demand('body IS NOT NULL');
  demand(notExpired, now);
  if (query.partition !== undefined) {
    demand('partition = ?', query.partition);
  }
  for (const [field, value] of Object.entries(query.where ?? {})) {
    demandValue(field, '=', value);
  }
  if (query.range?.from !== undefined) {
    demandValue(query.range.field, '>=', query.range.from);
  }
  if (query.range?.to !== undefined) {
    demandValue(query.range.field, '<=', query.range.to);
  }
  const columns = orderColumns(query);
  const descending = query.orderBy?.direction === 'descending';
  if (query.orderBy !== undefined) {
    demand(`${kindColumn(query.orderBy.field)} IS NOT NULL`);
  }
  if (after !== undefined) {
    demand(
      `(${columns.join(', ')}) ${descending ? '<' : '>'} (${places(query)})`,
      ...endValues(query, after),
    );
  }

  const order = columns.map((column) => `${column} ${descending ? 'DESC' : 'ASC'}`).join(', ');
  const sql = `SELECT partition, id, sequence, expires_at, body FROM ${tableName(collection)}
    WHERE ${conditions.join(' AND ')} ORDER BY ${order} LIMIT ?`;
  return { sql, parameters: [...parameters, query.limit + 1] };
}

/** Within one partition its name is left out: it does not change the order, and SQLite then finds the better index. */
function orderColumns({ orderBy, partition }: Query): readonly string[] {
  const key = partition === undefined ? ['partition', 'id'] : ['id'];
  return orderBy === undefined ? key : [kindColumn(orderBy.field), valueColumn(orderBy.field), ...key];
}

/** Placeholders for `endValues`, in the order of the columns. */
function places({ orderBy, partition }: Query): string {
  const key = partition === undefined ? '?, ?' : '?';
  return orderBy === undefined ? key : `?, ${jsonValue}, ${key}`;
}

function endValues(query: Query, { value, partition, id }: PageEnd): readonly SQLInputValue[] {
  const key = query.partition === undefined ? [partition, id] : [id];
  return value === undefined ? key : [kindOrder(value), JSON.stringify(value), ...key];
}
