import { rmSync } from 'node:fs';
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

/** Milliseconds of each start of our bot: with the index built from the store, and with it loaded from its file. */
export class StartFigures {
  readonly built: number[] = [];
  readonly loaded: number[] = [];
  readonly #script: BotScript;
  readonly #indexPath: string;

  constructor(script: BotScript, storePath: string) {
    this.#script = script;
    this.#indexPath = `${storePath}.search-index`;
  }

  /** A start without the file leaves it for the next one. */
  async measure(connector: Connector, crowd: Crowd): Promise<void> {
    rmSync(this.#indexPath, { force: true });
    this.built.push(await measureStart(this.#script, connector, crowd));
    this.loaded.push(await measureStart(this.#script, connector, crowd));
  }
}
