import { join } from 'node:path';
import type { BotScript } from './bot-process.ts';
import { measureBroadcast } from './measure-broadcast.ts';
import type { BroadcastFigures } from './measure-broadcast.ts';
import { measureCycle } from './measure-cycle.ts';
import type { CycleFigures } from './measure-cycle.ts';
import { measureSendingFloor } from './sending-floor.ts';
import type { FloorFigures } from './sending-floor.ts';

export interface SendingFigures {
  readonly one: BroadcastFigures;
  readonly many: BroadcastFigures;
  readonly floor: FloorFigures;
  readonly cycle: CycleFigures;
}

const manyTenants = 72;
/** The size that is promised; written down quickly, whatever is sent. */
const promised = { people: 25_000, cycles: 2_000 };
const megabyte = 1024 ** 2;

/**
 * Sends to so many people in one tenant, in 72, and with a bare loop, all at the same time: each has a service of its own and mostly
 * waits for it, and whatever else the machine does meets all three.
 */
export async function measureSending(
  folder: string,
  people: number,
  tell: (what: string) => void,
): Promise<SendingFigures> {
  const operatorData = join(folder, 'operator');
  tell(`writing down ${promised.people} recipients`);
  const cycle = await measureCycle({ storePath: join(folder, 'cycle.sqlite'), operatorData }, promised);
  tell(`sending to ${people} people in one tenant, in ${manyTenants}, and with a bare loop`);
  const [one, many, floor] = await Promise.all([
    sendTo(folder, { people, tenants: 1 }),
    sendTo(folder, { people, tenants: manyTenants }),
    measureSendingFloor(people),
  ]);
  return { one, many, floor, cycle };
}

function sendTo(
  folder: string,
  size: { readonly people: number; readonly tenants: number },
): Promise<BroadcastFigures> {
  const storePath = join(folder, `${size.tenants}-tenants.sqlite`);
  const bot: BotScript = {
    script: new URL('../../src/index.ts', import.meta.url),
    answersWithCards: true,
    environment: {
      BOT_MODE: 'playground',
      STORE: 'sqlite',
      SQLITE_PATH: storePath,
      OPERATOR_DATA: join(folder, 'operator'),
      QUIET_HOURS: 'off',
      CONFIRM_ABOVE: '1000000',
      LOG_LEVEL: 'info',
    },
  };
  return measureBroadcast(bot, storePath, size);
}

type Row = readonly [name: string, one: string, many: string, floor: string, target: string, met: string];

/** The figures as lines of text, with the targets; what has a target is held against both broadcasts. */
export function toSendingTable({ one, many, floor, cycle }: SendingFigures): string {
  const both = (
    name: string,
    read: (figures: BroadcastFigures) => number,
    target?: { readonly words: string; readonly isMet: (value: number) => boolean },
    ofFloor = '',
  ): Row => {
    const values = [read(one), read(many)];
    const met = target === undefined ? '' : values.every((value) => target.isMet(value)) ? 'yes' : 'NO';
    return [name, rounded(values[0]), rounded(values[1]), ofFloor, target?.words ?? '', met];
  };
  const atMost = (most: number) => ({ words: `≤ ${most}`, isMet: (value: number) => value <= most });
  const none = { words: '0', isMet: (value: number) => value === 0 };
  const rows: readonly Row[] = [
    ['', 'one tenant', `${many.tenants} tenants`, 'bare loop', 'target', 'met?'],
    both(
      'sends per second',
      ({ sendsPerSecond }) => sendsPerSecond,
      { words: '≥ 45 (the platform: 50)', isMet: (value) => value >= 45 },
      rounded(floor.sendsPerSecond),
    ),
    both(
      'most within a second, a tenant',
      ({ service }) => service.fastestTenant,
      atMost(50),
      rounded(floor.service.fastestTenant),
    ),
    both(
      'most within a second, a conversation',
      ({ service }) => service.fastestConversation,
      atMost(7),
      rounded(floor.service.fastestConversation),
    ),
    both(
      "beyond the platform's limits",
      ({ service }) => service.overLimit,
      none,
      rounded(floor.service.overLimit),
    ),
    both(
      'most under way',
      ({ service }) => service.mostInFlight,
      atMost(24),
      rounded(floor.service.mostInFlight),
    ),
    both('got it twice', ({ service }) => service.duplicates, none, rounded(floor.service.duplicates)),
    both(
      'answers lost, injected',
      ({ service }) => service.ambiguous,
      undefined,
      rounded(floor.service.ambiguous),
    ),
    both('unclear beyond those', ({ service, tally }) => (tally['unclear'] ?? 0) - service.ambiguous, none),
    both('neither delivered nor unclear', ({ people, tally }) => people - countSent(tally), none),
    both(
      'not final, or counted wrongly',
      (figures) => Number(!figures.areAllFinal || !figures.isReported),
      none,
    ),
    both('s until the first is sent', ({ firstSendMs }) => firstSendMs / 1000),
    both('s to the end', ({ finishedMs }) => finishedMs / 1000, undefined, rounded(floor.finishedMs / 1000)),
    both('ms of processor time for each', ({ processorMs }) => processorMs),
    both('MB of memory, idle', ({ idleBytes }) => idleBytes / megabyte),
    both(
      'MB more while sending, at most',
      ({ peakBytes, idleBytes }) => (peakBytes - idleBytes) / megabyte,
      atMost(100),
    ),
    both('MB of store file', ({ fileBytes }) => fileBytes / megabyte),
  ];
  const { people, snapshotMs, fileBytes, cycles, p50Ms, p95Ms } = cycle;
  return [
    `a broadcast to ${one.people} people; answers after 300 ms, 3 % of them lost, 2 % reset after accept, 3 % 502`,
    ...toLines(rows),
    '',
    `${people} recipients are written down in ${rounded(snapshotMs / 1000)} s, in a store file of ${rounded(fileBytes / megabyte)} MB`,
    `claim, send and record without the call, ${cycles} one by one: p50 ${rounded(p50Ms)} ms, p95 ${rounded(p95Ms)} ms  < 2 ms  ${p95Ms < 2 ? 'yes' : 'NO'}`,
  ].join('\n');
}

function countSent(tally: BroadcastFigures['tally']): number {
  return (tally['delivered'] ?? 0) + (tally['unclear'] ?? 0);
}

function toLines(rows: readonly Row[]): readonly string[] {
  return rows.map(([name, ...cells]) => {
    const [one, many, floor, target, met] = cells;
    return `${name.padEnd(38)}${one.padStart(11)}${many.padStart(12)}${floor.padStart(11)}  ${target.padEnd(24)} ${met}`.trimEnd();
  });
}

function rounded(value = Number.NaN): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(Math.abs(value) < 20 ? 2 : 1);
}
