import type { Deps } from '../../deps.ts';
import type { BroadcastId } from '../../domain/ids.ts';

/**
 * For a broadcast that somebody began with a name which was erased meanwhile, after everything that named the person: what was for them
 * alone is not sent. See `ownBroadcastsSource` for those that were there before.
 */
export async function nameNobody(
  { broadcasts, clock }: Pick<Deps, 'broadcasts' | 'clock'>,
  id: BroadcastId,
): Promise<void> {
  await broadcasts.change(id, (broadcast) => {
    const audience = broadcast.audience.filter(({ kind }) => kind !== 'member');
    if (audience.length === broadcast.audience.length && broadcast.except.length === 0) {
      return undefined;
    }
    const isPointless = audience.length === 0 && broadcast.cancelledAt === undefined;
    return { ...broadcast, audience, except: [], ...(isPointless && { cancelledAt: clock.now() }) };
  });
}
