import { type Collection, type Json, type JsonObject, StoreUsageError } from '../../ports/document-store.ts';

export type IndexValue = string | number | boolean;

/** Cosmos DB's limit for nested objects and arrays. */
const maxDepth = 128;

/**
 * The text that is stored for a body. Throws `StoreUsageError` for what would come back changed (a number that is not
 * finite), is nested deeper than 128 levels, or holds something else than a string, number or boolean in an indexed field.
 */
export function serialiseBody(collection: Collection, body: JsonObject): string {
  checkJson(collection, body, 1);
  for (const field of collection.indexes) {
    const value = Object.hasOwn(body, field) ? body[field] : undefined;
    if (value !== undefined && !isIndexValue(value)) {
      throw new StoreUsageError(
        `${collection.name}: the indexed field ${field} must be a string, number or boolean, or absent`,
      );
    }
  }
  return JSON.stringify(body);
}

/** The value of an indexed field, `undefined` when the document has none. */
export function indexValue(body: JsonObject, field: string): IndexValue | undefined {
  const value = Object.hasOwn(body, field) ? body[field] : undefined;
  return isIndexValue(value) ? value : undefined;
}

function isIndexValue(value: Json | undefined): value is IndexValue {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function checkJson(collection: Collection, value: Json | undefined, depth: number): void {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new StoreUsageError(`${collection.name}: a body holds a number that is not finite`);
  }
  if (typeof value !== 'object' || value === null) {
    return;
  }
  if (depth > maxDepth) {
    throw new StoreUsageError(`${collection.name}: a body is nested deeper than ${maxDepth} levels`);
  }
  for (const part of Object.values(value)) {
    checkJson(collection, part, depth + 1);
  }
}
