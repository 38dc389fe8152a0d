import type { Deps } from '../../deps.ts';
import type { Broadcast } from '../../domain/broadcast.ts';
import { dayMs } from '../../domain/instant.ts';
import type { Instant } from '../../domain/instant.ts';

/** How long it is kept whom a broadcast reached: as long as its messages can be corrected. */
const keepMs = 180 * dayMs;

export function toForgetAt({ createdAt }: Pick<Broadcast, 'createdAt'>): Instant {
  return createdAt + keepMs;
}

type NewBroadcast = Pick<Broadcast, 'id' | 'subject' | 'audience' | 'lifeMs'> &
  Partial<Pick<Broadcast, 'except'>>;

/** Begins a broadcast; the jobs do the rest. Its id is made of what it is about, so that beginning it twice begins it once. */
export async function startBroadcast(
  deps: Pick<Deps, 'broadcasts' | 'clock'>,
  { id, subject, audience, lifeMs, except = [] }: NewBroadcast,
): Promise<'started' | 'exists'> {
  const createdAt = deps.clock.now();
  const broadcast: Broadcast = {
    id,
    subject,
    audience,
    except,
    phase: 'preparing',
    createdAt,
    lifeMs,
    tenants: [],
    revision: 1,
    repeats: 0,
  };
  const outcome = await deps.broadcasts.add(broadcast, toForgetAt(broadcast));
  return outcome === 'added' ? 'started' : 'exists';
}
