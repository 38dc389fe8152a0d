import { BotProcess, settling } from './bot-process.ts';
import type { BotScript } from './bot-process.ts';
import type { Connector } from './connector.ts';
import { Crowd } from './crowd.ts';
import type { Message } from './crowd.ts';
import type { Commune } from '../../src/domain/commune.ts';
import { median, quantile } from './figures.ts';
import { runQueries, runTurns } from './load.ts';
import type { Measured } from './load.ts';

/** How much is sent; `atOnce` is also how many connections there are. */
export interface TurnSettings {
  readonly rounds: number;
  readonly warmUp: number;
  readonly oneByOne: number;
  readonly inParallel: number;
  readonly atOnce: number;
}

/** What one bot showed, a number per round. Times in milliseconds, memory in bytes. */
export interface TurnFigures {
  readonly p50: number[];
  readonly p95: number[];
  readonly turnsPerSecond: number[];
  readonly p50InParallel: number[];
  readonly p95InParallel: number[];
  /** Processor time of the bot, all threads. */
  readonly processorMs: number[];
  readonly replyBytes: number[];
  /** Of queries from the compose box, one after the other. */
  readonly queryP50: number[];
  readonly queryP95: number[];
  readonly memory: { idle: number; afterLoad: number; settled: number };
}

/** A bot that runs, with a crowd of its own: the same seed, so that both bots get the same questions of people like each other. */
export class MeasuredBot {
  readonly figures: TurnFigures = {
    p50: [],
    p95: [],
    turnsPerSecond: [],
    p50InParallel: [],
    p95InParallel: [],
    processorMs: [],
    replyBytes: [],
    queryP50: [],
    queryP95: [],
    memory: { idle: 0, afterLoad: 0, settled: 0 },
  };
  readonly #bot: BotProcess;
  readonly #connector: Connector;
  readonly #crowd: Crowd;
  readonly #answersWithCards: boolean;

  private constructor(bot: BotProcess, connector: Connector, crowd: Crowd, answersWithCards: boolean) {
    this.#bot = bot;
    this.#connector = connector;
    this.#crowd = crowd;
    this.#answersWithCards = answersWithCards;
  }

  static async start(
    script: BotScript,
    connector: Connector,
    communes: readonly Commune[],
    nodeOptions: readonly string[] = [],
  ): Promise<MeasuredBot> {
    const bot = await BotProcess.start(script, [...settling, ...nodeOptions]);
    return new MeasuredBot(bot, connector, new Crowd(2, communes, connector.url), script.answersWithCards);
  }

  /** The memory after one answer and a garbage collection; then everybody who will be known introduces themselves. */
  async warmUp({ warmUp, atOnce }: TurnSettings): Promise<void> {
    const first = this.#crowd.messages(1);
    await this.#run(first, 1);
    await this.#bot.settle();
    this.figures.memory.idle = this.#bot.memory();
    const messages = [...this.#crowd.introductions(), ...this.#crowd.messages(warmUp)];
    await this.#run(messages, atOnce);
    await runQueries(this.#bot.port, this.#crowd.queries(warmUp));
  }

  async measureOneByOne({ oneByOne }: TurnSettings): Promise<void> {
    const measured = await this.#run(this.#crowd.messages(oneByOne), 1);
    this.figures.p50.push(median(measured.latenciesMs));
    this.figures.p95.push(quantile(measured.latenciesMs, 0.95));
    this.figures.replyBytes.push(median(measured.replyBytes));
  }

  async measureTyping({ oneByOne }: TurnSettings): Promise<void> {
    const latenciesMs = await runQueries(this.#bot.port, this.#crowd.queries(oneByOne));
    this.figures.queryP50.push(median(latenciesMs));
    this.figures.queryP95.push(quantile(latenciesMs, 0.95));
  }

  async measureInParallel({ inParallel, atOnce }: TurnSettings): Promise<void> {
    const usedBefore = this.#bot.processorMs();
    const measured = await this.#run(this.#crowd.messages(inParallel), atOnce);
    this.figures.processorMs.push((this.#bot.processorMs() - usedBefore) / inParallel);
    this.figures.turnsPerSecond.push(measured.turnsPerSecond);
    this.figures.p50InParallel.push(median(measured.latenciesMs));
    this.figures.p95InParallel.push(quantile(measured.latenciesMs, 0.95));
  }

  async measureMemory(): Promise<void> {
    this.figures.memory.afterLoad = this.#bot.memory();
    await this.#bot.settle();
    this.figures.memory.settled = this.#bot.memory();
  }

  async stop(): Promise<void> {
    await this.#bot.stop();
  }

  /** A sentence in the place of a card is an apology for an error, and quicker than an answer: it must not count as one. */
  async #run(messages: readonly Message[], parallel: number): Promise<Measured> {
    const measured = await runTurns(this.#bot.port, this.#connector, messages, parallel);
    if (this.#answersWithCards && measured.cards !== messages.length) {
      throw new Error(`${messages.length - measured.cards} of ${messages.length} replies were no cards`);
    }
    return measured;
  }
}
