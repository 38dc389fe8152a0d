import { StoreUnavailableError } from '../../src/ports/document-store.ts';
import type { DocumentStore } from '../../src/ports/document-store.ts';
import { createMemoryStore } from '../../src/store/adapters/memory.ts';
import type { FakeClock } from './fake-clock.ts';

type Reason = StoreUnavailableError['reason'];

/** What presses write; the bot's own bookkeeping is not counted. */
const counted = new Set([
  'use-cases',
  'use-case-drafts',
  'submissions',
  'follows',
  'kept-questions',
  'inquiries',
  'topic-requests',
  'meetings',
  'world-cafes',
  'user-groups',
  'vote-reservations',
]);

export interface UnwritableStore {
  readonly store: DocumentStore;
  /** From this write on nothing can be written; `isWritten`: that one itself was, and nobody is told. */
  break(how: { readonly reason: Reason; readonly write: number; readonly isWritten?: boolean }): void;
  /** Writes work again; returns whether one had failed. */
  mend(): boolean;
}

/** A store whose disk is full, busy or read-only from a certain write on. */
export function createUnwritableStore(clock: FakeClock): UnwritableStore {
  const memory = createMemoryStore(clock);
  let broken: { readonly reason: Reason; readonly write: number; readonly isWritten: boolean } | undefined;
  let writes = 0;
  let hasFailed = false;

  const store: DocumentStore = {
    open: (...call) => memory.open(...call),
    get: (...call) => memory.get(...call),
    query: (...call) => memory.query(...call),
    changes: (...call) => memory.changes(...call),
    onChange: (...call) => memory.onChange(...call),
    purgeExpired: () => memory.purgeExpired(),
    close: () => memory.close(),
    async transact(collection, partition, operations) {
      writes += counted.has(collection.name) ? 1 : 0;
      if (broken === undefined || writes < broken.write) {
        return memory.transact(collection, partition, operations);
      }
      const isThis = counted.has(collection.name) && writes === broken.write;
      hasFailed ||= counted.has(collection.name);
      if (isThis && broken.isWritten) {
        await memory.transact(collection, partition, operations);
        throw new StoreUnavailableError(broken.reason, 'unknown');
      }
      throw new StoreUnavailableError(broken.reason, 'none');
    },
  };

  return {
    store,
    break({ reason, write, isWritten = false }) {
      writes = 0;
      hasFailed = false;
      broken = { reason, write, isWritten };
    },
    mend() {
      broken = undefined;
      return hasFailed;
    },
  };
}
