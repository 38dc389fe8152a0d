import { z } from 'zod';
import type { AnnouncementTemplate } from '../domain/announcement-template.ts';
import { storedMemberId } from '../domain/ids.ts';
import type { Collection, DocumentStore, StoredDocument } from '../ports/document-store.ts';
import { AudiencePartSchema } from './audience-schema.ts';
import { defineDocument } from './document.ts';
import { everyDocument } from './every-document.ts';
import type { Stored } from './use-cases.ts';

export const announcementTemplateCollection: Collection = { name: 'announcement-templates', indexes: [] };

const templateDocument = defineDocument({
  name: 'announcement-template',
  version: 1,
  schema: z.object({
    id: z.string(),
    content: z.object({
      title: z.string(),
      text: z.string(),
      link: z.string().exactOptional(),
      acknowledgement: z.boolean(),
    }),
    audience: z.array(AudiencePartSchema),
    by: z.string().transform(storedMemberId).exactOptional(),
    createdAt: z.number().int(),
  }),
  upgrades: {},
});

/** A few dozen, read together, so they share one partition. */
const partition = 'announcement-templates';

/** The announcements that organisers use again. */
export class AnnouncementTemplates {
  readonly #store: DocumentStore;

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  async find(id: string): Promise<AnnouncementTemplate | undefined> {
    return (await this.#get(id))?.value;
  }

  /** In the order of their ids. */
  async all(): Promise<readonly AnnouncementTemplate[]> {
    const documents = everyDocument(this.#store, announcementTemplateCollection, { partition });
    return Array.fromAsync(documents, (document) => toStored(document).value);
  }

  async add(template: AnnouncementTemplate): Promise<'added' | 'exists'> {
    const outcome = await this.#store.transact(announcementTemplateCollection, partition, [
      { kind: 'create', id: template.id, body: toBody(template) },
    ]);
    return outcome.kind === 'done' ? 'added' : 'exists';
  }

  /** Applies the change to what is there now, again whenever somebody else was faster. `undefined`: there is no such template. */
  async change(
    id: string,
    change: (template: AnnouncementTemplate) => AnnouncementTemplate,
  ): Promise<AnnouncementTemplate | undefined> {
    for (;;) {
      const stored = await this.#get(id);
      if (stored === undefined) {
        return undefined;
      }
      const changed = change(stored.value);
      const outcome = await this.#store.transact(announcementTemplateCollection, partition, [
        { kind: 'replace', id, etag: stored.etag, body: toBody(changed) },
      ]);
      if (outcome.kind === 'done') {
        return changed;
      }
    }
  }

  /** What was removed; undefined when there was no such template. */
  async remove(id: string): Promise<AnnouncementTemplate | undefined> {
    for (;;) {
      const stored = await this.#get(id);
      if (stored === undefined) {
        return undefined;
      }
      const outcome = await this.#store.transact(announcementTemplateCollection, partition, [
        { kind: 'delete', id, etag: stored.etag },
      ]);
      if (outcome.kind === 'done') {
        return stored.value;
      }
    }
  }

  async #get(id: string): Promise<Stored<AnnouncementTemplate> | undefined> {
    const document = await this.#store.get(announcementTemplateCollection, { partition, id });
    return document && toStored(document);
  }
}

function toBody(template: AnnouncementTemplate) {
  return templateDocument.toBody({ ...template, audience: [...template.audience] });
}

function toStored({ body, etag }: StoredDocument): Stored<AnnouncementTemplate> {
  return { value: templateDocument.parse(body), etag };
}
