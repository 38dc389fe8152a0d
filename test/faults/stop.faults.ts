import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSqliteStore } from '../../src/store/adapters/sqlite.ts';
import { leaseCollection, Leases } from '../../src/store/leases.ts';
import { systemClock } from '../../src/system/clock.ts';
import { BotProcess } from '../bench/bot-process.ts';
import { fillAudience, tenantOfConversation } from '../bench/fill-audience.ts';
import { FaultyConnector } from '../support/faulty-connector.ts';
import { findProblems } from './audit.ts';
import { countIn, readStore } from './read-store.ts';

/** P18. */
const longestStopMs = 20_000;
const rates = { post: { 'answer-lost': 0.03, 'reset-after-accept': 0.02, '502': 0.03 } };
const noJournal = new Map<string, string>();

describe('the bot that is stopped while it sends', () => {
  let folder: string;
  let storePath: string;
  let connector: FaultyConnector;
  let bot: BotProcess | undefined;
  let isFinished: boolean;
  let isStopped: boolean;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'stop-'));
    storePath = join(folder, 'store.sqlite');
    isFinished = false;
    isStopped = false;
    connector = await FaultyConnector.start({ seed: 18, tenantOf: tenantOfConversation, rates });
    const store = createSqliteStore({ path: storePath, clock: systemClock });
    await fillAudience(store, {
      people: 150,
      tenants: 2,
      strangers: 3,
      channels: 1,
      serviceUrl: connector.url,
    });
    await store.close();
  });

  afterEach(async () => {
    await bot?.stop();
    await connector.close();
    rmSync(folder, { recursive: true });
  });

  async function startBot(): Promise<BotProcess> {
    const environment = {
      BOT_MODE: 'playground',
      STORE: 'sqlite',
      SQLITE_PATH: storePath,
      OPERATOR_DATA: join(folder, 'operator'),
      QUIET_HOURS: 'off',
      LOG_LEVEL: 'info',
    };
    const script = new URL('../../src/index.ts', import.meta.url);
    return BotProcess.start({ script, environment, answersWithCards: true }, [], (line) => {
      isFinished ||= line.includes('"broadcast.finished"');
      isStopped ||= line.includes('"app.stopped"');
    });
  }

  async function until(holds: () => boolean): Promise<void> {
    while (!holds()) {
      await pause(5);
    }
  }

  it.each([1, 40, 100])(
    'gives everything back, and goes on after the next start: %i accepted',
    async (count) => {
      bot = await startBot();
      await until(() => connector.ledger.report().accepted >= count);

      const exitCode = await bot.stop(longestStopMs);

      const { ambiguous, accepted } = connector.ledger.report();
      const { deliveries } = await readStore(storePath);
      expect({ exitCode, isStopped }).toEqual({ exitCode: 0, isStopped: true });
      expect(countIn(deliveries, 'claimed') + countIn(deliveries, 'sending')).toBe(0);
      expect(countIn(deliveries, 'unclear')).toBe(ambiguous);
      expect(countIn(deliveries, 'planned')).toBeGreaterThan(0);
      expect(accepted).toBeLessThan(deliveries.length);
      expect(await holdersOf(storePath)).toEqual([undefined, undefined]);

      bot = await startBot();
      await until(() => isFinished);
      await bot.stop();

      const found = await readStore(storePath);
      expect(findProblems({ found, ledger: connector.ledger, journal: noJournal, left: 0 })).toEqual([]);
    },
  );
});

/** Who holds the leases of the two tenants: nobody, when they were given back. */
async function holdersOf(storePath: string): Promise<readonly (string | undefined)[]> {
  const store = createSqliteStore({ path: storePath, clock: systemClock });
  await store.open([leaseCollection]);
  try {
    const leases = new Leases(store);
    const found = await Promise.all(['send.t0', 'send.t1'].map((name) => leases.find(name)));
    return found.map((lease) => (lease === undefined ? 'nobody ever' : lease.holder));
  } finally {
    await store.close();
  }
}
