import { Agent, request } from 'node:http';
import type { Commune } from '../../src/domain/commune.ts';
import type { UseCase } from '../../src/domain/use-case.ts';
import { BotProcess } from './bot-process.ts';
import type { BotScript } from './bot-process.ts';
import { Chance } from './chance.ts';
import { newPerson } from './crowd.ts';
import type { Person } from './crowd.ts';
import { introduction, invokes, toActivity } from './invokes.ts';
import type { Invoke, Visit } from './invokes.ts';
import { makeUseCases } from './records.ts';

export interface InvokeSettings {
  readonly rounds: number;
  /** Visits of each round, one after the other; every visit is all of `invokes`. */
  readonly oneByOne: number;
  /** The same with `atOnce` visits at the same time. */
  readonly inParallel: number;
  readonly atOnce: number;
  readonly warmUp: number;
}

/** Milliseconds of each invoke by its name. */
export type Latencies = ReadonlyMap<string, number[]>;

/** What one bot showed in each round. */
export interface InvokeFigures {
  readonly oneByOne: Latencies[];
  readonly inParallel: Latencies[];
}

const people = 400;

/** A bot with pressing people, the same ones for every bot: the same seed, the same presses. */
export class PressedBot {
  readonly figures: InvokeFigures = { oneByOne: [], inParallel: [] };
  readonly process: BotProcess;
  readonly #serviceUrl: string;
  readonly #communes: readonly Commune[];
  /** Stored ones first, then those that are entered. */
  readonly #useCases: readonly UseCase[];
  readonly #records: number;
  readonly #chance = new Chance(3);
  readonly #people: readonly Person[] = Array.from({ length: people }, (_, index) => newPerson(index));
  /** Of ours: how large its answers are. Of the floor: how large its answers are to be. */
  readonly #sizes: Map<string, number>;
  readonly #isFloor: boolean;
  #visits = 0;

  private constructor(bot: BotProcess, setting: PressedSetting, isFloor: boolean) {
    this.process = bot;
    this.#isFloor = isFloor;
    this.#serviceUrl = setting.serviceUrl;
    this.#communes = setting.communes;
    this.#records = setting.records;
    this.#sizes = setting.sizes;
    this.#useCases = makeUseCases(setting.records + setting.entered, setting.communes);
  }

  static async start(
    script: BotScript,
    setting: PressedSetting,
    nodeOptions: readonly string[] = [],
  ): Promise<PressedBot> {
    const bot = await BotProcess.start(script, nodeOptions);
    return new PressedBot(bot, setting, !script.answersWithCards);
  }

  /** Everybody says for which commune they work. */
  async introduce(): Promise<void> {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    for (let index = 0; index < people; index += 1) {
      await this.press(agent, introduction, this.newVisit());
    }
    agent.destroy();
  }

  async warmUp({ warmUp, atOnce }: InvokeSettings): Promise<void> {
    await this.introduce();
    await this.#run(warmUp, atOnce);
  }

  async measure({ oneByOne, inParallel, atOnce }: InvokeSettings): Promise<void> {
    this.figures.oneByOne.push(await this.#run(oneByOne, 1));
    this.figures.inParallel.push(await this.#run(inParallel, atOnce));
  }

  async stop(): Promise<void> {
    await this.process.stop();
  }

  async #run(visits: number, atOnce: number): Promise<Latencies> {
    const latencies = new Map<string, number[]>(invokes.map(({ name }) => [name, []]));
    const waiting = Array.from({ length: visits }, () => this.newVisit()).values();
    const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
    await Promise.all(
      Array.from({ length: atOnce }, async () => {
        for (const visit of waiting) {
          await this.visit(agent, visit, invokes, latencies);
        }
      }),
    );
    agent.destroy();
    return latencies;
  }

  /** Makes the presses one after the other. */
  async visit(
    agent: Agent,
    begun: Visit,
    presses: readonly Invoke[],
    latencies: Latencies = new Map(),
  ): Promise<void> {
    let { draftId } = begun;
    for (const invoke of presses) {
      const { answer, ms } = await this.press(agent, invoke, { ...begun, draftId });
      latencies.get(invoke.name)?.push(ms);
      const opened = invoke.isShared === true ? undefined : /"draftId":"([^"]+)"/.exec(answer)?.[1];
      draftId = opened ?? draftId;
    }
  }

  /** A sentence in the place of a card is an apology, and quicker than an answer: it must not count as one. */
  async press(agent: Agent, invoke: Invoke, visit: Visit): Promise<{ answer: string; ms: number }> {
    const { name, expected } = invoke;
    const bytes = this.#isFloor ? { bytes: this.#sizes.get(name) ?? 0 } : {};
    const body = Buffer.from(JSON.stringify(toActivity(invoke, visit, this.#serviceUrl, bytes)));
    const sentAt = performance.now();
    const answer = await post(this.process.port, agent, body);
    const ms = performance.now() - sentAt;
    const isRight = this.#isFloor ? answer.length >= (bytes.bytes ?? 0) : answer.includes(expected);
    if (!isRight) {
      throw new Error(`The answer to "${name}" is not what it should be: ${answer.slice(0, 300)}`);
    }
    if (!this.#isFloor) {
      this.#sizes.set(name, answer.length);
    }
    return { answer, ms };
  }

  /** What the next person does. */
  newVisit(): Visit {
    const index = this.#visits;
    this.#visits += 1;
    const commune = this.#communes[(index % people) % this.#communes.length];
    const person = this.#people[index % people];
    const entered = this.#useCases[this.#records + (index % (this.#useCases.length - this.#records))];
    const joined = this.#useCases[this.#chance.between(0, this.#records - 1)];
    if (commune === undefined || person === undefined || entered === undefined || joined === undefined) {
      throw new RangeError('There is nobody to press, or nothing to press on');
    }
    return { person, commune: commune.id, entered, joined: joined.id, draftId: 'none' };
  }
}

export interface PressedSetting {
  readonly serviceUrl: string;
  readonly communes: readonly Commune[];
  /** Use cases in the store, as `makeUseCases` makes them. */
  readonly records: number;
  /** Different ones that are entered. */
  readonly entered: number;
  /** Characters of ours by name, which the floor answers with as well; ours is warmed up first. */
  readonly sizes: Map<string, number>;
}

/** The answer to an activity. */
export function post(port: number, agent: Agent, body: Uint8Array): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': body.byteLength };
    const sent = request({ host: '127.0.0.1', port, path: '/api/messages', method: 'POST', agent, headers });
    sent.on('error', reject);
    sent.on('response', (response) => {
      const chunks: Uint8Array[] = [];
      response.on('data', (chunk: Uint8Array) => chunks.push(chunk));
      response.on('end', () => {
        const answer = Buffer.concat(chunks).toString();
        if (response.statusCode === 200) {
          resolve(answer);
        } else {
          reject(new Error(`The bot answered ${response.statusCode}: ${answer.slice(0, 300)}`));
        }
      });
    });
    sent.end(body);
  });
}
