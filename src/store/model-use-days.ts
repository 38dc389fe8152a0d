import { z } from 'zod';
import type { TenantId } from '../domain/ids.ts';
import { dayMs } from '../domain/instant.ts';
import type { Instant } from '../domain/instant.ts';
import { addModelUse, noModelUse } from '../domain/model-use.ts';
import type { ModelUse, ModelUseDay } from '../domain/model-use.ts';
import type { Collection, DocumentKey, DocumentStore } from '../ports/document-store.ts';
import { defineDocument } from './document.ts';
import { everyDocument } from './every-document.ts';
import { hashedId } from './hashed-id.ts';
import { writeLatest } from './write-latest.ts';

export const modelUseDayCollection: Collection = { name: 'model-use-days', indexes: ['day'] };

const tokens = z.number().int().nonnegative();
const modelUseDayDocument = defineDocument({
  name: 'model-use-day',
  version: 1,
  schema: z.object({
    day: z.string(),
    requests: tokens,
    inputTokens: tokens,
    outputTokens: tokens,
    uncounted: tokens,
    estimatedTokens: tokens,
    embeddingTokens: tokens,
  }),
  upgrades: {},
});

const keptMs = 400 * dayMs;

/** For whom a model worked: the people of a tenant, or nobody in particular. */
export type ModelAccount = TenantId | 'community';

/** What was used of models: one document for each day and account, which holds no words and no person. */
export class ModelUseDays {
  readonly #store: DocumentStore;

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  /** `day`: in Berlin, to which `now` belongs. */
  async add(
    account: ModelAccount,
    { day, now }: { readonly day: string; readonly now: Instant },
    use: ModelUse,
  ): Promise<void> {
    await writeLatest(
      this.#store,
      modelUseDayCollection,
      toKey(account, day),
      (known) => {
        const before = known === undefined ? noModelUse : modelUseDayDocument.parse(known);
        return modelUseDayDocument.toBody({ day, ...addModelUse(before, use) });
      },
      now + keptMs,
    );
  }

  async find(account: ModelAccount, day: string): Promise<ModelUse> {
    const document = await this.#store.get(modelUseDayCollection, toKey(account, day));
    return document === undefined ? noModelUse : modelUseDayDocument.parse(document.body);
  }

  /** From this day on, of all accounts together; days without any use are missing. */
  async since(day: string): Promise<ReadonlyMap<string, ModelUseDay>> {
    const days = new Map<string, ModelUseDay>();
    const range = { field: 'day', from: day };
    for await (const { body } of everyDocument(this.#store, modelUseDayCollection, { range })) {
      const one = modelUseDayDocument.parse(body);
      days.set(one.day, { day: one.day, ...addModelUse(days.get(one.day) ?? noModelUse, one) });
    }
    return days;
  }
}

function toKey(account: ModelAccount, day: string): DocumentKey {
  return { partition: hashedId(`model-use\n${account}`), id: day };
}
