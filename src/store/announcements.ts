import { z } from 'zod';
import type { Announcement } from '../domain/announcement.ts';
import { announcementId, storedMemberId } from '../domain/ids.ts';
import type { AnnouncementId, MemberId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { Collection, DocumentStore, Query, StoredDocument } from '../ports/document-store.ts';
import { AudiencePartSchema } from './audience-schema.ts';
import { defineDocument } from './document.ts';
import { toMemberKey } from './member-key.ts';
import type { Stored } from './use-cases.ts';

export const announcementCollection: Collection = {
  name: 'announcements',
  indexes: ['memberKey', 'stateKind', 'dueAt', 'createdAt', 'hasLiveReport', 'wantsRevision'],
};

const time = z.number().int();
const member = z.string().transform(storedMemberId);

const announcementDocument = defineDocument({
  name: 'announcement',
  version: 1,
  schema: z.object({
    id: z.string().transform(announcementId),
    content: z.object({
      title: z.string(),
      text: z.string(),
      link: z.string().exactOptional(),
      acknowledgement: z.boolean(),
    }),
    audience: z.array(AudiencePartSchema),
    by: member.exactOptional(),
    confirmedBy: member.exactOptional(),
    countTyped: z.literal(true).exactOptional(),
    grownAt: time.exactOptional(),
    createdAt: time,
    state: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('draft'), wasPlannedFor: time.exactOptional() }),
      z.object({
        kind: z.literal('awaiting-confirmation'),
        askedAt: time,
        sendAt: time.exactOptional(),
      }),
      z.object({ kind: z.literal('scheduled'), sendAt: time }),
      z.object({ kind: z.literal('started'), at: time }),
      z.object({ kind: z.literal('missed'), at: time }),
      z.object({ kind: z.literal('discarded'), at: time, wasPlanned: z.literal(true).exactOptional() }),
    ]),
    version: z.number().int().positive(),
    correctedAt: time.exactOptional(),
    withdrawnAt: time.exactOptional(),
    revisionWanted: z.number().int().positive().exactOptional(),
    shownIn: z.object({ memberId: member, activityId: z.string() }).exactOptional(),
    reportShown: z.literal(true).exactOptional(),
    /** The hash under which everything of a member is found. */
    memberKey: z.string().exactOptional(),
    stateKind: z.string(),
    /** When a scheduled one is to start. */
    dueAt: time.exactOptional(),
    /** Its author's card is to be kept up to date. */
    hasLiveReport: z.literal(true).exactOptional(),
    /** A correction or withdrawal is still to be asked of its broadcast. */
    wantsRevision: z.literal(true).exactOptional(),
  }),
  upgrades: {},
});

const pageSize = 100;

/** Every announcement, drafts included. Each is an aggregate of its own, so its partition is its id. */
export class Announcements {
  readonly #store: DocumentStore;

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  async find(id: AnnouncementId): Promise<Stored<Announcement> | undefined> {
    const document = await this.#store.get(announcementCollection, { partition: id, id });
    return document && toStored(document);
  }

  /** A draft that nothing becomes of is forgotten at `expiresAt`. */
  async add(announcement: Announcement, expiresAt?: Instant): Promise<'added' | 'exists'> {
    const outcome = await this.#store.transact(announcementCollection, announcement.id, [
      {
        kind: 'create',
        id: announcement.id,
        body: toBody(announcement),
        ...(expiresAt !== undefined && { expiresAt }),
      },
    ]);
    return outcome.kind === 'done' ? 'added' : 'exists';
  }

  /** `conflict`: somebody else was faster; read again and decide again. Without `expiresAt` it is kept. */
  async replace(
    announcement: Announcement,
    etag: string,
    expiresAt?: Instant,
  ): Promise<'replaced' | 'conflict'> {
    const outcome = await this.#store.transact(announcementCollection, announcement.id, [
      {
        kind: 'replace',
        id: announcement.id,
        etag,
        body: toBody(announcement),
        ...(expiresAt !== undefined && { expiresAt }),
      },
    ]);
    return outcome.kind === 'done' ? 'replaced' : 'conflict';
  }

  /** The newest first, at most so many. */
  async latest(limit: number): Promise<readonly Announcement[]> {
    const { documents } = await this.#store.query(announcementCollection, {
      orderBy: { field: 'createdAt', direction: 'descending' },
      limit,
    });
    return documents.map((document) => toStored(document).value);
  }

  /** Scheduled ones whose time has come, the earliest first. */
  async due(now: Instant): Promise<readonly Stored<Announcement>[]> {
    const { documents } = await this.#store.query(announcementCollection, {
      range: { field: 'dueAt', to: now },
      orderBy: { field: 'dueAt', direction: 'ascending' },
      limit: pageSize,
    });
    return documents.map(toStored);
  }

  /** Those that a second organiser must confirm, in the order of their ids. */
  async awaiting(): Promise<readonly Announcement[]> {
    const { documents } = await this.#store.query(announcementCollection, {
      where: { stateKind: 'awaiting-confirmation' },
      limit: pageSize,
    });
    return documents.map((document) => toStored(document).value);
  }

  /** Those of whose correction or withdrawal the broadcast does not know yet, in the order of their ids. */
  async wantingRevision(): Promise<readonly Announcement[]> {
    const { documents } = await this.#store.query(announcementCollection, {
      where: { wantsRevision: true },
      limit: pageSize,
    });
    return documents.map((document) => toStored(document).value);
  }

  /** Those whose author's card does not show how it ended yet, in the order of their ids. */
  async withLiveReport(): Promise<readonly Stored<Announcement>[]> {
    const { documents } = await this.#store.query(announcementCollection, {
      where: { hasLiveReport: true },
      limit: pageSize,
    });
    return documents.map(toStored);
  }

  async ofMember(id: MemberId): Promise<readonly Stored<Announcement>[]> {
    const query: Query = { where: { memberKey: toMemberKey(id).id }, limit: 1000 };
    const { documents } = await this.#store.query(announcementCollection, query);
    return documents.map(toStored);
  }
}

function toBody(announcement: Announcement) {
  const { by, state, audience } = announcement;
  return announcementDocument.toBody({
    ...announcement,
    audience: [...audience],
    ...(by !== undefined && { memberKey: toMemberKey(by).id }),
    stateKind: state.kind,
    ...(state.kind === 'scheduled' && { dueAt: state.sendAt }),
    ...(hasLiveReport(announcement) && { hasLiveReport: true }),
    ...(announcement.revisionWanted !== undefined && { wantsRevision: true }),
  });
}

/** From the moment it was started or should have been, and when somebody else discarded it. */
function hasLiveReport({ state, shownIn, grownAt, reportShown }: Announcement): boolean {
  const isDecided = state.kind === 'started' || state.kind === 'missed' || state.kind === 'discarded';
  return (isDecided || grownAt !== undefined) && shownIn !== undefined && reportShown === undefined;
}

function toStored({ body, etag }: StoredDocument): Stored<Announcement> {
  const {
    memberKey: _m,
    stateKind: _s,
    dueAt: _d,
    hasLiveReport: _l,
    wantsRevision: _w,
    ...value
  } = announcementDocument.parse(body);
  return { value, etag };
}
