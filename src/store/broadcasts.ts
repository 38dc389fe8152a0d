import { z } from 'zod';
import { toForgetAt } from '../domain/broadcast.ts';
import type { Broadcast } from '../domain/broadcast.ts';
import {
  announcementId,
  broadcastId,
  inquiryId,
  keptQuestionId,
  meetingId,
  storedMemberId,
  submissionId,
  tenantId,
  topicRequestId,
  useCaseId,
  userGroupId,
} from '../domain/ids.ts';
import type { BroadcastId } from '../domain/ids.ts';
import { meetingReminders } from '../domain/meetings/meeting.ts';
import { cooperations } from '../domain/use-case.ts';
import type { Collection, DocumentStore, StoredDocument } from '../ports/document-store.ts';
import { BroadcastPartSchema } from './audience-schema.ts';
import { defineDocument } from './document.ts';
import { everyDocument } from './every-document.ts';
import type { Stored } from './use-cases.ts';

export const broadcastCollection: Collection = { name: 'broadcasts', indexes: ['phase'] };

const time = z.number().int();
const count = z.number().int().positive();
const aboutAnnouncement = { announcementId: z.string().transform(announcementId) };
const aboutSubmission = { submissionId: z.string().transform(submissionId), round: count };
const aboutUseCase = { useCaseId: z.string().transform(useCaseId) };
const aboutTopic = { topicRequestId: z.string().transform(topicRequestId) };
const aboutMeeting = { meetingId: z.string().transform(meetingId) };
const aboutInquiry = { inquiryId: z.string().transform(inquiryId) };

const broadcastDocument = defineDocument({
  name: 'broadcast',
  version: 1,
  schema: z.object({
    id: z.string().transform(broadcastId),
    subject: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('announcement'), ...aboutAnnouncement }),
      z.object({ kind: z.literal('confirmation'), ...aboutAnnouncement }),
      z.object({ kind: z.literal('review'), ...aboutSubmission }),
      z.object({ kind: z.literal('review-outcome'), ...aboutSubmission }),
      z.object({ kind: z.literal('freshness'), ...aboutUseCase }),
      z.object({ kind: z.literal('use-case-news'), ...aboutUseCase, version: count }),
      z.object({
        kind: z.literal('question-news'),
        questionId: z.string().transform(keptQuestionId),
        memberId: z.string().transform(storedMemberId),
        ...aboutUseCase,
      }),
      z.object({ kind: z.literal('interest'), ...aboutUseCase, cooperation: z.enum(cooperations) }),
      z.object({ kind: z.literal('inquiry'), ...aboutInquiry }),
      z.object({ kind: z.literal('inquiry-answer'), ...aboutInquiry, answer: count }),
      z.object({ kind: z.literal('topic-news'), ...aboutTopic, number: count }),
      z.object({ kind: z.literal('topic-invitation'), ...aboutTopic, invitation: count, round: count }),
      z.object({ kind: z.literal('topic-invitation-answer'), ...aboutTopic, invitation: count }),
      z.object({
        kind: z.literal('topic-deadline'),
        userGroupId: z.string().transform(userGroupId),
        until: z.string(),
        daysBefore: z.number().int().nonnegative(),
      }),
      z.object({ kind: z.literal('meeting'), ...aboutMeeting }),
      z.object({ kind: z.literal('meeting-own'), ...aboutMeeting }),
      z.object({ kind: z.literal('meeting-news'), ...aboutMeeting, number: count }),
      z.object({ kind: z.literal('meeting-promoted'), ...aboutMeeting, number: count }),
      z.object({
        kind: z.literal('meeting-reminder'),
        ...aboutMeeting,
        reminder: z.enum(meetingReminders),
        startsAt: time,
        respondBy: z.string().exactOptional(),
      }),
      z.object({ kind: z.literal('meeting-results'), ...aboutMeeting }),
      z.object({ kind: z.literal('meeting-feedback'), ...aboutMeeting }),
      z.object({ kind: z.literal('cafe-plan'), ...aboutMeeting, plan: count }),
      z.object({
        kind: z.literal('cafe-timer'),
        ...aboutMeeting,
        run: count,
        round: count,
        signal: z.enum(['start', 'five-minutes', 'change', 'end']),
      }),
    ]),
    audience: z.array(BroadcastPartSchema),
    except: z.array(z.string().transform(storedMemberId)),
    phase: z.enum(['preparing', 'sending', 'finished']),
    createdAt: time,
    keepUntil: time.exactOptional(),
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

  /** It is forgotten together with its deliveries. */
  async add(broadcast: Broadcast): Promise<'added' | 'exists'> {
    const outcome = await this.#store.transact(broadcastCollection, broadcast.id, [
      { kind: 'create', id: broadcast.id, body: toBody(broadcast), expiresAt: toForgetAt(broadcast) },
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
      const { etag } = document;
      const outcome = await this.#store.transact(broadcastCollection, id, [
        { kind: 'replace', id, etag, body: toBody(changed), expiresAt: toForgetAt(changed) },
      ]);
      if (outcome.kind === 'done') {
        return changed;
      }
    }
  }

  /** Everything that is still remembered. */
  async *all(): AsyncGenerator<Broadcast> {
    for await (const document of everyDocument(this.#store, broadcastCollection, {})) {
      yield toStored(document).value;
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
