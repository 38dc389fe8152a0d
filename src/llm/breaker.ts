import type { Logger } from '../ports/logger.ts';
import type { Timer } from '../ports/timer.ts';
import type { CallEnd, Gate, Pass } from './gate.ts';

const mostFailures = 5;
const pauseMs = 30_000;
/** Whoever gets less than this, having waited for others, is late whatever the model does. */
const fairMs = 500;

/**
 * Lets nothing through for a while after several failures in a row, then one call: when that goes well everything is let
 * through again, otherwise the while begins anew.
 */
export class Breaker implements Gate {
  readonly #timer: Timer;
  readonly #logger: Logger;
  readonly #model: string;
  #failures = 0;
  /** Uptime; undefined: everything is let through. */
  #pausedUntil: number | undefined;
  #isTrying = false;

  constructor(parts: { readonly timer: Timer; readonly logger: Logger }, model: string) {
    this.#timer = parts.timer;
    this.#logger = parts.logger;
    this.#model = model;
  }

  async enter({ deadlineMs }: { readonly deadlineMs: number }): Promise<Pass | undefined> {
    const isTrial = this.#pausedUntil !== undefined;
    if (isTrial && (this.#isTrying || this.#timer.uptime() < (this.#pausedUntil ?? 0))) {
      return undefined;
    }
    this.#isTrying = isTrial;
    const isFair = deadlineMs >= fairMs;
    return {
      deadlineMs,
      leave: (end) => this.#leave(end === 'late' && !isFair ? 'unwanted' : end, isTrial),
    };
  }

  #leave(end: CallEnd, isTrial: boolean): void {
    if (isTrial) {
      this.#isTrying = false;
    }
    switch (end) {
      case 'well':
        this.#resume(isTrial);
        return;
      case 'unwanted':
      case 'paused':
        return;
      case 'late':
      case 'refused':
      case 'throttled':
      case 'unreachable':
      case 'unusable':
        this.#count(end, isTrial);
    }
  }

  /** A call that began before the pause tells nothing of what is now: only the trial ends one. */
  #resume(isTrial: boolean): void {
    if (this.#pausedUntil !== undefined && !isTrial) {
      return;
    }
    if (isTrial) {
      this.#logger.info('model.resumed', { model: this.#model });
    }
    this.#failures = 0;
    this.#pausedUntil = undefined;
  }

  #count(because: CallEnd, isTrial: boolean): void {
    this.#failures += 1;
    const begins = this.#pausedUntil === undefined && this.#failures >= mostFailures;
    if (begins || isTrial) {
      this.#pausedUntil = this.#timer.uptime() + pauseMs;
      this.#logger.warn('model.paused', { model: this.#model, because, ms: pauseMs });
    }
  }
}
