import { z } from 'zod';
import type { OpenQuestion, QuestionAsker } from '../domain/demand.ts';
import { toFilterKey } from '../domain/filter-keys.ts';
import type { MemberId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { Question } from '../domain/question.ts';
import type { Collection, DocumentStore, StoredDocument, WriteOperation } from '../ports/document-store.ts';
import { defineDocument } from './document.ts';
import { everyDocument, everyPage } from './every-document.ts';
import { hashedId } from './hashed-id.ts';
import { removeDocument } from './remove-document.ts';

export const openQuestionCollection: Collection = {
  name: 'open-questions',
  indexes: ['lastAskedAt', 'askerKey'],
};

const openQuestionDocument = defineDocument({
  name: 'open-question',
  version: 1,
  schema: z.object({
    sought: z.string(),
    filters: z.array(z.string()),
    timesAsked: z.number().int().positive(),
    firstAskedAt: z.number().int(),
    lastAskedAt: z.number().int(),
  }),
  upgrades: {},
});

/** Beside its question. It has no field `lastAskedAt`, by which questions are listed. */
const askerDocument = defineDocument({
  name: 'open-question-asker',
  version: 1,
  schema: z.object({
    askerKey: z.string(),
    timesAsked: z.number().int().positive(),
    askedAt: z.number().int(),
  }),
  upgrades: {},
});

/** The most questions that are looked at together: those that were asked last. */
const readAtMost = 2000;
/** Documents that are read before other work has its turn again: a few milliseconds. */
const readAtOnce = 100;

/** One time that a question was asked. */
export interface Asking {
  readonly at: Instant;
  /** The question and who asked are kept until then; who asked earlier is not kept any longer by it. */
  readonly expiresAt: Instant;
  /** Absent: somebody without an account. */
  readonly by?: MemberId;
  /**
   * For what is kept of who asked, should there be nothing yet. Made of nothing: ids stay when a document is removed, and one made of
   * the member would still tell who asked.
   */
  readonly newId: string;
}

/** What is kept of a member beside a question. */
export interface OwnAsking {
  /** Absent where the question itself is gone. */
  readonly question?: Pick<OpenQuestion, 'sought' | 'filters'>;
  readonly timesAsked: number;
  readonly askedAt: Instant;
}

/**
 * Open questions by their wording: the same words are one document with a count, and beside it, in its partition, one for each person
 * who asked, under a hash that is made for this alone.
 */
export class OpenQuestions {
  readonly #store: DocumentStore;

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  /** Counts the question and who asked in one transaction. */
  async keep(question: Question, asking: Asking): Promise<void> {
    const filters = question.filters.map(toFilterKey);
    const id = hashedId(JSON.stringify([question.sought.toLowerCase(), filters.toSorted()]));
    for (;;) {
      // Read first: whoever counts somebody changes the question as well, so that nobody is counted in two documents.
      const known = await this.#store.get(openQuestionCollection, { partition: id, id });
      const operations = [
        countQuestion(id, known, { sought: question.sought, filters }, asking),
        ...(asking.by === undefined ? [] : [await this.#countAsker(id, asking.by, asking)]),
      ];
      const outcome = await this.#store.transact(openQuestionCollection, id, operations);
      if (outcome.kind === 'done') {
        return;
      }
    }
  }

  /** The latest first, with those of whom it is still kept that they asked. */
  async latest(): Promise<readonly OpenQuestion[]> {
    const askers = new Map<string, QuestionAsker[]>();
    for await (const { partition, body } of this.#inOrderOf('askerKey', 'ascending')) {
      const { askerKey, timesAsked } = askerDocument.parse(body);
      const others = askers.get(partition) ?? [];
      askers.set(partition, others);
      others.push({ key: askerKey, timesAsked });
    }
    const questions: OpenQuestion[] = [];
    for await (const { partition, body } of this.#inOrderOf('lastAskedAt', 'descending')) {
      questions.push({ ...openQuestionDocument.parse(body), askers: askers.get(partition) ?? [] });
      if (questions.length === readAtMost) {
        break;
      }
    }
    return questions;
  }

  /** Everything that is kept of a member here, the earliest first. */
  async ofMember(member: MemberId): Promise<readonly OwnAsking[]> {
    const own: OwnAsking[] = [];
    for (const { partition, body } of await this.#askersOf(member)) {
      const { timesAsked, askedAt } = askerDocument.parse(body);
      const document = await this.#store.get(openQuestionCollection, { partition, id: partition });
      const question = document && openQuestionDocument.parse(document.body);
      own.push({ timesAsked, askedAt, ...(question !== undefined && { question }) });
    }
    return own.sort((one, other) => one.askedAt - other.askedAt);
  }

  /** Forgets that the member asked; the questions stay without. Returns how many there were. */
  async forget(member: MemberId): Promise<number> {
    let forgotten = 0;
    for (const document of await this.#askersOf(member)) {
      const outcome = await removeDocument(this.#store, openQuestionCollection, document);
      forgotten += Number(outcome === 'removed');
    }
    return forgotten;
  }

  /** Those that have the field. Other work has its turn again and again. */
  async *#inOrderOf(
    field: 'askerKey' | 'lastAskedAt',
    direction: 'ascending' | 'descending',
  ): AsyncGenerator<StoredDocument> {
    const pages = everyPage((from) =>
      this.#store.query(openQuestionCollection, {
        orderBy: { field, direction },
        limit: readAtOnce,
        ...from,
      }),
    );
    for await (const { documents } of pages) {
      yield* documents;
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    }
  }

  #askersOf(member: MemberId): Promise<StoredDocument[]> {
    const where = { askerKey: toAskerKey(member) };
    return Array.fromAsync(everyDocument(this.#store, openQuestionCollection, { where }));
  }

  async #countAsker(
    partition: string,
    by: MemberId,
    { at, expiresAt, newId }: Asking,
  ): Promise<WriteOperation> {
    const askerKey = toAskerKey(by);
    const { documents } = await this.#store.query(openQuestionCollection, {
      partition,
      where: { askerKey },
      limit: 1,
    });
    const [known] = documents;
    const timesAsked = known === undefined ? 1 : askerDocument.parse(known.body).timesAsked + 1;
    const body = askerDocument.toBody({ askerKey, timesAsked, askedAt: at });
    return known === undefined
      ? { kind: 'create', id: newId, body, expiresAt }
      : { kind: 'replace', id: known.id, etag: known.etag, body, expiresAt };
  }
}

/** No other collection has this hash of the member. */
function toAskerKey(member: MemberId): string {
  return hashedId(`open-question\n${member}`);
}

function countQuestion(
  id: string,
  known: StoredDocument | undefined,
  words: Pick<OpenQuestion, 'sought' | 'filters'>,
  { at, expiresAt }: Asking,
): WriteOperation {
  const before = known && openQuestionDocument.parse(known.body);
  const body = openQuestionDocument.toBody({
    sought: words.sought,
    filters: [...words.filters],
    timesAsked: (before?.timesAsked ?? 0) + 1,
    firstAskedAt: before?.firstAskedAt ?? at,
    lastAskedAt: at,
  });
  return known === undefined
    ? { kind: 'create', id, body, expiresAt }
    : { kind: 'replace', id, etag: known.etag, body, expiresAt };
}
