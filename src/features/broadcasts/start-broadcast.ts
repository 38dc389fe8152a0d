import type { Deps } from '../../deps.ts';
import type { Broadcast } from '../../domain/broadcast.ts';

type NewBroadcast = Pick<Broadcast, 'id' | 'subject' | 'audience' | 'lifeMs'> &
  Partial<Pick<Broadcast, 'except' | 'keepUntil'>>;

/** Begins a broadcast; the jobs do the rest. Its id is made of what it is about, so that beginning it twice begins it once. */
export async function startBroadcast(
  deps: Pick<Deps, 'broadcasts' | 'clock'>,
  { except = [], ...content }: NewBroadcast,
): Promise<'started' | 'exists'> {
  const createdAt = deps.clock.now();
  const broadcast: Broadcast = {
    ...content,
    except,
    phase: 'preparing',
    createdAt,
    tenants: [],
    revision: 1,
    repeats: 0,
  };
  const outcome = await deps.broadcasts.add(broadcast);
  return outcome === 'added' ? 'started' : 'exists';
}
