import { z } from 'zod';
import { toFilterKey } from '../domain/filter-keys.ts';
import type { Instant } from '../domain/instant.ts';
import type { Question } from '../domain/question.ts';
import type { Collection, DocumentStore, JsonObject } from '../ports/document-store.ts';
import { defineDocument } from './document.ts';
import { hashedId } from './hashed-id.ts';
import { writeLatest } from './write-latest.ts';

export const openQuestionCollection: Collection = { name: 'open-questions', indexes: ['lastAskedAt'] };

/** A question that found nothing: what people look for in vain. Who asked is not kept. */
export interface OpenQuestion {
  readonly sought: string;
  readonly filters: readonly string[];
  readonly timesAsked: number;
  readonly firstAskedAt: Instant;
  readonly lastAskedAt: Instant;
}

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

/** Open questions by their wording: the same words are one document with a count. */
export class OpenQuestions {
  readonly #store: DocumentStore;

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  async keep(question: Question, askedAt: Instant, expiresAt: Instant): Promise<void> {
    const filters = question.filters.map(toFilterKey);
    const id = hashedId(JSON.stringify([question.sought.toLowerCase(), filters.toSorted()]));
    const toBody = (before: JsonObject | undefined) => {
      const known = before && openQuestionDocument.parse(before);
      return openQuestionDocument.toBody({
        sought: question.sought,
        filters,
        timesAsked: (known?.timesAsked ?? 0) + 1,
        firstAskedAt: known?.firstAskedAt ?? askedAt,
        lastAskedAt: askedAt,
      });
    };
    await writeLatest(this.#store, openQuestionCollection, { partition: id, id }, toBody, expiresAt);
  }

  /** The latest first, at most 100. */
  async latest(): Promise<readonly OpenQuestion[]> {
    const page = await this.#store.query(openQuestionCollection, {
      orderBy: { field: 'lastAskedAt', direction: 'descending' },
      limit: 100,
    });
    return page.documents.map(({ body }) => openQuestionDocument.parse(body));
  }
}
