import { z } from 'zod';
import { feedbackReasons } from '../domain/answer-feedback.ts';
import type { AnswerFeedback } from '../domain/answer-feedback.ts';
import { fromFilterKey, toFilterKey } from '../domain/filter-keys.ts';
import { useCaseId } from '../domain/ids.ts';
import type { MemberId } from '../domain/ids.ts';
import type { Instant } from '../domain/instant.ts';
import type { Collection, DocumentStore, JsonObject } from '../ports/document-store.ts';
import { defineDocument } from './document.ts';
import { everyPage } from './every-document.ts';
import { hashedId } from './hashed-id.ts';
import { removeDocument } from './remove-document.ts';
import { writeLatest } from './write-latest.ts';

export const answerFeedbackCollection: Collection = { name: 'answer-feedback', indexes: ['givenAt'] };

const answerFeedbackDocument = defineDocument({
  name: 'answer-feedback',
  version: 1,
  schema: z.object({
    sought: z.string(),
    filters: z.array(z.string()),
    useCaseIds: z.array(z.string()),
    path: z.enum(['model', 'plain']),
    helpful: z.boolean(),
    reason: z.enum(feedbackReasons).exactOptional(),
    words: z.string().exactOptional(),
    givenAt: z.number().int(),
  }),
  upgrades: {},
});

/** Documents that are read before other work has its turn again: a few milliseconds. */
const readAtOnce = 100;

/** Whose opinion on which answer it is. */
export interface Rating {
  /** Of the given answer. */
  readonly ratingKey: string;
  readonly by: MemberId;
}

/**
 * What people said of answers: one document for each person and answer. Its id is a hash of both, so that the same person can change it;
 * nothing in the document is of the person.
 */
export class AnswerFeedbacks {
  readonly #store: DocumentStore;

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  /** The latest opinion of a person on an answer is the one that counts. */
  async keep(rating: Rating, feedback: AnswerFeedback, expiresAt: Instant): Promise<void> {
    const id = toId(rating);
    const body = toBody(feedback);
    await writeLatest(this.#store, answerFeedbackCollection, { partition: id, id }, () => body, expiresAt);
  }

  async find(rating: Rating): Promise<AnswerFeedback | undefined> {
    const id = toId(rating);
    const document = await this.#store.get(answerFeedbackCollection, { partition: id, id });
    return document && toFeedback(document.body);
  }

  async remove(rating: Rating): Promise<'removed' | 'absent'> {
    const id = toId(rating);
    return removeDocument(this.#store, answerFeedbackCollection, { partition: id, id });
  }

  /** What was said from then on, in order of time. Other work has its turn again and again. */
  async *since(from: Instant): AsyncGenerator<AnswerFeedback> {
    const pages = everyPage((after) =>
      this.#store.query(answerFeedbackCollection, {
        range: { field: 'givenAt', from },
        orderBy: { field: 'givenAt', direction: 'ascending' },
        limit: readAtOnce,
        ...after,
      }),
    );
    for await (const { documents } of pages) {
      for (const { body } of documents) {
        yield toFeedback(body);
      }
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    }
  }
}

function toId({ ratingKey, by }: Rating): string {
  return hashedId(JSON.stringify([ratingKey, by]));
}

function toBody({ question, useCaseIds, ...rest }: AnswerFeedback): JsonObject {
  return answerFeedbackDocument.toBody({
    ...rest,
    sought: question.sought,
    filters: question.filters.map(toFilterKey),
    useCaseIds: [...useCaseIds],
  });
}

function toFeedback(body: JsonObject): AnswerFeedback {
  const { sought, filters, useCaseIds, ...rest } = answerFeedbackDocument.parse(body);
  const known = filters.map(fromFilterKey).filter((filter) => filter !== undefined);
  return { ...rest, question: { sought, filters: known }, useCaseIds: useCaseIds.map(useCaseId) };
}
