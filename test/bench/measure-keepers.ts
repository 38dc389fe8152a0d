import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { watching } from './bot-process.ts';
import type { BotProcess, BotScript } from './bot-process.ts';
import { Connector } from './connector.ts';
import { median, quantile } from './figures.ts';
import { entering, keeping, showing } from './invokes.ts';
import { areas } from './phrases.ts';
import { PressedBot } from './pressed-bot.ts';
import type { PressedSetting } from './pressed-bot.ts';
import { topics } from './topics.ts';

/** As many as one person may keep. */
const questionsEach = 20;
const keepers = 50;
const rounds = 3;
/** Shorter than the matching takes. */
const pressForMs = 4_000;
const pressEveryMs = 30;
const lookEveryMs = 1_500;
/** A bot that has nothing to do takes less than this of a processor. */
const quietShare = 0.06;

/** What others notice while a new use case is held against every kept question. */
interface Matching {
  readonly ms: number;
  readonly processorMs: number;
  readonly longestBlockMs: number;
  readonly latenciesMs: readonly number[];
}

/** Enters use cases, first without kept questions and then with 1,000 of them, while somebody presses. Returns a table. */
export async function measureKeepers(
  script: BotScript,
  stored: Pick<PressedSetting, 'communes' | 'records'>,
  tell: (what: string) => void,
): Promise<string> {
  const connector = await Connector.start();
  const setting = { ...stored, entered: 1_000, serviceUrl: connector.url, sizes: new Map<string, number>() };
  const bot = await PressedBot.start(script, setting, watching);
  const agent = new Agent({ keepAlive: true });
  try {
    await bot.introduce();
    tell('matching without kept questions');
    const without = await measureRounds(bot, agent);
    tell(`keeping ${keepers * questionsEach} questions`);
    for (let person = 0; person < keepers; person += 1) {
      const visit = bot.newVisit();
      for (const sought of questionsOf(person)) {
        await bot.press(agent, keeping(sought), visit);
      }
    }
    tell('matching with them');
    const withThem = await measureRounds(bot, agent);
    return toKeepersTable(without, withThem);
  } finally {
    agent.destroy();
    await bot.stop();
    await connector.close();
  }
}

function questionsOf(person: number): readonly string[] {
  const all = topics.flatMap(({ asked }) => asked);
  return Array.from({ length: questionsEach }, (_, index) => {
    const number = person * questionsEach + index;
    return [all[number % all.length], areas[Math.floor(number / all.length) % areas.length]].join(' ');
  });
}

async function measureRounds(bot: PressedBot, agent: Agent): Promise<readonly Matching[]> {
  const measured: Matching[] = [];
  // The first one warms up.
  for (let round = 0; round <= rounds; round += 1) {
    measured.push(await measureMatching(bot, agent));
  }
  return measured.slice(1);
}

async function measureMatching(bot: PressedBot, agent: Agent): Promise<Matching> {
  await untilQuiet(bot.process);
  await bot.process.longestBlockMs();
  const usedBefore = bot.process.processorMs();
  await bot.visit(agent, bot.newVisit(), entering);
  const enteredAt = performance.now();
  const latenciesMs: number[] = [];
  while (performance.now() - enteredAt < pressForMs) {
    latenciesMs.push((await bot.press(agent, showing, bot.newVisit())).ms);
    await sleep(pressEveryMs);
  }
  const quietAt = await untilQuiet(bot.process);
  return {
    ms: quietAt - enteredAt,
    processorMs: bot.process.processorMs() - usedBefore,
    longestBlockMs: await bot.process.longestBlockMs(),
    latenciesMs,
  };
}

/** Resolves with the moment since which the bot has had next to nothing to do. */
async function untilQuiet(bot: BotProcess): Promise<number> {
  for (;;) {
    const [at, used] = [performance.now(), bot.processorMs()];
    await sleep(lookEveryMs);
    if (bot.processorMs() - used < quietShare * lookEveryMs) {
      return at;
    }
  }
}

function toKeepersTable(without: readonly Matching[], withThem: readonly Matching[]): string {
  const rows: readonly (readonly [string, (matching: Matching) => number])[] = [
    ['s until it is done, at most', ({ ms }) => ms / 1000],
    ['ms of processor time, presses included', ({ processorMs }) => processorMs],
    ['ms that nothing else had its turn, at most', ({ longestBlockMs }) => longestBlockMs],
    ['ms of a press meanwhile, p50', ({ latenciesMs }) => median(latenciesMs)],
    ['ms of a press meanwhile, p95', ({ latenciesMs }) => quantile(latenciesMs, 0.95)],
    ['ms of a press meanwhile, at most', ({ latenciesMs }) => Math.max(...latenciesMs)],
  ];
  const lines = rows.map(([name, read]) => {
    const [before, after] = [without, withThem].map((measured) => median(measured.map(read)).toFixed(1));
    return `${name.padEnd(44)}${before?.padStart(10)}${after?.padStart(10)}`;
  });
  const title = 'a use case is entered, and kept questions:';
  return [
    `${title.padEnd(44)}${'0'.padStart(10)}${String(keepers * questionsEach).padStart(10)}`,
    ...lines,
  ].join('\n');
}
