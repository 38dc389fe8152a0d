import type { DatabaseSync } from 'node:sqlite';
import type { Collection } from '../../ports/document-store.ts';

/** Names are safe in SQL: OpenCollections checked them. */
export function tableName({ name }: Collection): string {
  return `"documents-${name}"`;
}

/** Two columns per index: the value, and its type, since SQLite would take `true` for the number 1. */
export function kindColumn(field: string): string {
  return `kind_${field}`;
}

export function valueColumn(field: string): string {
  return `value_${field}`;
}

/** Creates what is missing of a collection's table, all of it or, when the process dies meanwhile, nothing. */
export function prepareTable(database: DatabaseSync, collection: Collection): void {
  database.exec('BEGIN IMMEDIATE');
  try {
    createMissing(database, collection);
    database.exec('COMMIT');
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}

/** A tombstone is a row without a body; `expires_at` is its end, too. */
function createMissing(database: DatabaseSync, collection: Collection): void {
  const table = tableName(collection);
  database.exec(`
    CREATE TABLE IF NOT EXISTS sequences (collection TEXT PRIMARY KEY, last INTEGER NOT NULL) STRICT;
    CREATE TABLE IF NOT EXISTS ${table} (
      partition TEXT NOT NULL,
      id TEXT NOT NULL,
      sequence INTEGER NOT NULL,
      expires_at INTEGER,
      body TEXT,
      PRIMARY KEY (partition, id)
    ) STRICT;
    CREATE UNIQUE INDEX IF NOT EXISTS "by-sequence-${collection.name}" ON ${table} (sequence);
    CREATE INDEX IF NOT EXISTS "by-expiry-${collection.name}" ON ${table} (expires_at)
      WHERE expires_at IS NOT NULL;`);
  const columns = new Set(
    database
      .prepare(`PRAGMA table_xinfo(${table})`)
      .all()
      .map((column) => column['name']),
  );
  for (const field of collection.indexes) {
    if (!columns.has(valueColumn(field))) {
      database.exec(indexSql(collection, field));
    }
  }
}

/**
 * Virtual columns over the JSON body instead of plain expressions: only so does SQLite seek to the end of the page before.
 * One index serves queries across partitions, the other those within one.
 */
function indexSql(collection: Collection, field: string): string {
  const table = tableName(collection);
  const [kind, value] = [kindColumn(field), valueColumn(field)];
  return `
    ALTER TABLE ${table} ADD COLUMN ${kind} INTEGER GENERATED ALWAYS AS (
      CASE json_type(body, '$.${field}')
        WHEN 'false' THEN 0 WHEN 'true' THEN 0 WHEN 'integer' THEN 1 WHEN 'real' THEN 1 WHEN 'text' THEN 2
      END) VIRTUAL;
    ALTER TABLE ${table} ADD COLUMN ${value} ANY GENERATED ALWAYS AS (body ->> '$.${field}') VIRTUAL;
    CREATE INDEX "by-${field}-${collection.name}" ON ${table} (${kind}, ${value}, partition, id)
      WHERE body IS NOT NULL;
    CREATE INDEX "within-by-${field}-${collection.name}" ON ${table} (partition, ${kind}, ${value}, id)
      WHERE body IS NOT NULL;`;
}
