import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { createSqliteStore } from '../../src/store/adapters/sqlite.ts';
import { systemClock } from '../../src/system/clock.ts';
import { fillAudience, tenantOfConversation } from '../bench/fill-audience.ts';
import { FaultyConnector } from '../support/faulty-connector.ts';
import { seeded } from '../support/seeded.ts';
import { findProblems } from './audit.ts';
import type { Written } from './deadly-store.ts';
import { amongOf, duringPost, writePoints } from './kill-points.ts';
import { liveOnce } from './live-once.ts';
import type { Kill } from './live-once.ts';
import { countIn, readStore } from './read-store.ts';

/** Two tenants, a snapshot of more than one batch, a channel, and people without a way to them. */
const audience = { people: 60, tenants: 2, strangers: 80, channels: 1 };
const latencyMs = 25;
/** P2's, and now and then an answer that never comes. */
const rates = {
  post: { '502-after-accept': 0.03, 'reset-after-accept': 0.02, '502': 0.03, 'answer-lost': 0.005 },
};
const mostInFlight = 24;

/**
 * One broadcast whose sender is killed at the point, started again, perhaps killed again, until it is finished. Returns what is wrong
 * then: nothing, if the product keeps its promises.
 */
export async function runTrial(folder: string, point: string, seed: number): Promise<readonly string[]> {
  const own = join(folder, `${point.replaceAll(/\W/g, '-')}-${seed}`);
  mkdirSync(own);
  const connector = await FaultyConnector.start({ seed, tenantOf: tenantOfConversation, rates, latencyMs });
  try {
    const paths = {
      storePath: join(own, 'store.sqlite'),
      journalPath: join(own, 'journal'),
      operatorData: join(folder, 'operator'),
    };
    const store = createSqliteStore({ path: paths.storePath, clock: systemClock });
    await fillAudience(store, { ...audience, serviceUrl: connector.url });
    await store.close();
    const problems = await liveUntilFinished(paths, connector, planKills(point, seed));
    return problems.map((problem) => `seed ${seed}: ${problem}`);
  } finally {
    await connector.close();
  }
}

interface Plan {
  /** Each kills one life, and is certain to be met. */
  readonly certain: readonly Kill[];
  /** Perhaps the next life ends too soon, or never comes to this point. */
  readonly perhaps: Kill | undefined;
}

/** Every second trial also kills the next sender, somewhere else. */
function planKills(point: string, seed: number): Plan {
  const chance = seeded(seed, point);
  const kill = (at: string): Kill => ({ at, nth: 1 + Math.floor(chance() * amongOf(at)) });
  const before = writePoints[point]?.afterKillAt;
  const certain = [...(before === undefined ? [] : [kill(before)]), kill(point)];
  const others = [...Object.keys(writePoints), duringPost];
  const other = others[Math.floor(chance() * others.length)];
  return { certain, perhaps: chance() < 0.5 && other !== undefined ? kill(other) : undefined };
}

async function liveUntilFinished(
  paths: { readonly storePath: string; readonly journalPath: string; readonly operatorData: string },
  connector: FaultyConnector,
  { certain, perhaps }: Plan,
): Promise<readonly string[]> {
  const kills = [...certain, ...(perhaps === undefined ? [] : [perhaps]), undefined];
  const problems: string[] = [];
  let left = 0;
  for (const [life, kill] of kills.entries()) {
    const { end, errors } = await liveOnce({ ...paths, ...(kill && { kill }) }, connector.ledger);
    if (end === 'failed' || (end === 'finished' && life < certain.length)) {
      return [`life ${life}, to be killed ${kill?.at} (${kill?.nth}), ${end}: ${errors}`];
    }
    if (end === 'finished') {
      break;
    }
    const inFlight = countIn((await readStore(paths.storePath)).deliveries, 'sending');
    if (inFlight > mostInFlight) {
      problems.push(`${inFlight} were under way at once`);
    }
    left += inFlight;
  }
  const accounts = {
    found: await readStore(paths.storePath),
    ledger: connector.ledger,
    journal: readJournal(paths.journalPath),
    left,
  };
  return [...problems, ...findProblems(accounts)];
}

/** The last that the senders were told of each delivery. A line that a kill cut off was told to nobody. */
function readJournal(path: string): ReadonlyMap<string, string> {
  const lines = readFileSync(path, 'utf8').split('\n').slice(0, -1);
  return new Map(
    lines.map((line) => JournalLine.parse(JSON.parse(line))).map(({ id, state }) => [id, state]),
  );
}

const JournalLine: z.ZodType<Written> = z.object({ id: z.string(), state: z.string() });
