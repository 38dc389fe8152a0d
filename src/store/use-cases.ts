import type { UseCaseId } from '../domain/ids.ts';
import type { HistoryEntry } from '../domain/use-case-history.ts';
import type { UseCase } from '../domain/use-case.ts';
import { StoreUnavailableError } from '../ports/document-store.ts';
import type {
  ChangePage,
  Collection,
  DocumentKey,
  DocumentStore,
  StoredDocument,
  WriteOperation,
} from '../ports/document-store.ts';
import { everyDocument } from './every-document.ts';
import { InTurn } from './in-turn.ts';
import { useCaseDocument } from './use-case-document.ts';
import { historyDocument } from './use-case-history-document.ts';

export const useCaseCollection: Collection = { name: 'use-cases', indexes: [] };

const pageSize = 500;
/** Each lost round is a change that another process has made meanwhile. */
const mostRounds = 100;

/** A value and the etag under which it was read; a replacement names it. */
export interface Stored<Value> {
  readonly value: Value;
  readonly etag: string;
}

/** What is decided about a use case: how it is now, and what the history tells of it; interest and reminders are none of that. */
export interface DecidedUseCase {
  readonly useCase: UseCase;
  readonly entry?: Pick<HistoryEntry, 'at' | 'by' | 'change'>;
}

/** What happened to use cases since a cursor. */
export interface UseCaseChanges {
  readonly written: readonly Stored<UseCase>[];
  readonly removed: readonly string[];
  readonly cursor: string;
  readonly more: boolean;
}

/** Every use case of the community. Each is an aggregate of its own with its history: its partition is its id. */
export class UseCases {
  readonly #store: DocumentStore;
  readonly #inTurn = new InTurn<UseCaseId>();

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  async find(id: UseCaseId): Promise<Stored<UseCase> | undefined> {
    const document = await this.#store.get(useCaseCollection, { partition: id, id });
    return document && toStored(document);
  }

