import { z } from 'zod';
import { storedMemberId, topicRequestId, userGroupId } from '../domain/ids.ts';
import type { MemberId, TopicRequestId, UserGroupId } from '../domain/ids.ts';
import { minuteMs } from '../domain/instant.ts';
import type { Instant } from '../domain/instant.ts';
import type { Collection, DocumentStore } from '../ports/document-store.ts';
import { defineDocument } from './document.ts';
import { hashedId } from './hashed-id.ts';
import { toMemberKey } from './member-key.ts';
import { removeDocument } from './remove-document.ts';
import { everyDocument } from './every-document.ts';
import { writeLatest } from './write-latest.ts';

export const voteReservationCollection: Collection = {
  name: 'vote-reservations',
  indexes: ['memberKey'],
};

const reservationDocument = defineDocument({
  name: 'vote-reservations',
  version: 1,
  schema: z.object({
    userGroupId: z.string().transform(userGroupId),
    memberId: z.string().transform(storedMemberId),
    memberKey: z.string(),
    reserved: z.array(
      z.object({ topicRequestId: z.string().transform(topicRequestId), at: z.number().int() }),
    ),
  }),
  upgrades: {},
});

/** Voting takes less; what a crash leaves behind is room again after that. */
const votingMs = minuteMs;

/** Votes that a member is just giving in a user group with a budget, so that two at one moment cannot exceed it together. */
export class VoteReservations {
  readonly #store: DocumentStore;

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  /** Requests of the group on which the member is just voting. */
  async find(member: MemberId, group: UserGroupId, now: Instant): Promise<ReadonlySet<TopicRequestId>> {
    const document = await this.#store.get(voteReservationCollection, toKey(member, group));
    const reserved = document === undefined ? [] : reservationDocument.parse(document.body).reserved;
    return new Set(reserved.filter(({ at }) => now < at + votingMs).map((one) => one.topicRequestId));
  }

  /** Of two presses on one request each has its own reservation. */
  async add(member: MemberId, group: UserGroupId, request: TopicRequestId, now: Instant): Promise<void> {
    await this.#write(member, group, now, (known) => [...known, { topicRequestId: request, at: now }]);
  }

  /** One of them. */
  async remove(member: MemberId, group: UserGroupId, request: TopicRequestId, now: Instant): Promise<void> {
    await this.#write(member, group, now, (known) => {
      const index = known.findIndex((one) => one.topicRequestId === request);
      return index === -1 ? known : known.toSpliced(index, 1);
    });
  }

  /** Every vote that the member is just giving, or was when a crash interrupted it. */
  async ofMember(member: MemberId): Promise<Reserved> {
    const documents = everyDocument(this.#store, voteReservationCollection, ofMember(member));
    const all = await Array.fromAsync(documents, ({ body }) => reservationDocument.parse(body).reserved);
    return all.flat();
  }

  /** Everything of a member. Returns how many documents went. */
  async eraseOf(member: MemberId): Promise<number> {
    let erased = 0;
    for (const document of await Array.fromAsync(
      everyDocument(this.#store, voteReservationCollection, ofMember(member)),
    )) {
      const outcome = await removeDocument(this.#store, voteReservationCollection, document);
      erased += Number(outcome === 'removed');
    }
    return erased;
  }

  async #write(
    member: MemberId,
    group: UserGroupId,
    now: Instant,
    decide: (known: Reserved) => Reserved,
  ): Promise<void> {
    const toBody = (known: Parameters<typeof reservationDocument.parse>[0] | undefined) => {
      const before = known === undefined ? [] : reservationDocument.parse(known).reserved;
      const lasting = before.filter((one) => now < one.at + votingMs);
      return reservationDocument.toBody({
        userGroupId: group,
        memberId: member,
        memberKey: toMemberKey(member).id,
        reserved: [...decide(lasting)],
      });
    };
    await writeLatest(this.#store, voteReservationCollection, toKey(member, group), toBody, now + votingMs);
  }
}

type Reserved = readonly { readonly topicRequestId: TopicRequestId; readonly at: Instant }[];

function ofMember(member: MemberId) {
  return { where: { memberKey: toMemberKey(member).id } };
}

function toKey(member: MemberId, group: UserGroupId) {
  const id = hashedId(`${group}\n${member}`);
  return { partition: id, id };
}
