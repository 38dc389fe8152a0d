import type { Bucket } from '../domain/bucket.ts';
import type { Delivery, DeliveryStateKind, Recipient } from '../domain/delivery.ts';
import type { BroadcastId, MemberId, TenantId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import { transactionLimits } from '../ports/document-store.ts';
import type { Collection, DocumentStore, StoredDocument, WriteOperation } from '../ports/document-store.ts';
import { parseBucketBody, parseDeliveryBody, toBucketBody, toDeliveryBody } from './delivery-document.ts';
import { everyDocument } from './every-document.ts';
import { hashedId } from './hashed-id.ts';
import { toMemberKey } from './member-key.ts';
import type { Stored } from './use-cases.ts';

export const deliveryCollection: Collection = {
  name: 'deliveries',
  indexes: ['memberKey', 'stateKind', 'until', 'revision'],
};

/** Which deliveries: one broadcast's in one tenant. */
export interface BucketKey {
  readonly broadcastId: BroadcastId;
  readonly tenantId: TenantId;
}

/** A delivery as it was read. */
export interface StoredDelivery extends Stored<Delivery> {
  readonly id: string;
  /** When it is forgotten. */
  readonly forgetAt: Instant;
}

export interface DeliveryPage {
  readonly deliveries: readonly StoredDelivery[];
  readonly next?: string;
}

const bucketId = 'bucket';
/** One operation of a transaction is the bucket's own. */
export const mostInABatch = transactionLimits.operations - 1;
const forever = Number.MAX_SAFE_INTEGER;

/**
 * Who gets what, in buckets: all deliveries of a broadcast in one tenant, with their counts, share a partition. Ids are made of
 * broadcast and recipient, so that nobody is written down twice; hashed, so that a tombstone names nobody.
 */
export class Deliveries {
  readonly #store: DocumentStore;

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  async findBucket(key: BucketKey): Promise<Stored<Bucket> | undefined> {
    const document = await this.#store.get(deliveryCollection, { partition: toPartition(key), id: bucketId });
    return document && { value: parseBucketBody(document.body), etag: document.etag };
  }

  async addBucket(bucket: Bucket, forgetAt: Instant): Promise<'added' | 'exists'> {
    const outcome = await this.#store.transact(deliveryCollection, toPartition(bucket), [
      { kind: 'create', id: bucketId, body: toBucketBody(bucket), expiresAt: forgetAt },
    ]);
    return outcome.kind === 'done' ? 'added' : 'exists';
  }

  /** The new etag, or `conflict` when somebody else wrote the counts meanwhile. */
  async replaceBucket(
    bucket: Bucket,
    etag: string,
    forgetAt: Instant,
  ): Promise<{ readonly etag: string } | 'conflict'> {
    const outcome = await this.#store.transact(deliveryCollection, toPartition(bucket), [
      replaceBucket(bucket, etag, forgetAt),
    ]);
    return outcome.kind === 'done' ? { etag: outcome.etags.get(bucketId) ?? '' } : 'conflict';
  }

  /**
   * Writes down those that are not yet, at most `mostInABatch`, together with the bucket under its etag: whoever was overtaken, or
   * comes after it was sealed, adds nobody.
   */
  async addMissing(
    bucket: Stored<Bucket>,
    deliveries: readonly Delivery[],
    forgetAt: Instant,
  ): Promise<{ readonly etag: string } | 'conflict'> {
    const { value, etag } = bucket;
    const partition = toPartition(value);
    const creations = deliveries.map((delivery): WriteOperation => {
      const id = toDeliveryId(delivery);
      return { kind: 'create', id, body: toDeliveryBody(delivery), expiresAt: forgetAt };
    });
    const own = replaceBucket(value, etag, forgetAt);
    const outcome = await this.#store.transact(deliveryCollection, partition, [own, ...creations]);
    if (outcome.kind === 'done') {
      return { etag: outcome.etags.get(bucketId) ?? '' };
    }
    if (outcome.id === bucketId) {
      return 'conflict';
    }
    // Some are there already: it was begun before.
    const known = await Promise.all(
      creations.map(({ id }) => this.#store.get(deliveryCollection, { partition, id })),
    );
    const missing = creations.filter((_, index) => known[index] === undefined);
    const second = await this.#store.transact(deliveryCollection, partition, [own, ...missing]);
    return second.kind === 'done' ? { etag: second.etags.get(bucketId) ?? '' } : 'conflict';
  }

  /** What somebody got of a broadcast. */
  async find(key: BucketKey, recipient: Recipient): Promise<StoredDelivery | undefined> {
    const id = toDeliveryId({ ...key, recipient });
    return this.findById(key, id);
  }

  async findById(key: BucketKey, id: string): Promise<StoredDelivery | undefined> {
    const document = await this.#store.get(deliveryCollection, { partition: toPartition(key), id });
    return document && toStored(document);
  }

  /** Those of a bucket in one state, or all, in the order of their ids; `dueAt` leaves out what waits for longer. */
  async page(
    key: BucketKey,
    request: {
      readonly kind?: DeliveryStateKind;
      readonly dueAt?: Instant;
      /** Only those that show an older revision. */
      readonly olderThan?: number;
      readonly limit: number;
      readonly after?: string;
    },
  ): Promise<DeliveryPage> {
    const { kind, dueAt, olderThan, limit, after } = request;
    const { documents, next } = await this.#store.query(deliveryCollection, {
      partition: toPartition(key),
      ...(kind !== undefined && { where: { stateKind: kind } }),
      ...(dueAt !== undefined && { range: { field: 'until', to: dueAt } }),
      ...(olderThan !== undefined && { range: { field: 'revision', to: olderThan - 1 } }),
      limit,
      ...(after !== undefined && { after }),
    });
    const deliveries = documents.filter(({ id }) => id !== bucketId).map(toStored);
    return { deliveries, ...(next !== undefined && { next }) };
  }

  /** When the first of those that wait is due; undefined when none waits. */
  async firstDue(key: BucketKey): Promise<Instant | undefined> {
    const { documents } = await this.#store.query(deliveryCollection, {
      partition: toPartition(key),
      orderBy: { field: 'until', direction: 'ascending' },
      limit: 1,
    });
    const state = documents[0] && parseDeliveryBody(documents[0].body).state;
    return state?.kind === 'waiting' ? state.until : undefined;
  }

  /** All of a bucket, page by page. */
  async *all(key: BucketKey): AsyncGenerator<StoredDelivery> {
    const partition = toPartition(key);
    for await (const document of everyDocument(this.#store, deliveryCollection, { partition })) {
      if (document.id !== bucketId) {
        yield toStored(document);
      }
    }
  }

  /** Replaces all, at most 100 of one bucket, or none: somebody else was faster with one of them. */
  async replace(changes: readonly StoredDelivery[]): Promise<readonly StoredDelivery[] | 'conflict'> {
    const [first] = changes;
    if (first === undefined) {
      return [];
    }
    const outcome = await this.#store.transact(
      deliveryCollection,
      toPartition(first.value),
      changes.map(({ id, etag, value, forgetAt }) => ({
        kind: 'replace',
        id,
        etag,
        body: toDeliveryBody(value),
        ...(forgetAt !== forever && { expiresAt: forgetAt }),
      })),
    );
    return outcome.kind === 'done'
      ? changes.map((change) => ({ ...change, etag: outcome.etags.get(change.id) ?? '' }))
      : 'conflict';
  }

  /** Everything that was or is to be sent to a member, in whichever broadcast. */
  async ofMember(member: MemberId, kind?: DeliveryStateKind): Promise<readonly StoredDelivery[]> {
    const where = { memberKey: toMemberKey(member).id, ...(kind !== undefined && { stateKind: kind }) };
    return Array.fromAsync(everyDocument(this.#store, deliveryCollection, { where }), toStored);
  }

  /** Keeps the delivery for the sums, under a new id, without the person; `newId` is used once. */
  async anonymise(delivery: StoredDelivery, value: Delivery, newId: string): Promise<'done' | 'conflict'> {
    const { id, etag, forgetAt } = delivery;
    const outcome = await this.#store.transact(deliveryCollection, toPartition(value), [
      { kind: 'delete', id, etag },
      {
        kind: 'create',
        id: newId,
        body: toDeliveryBody(value),
        ...(forgetAt !== forever && { expiresAt: forgetAt }),
      },
    ]);
    return outcome.kind;
  }
}

function replaceBucket(bucket: Bucket, etag: string, forgetAt: Instant): WriteOperation {
  return { kind: 'replace', id: bucketId, etag, body: toBucketBody(bucket), expiresAt: forgetAt };
}

function toPartition({ broadcastId, tenantId }: BucketKey): string {
  return `${broadcastId}.${tenantId}`;
}

/** DESIGN: made of the broadcast and the recipient. */
function toDeliveryId({ broadcastId, recipient }: Pick<Delivery, 'broadcastId' | 'recipient'>): string {
  switch (recipient.kind) {
    case 'member':
      return `${broadcastId}.${toMemberKey(recipient.memberId).id}`;
    case 'place':
      return `${broadcastId}.${hashedId(recipient.conversationId)}`;
    case 'erased':
      throw new TypeError('An erased recipient has no id that is made of them');
  }
}

function toStored({ id, etag, body, expiresAt }: StoredDocument): StoredDelivery {
  return { id, etag, value: parseDeliveryBody(body), forgetAt: expiresAt ?? forever };
}
