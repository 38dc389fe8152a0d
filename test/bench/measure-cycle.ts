import { statSync } from 'node:fs';
import { readConfig } from '../../src/config.ts';
import { announcementId, broadcastId } from '../../src/domain/ids.ts';
import { dayMs } from '../../src/domain/instant.ts';
import { composeMessage } from '../../src/chat/compose-message.ts';
import { BucketBook } from '../../src/features/broadcasts/bucket-book.ts';
import { claimDeliveries } from '../../src/features/broadcasts/claim-deliveries.ts';
import { deliver } from '../../src/features/broadcasts/deliver.ts';
import type { DeliverDeps } from '../../src/features/broadcasts/deliver.ts';
import { fixRecipients } from '../../src/features/broadcasts/fix-recipients.ts';
import { Pace } from '../../src/features/broadcasts/pace.ts';
import { startBroadcast } from '../../src/features/broadcasts/start-broadcast.ts';
import type { Broadcast } from '../../src/domain/broadcast.ts';
import type { Timer } from '../../src/ports/timer.ts';
import { createSqliteStore } from '../../src/store/adapters/sqlite.ts';
import { systemClock } from '../../src/system/clock.ts';
import { createWorkbench } from '../../src/workbench.ts';
import { announced, fillAudience } from './fill-audience.ts';
import { quantile } from './figures.ts';

/** What a send costs beside the call itself. Times in milliseconds. */
export interface CycleFigures {
  readonly people: number;
  /** From the broadcast being there to the first that may be claimed: everybody is written down. */
  readonly snapshotMs: number;
  /** Of the store file, with the members, their places and the deliveries. */
  readonly fileBytes: number;
  readonly cycles: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
}

/** As many as the engine claims for one broadcast. */
const claimAtOnce = 48;
const warmUp = 480;

/**
 * One delivery after the other, through the product's own steps on a store file, in this process: its part of the claim, the member's
 * wishes, their place, the card, a place in the row, `sending`, the outcome. The service answers at once and waiting for the limits takes
 * no time, so what is measured is ours alone: the two commits of a delivery, fsync included, wait for nobody, as in the engine several
 * share one.
 */
export async function measureCycle(
  folder: { readonly storePath: string; readonly operatorData: string },
  { people, cycles }: { readonly people: number; readonly cycles: number },
): Promise<CycleFigures> {
  const store = createSqliteStore({ path: folder.storePath, clock: systemClock });
  const { deps } = createWorkbench(
    readConfig({
      BOT_MODE: 'playground',
      STORE: 'sqlite',
      SQLITE_PATH: folder.storePath,
      OPERATOR_DATA: folder.operatorData,
      QUIET_HOURS: 'off',
      LOG_LEVEL: 'warn',
    }),
    { store },
  );
  await fillAudience(store, { people, tenants: 1, serviceUrl: 'http://127.0.0.1:9' });
  try {
    const id = broadcastId(announced);
    await startBroadcast(deps, {
      id,
      subject: { kind: 'announcement', announcementId: announcementId(announced) },
      audience: [{ kind: 'all-members' }],
      lifeMs: dayMs,
    });
    const readBroadcast = async () => (await deps.broadcasts.find(id))?.value;
    const snapshotMs = await timeSnapshot(deps, await readBroadcast());
    const broadcast = await readBroadcast();
    const tenant = broadcast?.tenants[0];
    const isThere = broadcast !== undefined && tenant !== undefined;
    const book = isThere ? await BucketBook.open(deps, broadcast, tenant, 1) : undefined;
    if (book === undefined) {
      throw new Error('The snapshot left no recipients');
    }
    const timer = timerThatSkips();
    const times = await timeCycles(
      {
        ...deps,
        messenger: {
          send: async () => ({ kind: 'accepted', activityId: '1' }),
          update: async () => ({ kind: 'accepted' }),
        },
        compose: ([subject], recipient, how) =>
          subject === undefined
            ? Promise.resolve(undefined)
            : composeMessage(deps, { subject, recipient, ...how }),
        pace: new Pace({ clock: systemClock, timer }),
        timer,
      },
      book,
      warmUp + cycles,
    );
    const measured = times.slice(warmUp);
    return {
      people,
      snapshotMs,
      fileBytes: statSync(folder.storePath).size,
      cycles: measured.length,
      p50Ms: quantile(measured, 0.5),
      p95Ms: quantile(measured, 0.95),
    };
  } finally {
    await store.close();
  }
}

async function timeSnapshot(
  deps: Parameters<typeof fixRecipients>[0],
  broadcast: Broadcast | undefined,
): Promise<number> {
  const startedAt = performance.now();
  const result = broadcast && (await fixRecipients(deps, broadcast, new AbortController().signal));
  if (result !== 'fixed') {
    throw new Error(`The snapshot ended as ${result}`);
  }
  return performance.now() - startedAt;
}

async function timeCycles(deps: DeliverDeps, book: BucketBook, count: number): Promise<readonly number[]> {
  const holder = { stopped: new AbortController().signal, holds: () => true };
  const times: number[] = [];
  while (times.length < count) {
    const claimedAt = performance.now();
    const claimed = await claimDeliveries(deps, book, claimAtOnce);
    const share = (performance.now() - claimedAt) / claimed.length;
    if (claimed.length === 0) {
      throw new Error('Nobody is left to send to');
    }
    for (const item of claimed) {
      const startedAt = performance.now();
      await deliver(deps, [item], holder);
      times.push(share + performance.now() - startedAt);
    }
  }
  if (book.count('delivered') !== times.length) {
    throw new Error(`${book.count('delivered')} of ${times.length} were delivered`);
  }
  return times;
}

/** Whoever waits is called at once, and finds that the time has passed. */
function timerThatSkips(): Timer {
  let skippedMs = 0;
  return {
    uptime: () => performance.now() + skippedMs,
    after(ms, callback) {
      skippedMs += ms;
      const soon = setImmediate(callback);
      return () => clearImmediate(soon);
    },
  };
}
