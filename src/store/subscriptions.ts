import { z } from 'zod';
import { storedMemberId } from '../domain/ids.ts';
import type { MemberId } from '../domain/ids.ts';
import { quietHoursChoices } from '../domain/quiet-hours.ts';
import { frequencies, subscriptionKinds } from '../domain/subscription.ts';
import type { Subscription } from '../domain/subscription.ts';
import type { Collection, DocumentStore } from '../ports/document-store.ts';
import { defineDocument } from './document.ts';
import { everyDocument } from './every-document.ts';
import { toMemberKey } from './member-key.ts';
import { removeDocument } from './remove-document.ts';

/** Memberships in user groups took the name of the noun first. */
export const subscriptionCollection: Collection = { name: 'notifications', indexes: [] };

const subscriptionDocument = defineDocument({
  name: 'notifications',
  version: 1,
  schema: z.object({
    memberId: z.string().transform(storedMemberId),
    frequencies: z.partialRecord(z.enum(subscriptionKinds), z.enum(frequencies)),
    quietHours: z.enum(quietHoursChoices).exactOptional(),
    stoppedAt: z.number().int().exactOptional(),
  }),
  upgrades: {},
});

/** What members want to get; only those who chose something have a document. Keys are hashes, so that a tombstone names nobody. */
export class Subscriptions {
  readonly #store: DocumentStore;

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  async find(member: MemberId): Promise<Subscription | undefined> {
    const document = await this.#store.get(subscriptionCollection, toMemberKey(member));
    return document && subscriptionDocument.parse(document.body);
  }

  /** Everybody who chose something, in the order of their keys. */
  async *all(): AsyncGenerator<Subscription> {
    for await (const { body } of everyDocument(this.#store, subscriptionCollection, {})) {
      yield subscriptionDocument.parse(body);
    }
  }

  /**
   * Writes what follows from what is there, and decides again whenever somebody else was faster. Returns what is kept then; what is
   * decided to stay as it is causes no write.
   */
  async change<Decided extends Subscription | undefined>(
    member: MemberId,
    decide: (known: Subscription | undefined) => Decided,
  ): Promise<Decided> {
    const { partition, id } = toMemberKey(member);
    for (;;) {
      const document = await this.#store.get(subscriptionCollection, { partition, id });
      const known = document && subscriptionDocument.parse(document.body);
      const changed = decide(known);
      if (changed === undefined || changed === known) {
        return changed;
      }
      const body = subscriptionDocument.toBody(changed);
      const outcome = await this.#store.transact(subscriptionCollection, partition, [
        document === undefined
          ? { kind: 'create', id, body }
          : { kind: 'replace', id, etag: document.etag, body },
      ]);
      if (outcome.kind === 'done') {
        return changed;
      }
    }
  }

  /** Returns how many were erased: one or none. */
  async eraseOf(member: MemberId): Promise<number> {
    const { partition, id } = toMemberKey(member);
    return Number(
      (await removeDocument(this.#store, subscriptionCollection, { partition, id })) === 'removed',
    );
  }
}
