import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { announcementId } from '../domain/ids.ts';
import type { AnnouncementId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { Collection, DocumentStore } from '../ports/document-store.ts';
import { defineDocument } from './document.ts';
import { hashedId } from './hashed-id.ts';

export const reportLinkCollection: Collection = { name: 'report-links', indexes: [] };

const linkDocument = defineDocument({
  name: 'report-link',
  version: 1,
  schema: z.object({ announcementId: z.string().transform(announcementId), keyHash: z.string() }),
  upgrades: {},
});

/** Keys that open the counts of one announcement for whoever has them, until they expire. Hashes only: nobody can read a key here. */
export class ReportLinks {
  readonly #store: DocumentStore;

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  /** `key`: unguessable, and new each time. */
  async add(announcement: AnnouncementId, key: string, expiresAt: Instant): Promise<void> {
    const keyHash = hashedId(key);
    const body = linkDocument.toBody({ announcementId: announcement, keyHash });
    await this.#store.transact(reportLinkCollection, announcement, [
      { kind: 'create', id: keyHash, body, expiresAt },
    ]);
  }

  /** Whether the key opens this announcement's counts at this moment. Takes the same time however much of a key is right. */
  async opens(announcement: AnnouncementId, key: string): Promise<boolean> {
    const keyHash = hashedId(key);
    const document = await this.#store.get(reportLinkCollection, { partition: announcement, id: keyHash });
    const known = document && linkDocument.parse(document.body);
    return (
      known?.announcementId === announcement &&
      timingSafeEqual(Buffer.from(known.keyHash), Buffer.from(keyHash))
    );
  }
}
