import type { Deps } from '../../deps.ts';
import type { Broadcast } from '../../domain/broadcast.ts';
import type { BroadcastId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';

type ChangeDeps = Pick<Deps, 'broadcasts' | 'clock'>;

/** `unchanged`: it is so already, or there is nothing of it. */
export type RequestedChange = 'requested' | 'unchanged';

/** "Abbrechen": nothing more is sent, what waits is cancelled; the jobs see it within two seconds. */
export async function cancelBroadcast(deps: ChangeDeps, id: BroadcastId): Promise<RequestedChange> {
  return request(deps, id, (broadcast) =>
    broadcast.phase === 'finished' || broadcast.cancelledAt !== undefined
      ? undefined
      : { ...broadcast, cancelledAt: deps.clock.now() },
  );
}

interface Revision {
  readonly withdrawn?: boolean;
  readonly revision?: number;
  readonly keepUntil?: Instant;
}

/**
 * What the broadcast is about was changed: posted messages are to show it. `withdrawn`: what was not sent yet is not sent any more.
 * With `revision` the same is asked for once, however often it is asked; without it each call is a change of its own. `keepUntil`: until
 * when it must be possible to correct them again.
 */
export async function reviseBroadcast(
  deps: ChangeDeps,
  id: BroadcastId,
  { withdrawn = false, revision, keepUntil }: Revision = {},
): Promise<RequestedChange> {
  return request(deps, id, (broadcast) =>
    revision !== undefined && broadcast.revision >= revision
      ? undefined
      : {
          ...reopen(broadcast),
          revision: revision ?? broadcast.revision + 1,
          ...(withdrawn && broadcast.cancelledAt === undefined && { cancelledAt: deps.clock.now() }),
          ...(keepUntil !== undefined && {
            keepUntil: Math.max(keepUntil, broadcast.keepUntil ?? keepUntil),
          }),
        },
  );
}

/**
 * "Erneut senden (als Wiederholung)": the unclear ones get the message again. Not after it was cancelled; one that was stopped is
 * tried anew.
 */
export async function repeatUnclear(deps: ChangeDeps, id: BroadcastId): Promise<RequestedChange> {
  return request(deps, id, (broadcast) => {
    if (broadcast.phase !== 'finished' || broadcast.cancelledAt !== undefined) {
      return undefined;
    }
    const { stopped: _, ...rest } = reopen(broadcast);
    return { ...rest, repeats: broadcast.repeats + 1 };
  });
}

/** Something is to be done again. */
export function reopen(broadcast: Broadcast): Broadcast {
  const { finishedAt: _, ...rest } = broadcast;
  return { ...rest, phase: broadcast.phase === 'finished' ? 'sending' : broadcast.phase };
}

async function request(
  deps: ChangeDeps,
  id: BroadcastId,
  change: (broadcast: Broadcast) => Broadcast | undefined,
): Promise<RequestedChange> {
  return (await deps.broadcasts.change(id, change)) === undefined ? 'unchanged' : 'requested';
}
