import type { MeetingId, MemberId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { Meeting } from '../../domain/meetings/meeting.ts';
import { isAmong } from '../../domain/meetings/rsvp.ts';
import type { ParticipantKind, Rsvp } from '../../domain/meetings/rsvp.ts';
import { StoreUnavailableError } from '../../ports/document-store.ts';
import type { Collection, DocumentStore, Query, StoredDocument } from '../../ports/document-store.ts';
import { everyDocument } from '../every-document.ts';
import { InTurn } from '../in-turn.ts';
import { toMemberKey } from '../member-key.ts';
import { keepSomeAnswers } from './keep-answers.ts';
import { isMeeting, toMeeting, toMeetingBody } from './meeting-document.ts';
import { draftExpiry, toOperations } from './meeting-writes.ts';
import type { AboutMeeting, DecidedMeeting, KnownMeeting } from './meeting-writes.ts';
import { isRsvp, rsvpId, toRsvp } from './rsvp-document.ts';

/** Answers have `memberKey`, of those who wait `waitingNumber`; meetings have the rest. */
export const meetingCollection: Collection = {
  name: 'meetings',
  indexes: [
    'authorKey',
    'draftKey',
    'memberKey',
    'seenUntil',
    'waitingNumber',
    'hasUndone',
    'isShownLate',
    'remindAt',
    'dueAt',
  ],
};

/** Each lost round is a change that another process has made meanwhile. */
const mostRounds = 100;

/**
 * Every meeting with its answers and its waiting list. Each is an aggregate: its partition is its id, and its counts are written together
 * with each answer.
 */
export class Meetings {
  readonly #store: DocumentStore;
  readonly #inTurn = new InTurn<MeetingId>();

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  async find(id: MeetingId): Promise<Meeting | undefined> {
    const document = await this.#get(id, id);
    return document && toMeeting(document);
  }

  async findRsvp(id: MeetingId, member: MemberId): Promise<Rsvp | undefined> {
    const document = await this.#get(id, rsvpId(id, member));
    return document && toRsvp(document);
  }

  async add(meeting: Meeting, now: Instant): Promise<'added' | 'exists'> {
    const { id } = meeting;
    const outcome = await this.#store.transact(meetingCollection, id, [
      { kind: 'create', id, body: toMeetingBody(meeting), ...draftExpiry(meeting, now) },
    ]);
    return outcome.kind === 'done' ? 'added' : 'exists';
  }

  /**
   * Applies what is decided about the meeting as it is now, and decides again whenever somebody else was faster. `undefined`: nothing is to
   * be changed, or there is no such meeting. Changes of one meeting wait for each other within this process; whoever is overtaken by others
   * too often gets `StoreUnavailableError`. `now`: a draft is kept from then on.
   */
  async change(
    id: MeetingId,
    about: AboutMeeting,
    now: Instant,
    decide: (known: KnownMeeting) => DecidedMeeting | undefined,
  ): Promise<Meeting | undefined> {
    return this.#inTurn.run(id, async () => {
      for (let round = 0; round < mostRounds; round += 1) {
        const read = await this.#read(id, about);
        const decided = read && decide(read.known);
        if (read === undefined || decided === undefined) {
          return undefined;
        }
        const meeting = { ...decided.meeting, version: read.known.meeting.version + 1 };
        const operations = toOperations({ ...decided, meeting }, read.etags, now);
        if ((await this.#store.transact(meetingCollection, id, operations)).kind === 'done') {
          return meeting;
        }
      }
      throw new StoreUnavailableError('busy', 'none');
    });
  }

  /** Every answer is kept as long as is right for the end that the meeting has now. */
  async keepAnswers(id: MeetingId, now: Instant): Promise<void> {
    for (let lost = 0; lost < mostRounds;) {
      const outcome = await this.#inTurn.run(id, () =>
        keepSomeAnswers(this.#store, meetingCollection, { id, now }),
      );
      if (outcome === 'nothing-left') {
        return;
      }
      lost += outcome === 'overtaken' ? 1 : 0;
    }
    throw new StoreUnavailableError('busy', 'none');
  }

  /** A draft; nobody has answered it. */
  async removeDraft(id: MeetingId): Promise<'removed' | 'absent'> {
    for (;;) {
      const document = await this.#get(id, id);
      if (document === undefined || toMeeting(document).state.kind !== 'draft') {
        return 'absent';
      }
      const outcome = await this.#store.transact(meetingCollection, id, [
        { kind: 'delete', id, etag: document.etag },
      ]);
      if (outcome.kind === 'done') {
        return 'removed';
      }
    }
  }

  /** Everybody who has to do with a meeting. */
  async *rsvps(id: MeetingId): AsyncGenerator<Rsvp> {
    for await (const document of everyDocument(this.#store, meetingCollection, { partition: id })) {
      if (isRsvp(document)) {
        yield toRsvp(document);
      }
    }
  }

  async participants(id: MeetingId, among: ParticipantKind): Promise<readonly MemberId[]> {
    const all = await Array.fromAsync(this.rsvps(id));
    return all.filter((rsvp) => isAmong(rsvp, among)).map(({ memberId }) => memberId);
  }

  /** How many are before this number on the waiting list. */
  async waitingBefore(id: MeetingId, waitingNumber: number): Promise<number> {
    const range = { field: 'waitingNumber', to: waitingNumber - 1 };
    const all = await Array.fromAsync(
      everyDocument(this.#store, meetingCollection, { partition: id, range }),
    );
    return all.length;
  }

  /** Everything that a member answered. */
  async rsvpsOf(member: MemberId): Promise<readonly Rsvp[]> {
    return this.#all({ where: { memberKey: toMemberKey(member).id } }, toRsvp);
  }

  /** What a member planned, drafts too. */
  async ofAuthor(member: MemberId): Promise<readonly Meeting[]> {
    return this.#all({ where: { authorKey: toMemberKey(member).id } }, toMeeting);
  }

  async draftsOf(member: MemberId): Promise<readonly Meeting[]> {
    return this.#all({ where: { draftKey: toMemberKey(member).id } }, toMeeting);
  }

  /** Those that others can see and that are not over at this moment; the one that ends first is the first. */
  async notOver(now: Instant): Promise<readonly Meeting[]> {
    return this.#all(
      {
        range: { field: 'seenUntil', from: now + 1 },
        orderBy: { field: 'seenUntil', direction: 'ascending' },
      },
      toMeeting,
    );
  }

  /** Those that are over, the latest first. */
  async over(now: Instant, limit: number): Promise<readonly Meeting[]> {
    const { documents } = await this.#store.query(meetingCollection, {
      range: { field: 'seenUntil', to: now },
      orderBy: { field: 'seenUntil', direction: 'descending' },
      limit,
    });
    return documents.map(toMeeting);
  }

  /** Those of which something is still to be carried out. */
  async undone(): Promise<readonly Meeting[]> {
    return this.#all({ where: { hasUndone: true } }, toMeeting);
  }

  /** Those whose shared cards show older counts. */
  async shownLate(): Promise<readonly Meeting[]> {
    const all = await this.#documents({ where: { isShownLate: true } });
    return all.filter(isMeeting).map(toMeeting);
  }

  /** Answers that a card in the member's own chat does not show yet. */
  async rsvpsShownLate(): Promise<readonly Rsvp[]> {
    const all = await this.#documents({ where: { isShownLate: true } });
    return all.filter(isRsvp).map(toRsvp);
  }

  async remindBy(now: Instant): Promise<readonly Meeting[]> {
    return this.#all({ range: { field: 'remindAt', to: now } }, toMeeting);
  }

  async dueBy(now: Instant): Promise<readonly Meeting[]> {
    return this.#all({ range: { field: 'dueAt', to: now } }, toMeeting);
  }

  #get(partition: MeetingId, id: string): Promise<StoredDocument | undefined> {
    return this.#store.get(meetingCollection, { partition, id });
  }

  #documents(query: Omit<Query, 'limit' | 'after'>): Promise<readonly StoredDocument[]> {
    return Array.fromAsync(everyDocument(this.#store, meetingCollection, query));
  }

  async #all<Value>(
    query: Omit<Query, 'limit' | 'after'>,
    toValue: (document: StoredDocument) => Value,
  ): Promise<readonly Value[]> {
    return (await this.#documents(query)).map(toValue);
  }

  /** The meeting first: whoever writes anything about it after that changes its etag. */
  async #read(id: MeetingId, { member, waiting }: AboutMeeting) {
    const document = await this.#get(id, id);
    if (document === undefined) {
      return undefined;
    }
    const meeting = toMeeting(document);
    const own = member === undefined ? undefined : await this.#get(id, rsvpId(id, member));
    const rsvp = own && toRsvp(own);
    const first = await this.#firstWaiting(id, waiting?.(meeting, rsvp) ?? 0);
    const read = [document, ...first, ...(own === undefined ? [] : [own])];
    const known: KnownMeeting = { meeting, waiting: first.map(toRsvp), ...(rsvp && { rsvp }) };
    return { known, etags: new Map(read.map((one) => [one.id, one.etag])) };
  }

  async #firstWaiting(partition: MeetingId, limit: number): Promise<readonly StoredDocument[]> {
    if (limit === 0) {
      return [];
    }
    const orderBy = { field: 'waitingNumber', direction: 'ascending' } as const;
    return (await this.#store.query(meetingCollection, { partition, orderBy, limit })).documents;
  }
}
