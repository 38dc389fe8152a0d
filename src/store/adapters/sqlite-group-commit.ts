import type { DatabaseSync } from 'node:sqlite';
import { outcomeOfFailedCommit, toStoreError } from './sqlite-errors.ts';

interface Job {
  attempt(): void;
  succeed(): void;
  fail(error: unknown): void;
}

/**
 * Writes that arrive in one turn of the event loop share one SQLite transaction, and so one fsync; each is a savepoint
 * with its own outcome. What is written is on the disk before anybody hears of it.
 */
export class GroupCommit {
  readonly #database: DatabaseSync;
  readonly #afterCommit: () => void;
  #queue: Job[] = [];

  /** `afterCommit` runs when a group is durable and before its outcomes are told; it does not throw. */
  constructor(database: DatabaseSync, afterCommit: () => void) {
    this.#database = database;
    this.#afterCommit = afterCommit;
  }

  /** Runs `work` in a transaction soon; it may run again when the group it was in had to be undone. */
  run<T>(work: () => T): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    let result: { readonly value: T } | undefined;
    this.#queue.push({
      attempt() {
        result = { value: work() };
      },
      succeed() {
        if (result !== undefined) {
          resolve(result.value);
        }
      },
      fail: reject,
    });
    if (this.#queue.length === 1) {
      setImmediate(() => this.flush());
    }
    return promise;
  }

  /** Commits what is waiting, now. */
  flush(): void {
    const jobs = this.#queue;
    this.#queue = [];
    if (jobs.length > 0) {
      this.#commitTogether(jobs);
    }
  }

  #commitTogether(jobs: readonly Job[]): void {
    let failures: ReadonlyMap<Job, unknown>;
    try {
      this.#database.exec('BEGIN IMMEDIATE');
      failures = this.#attemptAll(jobs);
    } catch (error) {
      this.#undo(jobs, error, 'none');
      return;
    }
    try {
      this.#database.exec('COMMIT');
    } catch (error) {
      this.#undo(jobs, error, outcomeOfFailedCommit(error));
      return;
    }
    this.#afterCommit();
    for (const job of jobs) {
      if (failures.has(job)) {
        job.fail(failures.get(job));
      } else {
        job.succeed();
      }
    }
  }

  #attemptAll(jobs: readonly Job[]): Map<Job, unknown> {
    const failures = new Map<Job, unknown>();
    for (const job of jobs) {
      this.#database.exec('SAVEPOINT job');
      try {
        job.attempt();
      } catch (error) {
        // On some errors, a full disk among them, SQLite may have undone the whole transaction by itself.
        if (!this.#database.isTransaction) {
          throw error;
        }
        this.#database.exec('ROLLBACK TO job');
        failures.set(job, toStoreError(error));
      }
      this.#database.exec('RELEASE job');
    }
    return failures;
  }

  /** Nothing of the group was kept. One that failed must not harm the others, so each then goes alone. */
  #undo(jobs: readonly Job[], error: unknown, outcome: 'none' | 'unknown'): void {
    if (this.#database.isTransaction) {
      this.#database.exec('ROLLBACK');
    }
    for (const job of jobs) {
      if (jobs.length === 1 || outcome === 'unknown') {
        job.fail(toStoreError(error, outcome));
      } else {
        this.#commitTogether([job]);
      }
    }
  }
}
