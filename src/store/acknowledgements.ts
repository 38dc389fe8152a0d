import { z } from 'zod';
import type { Acknowledgement, AcknowledgementCounts } from '../domain/acknowledgement.ts';
import { announcementId, communeId } from '../domain/ids.ts';
import type { AnnouncementId, CommuneId, MemberId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type {
  Collection,
  DocumentStore,
  JsonObject,
  Query,
  StoredDocument,
  WriteOperation,
} from '../ports/document-store.ts';
import { defineDocument } from './document.ts';
import { everyDocument } from './every-document.ts';
import { hashedId } from './hashed-id.ts';
import { toMemberKey } from './member-key.ts';

export const acknowledgementCollection: Collection = {
  name: 'acknowledgements',
  indexes: ['memberKey', 'document'],
};

const acknowledgementDocument = defineDocument({
  name: 'acknowledgement',
  version: 1,
  schema: z.object({
    document: z.literal('acknowledgement'),
    announcementId: z.string().transform(announcementId),
    /** The hash under which everything of a member is found; their id itself is not needed. */
    memberKey: z.string(),
    communeId: z.string().transform(communeId).exactOptional(),
    at: z.number().int(),
  }),
  upgrades: {},
});

const countDocument = defineDocument({
  name: 'acknowledgement-count',
  version: 1,
  schema: z.object({
    document: z.literal('count'),
    counts: z.record(z.string(), z.number().int().positive()),
  }),
  upgrades: {},
});

/** In the place of a commune: no key of one is a word. */
const noCommune = 'none';
const pageSize = 500;

/**
 * Who has confirmed to have read an announcement, an announcement's in one partition. The counts per commune are written in the same
 * transaction, in 16 documents, so that a report need not read them all and many can press at the same moment.
 */
export class Acknowledgements {
  readonly #store: DocumentStore;

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  async find(announcement: AnnouncementId, member: MemberId): Promise<Acknowledgement | undefined> {
    const key = { partition: announcement, id: toId(announcement, member) };
    const document = await this.#store.get(acknowledgementCollection, key);
    return document && toAcknowledgement(document);
  }

  /** Pressing twice is once: the first time stays. `forgetAt`: when it is forgotten, together with the deliveries. */
  async add(
    acknowledgement: Acknowledgement,
    member: MemberId,
    forgetAt: Instant,
  ): Promise<'added' | 'exists'> {
    const { announcementId: partition, communeId: commune } = acknowledgement;
    const id = toId(partition, member);
    const body = acknowledgementDocument.toBody({
      ...acknowledgement,
      document: 'acknowledgement',
      memberKey: toMemberKey(member).id,
    });
    for (;;) {
      const count = await this.#count(partition, id, commune, 1);
      const outcome = await this.#store.transact(acknowledgementCollection, partition, [
        { kind: 'create', id, body, expiresAt: forgetAt },
        { ...count, expiresAt: forgetAt },
      ]);
      if (outcome.kind === 'done') {
        return 'added';
      }
      if (outcome.id === id) {
        return 'exists';
      }
    }
  }

  async counts(announcement: AnnouncementId): Promise<AcknowledgementCounts> {
    const { documents } = await this.#store.query(acknowledgementCollection, {
      partition: announcement,
      where: { document: 'count' },
      limit: pageSize,
    });
    const sums = new Map<CommuneId | undefined, number>();
    for (const { body } of documents) {
      for (const [key, count] of Object.entries(toCounts(body))) {
        const commune = key === noCommune ? undefined : communeId(key);
        sums.set(commune, (sums.get(commune) ?? 0) + count);
      }
    }
    return sums;
  }

  async ofMember(member: MemberId): Promise<readonly Acknowledgement[]> {
    const documents = everyDocument(this.#store, acknowledgementCollection, ofMember(member));
    return Array.fromAsync(documents, toAcknowledgement);
  }

  /** Takes a member's presses away, from the counts too. Returns how many there were. */
  async eraseOf(member: MemberId): Promise<number> {
    let erased = 0;
    for (;;) {
      const { documents } = await this.#store.query(acknowledgementCollection, {
        ...ofMember(member),
        limit: pageSize,
      });
      if (documents.length === 0) {
        return erased;
      }
      for (const document of documents) {
        erased += await this.#erase(document);
      }
    }
  }

  /** 0 when somebody else was faster with it or with the count; it is there still, or gone. */
  async #erase({ partition, id, etag, body }: StoredDocument): Promise<number> {
    const { announcementId: announcement, communeId: commune } = acknowledgementDocument.parse(body);
    const count = await this.#count(announcement, id, commune, -1);
    const outcome = await this.#store.transact(acknowledgementCollection, partition, [
      { kind: 'delete', id, etag },
      count,
    ]);
    return outcome.kind === 'done' ? 1 : 0;
  }

  /** One more or one less. */
  async #count(
    announcement: AnnouncementId,
    id: string,
    commune: CommuneId | undefined,
    step: 1 | -1,
  ): Promise<WriteOperation & { kind: 'create' | 'replace' }> {
    const countId = `count.${id.charAt(0)}`;
    const key = { partition: announcement, id: countId };
    const known = await this.#store.get(acknowledgementCollection, key);
    const { [commune ?? noCommune]: before = 0, ...others } = known === undefined ? {} : toCounts(known.body);
    const sum = before + step;
    const counts = { ...others, ...(sum > 0 && { [commune ?? noCommune]: sum }) };
    const body = countDocument.toBody({ document: 'count', counts });
    return known === undefined
      ? { kind: 'create', id: countId, body }
      : {
          kind: 'replace',
          id: countId,
          etag: known.etag,
          body,
          ...(known.expiresAt !== undefined && { expiresAt: known.expiresAt }),
        };
  }
}

function ofMember(member: MemberId): Pick<Query, 'where'> {
  return { where: { memberKey: toMemberKey(member).id } };
}

function toId(announcement: AnnouncementId, member: MemberId): string {
  return hashedId(`${announcement}\n${member}`);
}

function toCounts(body: JsonObject): Readonly<Record<string, number>> {
  return countDocument.parse(body).counts;
}

function toAcknowledgement({ body }: StoredDocument): Acknowledgement {
  const { document: _d, memberKey: _m, ...acknowledgement } = acknowledgementDocument.parse(body);
  return acknowledgement;
}
