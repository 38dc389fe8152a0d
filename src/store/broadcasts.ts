import { z } from 'zod';
import type { Broadcast } from '../domain/broadcast.ts';
import { announcementId, broadcastId, storedMemberId, tenantId } from '../domain/ids.ts';
import type { BroadcastId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { Collection, DocumentStore, StoredDocument } from '../ports/document-store.ts';
import { AudiencePartSchema } from './audience-schema.ts';
import { defineDocument } from './document.ts';
import type { Stored } from './use-cases.ts';

export const broadcastCollection: Collection = { name: 'broadcasts', indexes: ['phase'] };

const time = z.number().int();
const aboutAnnouncement = { announcementId: z.string().transform(announcementId) };

const broadcastDocument = defineDocument({
  name: 'broadcast',
  version: 1,
  schema: z.object({
    id: z.string().transform(broadcastId),
    subject: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('announcement'), ...aboutAnnouncement }),
      z.object({ kind: z.literal('confirmation'), ...aboutAnnouncement }),
    ]),
    audience: z.array(AudiencePartSchema),
    except: z.array(z.string().transform(storedMemberId)),
    phase: z.enum(['preparing', 'sending', 'finished']),
    createdAt: time,
    lifeMs: time,
    tenants: z.array(z.string().transform(tenantId)),
    revision: z.number().int().positive(),
    repeats: z.number().int().nonnegative(),
    cancelledAt: time.exactOptional(),
    stopped: z.literal('not-registered').exactOptional(),
    finishedAt: time.exactOptional(),
  }),
  upgrades: {},
});

/** At once; more wait until one is finished. */
const mostActive = 1000;

/** Everything that is or was sent to many. Each is an aggregate of its own, so its partition is its id. */
export class Broadcasts {
  readonly #store: DocumentStore;

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  async find(id: BroadcastId): Promise<Stored<Broadcast> | undefined> {
    const document = await this.#store.get(broadcastCollection, { partition: id, id });
    return document && toStored(document);
  }

  /** `expiresAt`: when it is forgotten, together with its deliveries. */
  async add(broadcast: Broadcast, expiresAt: Instant): Promise<'added' | 'exists'> {
    const outcome = await this.#store.transact(broadcastCollection, broadcast.id, [
      { kind: 'create', id: broadcast.id, body: toBody(broadcast), expiresAt },
    ]);
    return outcome.kind === 'done' ? 'added' : 'exists';
  }

  /** Applies the change to what is there now, again whenever somebody else was faster. `undefined`: nothing is to be changed. */
  async change(
    id: BroadcastId,
    change: (broadcast: Broadcast) => Broadcast | undefined,
  ): Promise<Broadcast | undefined> {
    for (;;) {
      const document = await this.#store.get(broadcastCollection, { partition: id, id });
      const changed = document && change(toStored(document).value);
      if (document === undefined || changed === undefined) {
        return undefined;
      }
      const { etag, expiresAt } = document;
      const outcome = await this.#store.transact(broadcastCollection, id, [
        { kind: 'replace', id, etag, body: toBody(changed), ...(expiresAt !== undefined && { expiresAt }) },
      ]);
      if (outcome.kind === 'done') {
        return changed;
      }
    }
  }

  /** Those in a phase, in the order of their ids. */
  async inPhase(phase: Broadcast['phase']): Promise<readonly Broadcast[]> {
    const { documents } = await this.#store.query(broadcastCollection, {
      where: { phase },
      limit: mostActive,
    });
    return documents.map((document) => toStored(document).value);
  }

  /** Calls the listener soon after a broadcast was written by this process; a hint, never the only one. */
  onChange(listener: () => void): () => void {
    return this.#store.onChange(broadcastCollection, listener);
  }
}

function toBody(broadcast: Broadcast) {
  const { audience, except, tenants } = broadcast;
  return broadcastDocument.toBody({
    ...broadcast,
    audience: [...audience],
    except: [...except],
    tenants: [...tenants],
  });
}

function toStored({ body, etag }: StoredDocument): Stored<Broadcast> {
  return { value: broadcastDocument.parse(body), etag };
}
