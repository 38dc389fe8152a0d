import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Instant } from '../../domain/instant.ts';
import type {
  Change,
  ChangePage,
  Collection,
  DocumentKey,
  Query,
  QueryPage,
  StoredDocument,
  TransactOutcome,
} from '../../ports/document-store.ts';
import type { CheckedWrite } from './check-usage.ts';
import { type PageEnd, toPageToken } from './page-token.ts';
import { tombstoneMs } from './retention.ts';
import { tableName } from './sqlite-layout.ts';
import { notExpired, toSql } from './sqlite-query.ts';
import { etagOf, toChange, toDocument } from './sqlite-row.ts';

const purgeAtOnce = 500;
const columns = 'partition, id, sequence, expires_at, body';

/** What a write did to content that was stored before. */
export type Erased = 'nothing' | 'replaced' | 'deleted';

/** One collection in SQLite, whose table is prepared. Methods that write are called inside a transaction. */
export class SqliteTable {
  readonly #database: DatabaseSync;
  readonly #collection: Collection;
  readonly #statements = new Map<string, StatementSync>();
  #sequence: number;

  constructor(database: DatabaseSync, collection: Collection) {
    this.#database = database;
    this.#collection = collection;
    // The highest number may have been purged; used again, it would hide a change from those who read further.
    const last = this.#prepare(
      `SELECT max(coalesce((SELECT max(sequence) FROM ${tableName(collection)}), 0),
        coalesce((SELECT last FROM sequences WHERE collection = ?), 0)) AS last`,
    ).get(collection.name);
    this.#sequence = Number(last?.['last']);
  }

  find({ partition, id }: DocumentKey, now: Instant): StoredDocument | undefined {
    const sql = `SELECT ${columns} FROM ${this.#name} WHERE partition = ? AND id = ? AND ${notExpired}`;
    const row = this.#prepare(sql).get(partition, id, now);
    return row === undefined ? undefined : toDocument(row);
  }

  query(query: Query, after: PageEnd | undefined, now: Instant): QueryPage {
    const { sql, parameters } = toSql(this.#collection, query, after, now);
    const rows = this.#prepare(sql).all(...parameters);
    const documents = rows
      .slice(0, query.limit)
      .map(toDocument)
      .filter((found) => found !== undefined);
    const last = documents.at(-1);
    return {
      documents,
      ...(last !== undefined && rows.length > query.limit && { next: toPageToken(query, last) }),
    };
  }

  /** Every step is judged before the first is taken, so a conflict leaves nothing to undo. */
  transact(
    partition: string,
    writes: readonly CheckedWrite[],
    now: Instant,
  ): { readonly outcome: TransactOutcome; readonly erased: Erased } {
    for (const { id, expectedEtag } of writes) {
      if (this.#currentEtag({ partition, id }, now) !== expectedEtag) {
        return { outcome: { kind: 'conflict', id }, erased: 'nothing' };
      }
    }
    const etags = new Map<string, string>();
    let erased: Erased = 'nothing';
    for (const write of writes) {
      this.#write(partition, write, now);
      if (write.body === undefined) {
        erased = 'deleted';
      } else {
        etags.set(write.id, String(this.#sequence));
        erased = erased === 'nothing' && write.expectedEtag !== undefined ? 'replaced' : erased;
      }
    }
    return { outcome: { kind: 'done', etags }, erased };
  }

  changes(after: number, limit: number, now: Instant): ChangePage {
    const sql = `SELECT ${columns} FROM ${this.#name} WHERE sequence > ? AND ${notExpired} ORDER BY sequence LIMIT ?`;
    const rows = this.#prepare(sql).all(after, now, limit + 1);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    const changes: Change[] = page.map(toChange);
    return { changes, cursor: last === undefined ? String(after) : etagOf(last), more: rows.length > limit };
  }

  /** Removes some of what has expired and says how many; 0 when nothing is left. */
  purgeSome(now: Instant): number {
    const expired = `SELECT rowid FROM ${this.#name} WHERE expires_at <= ? LIMIT ${purgeAtOnce}`;
    const { changes } = this.#prepare(`DELETE FROM ${this.#name} WHERE rowid IN (${expired})`).run(now);
    if (changes !== 0) {
      const sql = 'INSERT INTO sequences VALUES (?, ?) ON CONFLICT DO UPDATE SET last = excluded.last';
      this.#prepare(sql).run(this.#collection.name, this.#sequence);
    }
    return Number(changes);
  }

  get #name(): string {
    return tableName(this.#collection);
  }

  #currentEtag({ partition, id }: DocumentKey, now: Instant): string | undefined {
    const sql = `SELECT sequence FROM ${this.#name}
      WHERE partition = ? AND id = ? AND body IS NOT NULL AND ${notExpired}`;
    const row = this.#prepare(sql).get(partition, id, now);
    return row === undefined ? undefined : etagOf(row);
  }

  #write(partition: string, { id, body, expiresAt }: CheckedWrite, now: Instant): void {
    const sql = `INSERT INTO ${this.#name} (${columns}) VALUES (?, ?, ?, ?, ?) ON CONFLICT (partition, id)
      DO UPDATE SET sequence = excluded.sequence, expires_at = excluded.expires_at, body = excluded.body`;
    const end = body === undefined ? now + tombstoneMs : (expiresAt ?? null);
    this.#sequence += 1;
    this.#prepare(sql).run(partition, id, this.#sequence, end, body ?? null);
  }

  /** The number of different statements is bounded by the number of different questions the program asks. */
  #prepare(sql: string): StatementSync {
    const statement = this.#statements.get(sql) ?? this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}
