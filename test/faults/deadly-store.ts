import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import type { Collection, DocumentStore, WriteOperation } from '../../src/ports/document-store.ts';
import type { WritePoint } from './kill-points.ts';

/** What a sender was told to be durable: a line of its journal. */
export interface Written {
  readonly id: string;
  readonly state: string;
}

/**
 * A store that kills its own process at the nth write of a kind, with a signal that nobody can catch. What it told to be durable stands
 * in a journal of its own, which is on the disk before anybody hears of the write.
 */
export function deadlyStore(
  store: DocumentStore,
  journalPath: string,
  kill: { readonly point: WritePoint; readonly nth: number } | undefined,
): DocumentStore {
  const journal = openSync(journalPath, 'a');
  let met = 0;

  async function transact(
    collection: Collection,
    partition: string,
    operations: readonly WriteOperation[],
  ): ReturnType<DocumentStore['transact']> {
    const isMet = kill?.point.matches({ collection: collection.name, operations }) === true;
    if (isMet && kill.point.when === 'before' && (met += 1) === kill.nth) {
      await die();
    }
    const result = await store.transact(collection, partition, operations);
    if (result.kind === 'done') {
      note(journal, operations);
    }
    if (isMet && result.kind === 'done' && kill.point.when === 'after' && (met += 1) === kill.nth) {
      await die();
    }
    return result;
  }

  return {
    open: (...call) => store.open(...call),
    get: (...call) => store.get(...call),
    query: (...call) => store.query(...call),
    transact,
    changes: (...call) => store.changes(...call),
    onChange: (...call) => store.onChange(...call),
    purgeExpired: () => store.purgeExpired(),
    async close() {
      closeSync(journal);
      await store.close();
    },
  };
}

function note(journal: number, operations: readonly WriteOperation[]): void {
  const written = operations.flatMap((operation): readonly Written[] => {
    const state = operation.kind === 'delete' ? undefined : operation.body['stateKind'];
    return typeof state === 'string' ? [{ id: operation.id, state }] : [];
  });
  if (written.length > 0) {
    writeSync(journal, written.map((line) => `${JSON.stringify(line)}\n`).join(''));
    fsyncSync(journal);
  }
}

function die(): Promise<never> {
  process.kill(process.pid, 'SIGKILL');
  return new Promise<never>(() => undefined);
}
