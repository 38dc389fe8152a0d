import { BotProcess } from './bot-process.ts';
import type { BotScript } from './bot-process.ts';
import type { Connector } from './connector.ts';
import type { Crowd } from './crowd.ts';
import { runTurns } from './load.ts';

/** Milliseconds from starting the process to the first reply: the first message goes out as soon as the bot takes connections. */
export async function measureStart(script: BotScript, connector: Connector, crowd: Crowd): Promise<number> {
  const bot = await BotProcess.start(script);
  try {
    await runTurns(bot.port, connector, crowd.messages(1), 1);
    return performance.now() - bot.spawnedAt;
  } finally {
    await bot.stop();
  }
}
