import { describe } from 'vitest';
import { describeChangeFeed } from './document-store-changes.ts';
import { describeExpiry } from './document-store-expiry.ts';
import { describeQueries } from './document-store-queries.ts';
import { describeTransactions } from './document-store-transactions.ts';
import { describeUsage } from './document-store-usage.ts';
import type { CreateStore } from './document-store-scene.ts';

/** What every adapter of the document store must do alike. `create` makes a store that is empty and not yet open. */
export function describeDocumentStore(name: string, create: CreateStore): void {
  describe(`the ${name} document store`, () => {
    describeTransactions(create);
    describeQueries(create);
    describeChangeFeed(create);
    describeExpiry(create);
    describeUsage(create);
  });
}