  /** All of them in the order of their ids. */
  async *all(): AsyncGenerator<Stored<UseCase>> {
    for await (const document of everyDocument(this.#store, useCaseCollection, {})) {
      if (isUseCase(document)) {
        yield toStored(document);
      }
    }
  }

  /** `entry`: what its history begins with. */
  async add(useCase: UseCase, entry?: DecidedUseCase['entry']): Promise<'added' | 'exists'> {
    const outcome = await this.#store.transact(useCaseCollection, useCase.id, [
      { kind: 'create', id: useCase.id, body: useCaseDocument.toBody(useCase) },
      ...(entry === undefined ? [] : [toCreate({ ...entry, ...keyOf(useCase) })]),
    ]);
    return outcome.kind === 'done' ? 'added' : 'exists';
  }

  /**
   * Applies what is decided about the use case as it is now, and decides again whenever somebody else was faster. With an entry the
   * version rises by one, and both are written at once. `undefined`: nothing is to be changed, or there is no such use case. Changes
   * of one use case wait for each other within this process; whoever is overtaken by others too often gets `StoreUnavailableError`.
   */
  async change(
    id: UseCaseId,
    decide: (useCase: UseCase) => DecidedUseCase | undefined,
  ): Promise<UseCase | undefined> {
    return this.#inTurn.run(id, () => this.#change(id, decide));
  }

  async #change(
    id: UseCaseId,
    decide: (useCase: UseCase) => DecidedUseCase | undefined,
  ): Promise<UseCase | undefined> {
    for (let round = 0; round < mostRounds; round += 1) {
      const stored = await this.find(id);
      const decided = stored && decide(stored.value);
      if (stored === undefined || decided === undefined) {
        return undefined;
      }
      const { entry } = decided;
      const useCase = entry === undefined ? decided.useCase : withNextVersion(decided.useCase, stored.value);
      const outcome = await this.#store.transact(useCaseCollection, id, [
        { kind: 'replace', id, etag: stored.etag, body: useCaseDocument.toBody(useCase) },
        ...(entry === undefined ? [] : [toCreate({ ...entry, ...keyOf(useCase) })]),
      ]);
      if (outcome.kind === 'done') {
        return useCase;
      }
    }
    throw new StoreUnavailableError('busy', 'none');
  }

  /** The latest first. */
  async historyOf(id: UseCaseId): Promise<readonly HistoryEntry[]> {
    const documents = everyDocument(this.#store, useCaseCollection, { partition: id });
    const all = await Array.fromAsync(documents);
    return all
      .filter((document) => !isUseCase(document))
      .map(({ body }) => historyDocument.parse(body))
      .sort((one, other) => other.version - one.version);
  }

  /** Every entry of every use case's history. */
  async *entries(): AsyncGenerator<Stored<HistoryEntry>> {
    for await (const document of everyDocument(this.#store, useCaseCollection, {})) {
      if (!isUseCase(document)) {
        yield { value: historyDocument.parse(document.body), etag: document.etag };
      }
    }
  }

  /** Only for taking a person out of it: what happened stays. */
  async replaceEntry(entry: HistoryEntry, etag: string): Promise<'replaced' | 'conflict'> {
    const outcome = await this.#store.transact(useCaseCollection, entry.useCaseId, [
      { kind: 'replace', id: entryId(entry), etag, body: historyDocument.toBody(entry) },
    ]);
    return outcome.kind === 'done' ? 'replaced' : 'conflict';
  }

  /** `conflict`: somebody else was faster; read again and decide again. `entry`: what the history tells of this version. */
  async replace(
    useCase: UseCase,
    etag: string,
    entry?: DecidedUseCase['entry'],
  ): Promise<'replaced' | 'conflict'> {
    const body = useCaseDocument.toBody(useCase);
    const outcome = await this.#store.transact(useCaseCollection, useCase.id, [
      { kind: 'replace', id: useCase.id, etag, body },
      ...(entry === undefined ? [] : [toCreate({ ...entry, ...keyOf(useCase) })]),
    ]);
    return outcome.kind === 'done' ? 'replaced' : 'conflict';
  }

  /** Whether there never was a use case, as far as the change feed remembers. */
  async isUntouched(): Promise<boolean> {
    const page = await this.#store.changes(useCaseCollection, { limit: 1 });
    return page.changes.length === 0;
  }

  async changes(after?: string): Promise<UseCaseChanges> {
    const page: ChangePage = await this.#store.changes(useCaseCollection, {
      limit: pageSize,
      ...(after !== undefined && { after }),
    });
    const written: Stored<UseCase>[] = [];
    const removed: string[] = [];
    for (const change of page.changes) {
      if (!isUseCase(change.kind === 'written' ? change.document : change)) {
        continue;
      }
      if (change.kind === 'written') {
        written.push(toStored(change.document));
      } else {
        removed.push(change.id);
      }
    }
    return { written, removed, cursor: page.cursor, more: page.more };
  }

  /** See `DocumentStore.onChange`. */
  onChange(listener: () => void): () => void {
    return this.#store.onChange(useCaseCollection, listener);
  }
}

/** Everything else in the partition is the history of the one whose name it bears. */
function isUseCase({ partition, id }: DocumentKey): boolean {
  return partition === id;
}

function entryId({ version }: Pick<HistoryEntry, 'version'>): string {
  return `version.${version}`;
}

function keyOf({ id, provenance }: UseCase): Pick<HistoryEntry, 'useCaseId' | 'version'> {
  return { useCaseId: id, version: provenance.version };
}

function toCreate(entry: HistoryEntry): WriteOperation {
  return { kind: 'create', id: entryId(entry), body: historyDocument.toBody(entry) };
}

function withNextVersion(useCase: UseCase, before: UseCase): UseCase {
  const version = before.provenance.version + 1;
  return { ...useCase, provenance: { ...useCase.provenance, version } };
}

function toStored(document: StoredDocument): Stored<UseCase> {
  return { value: useCaseDocument.parse(document.body), etag: document.etag };
}
