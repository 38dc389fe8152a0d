import { Agent } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { frontTexts } from '../../src/texts/front-texts.ts';
import type { BotProcess } from './bot-process.ts';
import { activityOf, personalPlace } from './crowd.ts';
import type { Person } from './crowd.ts';
import { post } from './pressed-bot.ts';

/** A press, and what stands in its answer. */
export interface Press {
  readonly verb: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly expected: string;
  /** The conversation as Teams describes it; their own chat with the bot when absent. */
  readonly place?: object;
}

/** A press of each of so many people. */
export interface Pressed {
  readonly ms: readonly number[];
  readonly processorMs: number;
}

/** Every press of one bot; the floor answers with as many bytes as it is asked for. */
export class Presser {
  readonly process: BotProcess;
  readonly #serviceUrl: string;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 64 });

  constructor(bot: BotProcess, serviceUrl: string) {
    this.process = bot;
    this.#serviceUrl = serviceUrl;
  }

  async press(person: Person, { verb, data, expected, place }: Press, bytes = 0) {
    const activity = {
      ...activityOf(person, place ?? personalPlace(person), this.#serviceUrl),
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: 'card-1',
      value: { bytes, action: { type: 'Action.Execute', title: 'x', verb, data }, trigger: 'manual' },
    };
    const body = Buffer.from(JSON.stringify(activity));
    const sentAt = performance.now();
    const answer = await post(this.process.port, this.#agent, body);
    // Later than Teams waits the answer is a sentence, and the card follows: it counts with the time that it took.
    if (!answer.includes(expected) && !answer.includes(frontTexts.stillWorking)) {
      throw new Error(`The answer to ${verb} is not what it should be: ${answer.slice(0, 300)}`);
    }
    return { size: answer.length, ms: performance.now() - sentAt };
  }

  /** Each of them once, so many a second, whether or not the others have their answers. */
  async pressInStep(
    people: readonly Person[],
    press: Press,
    { aSecond, bytes = 0 }: { readonly aSecond: number; readonly bytes?: number },
  ): Promise<Pressed> {
    const from = performance.now();
    const processorFrom = this.process.processorMs();
    const ms = await Promise.all(
      people.map(async (person, index) => {
        await sleep(Math.max(0, (index * 1000) / aSecond - (performance.now() - from)));
        return (await this.press(person, press, bytes)).ms;
      }),
    );
    return { ms, processorMs: (this.process.processorMs() - processorFrom) / people.length };
  }

  async stop(): Promise<void> {
    this.#agent.destroy();
    await this.process.stop();
  }
}

export const bareInvoke: Press = { verb: 'x', data: {}, expected: 'AdaptiveCard' };
