import type { DocumentStore } from '../ports/document-store.ts';
import type { Logger } from '../ports/logger.ts';

/** Physically removes what has expired: old questions, claims and tombstones. */
export async function purgeExpired(deps: {
  readonly store: DocumentStore;
  readonly logger: Logger;
}): Promise<void> {
  const removed = await deps.store.purgeExpired();
  if (removed > 0) {
    deps.logger.info('store.purged', { removed });
  }
}
