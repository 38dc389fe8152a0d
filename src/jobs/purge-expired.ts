import type { Deps } from '../deps.ts';

/** Physically removes what has expired: old questions, claims and tombstones. */
export async function purgeExpired(deps: Pick<Deps, 'purge' | 'logger'>): Promise<void> {
  const removed = await deps.purge();
  if (removed > 0) {
    deps.logger.info('store.purged', { removed });
  }
}
