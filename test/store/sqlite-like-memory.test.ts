import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hourMs } from '../../src/domain/instant.ts';
import type {
  Change,
  Collection,
  DocumentStore,
  JsonObject,
  Query,
  StoredDocument,
  WriteOperation,
} from '../../src/ports/document-store.ts';
import { createMemoryStore } from '../../src/store/adapters/memory.ts';
import { createSqliteStore } from '../../src/store/adapters/sqlite.ts';
import { FakeClock } from '../support/fake-clock.ts';
import { temporaryFile } from './sqlite-scene.ts';

const things: Collection = { name: 'things', indexes: ['a', 'b'] };

/** A store with all the etags it ever gave, so that a history can say "the third etag of this document". */
interface Side {
  readonly store: DocumentStore;
  readonly etags: Map<string, string[]>;
  cursor: string | undefined;
}

type Step =
  | { readonly kind: 'transact'; readonly partition: string; readonly writes: readonly Write[] }
  | { readonly kind: 'query'; readonly query: Query }
  | { readonly kind: 'follow'; readonly limit: number }
  | { readonly kind: 'advance'; readonly hours: number }
  | { readonly kind: 'purge' };

interface Write {
  readonly kind: 'create' | 'replace' | 'delete';
  readonly id: string;
  readonly body: JsonObject;
  /** How many writes ago the etag was given: 0 is the current one. */
  readonly age: number;
  readonly expiresInHours: number | undefined;
}

const value = fc.oneof(
  fc.constantFrom('', 'a', 'A', 'ä', '\uFFEE', '🐕', 0, 1, -1, 1.5, true, false),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.string({ unit: 'binary', maxLength: 3 }),
);
const body = fc.record({ a: value, b: value, c: fc.jsonValue() }, { requiredKeys: [] }).map(toBody);
const partition = fc.constantFrom('p', 'q');
const field = fc.constantFrom('a', 'b');

const write: fc.Arbitrary<Write> = fc.record({
  kind: fc.constantFrom('create', 'create', 'replace', 'delete'),
  id: fc.constantFrom('1', '2', '3', '10', 'ä'),
  body,
  age: fc.constantFrom(0, 0, 0, 0, 1),
  expiresInHours: fc.constantFrom(undefined, undefined, 0, 1, 5),
});
const number = fc.double({ noNaN: true, noDefaultInfinity: true });
const range = fc.oneof(
  fc.record({ field, from: number }),
  fc.record({ field, from: fc.constantFrom('', 'a'), to: fc.constantFrom('Z', 'z', 'ä') }),
  fc.record({ field, to: fc.string({ unit: 'binary', maxLength: 2 }) }),
);
const query: fc.Arbitrary<Query> = fc.record(
  {
    partition,
    where: fc.dictionary(field, value, { maxKeys: 2, noNullPrototype: true }),
    range,
    orderBy: fc.record({ field, direction: fc.constantFrom('ascending', 'descending') }),
    limit: fc.integer({ min: 1, max: 4 }),
  },
  { requiredKeys: ['limit'] },
);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('transact'),
      partition,
      writes: fc.uniqueArray(write, { selector: ({ id }) => id, minLength: 1, maxLength: 3 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('query'), query }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('follow'), limit: fc.integer({ min: 1, max: 5 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('advance'), hours: fc.constantFrom(1, 4, 720) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('purge') }) },
);

/** JSON as it comes back from being stored. */
function toBody(fields: unknown): JsonObject {
  const copy: JsonObject = JSON.parse(JSON.stringify(fields));
  return copy;
}

function toOperation(side: Side, clock: FakeClock, key: string, planned: Write): WriteOperation {
  const { kind, id, body: content, age, expiresInHours } = planned;
  const expiry = expiresInHours === undefined ? {} : { expiresAt: clock.now() + expiresInHours * hourMs };
  const etag = side.etags.get(`${key}/${id}`)?.at(-1 - age) ?? 'none';
  switch (kind) {
    case 'create':
      return { kind, id, body: content, ...expiry };
    case 'replace':
      return { kind, id, etag, body: content, ...expiry };
    case 'delete':
      return { kind, id, etag };
  }
}

/** Etags are each adapter's own, everything else must be the same. */
function withoutEtag(document: StoredDocument): unknown {
  return { ...document, etag: undefined };
}

function changeWithoutEtag(change: Change): unknown {
  return change.kind === 'deleted' ? change : { ...change, document: withoutEtag(change.document) };
}

/** Does one step and gives what could be seen of it. */
async function take(side: Side, clock: FakeClock, planned: Step): Promise<unknown> {
  switch (planned.kind) {
    case 'transact': {
      const operations = planned.writes.map((one) => toOperation(side, clock, planned.partition, one));
      const outcome = await side.store.transact(things, planned.partition, operations);
      if (outcome.kind === 'conflict') {
        return outcome;
      }
      for (const [id, etag] of outcome.etags) {
        const key = `${planned.partition}/${id}`;
        side.etags.set(key, [...(side.etags.get(key) ?? []), etag]);
      }
      return [...outcome.etags.keys()];
    }
    case 'query':
      return readPages(side.store, planned.query);
    case 'follow': {
      const after = side.cursor === undefined ? {} : { after: side.cursor };
      const page = await side.store.changes(things, { limit: planned.limit, ...after });
      side.cursor = page.cursor;
      return [page.more, page.changes.map(changeWithoutEtag)];
    }
    case 'advance':
      return undefined;
    case 'purge':
      return side.store.purgeExpired();
  }
}

async function readPages(store: DocumentStore, planned: Query): Promise<unknown[]> {
  const pages: unknown[] = [];
  for (let after: string | undefined, more = true; more; more = after !== undefined) {
    const page = await store.query(things, { ...planned, ...(after !== undefined && { after }) });
    pages.push(page.documents.map(withoutEtag));
    after = page.next;
  }
  return pages;
}

async function openSide(store: DocumentStore): Promise<Side> {
  await store.open([things]);
  return { store, etags: new Map(), cursor: undefined };
}

describe('the sqlite store', () => {
  it('does and shows the same as the memory store in every history', async () => {
    const histories = fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const clock = new FakeClock(0);
      const memory = await openSide(createMemoryStore(clock));
      const sqlite = await openSide(createSqliteStore({ path: temporaryFile(), clock }));
      for (const planned of steps) {
        if (planned.kind === 'advance') {
          clock.advance(planned.hours * hourMs);
        }
        expect(await take(sqlite, clock, planned)).toEqual(await take(memory, clock, planned));
      }
      await sqlite.store.close();
    });

    await fc.assert(histories, { numRuns: 150 });
  });
});
