/**
 * The process that is killed: the product's delivery engine on a store file, with the real messenger, and leases short enough to wait
 * for. It begins what is due, sends until that is finished, and ends. Its one argument is an `Order` as JSON.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { readConfig } from '../../src/config.ts';
import { broadcastId } from '../../src/domain/ids.ts';
import { startDueAnnouncements } from '../../src/features/announcements/start-due.ts';
import { Pace } from '../../src/features/broadcasts/pace.ts';
import { runOutbox } from '../../src/jobs/outbox/outbox.ts';
import { outboxSettings } from '../../src/jobs/outbox/settings.ts';
import { createSqliteStore } from '../../src/store/adapters/sqlite.ts';
import { systemClock } from '../../src/system/clock.ts';
import { systemTimer } from '../../src/system/timer.ts';
import { createMessenger } from '../../src/teams/messenger.ts';
import { createWorkbench } from '../../src/workbench.ts';
import { announced } from '../bench/fill-audience.ts';
import { deadlyStore } from './deadly-store.ts';
import { writePoints } from './kill-points.ts';

const Order = z.object({
  storePath: z.string(),
  journalPath: z.string(),
  operatorData: z.string(),
  kill: z.object({ at: z.string(), nth: z.number() }).optional(),
});
export type SenderOrder = z.input<typeof Order>;

const settings = { ...outboxSettings, leaseMs: 400, busyMs: 50, idleMs: 50, publishMs: 100 };
/** Longer than a loaded machine takes to answer itself. */
const callMs = 4000;
const lookEveryMs = 20;

/** The product's timer keeps no program alive. */
const alive = setInterval(() => undefined, 1000);
const { storePath, journalPath, operatorData, kill } = Order.parse(JSON.parse(process.argv[2] ?? ''));
const point = kill && writePoints[kill.at];
const store = deadlyStore(
  createSqliteStore({ path: storePath, clock: systemClock }),
  journalPath,
  kill && point && { point, nth: kill.nth },
);
const config = readConfig({
  BOT_MODE: 'playground',
  STORE: 'sqlite',
  SQLITE_PATH: storePath,
  OPERATOR_DATA: operatorData,
  QUIET_HOURS: 'off',
  LOG_LEVEL: 'error',
});
const workbench = createWorkbench(config, { store });
const { deps } = workbench;
const { clock, logger, isServiceAllowed } = deps;
await workbench.open();

const outbox = runOutbox(
  {
    ...deps,
    timer: systemTimer,
    messenger: createMessenger({ config, logger, isServiceAllowed, callMs }),
    compose: async () => ({ card: { type: 'AdaptiveCard', version: '1.5' }, summary: 'Einladung' }),
    pace: new Pace({ clock, timer: systemTimer }),
  },
  settings,
);
await startDueAnnouncements(deps);
while ((await deps.broadcasts.find(broadcastId(announced)))?.value.phase !== 'finished') {
  await pause(lookEveryMs);
}
await outbox.stop();
await store.close();
clearInterval(alive);
