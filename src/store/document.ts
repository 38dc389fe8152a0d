import type { z } from 'zod';
import type { Json, JsonObject } from '../ports/document-store.ts';

/** From one version of a body to the next one. Pure: the same body gives the same result on every read. */
export type Upgrade = (body: JsonObject) => JsonObject;

/** How one noun is kept in documents. */
export interface DocumentFormat<T> {
  /** The noun in a stored body, which any version of this program has written. Throws `DocumentFormatError`. */
  parse(body: JsonObject): T;
  /** The body to store, with its `schemaVersion`. */
  toBody(value: T): JsonObject;
}

/** A stored body is not what it should be. The message names fields, never what is in them. */
export class DocumentFormatError extends Error {
  override readonly name = 'DocumentFormatError';
  readonly document: string;
  readonly reason: 'no-version' | 'newer-version' | 'invalid';

  constructor(document: string, reason: DocumentFormatError['reason'], detail: string) {
    super(`document ${document}: ${detail}`);
    this.document = document;
    this.reason = reason;
  }
}

/**
 * `schema` describes the current version; `upgrades` holds, under each older version's number, the step to the next one.
 * Old documents are upgraded when they are read and written in the new form when they change. Throws when a step is missing.
 */
export function defineDocument<T extends object>(definition: {
  readonly name: string;
  /** From 1. */
  readonly version: number;
  readonly schema: z.ZodType<T>;
  readonly upgrades: Readonly<Record<number, Upgrade>>;
}): DocumentFormat<T> {
  const { name, version, schema, upgrades } = definition;
  const steps = Array.from({ length: version - 1 }, (_, index) => {
    const step = upgrades[index + 1];
    if (step === undefined) {
      throw new Error(`document ${name}: the upgrade from version ${index + 1} is missing`);
    }
    return step;
  });

  return {
    parse(body) {
      const stored = storedVersion(name, version, body);
      let current = body;
      for (const step of steps.slice(stored - 1)) {
        current = step(current);
      }
      const { schemaVersion: _, ...fields } = current;
      const parsed = schema.safeParse(fields);
      if (!parsed.success) {
        const problems = parsed.error.issues.map(({ code, path }) => `${path.join('.')} (${code})`);
        throw new DocumentFormatError(name, 'invalid', `invalid fields: ${problems.join(', ')}`);
      }
      return parsed.data;
    },

    toBody(value) {
      return { ...toJsonObject(name, value), schemaVersion: version };
    },
  };
}

function storedVersion(name: string, version: number, { schemaVersion }: JsonObject): number {
  if (typeof schemaVersion !== 'number' || !Number.isInteger(schemaVersion) || schemaVersion < 1) {
    throw new DocumentFormatError(name, 'no-version', 'the schema version is missing');
  }
  if (schemaVersion > version) {
    throw new DocumentFormatError(
      name,
      'newer-version',
      `written as version ${schemaVersion}, this program knows versions up to ${version}`,
    );
  }
  return schemaVersion;
}

/** Interfaces are not assignable to `JsonObject`, so the value is copied field by field; what JSON cannot hold throws. */
function toJson(name: string, value: unknown): Json {
  if (
    value === null ||
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    typeof value === 'number'
  ) {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map((item: unknown) => toJson(name, item));
  }
  const isPlain =
    typeof value === 'object' &&
    (Object.getPrototypeOf(value) === Object.prototype || Object.getPrototypeOf(value) === null);
  if (!isPlain) {
    throw new DocumentFormatError(name, 'invalid', 'a value is not plain JSON');
  }
  return toJsonObject(name, value);
}

function toJsonObject(name: string, value: object): JsonObject {
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(fields.map(([key, field]) => [key, toJson(name, field)]));
}
