import { rmSync, statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { isFinal, tallyKey } from '../../src/domain/delivery.ts';
import type { Tally } from '../../src/domain/delivery.ts';
import { createSqliteStore } from '../../src/store/adapters/sqlite.ts';
import { systemClock } from '../../src/system/clock.ts';
import { readStore } from '../faults/read-store.ts';
import { FaultyConnector } from '../support/faulty-connector.ts';
import type { SendingReport } from '../support/sending-ledger.ts';
import { BotProcess, settling } from './bot-process.ts';
import type { BotScript } from './bot-process.ts';
import { fillAudience, tenantOfConversation } from './fill-audience.ts';

/** How the stand-in of the connector answers: P2's faults, and the latency of Teams. */
export const service = {
  seed: 1,
  latencyMs: 300,
  rates: { post: { 'answer-lost': 0.03, 'reset-after-accept': 0.02, '502': 0.03 } },
} as const;

/** What one broadcast of the real bot showed. Times in milliseconds, memory in bytes. */
export interface BroadcastFigures {
  readonly people: number;
  readonly tenants: number;
  /** From the first call for the first recipient to that for the last, at the service. */
  readonly sendsPerSecond: number;
  /** From the time the announcement was scheduled for. */
  readonly firstSendMs: number;
  readonly finishedMs: number;
  /** Processor time of the bot for each recipient, all threads, the snapshot and everything else included. */
  readonly processorMs: number;
  /** The most resident memory from the snapshot to the end, and that of the same bot before, collected. */
  readonly peakBytes: number;
  readonly idleBytes: number;
  readonly fileBytes: number;
  readonly service: SendingReport;
  /** Counted from the deliveries; `isReported` says whether the report has the same counts. */
  readonly tally: Tally;
  readonly isReported: boolean;
  readonly areAllFinal: boolean;
}

/** Time for the bot to start, and to be measured while it has nothing to do. */
const dueInMs = 15_000;
const lookEveryMs = 100;
const slowestPerSecond = 15;

/** Lets the bot, a process of its own on a store file of its own, send one announcement to so many people. */
export async function measureBroadcast(
  bot: BotScript,
  storePath: string,
  { people, tenants }: { readonly people: number; readonly tenants: number },
): Promise<BroadcastFigures> {
  const firstCalls: number[] = [];
  const connector = await FaultyConnector.start({
    ...service,
    // Asked once for each recipient, when the first call comes.
    tenantOf(conversation) {
      firstCalls.push(systemClock.now());
      return tenantOfConversation(conversation);
    },
  });
  const store = createSqliteStore({ path: storePath, clock: systemClock });
  await fillAudience(store, { people, tenants, serviceUrl: connector.url, dueInMs });
  await store.close();
  const dueAt = systemClock.now() + dueInMs;
  const finishedAt: number[] = [];
  const running = await BotProcess.start(bot, settling, (line) => {
    if (line.includes('"broadcast.finished"')) {
      finishedAt.push(systemClock.now());
    }
  });
  try {
    await running.settle();
    const idleBytes = running.memory();
    const processorBefore = running.processorMs();
    if (firstCalls.length > 0) {
      throw new Error('The bot began to send before it was measured');
    }
    let peakBytes = 0;
    while (finishedAt.length === 0) {
      await pause(lookEveryMs);
      peakBytes = Math.max(peakBytes, running.memory());
      if (systemClock.now() > dueAt + 60_000 + (people / slowestPerSecond) * 1000) {
        throw new Error(`The broadcast did not end; ${firstCalls.length} of ${people} were sent to`);
      }
    }
    const processorMs = (running.processorMs() - processorBefore) / people;
    await running.stop();
    const [first = Number.NaN, last = Number.NaN] = [firstCalls[0], firstCalls.at(-1)];
    const [end = Number.NaN] = finishedAt;
    return {
      people,
      tenants,
      sendsPerSecond: ((firstCalls.length - 1) / (last - first)) * 1000,
      firstSendMs: first - dueAt,
      finishedMs: end - dueAt,
      processorMs,
      peakBytes,
      idleBytes,
      fileBytes: statSync(storePath).size,
      service: connector.ledger.report(),
      ...(await readEnd(storePath)),
    };
  } finally {
    await running.stop();
    await connector.close();
    rmSync(storePath, { force: true });
  }
}

async function readEnd(
  storePath: string,
): Promise<Pick<BroadcastFigures, 'tally' | 'isReported' | 'areAllFinal'>> {
  const { deliveries, report } = await readStore(storePath);
  const tally: Record<string, number> = {};
  for (const { value } of deliveries) {
    const key = tallyKey(value.state);
    tally[key] = (tally[key] ?? 0) + 1;
  }
  const keys = new Set([...Object.keys(tally), ...Object.keys(report?.tally ?? {})]);
  return {
    tally,
    isReported: [...keys].every((key) => tally[key] === report?.tally[key]),
    areAllFinal: deliveries.every(({ value }) => isFinal(value.state)),
  };
}
