import type { UseCaseId } from '../domain/ids.ts';
import type { UseCase } from '../domain/use-case.ts';
import type { ChangePage, Collection, DocumentStore, StoredDocument } from '../ports/document-store.ts';
import { everyDocument } from './every-document.ts';
import { useCaseDocument } from './use-case-document.ts';

export const useCaseCollection: Collection = { name: 'use-cases', indexes: [] };

const pageSize = 500;

/** A value and the etag under which it was read; a replacement names it. */
export interface Stored<Value> {
  readonly value: Value;
  readonly etag: string;
}

/** What happened to use cases since a cursor. */
export interface UseCaseChanges {
  readonly written: readonly Stored<UseCase>[];
  readonly removed: readonly string[];
  readonly cursor: string;
  readonly more: boolean;
}

/** Every use case of the community. Each is an aggregate of its own, so its partition is its id. */
export class UseCases {
  readonly #store: DocumentStore;

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
      yield toStored(document);
    }
  }

  async add(useCase: UseCase): Promise<'added' | 'exists'> {
    const body = useCaseDocument.toBody(useCase);
    const outcome = await this.#store.transact(useCaseCollection, useCase.id, [
      { kind: 'create', id: useCase.id, body },
    ]);
    return outcome.kind === 'done' ? 'added' : 'exists';
  }

  /** `conflict`: somebody else was faster; read again and decide again. */
  async replace(useCase: UseCase, etag: string): Promise<'replaced' | 'conflict'> {
    const body = useCaseDocument.toBody(useCase);
    const outcome = await this.#store.transact(useCaseCollection, useCase.id, [
      { kind: 'replace', id: useCase.id, etag, body },
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

function toStored(document: StoredDocument): Stored<UseCase> {
  return { value: useCaseDocument.parse(document.body), etag: document.etag };
}
