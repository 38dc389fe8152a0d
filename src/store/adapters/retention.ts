import { dayMs } from '../../domain/instant.ts';

/** How long a tombstone stays in the change feed; whoever follows must read more often than that. */
export const tombstoneMs = 30 * dayMs;
