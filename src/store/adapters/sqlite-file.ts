import type { DatabaseSync } from 'node:sqlite';
import type { Instant } from '../../domain/instant.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Collection, TransactOutcome } from '../../ports/document-store.ts';
import type { Logger } from '../../ports/logger.ts';
import type { CheckedWrite } from './check-usage.ts';
import { SqliteErasure } from './sqlite-erasure.ts';
import { translated } from './sqlite-errors.ts';
import { GroupCommit } from './sqlite-group-commit.ts';
import { prepareTable } from './sqlite-layout.ts';
import { SqliteTable } from './sqlite-table.ts';

/** The open file of a store: its tables, and the one way in which they are written. */
export class SqliteFile {
  readonly #database: DatabaseSync;
  readonly #erasure: SqliteErasure;
  readonly #commit: GroupCommit;
  readonly #tables = new Map<string, SqliteTable>();
  #closed = false;

  constructor(database: DatabaseSync, logger: Logger | undefined) {
    this.#database = database;
    this.#erasure = new SqliteErasure(database, logger);
    this.#commit = new GroupCommit(database, () => this.#erasure.afterCommit());
    this.#erasure.cutLog();
  }

  table({ name }: Collection): SqliteTable | undefined {
    return this.#tables.get(name);
  }

  prepare(collections: readonly Collection[]): void {
    for (const collection of collections) {
      translated(() => {
        prepareTable(this.#database, collection);
        const table = this.#tables.get(collection.name) ?? new SqliteTable(this.#database, collection);
        this.#tables.set(collection.name, table);
      });
    }
  }

  transact(
    table: SqliteTable,
    partition: string,
    writes: readonly CheckedWrite[],
    clock: Clock,
  ): Promise<TransactOutcome> {
    return this.#commit.run(() => {
      const { outcome, erased } = table.transact(partition, writes, clock.now());
      this.#erasure.note(erased);
      return outcome;
    });
  }

  async purgeExpired(now: Instant): Promise<number> {
    let purged = 0;
    for (const table of this.#tables.values()) {
      purged += await this.#purge(table, now);
    }
    if (!this.#closed) {
      this.#erasure.complete();
    }
    return purged;
  }

  close(): void {
    this.#closed = true;
    this.#commit.flush();
    this.#erasure.close();
    this.#database.close();
  }

  /** In steps, so that others get their turn in between; a purge that is under way ends when the file is closed. */
  async #purge(table: SqliteTable, now: Instant): Promise<number> {
    let purged = 0;
    while (!this.#closed) {
      const count = await this.#commit.run(() => {
        const removed = table.purgeSome(now);
        this.#erasure.note(removed > 0 ? 'deleted' : 'nothing');
        return removed;
      });
      purged += count;
      if (count === 0) {
        break;
      }
    }
    return purged;
  }
}
