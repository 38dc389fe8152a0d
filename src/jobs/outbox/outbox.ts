import type { Broadcast } from '../../domain/broadcast.ts';
import type { BroadcastId, TenantId } from '../../domain/ids.ts';
import { secondMs } from '../../domain/instant.ts';
import { findOpenTenants, finishBroadcast } from '../../features/broadcasts/finish-broadcast.ts';
import { fixRecipients } from '../../features/broadcasts/fix-recipients.ts';
import { sleep } from '../../features/broadcasts/sleep.ts';
import type { Deps } from '../../deps.ts';
import { Lane } from './lane.ts';
import type { LaneDeps } from './lane.ts';
import { LeaseKeeper } from './lease-keeper.ts';
import { Permits } from './permits.ts';
import type { OutboxSettings } from './settings.ts';

export type OutboxDeps = LaneDeps & Parameters<typeof fixRecipients>[0] & Pick<Deps, 'leases' | 'ids'>;

export interface Outbox {
  /** Begins nothing more, waits for what is under way, and gives its leases back. */
  stop(): Promise<void>;
}

/** New tenants at one look: the rest is for other instances, which look as often. */
const takeAtOnce = 4;
const retryFailedMs = 5 * secondMs;

/** Sends everything that the bot sends on its own, together with the other instances of the app. */
export function runOutbox(deps: OutboxDeps, settings: OutboxSettings): Outbox {
  const keeper = new LeaseKeeper(deps, deps.ids.next(), settings.leaseMs);
  const permits = new Permits(settings.mostInFlight);
  const stopped = new AbortController();
  const lanes = new Map<TenantId, { readonly lane: Lane; readonly running: Promise<void> }>();
  const snapshots = new Map<BroadcastId, Promise<void>>();
  /** Not opened again before then, by the timer's uptime: something is wrong, and is told once in a while. */
  const failed = new Map<TenantId | BroadcastId, number>();
  let wake = new AbortController();
  const stopListening = deps.broadcasts.onChange(() => wake.abort());

  function hasFailed(id: TenantId | BroadcastId): boolean {
    return (failed.get(id) ?? -Infinity) > deps.timer.uptime();
  }

  async function look(): Promise<boolean> {
    const preparing = await deps.broadcasts.inPhase('preparing');
    for (const broadcast of preparing) {
      await beginSnapshot(broadcast);
    }
    const sending = await deps.broadcasts.inPhase('sending');
    const wanted = new Set<TenantId>();
    for (const broadcast of sending) {
      const open = await findOpenTenants(
        deps,
        broadcast,
        (tenant) => lanes.get(tenant)?.lane.worksOn(broadcast.id) === true,
      );
      if (open.length === 0) {
        await finishBroadcast(deps, broadcast);
      }
      for (const tenant of open) {
        wanted.add(tenant);
      }
    }
    for (const { lane } of lanes.values()) {
      await lane.follow(sending);
    }
    await openLanes(wanted, sending);
    const isResting = wanted.size === lanes.size && [...lanes.values()].every(({ lane }) => lane.isResting);
    return preparing.length > 0 || (sending.length > 0 && !isResting);
  }

  async function openLanes(wanted: ReadonlySet<TenantId>, sending: readonly Broadcast[]): Promise<void> {
    let taken = 0;
    for (const tenantId of wanted) {
      if (stopped.signal.aborted || taken === takeAtOnce) {
        return;
      }
      if (lanes.has(tenantId) || hasFailed(tenantId)) {
        continue;
      }
      const name = `send.${tenantId}`;
      const epoch = await keeper.take(name);
      if (epoch !== undefined) {
        taken += 1;
        openLane(tenantId, name, epoch, sending);
      }
    }
  }

  function openLane(tenantId: TenantId, name: string, epoch: number, sending: readonly Broadcast[]): void {
    const lease = { epoch, holds: () => keeper.holds(name) };
    const lane = new Lane(deps, { tenantId, lease, permits, settings });
    const running = lane
      .run(sending)
      .catch((error: unknown) => {
        failed.set(tenantId, deps.timer.uptime() + retryFailedMs);
        deps.logger.error('broadcast.lane-failed', { error });
      })
      // The limits are kept in memory: whoever comes next begins with a fresh second.
      .then(() => sleep(deps.timer, deps.pace.forgottenMs(tenantId), new AbortController().signal))
      .then(() => keeper.release(name))
      .catch((error: unknown) => deps.logger.error('broadcast.lease-not-released', { error }))
      .finally(() => {
        lanes.delete(tenantId);
        wake.abort();
      });
    lanes.set(tenantId, { lane, running });
  }

  async function beginSnapshot(broadcast: Broadcast): Promise<void> {
    const name = `snapshot.${broadcast.id}`;
    const mayBegin = !stopped.signal.aborted && !snapshots.has(broadcast.id) && !hasFailed(broadcast.id);
    if (!mayBegin || (await keeper.take(name)) === undefined) {
      return;
    }
    const running = fixRecipients(deps, broadcast, stopped.signal)
      .then((result) => deps.logger.info('broadcast.recipients', { broadcastId: broadcast.id, result }))
      .catch((error: unknown) => {
        failed.set(broadcast.id, deps.timer.uptime() + retryFailedMs);
        deps.logger.error('broadcast.snapshot-failed', { error });
      })
      .then(() => keeper.release(name))
      .catch((error: unknown) => deps.logger.error('broadcast.lease-not-released', { error }))
      .finally(() => {
        snapshots.delete(broadcast.id);
        wake.abort();
      });
    snapshots.set(broadcast.id, running);
  }

  async function run(): Promise<void> {
    while (!stopped.signal.aborted) {
      wake = new AbortController();
      let restMs: number;
      try {
        restMs = (await look()) ? settings.busyMs : settings.idleMs;
      } catch (error) {
        deps.logger.error('broadcast.look-failed', { error });
        restMs = retryFailedMs;
      }
      await sleep(deps.timer, restMs, AbortSignal.any([wake.signal, stopped.signal]));
    }
  }

  async function renew(): Promise<void> {
    while (!stopped.signal.aborted || lanes.size > 0) {
      await sleep(deps.timer, settings.leaseMs / 4, new AbortController().signal);
      try {
        await keeper.renewAll();
      } catch (error) {
        deps.logger.error('broadcast.leases-not-renewed', { error });
      }
    }
  }

  function stopLanes(): void {
    for (const { lane } of lanes.values()) {
      lane.stop();
    }
  }

  const running = run();
  void renew();
  return {
    async stop() {
      stopped.abort();
      stopListening();
      stopLanes();
      await running;
      // One may have been opened by the last look.
      stopLanes();
      await Promise.all([...lanes.values()].map((one) => one.running));
      await Promise.all(snapshots.values());
    },
  };
}
