import type { MemberId, TopicRequestId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { Participation, TopicComment, TopicInvitation, TopicRequest } from '../domain/topic-request.ts';
import { StoreUnavailableError, transactionLimits } from '../ports/document-store.ts';
import type { Collection, DocumentStore, Query, StoredDocument } from '../ports/document-store.ts';
import { everyDocument } from './every-document.ts';
import { InTurn } from './in-turn.ts';
import { toMemberKey } from './member-key.ts';
import {
  isParticipation,
  toChanges,
  toComment,
  toInvitation,
  toParticipation,
  toParticipationBody,
  toRequest,
  toRequestBody,
} from './topic-request-document.ts';
import type { TopicRequestChanges } from './topic-request-document.ts';
import { commentId, invitationId, participationId, toOperations } from './topic-request-writes.ts';
import type { About, DecidedTopic, KnownTopic } from './topic-request-writes.ts';

/** Requests have `authorKey`; what members do with them has `document` and `memberKey`. */
export const topicRequestCollection: Collection = {
  name: 'topic-requests',
  indexes: ['authorKey', 'memberKey', 'askerKey', 'document', 'hasOffer', 'hasUndone', 'dueAt'],
};

const pageSize = 500;
/** Each lost round is a change that another process has made meanwhile. */
const mostRounds = 100;

/**
 * Every topic request. Each is an aggregate with its participations, comments and invitations: its partition is its id, and its count of
 * votes is written together with each vote. Ids of participations are hashes, so that a tombstone names nobody.
 */
export class TopicRequests {
  readonly #store: DocumentStore;
  readonly #inTurn = new InTurn<TopicRequestId>();

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  async find(id: TopicRequestId): Promise<TopicRequest | undefined> {
    const document = await this.#get(id, id);
    return document && toRequest(document);
  }

  async findParticipation(id: TopicRequestId, member: MemberId): Promise<Participation | undefined> {
    const document = await this.#get(id, participationId(id, member));
    return document && toParticipation(document);
  }

  async add(request: TopicRequest, participation: Participation): Promise<'added' | 'exists'> {
    const { id } = request;
    const outcome = await this.#store.transact(topicRequestCollection, id, [
      { kind: 'create', id, body: toRequestBody(request) },
      {
        kind: 'create',
        id: participationId(id, participation.memberId),
        body: toParticipationBody(participation),
      },
    ]);
    return outcome.kind === 'done' ? 'added' : 'exists';
  }

  /**
   * Applies what is decided about the request as it is now, and decides again whenever somebody else was faster. `undefined`: nothing is to
   * be changed, or there is no such request. Changes of one request wait for each other within this process; whoever is overtaken by
   * others too often gets `StoreUnavailableError`.
   */
  async change(
    id: TopicRequestId,
    about: About,
    decide: (known: KnownTopic) => DecidedTopic | undefined,
  ): Promise<TopicRequest | undefined> {
    return this.#inTurn.run(id, async () => {
      for (let round = 0; round < mostRounds; round += 1) {
        const read = await this.#read(id, about);
        const decided = read && decide(read.known);
        if (read === undefined || decided === undefined) {
          return undefined;
        }
        const request = { ...decided.request, version: read.known.request.version + 1 };
        const operations = toOperations({ ...decided, request }, read.etags);
        if ((await this.#store.transact(topicRequestCollection, id, operations)).kind === 'done') {
          return request;
        }
      }
      throw new StoreUnavailableError('busy', 'none');
    });
  }

  /** The request with everything about it, as long as it is `wanted`; the request last, so that it goes on when begun again. */
  async remove(
    id: TopicRequestId,
    wanted: (request: TopicRequest, participations: readonly Participation[]) => boolean,
  ): Promise<'removed' | 'absent'> {
    for (;;) {
      const document = await this.#get(id, id);
      const all = await Array.fromAsync(
        everyDocument(this.#store, topicRequestCollection, { partition: id }),
      );
      const participations = all.filter(isParticipation).map(toParticipation);
      if (document === undefined || !wanted(toRequest(document), participations)) {
        return 'absent';
      }
      const others = all.filter((one) => one.id !== id).slice(0, transactionLimits.operations - 1);
      const isLast = others.length === all.length - 1;
      const outcome = await this.#store.transact(
        topicRequestCollection,
        id,
        (isLast ? [...others, document] : others).map((one) => ({
          kind: 'delete',
          id: one.id,
          etag: one.etag,
        })),
      );
      if (outcome.kind === 'done' && isLast) {
        return 'removed';
      }
    }
  }

  /** Everybody who has to do with a request. */
  async *participations(id: TopicRequestId): AsyncGenerator<Participation> {
    const query = { partition: id, where: { document: 'participation' } };
    for await (const document of everyDocument(this.#store, topicRequestCollection, query)) {
      yield toParticipation(document);
    }
  }

  /** Of those who can report on it; many more vote. */
  async offers(id: TopicRequestId): Promise<readonly Participation[]> {
    return this.#all({ partition: id, where: { hasOffer: true } }, toParticipation);
  }

  async followersOf(id: TopicRequestId): Promise<readonly MemberId[]> {
    const all = await Array.fromAsync(this.participations(id));
    return all.filter(({ followsSince }) => followsSince !== undefined).map(({ memberId }) => memberId);
  }

  async participationsOf(member: MemberId): Promise<readonly Participation[]> {
    return this.#ofMember(member, 'participation', toParticipation);
  }

  /** The earliest first. */
  async comments(id: TopicRequestId): Promise<readonly TopicComment[]> {
    const comments = await this.#all({ partition: id, where: { document: 'comment' } }, toComment);
    return comments.toSorted((one, other) => one.number - other.number);
  }

  async commentsOf(member: MemberId): Promise<readonly TopicComment[]> {
    return this.#ofMember(member, 'comment', toComment);
  }

  /** The earliest first. */
  async invitations(id: TopicRequestId): Promise<readonly TopicInvitation[]> {
    const invitations = await this.#all({ partition: id, where: { document: 'invitation' } }, toInvitation);
    return invitations.toSorted((one, other) => one.number - other.number);
  }

  /** Those that a member got. */
  async invitationsOf(member: MemberId): Promise<readonly TopicInvitation[]> {
    return this.#ofMember(member, 'invitation', toInvitation);
  }

  /** Those that an organiser sent. */
  async invitationsBy(organiser: MemberId): Promise<readonly TopicInvitation[]> {
    return this.#all({ where: { askerKey: toMemberKey(organiser).id } }, toInvitation);
  }

  /** Those whose next step is due by now. */
  async dueInvitations(now: Instant): Promise<readonly TopicInvitation[]> {
    return this.#all({ range: { field: 'dueAt', to: now } }, toInvitation);
  }

  async ofAuthor(member: MemberId): Promise<readonly TopicRequest[]> {
    return this.#all({ where: { authorKey: toMemberKey(member).id } }, toRequest);
  }

  /** Those of which something is still to be carried out. */
  async undone(): Promise<readonly TopicRequest[]> {
    return this.#all({ where: { hasUndone: true } }, toRequest);
  }

  async changes(after?: string): Promise<TopicRequestChanges> {
    const page = await this.#store.changes(topicRequestCollection, {
      limit: pageSize,
      ...(after !== undefined && { after }),
    });
    return toChanges(page);
  }

  /** See `DocumentStore.onChange`. */
  onChange(listener: () => void): () => void {
    return this.#store.onChange(topicRequestCollection, listener);
  }

  #get(partition: TopicRequestId, id: string): Promise<StoredDocument | undefined> {
    return this.#store.get(topicRequestCollection, { partition, id });
  }

  async #all<Value>(
    query: Omit<Query, 'limit' | 'after'>,
    toValue: (document: StoredDocument) => Value,
  ): Promise<readonly Value[]> {
    return Array.fromAsync(everyDocument(this.#store, topicRequestCollection, query), toValue);
  }

  /** Asked for by the member alone: of two conditions SQLite takes the index of either, and by the kind it would read everybody's. */
  async #ofMember<Value>(
    member: MemberId,
    document: string,
    toValue: (document: StoredDocument) => Value,
  ): Promise<readonly Value[]> {
    const query = { where: { memberKey: toMemberKey(member).id } };
    const all = await Array.fromAsync(everyDocument(this.#store, topicRequestCollection, query));
    return all.filter(({ body }) => body['document'] === document).map((one) => toValue(one));
  }

  /** The request first: whoever writes anything about it after that changes its etag. */
  async #read(id: TopicRequestId, { member, comment, invitation }: About) {
    const document = await this.#get(id, id);
    if (document === undefined) {
      return undefined;
    }
    const [participation, commented, invited] = await Promise.all([
      member === undefined ? undefined : this.#get(id, participationId(id, member)),
      comment === undefined ? undefined : this.#get(id, commentId(comment)),
      invitation === undefined ? undefined : this.#get(id, invitationId(invitation)),
    ]);
    const known: KnownTopic = {
      request: toRequest(document),
      ...(participation !== undefined && { participation: toParticipation(participation) }),
      ...(commented !== undefined && { comment: toComment(commented) }),
      ...(invited !== undefined && { invitation: toInvitation(invited) }),
    };
    const read = [document, participation, commented, invited].filter((one) => one !== undefined);
    return { known, etags: new Map(read.map((one) => [one.id, one.etag])) };
  }
}
