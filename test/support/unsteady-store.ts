import { StoreUnavailableError } from '../../src/ports/document-store.ts';
import type { DocumentStore } from '../../src/ports/document-store.ts';
import type { Timer } from '../../src/ports/timer.ts';

export interface Unsteadiness {
  readonly chance: () => number;
  /** Calls that fail with nothing done, of a hundred, as a fraction. */
  readonly none?: number;
  /** Writes that fail and may have happened: half of them have. */
  readonly unknown?: number;
  /** Writes that are said to have been overtaken though nobody was faster. */
  readonly conflicts?: number;
  /** While true nothing can be read or written. */
  readonly isAway?: () => boolean;
  /** How long a write takes. */
  readonly writeMs?: () => number;
}

/** A store that fails now and then, as the port allows it to. */
export function unsteady(store: DocumentStore, timer: Timer, how: Unsteadiness): DocumentStore {
  const { chance, none = 0, unknown = 0, conflicts = 0, isAway = () => false, writeMs } = how;

  function failNow(): void {
    if (isAway() || chance() < none) {
      throw new StoreUnavailableError('busy', 'none');
    }
  }

  return {
    ...store,
    async get(...call) {
      failNow();
      return store.get(...call);
    },
    async query(...call) {
      failNow();
      return store.query(...call);
    },
    async transact(collection, partition, operations) {
      failNow();
      if (writeMs !== undefined) {
        const ms = writeMs();
        await new Promise<void>((resolve) => {
          timer.after(ms, resolve);
        });
      }
      const first = operations.find(({ kind }) => kind !== 'create');
      if (first !== undefined && chance() < conflicts) {
        return { kind: 'conflict', id: first.id };
      }
      if (chance() < unknown) {
        if (chance() < 0.5) {
          await store.transact(collection, partition, operations);
        }
        throw new StoreUnavailableError('failed', 'unknown');
      }
      return store.transact(collection, partition, operations);
    },
  };
}
