import type { Commune } from '../../src/domain/commune.ts';
import type { BotScript } from './bot-process.ts';
import { Connector } from './connector.ts';
import { median, quantile } from './figures.ts';
import { invokes } from './invokes.ts';
import { PressedBot } from './pressed-bot.ts';
import type { InvokeFigures, InvokeSettings, Latencies } from './pressed-bot.ts';

/**
 * From sending an invoke to the last byte of its answer, of our bot and of the floor in turns: the same people press the same, and the
 * floor answers with a card as large as ours, so that what is left is what ours does for it. Returns a table.
 */
export async function measureInvokes(
  scripts: { readonly ours: BotScript; readonly floor: BotScript },
  stored: { readonly communes: readonly Commune[]; readonly records: number },
  settings: InvokeSettings,
  { tell, nodeOptions }: { readonly tell: (what: string) => void; readonly nodeOptions: readonly string[] },
): Promise<string> {
  const connector = await Connector.start();
  const { rounds, oneByOne, inParallel, warmUp } = settings;
  const entered = warmUp + rounds * (oneByOne + inParallel);
  const setting = { ...stored, entered, serviceUrl: connector.url, sizes: new Map<string, number>() };
  const ours = await PressedBot.start(scripts.ours, setting, nodeOptions);
  const floor = await PressedBot.start(scripts.floor, setting);
  try {
    tell('warming up the presses');
    await ours.warmUp(settings);
    await floor.warmUp(settings);
    for (let round = 1; round <= rounds; round += 1) {
      tell(`presses, round ${round} of ${rounds}`);
      await floor.measure(settings);
      await ours.measure(settings);
    }
  } finally {
    await floor.stop();
    await ours.stop();
    await connector.close();
  }
  return toInvokeTable(ours.figures, floor.figures, settings.atOnce);
}

const mostMs = 300;
const headings = ['', 'p50', 'p95', 'max', 'floor p50', 'floor p95', 'x p50', 'x p95', 'target', 'met?'];

/** The figures as lines of text: medians of the rounds, the maximum of them all, and how many times the floor's. */
function toInvokeTable(ours: InvokeFigures, floor: InvokeFigures, atOnce: number): string {
  return [
    ...toRows('one after the other', ours.oneByOne, floor.oneByOne),
    '',
    ...toRows(`${atOnce} in parallel`, ours.inParallel, floor.inParallel),
  ].join('\n');
}

function toRows(title: string, ours: readonly Latencies[], floor: readonly Latencies[]): readonly string[] {
  const rows = invokes.map(({ name }) => {
    const [p50, p95] = [quantileOf(ours, name, 0.5), quantileOf(ours, name, 0.95)];
    const [floorP50, floorP95] = [quantileOf(floor, name, 0.5), quantileOf(floor, name, 0.95)];
    const max = Math.max(...ours.flatMap((round) => round.get(name) ?? []));
    const times = [p50, p95, max, floorP50, floorP95].map(rounded);
    const ratios = [p50 / floorP50, p95 / floorP95].map((ratio) => `${ratio.toFixed(1)}x`);
    const isMet = p95 < mostMs ? 'yes' : 'NO';
    return [name].concat(times, ratios, `p95 < ${mostMs} ms`, isMet);
  });
  return [[`invokes in ms, ${title}`, ...headings.slice(1)], ...rows].map(([name = '', ...cells]) =>
    `${name.padEnd(38)}${cells.map((cell, column) => (column < 7 ? cell.padStart(10) : `  ${cell.padEnd(13)}`)).join('')}`.trimEnd(),
  );
}

/** The median of the rounds. */
function quantileOf(rounds: readonly Latencies[], name: string, share: number): number {
  return median(rounds.map((round) => quantile(round.get(name) ?? [], share)));
}

function rounded(value: number): string {
  return value.toFixed(value < 20 ? 2 : 0);
}
