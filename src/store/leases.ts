import { z } from 'zod';
import { dayMs } from '../domain/instant.ts';
import type { Instant } from '../domain/instant.ts';
import type { Collection, DocumentStore } from '../ports/document-store.ts';
import { defineDocument } from './document.ts';
import { hashedId } from './hashed-id.ts';

export const leaseCollection: Collection = { name: 'leases', indexes: [] };

const leaseDocument = defineDocument({
  name: 'lease',
  version: 1,
  schema: z.object({
    /** Absent when it was given back. */
    holder: z.string().exactOptional(),
    epoch: z.number().int().positive(),
  }),
  upgrades: {},
});

/** Long after the last thing that was done under a lease could still be under way. */
const keptMs = 30 * dayMs;

/** Who alone may do something at the moment. The epoch grows with every new holder; `etag` changes with every sign of life. */
export interface Lease {
  readonly holder?: string;
  readonly epoch: number;
  readonly etag: string;
}

/**
 * What several instances of the app may do, one at a time. No time of day is stored, as their clocks differ: a holder shows that it
 * lives by writing again, and whoever sees nothing new for long enough takes over.
 */
export class Leases {
  readonly #store: DocumentStore;

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  async find(name: string): Promise<Lease | undefined> {
    const id = hashedId(name);
    const document = await this.#store.get(leaseCollection, { partition: id, id });
    return document && { ...leaseDocument.parse(document.body), etag: document.etag };
  }

  /** Begins a new epoch. Undefined: somebody else was faster. */
  async take(
    name: string,
    holder: string,
    { before, now }: { readonly before: Lease | undefined; readonly now: Instant },
  ): Promise<Lease | undefined> {
    return this.#write(name, { holder, epoch: (before?.epoch ?? 0) + 1 }, before?.etag, now);
  }

  /** A sign of life. Undefined: somebody else holds it now. */
  async renew(name: string, lease: Lease, now: Instant): Promise<Lease | undefined> {
    const { etag, ...kept } = lease;
    return this.#write(name, kept, etag, now);
  }

  /** Gives it back for others to take at once; harmless when somebody else holds it already. */
  async release(name: string, { epoch, etag }: Lease, now: Instant): Promise<void> {
    await this.#write(name, { epoch }, etag, now);
  }

  async #write(
    name: string,
    lease: Omit<Lease, 'etag'>,
    etag: string | undefined,
    now: Instant,
  ): Promise<Lease | undefined> {
    const id = hashedId(name);
    const body = leaseDocument.toBody(lease);
    const outcome = await this.#store.transact(leaseCollection, id, [
      etag === undefined
        ? { kind: 'create', id, body, expiresAt: now + keptMs }
        : { kind: 'replace', id, etag, body, expiresAt: now + keptMs },
    ]);
    return outcome.kind === 'done' ? { ...lease, etag: outcome.etags.get(id) ?? '' } : undefined;
  }
}
