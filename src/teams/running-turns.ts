import { minuteMs } from '../domain/instant.ts';
import type { Instant } from '../domain/instant.ts';
import type { Clock } from '../ports/clock.ts';
import type { HttpAnswer } from './answer.ts';

/** The HTTP request that a turn answers. */
export interface Waiting {
  /** Answers, or says `false` because the request was answered already and the result must find another way. */
  answer(answer: HttpAnswer): boolean;
}

/** Teams repeats within seconds; what comes later meets the durable claim. */
const rememberedMs = 2 * minuteMs;
const rememberedTurns = 1_000;

/** Turns go on after their HTTP request was answered; a repeated delivery gets the answer of the first. */
export class RunningTurns {
  readonly #clock: Clock;
  readonly #running = new Set<Promise<void>>();
  readonly #answers = new Map<string, { answer: Promise<HttpAnswer>; startedAt: Instant }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * Runs `work` once for all deliveries with this key, or for each without one. Resolves with the work's answer, or after `deadline.ms` with
   * `deadline.answer`. The work handles its own errors.
   */
  run(
    key: string | undefined,
    deadline: { readonly ms: number; readonly answer: HttpAnswer },
    work: (waiting: Waiting) => Promise<void>,
  ): Promise<HttpAnswer> {
    if (key === undefined) {
      return this.#start(deadline, work);
    }
    this.#forgetOld();
    const known = this.#answers.get(key);
    if (known !== undefined) {
      return known.answer;
    }
    const answer = this.#start(deadline, work);
    this.#answers.set(key, { answer, startedAt: this.#clock.now() });
    return answer;
  }

  /** Waits for all running turns, at most `deadlineMs`. Returns how many are still running. */
  async drain(deadlineMs: number): Promise<number> {
    const { promise: late, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, deadlineMs);
    await Promise.race([late, this.#settled()]);
    clearTimeout(timer);
    return this.#running.size;
  }

  async #settled(): Promise<void> {
    while (this.#running.size > 0) {
      await Promise.all(this.#running);
    }
  }

  #start(
    deadline: { readonly ms: number; readonly answer: HttpAnswer },
    work: (waiting: Waiting) => Promise<void>,
  ): Promise<HttpAnswer> {
    const { promise, resolve, reject } = Promise.withResolvers<HttpAnswer>();
    let answered = false;
    function answer(given: HttpAnswer): boolean {
      if (answered) {
        return false;
      }
      answered = true;
      clearTimeout(timer);
      resolve(given);
      return true;
    }
    const timer = setTimeout(() => answer(deadline.answer), deadline.ms);
    const running = work({ answer })
      .catch(reject)
      .finally(() => {
        clearTimeout(timer);
        this.#running.delete(running);
      });
    this.#running.add(running);
    return promise;
  }

  #forgetOld(): void {
    const before = this.#clock.now() - rememberedMs;
    for (const [key, { startedAt }] of this.#answers) {
      if (startedAt >= before && this.#answers.size < rememberedTurns) {
        return;
      }
      this.#answers.delete(key);
    }
  }
}
