import { timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { AnnouncementId, MeetingId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { Collection, DocumentStore } from '../ports/document-store.ts';
import { defineDocument } from './document.ts';
import { hashedId } from './hashed-id.ts';

export const reportLinkCollection: Collection = { name: 'report-links', indexes: [] };

/** What a key opens: the counts of an announcement, the participants of a meeting. No announcement has a point in its id. */
export type ReportLinkSubject = AnnouncementId | `meeting.${MeetingId}`;

const linkDocument = defineDocument({
  name: 'report-link',
  version: 2,
  schema: z.object({ subject: z.string(), keyHash: z.string() }),
  upgrades: {
    1: ({ announcementId = null, ...link }) => ({ ...link, subject: announcementId }),
  },
});

/** Keys that open one report for whoever has them, until they expire. Hashes only: nobody can read a key here. */
export class ReportLinks {
  readonly #store: DocumentStore;

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  /** `key`: unguessable, and new each time. */
  async add(subject: ReportLinkSubject, key: string, expiresAt: Instant): Promise<void> {
    const keyHash = hashedId(key);
    const body = linkDocument.toBody({ subject, keyHash });
    await this.#store.transact(reportLinkCollection, subject, [
      { kind: 'create', id: keyHash, body, expiresAt },
    ]);
  }

  /** Whether the key opens exactly this at this moment. Takes the same time however much of a key is right. */
  async opens(subject: ReportLinkSubject, key: string): Promise<boolean> {
    const keyHash = hashedId(key);
    const document = await this.#store.get(reportLinkCollection, { partition: subject, id: keyHash });
    const known = document && linkDocument.parse(document.body);
    return known?.subject === subject && timingSafeEqual(Buffer.from(known.keyHash), Buffer.from(keyHash));
  }
}
