import type { InquiryId, MemberId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import { keepInquiryDraftsMs } from '../domain/inquiry.ts';
import type { Inquiry, InquiryAnswer, InquiryThread } from '../domain/inquiry.ts';
import { transactionLimits } from '../ports/document-store.ts';
import type { Collection, DocumentStore, Query, WriteOperation } from '../ports/document-store.ts';
import { everyDocument } from './every-document.ts';
import { hashedId } from './hashed-id.ts';
import { toAnswer, toAnswerBody, toInquiry, toInquiryBody } from './inquiry-document.ts';
import { toMemberKey } from './member-key.ts';
import { removeDocument } from './remove-document.ts';

/** Inquiries have `askerKey`, their answers `answererKey`. */
export const inquiryCollection: Collection = {
  name: 'inquiries',
  indexes: ['askerKey', 'answererKey', 'sentAt', 'closesAt', 'hasUndone'],
};

/** What is decided about an inquiry, and about one of its answers. */
export interface DecidedInquiry {
  readonly inquiry: Inquiry;
  readonly put?: InquiryAnswer;
  readonly remove?: InquiryAnswer;
}

const pageSize = 100;
/** One operation of a transaction is the inquiry's own. */
const mostInABatch = transactionLimits.operations - 1;

/** Every inquiry, drafts included. Each is an aggregate with its answers: its partition is its id. Ids of answers are hashes. */
export class Inquiries {
  readonly #store: DocumentStore;

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  async find(id: InquiryId): Promise<Inquiry | undefined> {
    const document = await this.#store.get(inquiryCollection, { partition: id, id });
    return document && toInquiry(document);
  }

  async findThread(id: InquiryId): Promise<InquiryThread | undefined> {
    return (await this.#read(id))?.thread;
  }

  async add(inquiry: Inquiry): Promise<'added' | 'exists'> {
    const outcome = await this.#store.transact(inquiryCollection, inquiry.id, [
      { kind: 'create', id: inquiry.id, body: toInquiryBody(inquiry), ...toExpiry(inquiry) },
    ]);
    return outcome.kind === 'done' ? 'added' : 'exists';
  }

  /**
   * Applies what is decided about the inquiry with its answers as they are now, and decides again whenever somebody else was faster.
   * `undefined`: nothing is to be changed, or there is no such inquiry.
   */
  async change(
    id: InquiryId,
    decide: (thread: InquiryThread) => DecidedInquiry | undefined,
  ): Promise<Inquiry | undefined> {
    for (;;) {
      const known = await this.#read(id);
      const decided = known && decide(known.thread);
      if (known === undefined || decided === undefined) {
        return undefined;
      }
      const { inquiry, put, remove } = decided;
      const operations: readonly WriteOperation[] = [
        { kind: 'replace', id, etag: known.etag, body: toInquiryBody(inquiry), ...toExpiry(inquiry) },
        ...(put === undefined ? [] : [toPut(id, put, known.etags)]),
        ...(remove === undefined ? [] : [toRemove(id, remove, known.etags)]),
      ];
      if ((await this.#store.transact(inquiryCollection, id, operations)).kind === 'done') {
        return inquiry;
      }
    }
  }

  /** A draft that nothing becomes of. `wanted` decides about it as it is now. */
  async remove(id: InquiryId, wanted: (inquiry: Inquiry) => boolean): Promise<'removed' | 'absent'> {
    return removeDocument(this.#store, inquiryCollection, { partition: id, id }, (document) =>
      wanted(toInquiry(document)),
    );
  }

  /** The inquiry with its answers, these first: begun again after a crash, it goes on. `wanted` decides about it as it is now. */
  async removeThread(id: InquiryId, wanted: (inquiry: Inquiry) => boolean): Promise<'removed' | 'absent'> {
    for (;;) {
      const known = await this.#read(id);
      if (known === undefined || !wanted(known.thread.inquiry)) {
        return 'absent';
      }
      const answers = [...known.etags].slice(0, mostInABatch);
      const isLast = answers.length === known.etags.size;
      const all = isLast ? [...answers, [id, known.etag] as const] : answers;
      const outcome = await this.#store.transact(
        inquiryCollection,
        id,
        all.map(([one, etag]) => ({ kind: 'delete', id: one, etag })),
      );
      if (outcome.kind === 'done' && isLast) {
        return 'removed';
      }
    }
  }

  /** Those that were sent, the newest first, at most so many. */
  async latest(limit: number): Promise<readonly Inquiry[]> {
    return this.#some({ orderBy: { field: 'sentAt', direction: 'descending' }, limit });
  }

  /** Those that nobody has answered for too long, and those that were closed long ago, the earliest first. */
  async overdue(now: Instant): Promise<readonly Inquiry[]> {
    return this.#some({
      range: { field: 'closesAt', to: now },
      orderBy: { field: 'closesAt', direction: 'ascending' },
      limit: pageSize,
    });
  }

  /** Those of which something is still to be posted, shown or told, in the order of their ids. */
  async undone(): Promise<readonly Inquiry[]> {
    return this.#some({ where: { hasUndone: true }, limit: pageSize });
  }

  /** Drafts included, in the order of their ids. */
  async ofAsker(asker: MemberId): Promise<readonly Inquiry[]> {
    const query = { where: { askerKey: toMemberKey(asker).id } };
    return Array.fromAsync(everyDocument(this.#store, inquiryCollection, query), toInquiry);
  }

  async answersOf(
    answerer: MemberId,
  ): Promise<readonly { readonly inquiryId: InquiryId; readonly answer: InquiryAnswer }[]> {
    const query = { where: { answererKey: toMemberKey(answerer).id } };
    return Array.fromAsync(everyDocument(this.#store, inquiryCollection, query), toAnswer);
  }

  async #some(query: Query): Promise<readonly Inquiry[]> {
    const { documents } = await this.#store.query(inquiryCollection, query);
    return documents.map(toInquiry);
  }

  /** The inquiry first: whoever writes an answer after that changes its etag. */
  async #read(id: InquiryId) {
    const document = await this.#store.get(inquiryCollection, { partition: id, id });
    if (document === undefined) {
      return undefined;
    }
    const all = await Array.fromAsync(everyDocument(this.#store, inquiryCollection, { partition: id }));
    const found = all.filter((one) => one.id !== id);
    const answers = found.map((one) => toAnswer(one).answer).sort((one, other) => one.number - other.number);
    return {
      thread: { inquiry: toInquiry(document), answers },
      etag: document.etag,
      etags: new Map(found.map((one) => [one.id, one.etag])),
    };
  }
}

/** Only drafts end by themselves. */
function toExpiry({ state, createdAt }: Inquiry): { readonly expiresAt?: Instant } {
  return state.kind === 'draft' ? { expiresAt: createdAt + keepInquiryDraftsMs } : {};
}

function answerId(id: InquiryId, { by, kind }: InquiryAnswer): string {
  return `answer.${hashedId(`${id}\n${by}\n${kind}`)}`;
}

function toPut(id: InquiryId, answer: InquiryAnswer, etags: ReadonlyMap<string, string>): WriteOperation {
  const body = toAnswerBody(id, answer);
  const documentId = answerId(id, answer);
  const etag = etags.get(documentId);
  return etag === undefined
    ? { kind: 'create', id: documentId, body }
    : { kind: 'replace', id: documentId, etag, body };
}

function toRemove(id: InquiryId, answer: InquiryAnswer, etags: ReadonlyMap<string, string>): WriteOperation {
  const documentId = answerId(id, answer);
  return { kind: 'delete', id: documentId, etag: etags.get(documentId) ?? '' };
}
