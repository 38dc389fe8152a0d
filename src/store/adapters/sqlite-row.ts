import type { SQLOutputValue } from 'node:sqlite';
import type { Instant } from '../../domain/instant.ts';
import type { Change, JsonObject, StoredDocument } from '../../ports/document-store.ts';

export type SqliteRow = Readonly<Record<string, SQLOutputValue>>;

/** A row that was read as `partition, id, sequence, expires_at, body`; `undefined` for a tombstone. */
export function toDocument(row: SqliteRow): StoredDocument | undefined {
  if (row['body'] === null) {
    return undefined;
  }
  const body: JsonObject = JSON.parse(String(row['body']));
  const expiresAt = expiryOf(row);
  return {
    partition: String(row['partition']),
    id: String(row['id']),
    body,
    etag: etagOf(row),
    ...(expiresAt !== undefined && { expiresAt }),
  };
}

export function toChange(row: SqliteRow): Change {
  const document = toDocument(row);
  return document === undefined
    ? { kind: 'deleted', partition: String(row['partition']), id: String(row['id']) }
    : { kind: 'written', document };
}

export function etagOf(row: SqliteRow): string {
  return String(row['sequence']);
}

function expiryOf(row: SqliteRow): Instant | undefined {
  return row['expires_at'] === null ? undefined : Number(row['expires_at']);
}
