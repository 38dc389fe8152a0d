import { type Collection, StoreUsageError } from '../../ports/document-store.ts';

const collectionName = /^[a-z0-9-]{1,60}$/;
const fieldName = /^[A-Za-z][A-Za-z0-9_]{0,60}$/;

/** The collections a store was opened with; nothing else may be read or written. */
export class OpenCollections {
  readonly #byName = new Map<string, Collection>();

  add(collections: readonly Collection[]): void {
    collections.forEach(checkCollection);
    for (const collection of collections) {
      this.#byName.set(collection.name, collection);
    }
  }

  /** The collection as it was opened. Throws `StoreUsageError` when it was not, or the store is closed. */
  get(collection: Collection): Collection {
    const found = this.#byName.get(collection.name);
    if (found === undefined) {
      throw new StoreUsageError(`${collection.name}: the store is not open for this collection`);
    }
    return found;
  }

  clear(): void {
    this.#byName.clear();
  }
}

function checkCollection({ name, indexes }: Collection): void {
  if (!collectionName.test(name)) {
    throw new StoreUsageError(`a collection's name must consist of lower-case letters, digits and hyphens`);
  }
  for (const field of indexes) {
    if (!fieldName.test(field)) {
      throw new StoreUsageError(`${name}: an index must be named by letters, digits and underscores`);
    }
  }
  if (new Set(indexes.map((field) => field.toLowerCase())).size < indexes.length) {
    throw new StoreUsageError(`${name}: two indexes have the same name but for the case of its letters`);
  }
}
