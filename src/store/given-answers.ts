import { z } from 'zod';
import type { RatedAnswer } from '../domain/answer-feedback.ts';
import { fromFilterKey, toFilterKey } from '../domain/filter-keys.ts';
import { useCaseId } from '../domain/ids.ts';
import type { ConversationId, MemberId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { Collection, DocumentStore, JsonObject, StoredDocument } from '../ports/document-store.ts';
import { defineDocument } from './document.ts';
import { everyDocument } from './every-document.ts';
import { hashedId } from './hashed-id.ts';
import { removeDocument } from './remove-document.ts';
import { writeLatest } from './write-latest.ts';

export const givenAnswerCollection: Collection = {
  name: 'given-answers',
  indexes: ['askerKey', 'answeredAt'],
};

const givenAnswerDocument = defineDocument({
  name: 'given-answer',
  version: 1,
  schema: z.object({
    sought: z.string(),
    filters: z.array(z.string()),
    useCaseIds: z.array(z.string()),
    path: z.enum(['model', 'plain']),
    answeredAt: z.number().int(),
    /** A hash of the member that asked, made for this alone; absent for people without an account. */
    askerKey: z.string().exactOptional(),
    ratingKey: z.string(),
  }),
  upgrades: {},
});

/** What an answer showed. */
export interface GivenAnswer extends RatedAnswer {
  readonly answeredAt: Instant;
  /** Unguessable. With it alone it can be told whose a rating of this answer is. */
  readonly ratingKey: string;
}

/** A message of the bot, as Teams names it. */
export interface AnswerMessage {
  readonly conversation: ConversationId;
  readonly messageId: string;
}

/** The answers of the last days, so that a pressed thumb can be related to what was shown: one document each, a conversation's in one partition. */
export class GivenAnswers {
  readonly #store: DocumentStore;

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  /** `to`: who asked, where they have an account. */
  async add(
    place: AnswerMessage,
    answer: GivenAnswer,
    { to, expiresAt }: { readonly to?: MemberId | undefined; readonly expiresAt: Instant },
  ): Promise<void> {
    const body = toBody(answer, to);
    await writeLatest(this.#store, givenAnswerCollection, toKey(place), () => body, expiresAt);
  }

  async find(place: AnswerMessage): Promise<GivenAnswer | undefined> {
    const document = await this.#store.get(givenAnswerCollection, toKey(place));
    return document && toGivenAnswer(document.body);
  }

  /** The last one that the member got in this conversation. */
  async findLast(conversation: ConversationId, member: MemberId): Promise<GivenAnswer | undefined> {
    const { documents } = await this.#store.query(givenAnswerCollection, {
      partition: hashedId(conversation),
      where: { askerKey: toAskerKey(member) },
      orderBy: { field: 'answeredAt', direction: 'descending' },
      limit: 1,
    });
    const [last] = documents;
    return last && toGivenAnswer(last.body);
  }

  /** All that the member got, the earliest first. */
  async ofMember(member: MemberId): Promise<readonly GivenAnswer[]> {
    const documents = await this.#documentsOf(member);
    return documents
      .map(({ body }) => toGivenAnswer(body))
      .sort((one, other) => one.answeredAt - other.answeredAt);
  }

  /** Forgets them: from then on nobody can tell whose the ratings of them are. Returns how many there were. */
  async forget(member: MemberId): Promise<number> {
    let forgotten = 0;
    for (const document of await this.#documentsOf(member)) {
      const outcome = await removeDocument(this.#store, givenAnswerCollection, document);
      forgotten += Number(outcome === 'removed');
    }
    return forgotten;
  }

  #documentsOf(member: MemberId): Promise<StoredDocument[]> {
    const where = { askerKey: toAskerKey(member) };
    return Array.fromAsync(everyDocument(this.#store, givenAnswerCollection, { where }));
  }
}

function toKey({ conversation, messageId }: AnswerMessage) {
  return { partition: hashedId(conversation), id: hashedId(messageId) };
}

/** No other collection has this hash of the member. */
function toAskerKey(member: MemberId): string {
  return hashedId(`given-answer\n${member}`);
}

function toBody({ question, useCaseIds, ...rest }: GivenAnswer, to: MemberId | undefined): JsonObject {
  return givenAnswerDocument.toBody({
    ...rest,
    sought: question.sought,
    filters: question.filters.map(toFilterKey),
    useCaseIds: [...useCaseIds],
    ...(to !== undefined && { askerKey: toAskerKey(to) }),
  });
}

function toGivenAnswer(body: JsonObject): GivenAnswer {
  const { sought, filters, useCaseIds, path, answeredAt, ratingKey } = givenAnswerDocument.parse(body);
  const known = filters.map(fromFilterKey).filter((filter) => filter !== undefined);
  return {
    question: { sought, filters: known },
    useCaseIds: useCaseIds.map(useCaseId),
    path,
    answeredAt,
    ratingKey,
  };
}
