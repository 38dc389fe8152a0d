import { z } from 'zod';
import { fromFilterKey, toFilterKey } from '../domain/filter-keys.ts';
import { keptQuestionId, storedMemberId, useCaseId } from '../domain/ids.ts';
import type { KeptQuestionId, MemberId, UseCaseId } from '../domain/ids.ts';
import { findUnfinished } from '../domain/kept-question.ts';
import type { KeptQuestion, Telling } from '../domain/kept-question.ts';
import type { Question } from '../domain/question.ts';
import type { Collection, DocumentStore, JsonObject } from '../ports/document-store.ts';
import { defineDocument } from './document.ts';
import { everyDocument } from './every-document.ts';
import { hashedId } from './hashed-id.ts';
import { toMemberKey } from './member-key.ts';
import { removeDocument } from './remove-document.ts';

export const keptQuestionCollection: Collection = { name: 'kept-questions', indexes: [] };

const useCase = z.string().transform(useCaseId);

const keptQuestionDocument = defineDocument({
  name: 'kept-question',
  version: 1,
  schema: z.object({
    id: z.string().transform(keptQuestionId),
    memberId: z.string().transform(storedMemberId),
    sought: z.string(),
    filters: z.array(z.string()),
    since: z.number().int(),
    told: z.array(useCase),
    tellings: z.array(z.tuple([useCase], useCase)).exactOptional(),
  }),
  upgrades: {},
});

/** The id of a question that a member keeps: a hash, so that it names nobody. */
export function toKeptQuestionId(member: MemberId, { sought, filters }: Question): KeptQuestionId {
  const words = sought.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  return keptQuestionId(hashedId(JSON.stringify([member, words, ...filters.map(toFilterKey).toSorted()])));
}

/** Questions that members keep: one document each, a member's in one partition under the hash of their id. */
export class KeptQuestions {
  readonly #store: DocumentStore;

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  async find(member: MemberId, id: KeptQuestionId): Promise<KeptQuestion | undefined> {
    const { partition } = toMemberKey(member);
    const document = await this.#store.get(keptQuestionCollection, { partition, id });
    return document && toKeptQuestion(document.body);
  }

  /** Keeping it twice is once: the first one stays. */
  async add(kept: KeptQuestion): Promise<'added' | 'exists'> {
    const { partition } = toMemberKey(kept.memberId);
    const outcome = await this.#store.transact(keptQuestionCollection, partition, [
      { kind: 'create', id: kept.id, body: toBody(kept) },
    ]);
    return outcome.kind === 'done' ? 'added' : 'exists';
  }

  /**
   * What is to be said in one message now: what was planned and is not noted as told yet, and otherwise those of the use cases that are
   * not told. It is kept as it is until it is noted, so that whoever goes on after a crash, or does it at the same time, says the same.
   * Undefined: there is nothing left to say, or the question is kept no more.
   */
  async planTelling(
    member: MemberId,
    id: KeptQuestionId,
    useCases: readonly UseCaseId[],
  ): Promise<Telling | undefined> {
    const kept = await this.#change(member, id, (known) => {
      const [first, ...more] = useCases.filter((one) => !known.told.includes(one));
      return first === undefined || findUnfinished(known) !== undefined
        ? undefined
        : { ...known, tellings: [...known.tellings, [first, ...more]] };
    });
    return kept && findUnfinished(kept);
  }

  /** The use cases that the member was told of, or need not be told of any more. Nothing happens to a question that is kept no more. */
  async noteTold(member: MemberId, id: KeptQuestionId, useCases: readonly UseCaseId[]): Promise<void> {
    await this.#change(member, id, (kept) => {
      const unknown = useCases.filter((one) => !kept.told.includes(one));
      return unknown.length === 0 ? undefined : { ...kept, told: [...kept.told, ...unknown] };
    });
  }

  async remove(member: MemberId, id: KeptQuestionId): Promise<'removed' | 'absent'> {
    const { partition } = toMemberKey(member);
    return removeDocument(this.#store, keptQuestionCollection, { partition, id });
  }

  /** The oldest first. */
  async ofMember(member: MemberId): Promise<readonly KeptQuestion[]> {
    const { partition } = toMemberKey(member);
    const documents = everyDocument(this.#store, keptQuestionCollection, { partition });
    const all = await Array.fromAsync(documents, ({ body }) => toKeptQuestion(body));
    return all.sort((one, other) => one.since - other.since || (one.id < other.id ? -1 : 1));
  }

  /** The question as it is then; undefined when there is none. `decide` decides again whenever somebody else was faster. */
  async #change(
    member: MemberId,
    id: KeptQuestionId,
    decide: (kept: KeptQuestion) => KeptQuestion | undefined,
  ): Promise<KeptQuestion | undefined> {
    const { partition } = toMemberKey(member);
    for (;;) {
      const document = await this.#store.get(keptQuestionCollection, { partition, id });
      if (document === undefined) {
        return undefined;
      }
      const kept = toKeptQuestion(document.body);
      const next = decide(kept);
      if (next === undefined) {
        return kept;
      }
      const outcome = await this.#store.transact(keptQuestionCollection, partition, [
        { kind: 'replace', id, etag: document.etag, body: toBody(next) },
      ]);
      if (outcome.kind === 'done') {
        return next;
      }
    }
  }

  /** Everybody's, those of one member one after the other. */
  async *all(): AsyncGenerator<KeptQuestion> {
    for await (const { body } of everyDocument(this.#store, keptQuestionCollection, {})) {
      yield toKeptQuestion(body);
    }
  }
}

function toBody({ question, told, tellings, ...rest }: KeptQuestion): JsonObject {
  return keptQuestionDocument.toBody({
    ...rest,
    sought: question.sought,
    filters: question.filters.map(toFilterKey),
    told: [...told],
    ...(tellings.length > 0 && { tellings: tellings.map(([first, ...more]) => [first, ...more]) }),
  });
}

function toKeptQuestion(body: JsonObject): KeptQuestion {
  const { sought, filters, tellings = [], ...rest } = keptQuestionDocument.parse(body);
  const known = filters.map(fromFilterKey).filter((filter) => filter !== undefined);
  return { ...rest, tellings, question: { sought, filters: known } };
}
