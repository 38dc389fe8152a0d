import type { OpenAI } from 'openai';

import type { Clock } from '../ports/clock.ts';
import type { ModelFailure } from '../ports/language-model.ts';
import type { Logger } from '../ports/logger.ts';
import type { Timer } from '../ports/timer.ts';
import { Deadline, OutOfTimeError } from './deadline.ts';
import { toTrouble } from './trouble.ts';
import type { Trouble } from './trouble.ts';
import { Tries } from './tries.ts';

export type CallKind = 'chat' | 'json' | 'stream' | 'embed';

/** What every call to an endpoint needs. */
export interface CallParts {
  readonly client: OpenAI;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly logger: Logger;
  /** Aborted when the program ends. */
  readonly closing: AbortSignal;
}

/** One call with its repetition, its deadline and its line in the log. Whoever makes one closes it. */
export class Call {
  readonly deadline: Deadline;
  readonly tries: Tries;
  readonly #parts: CallParts;
  readonly #kind: CallKind;
  readonly #signal: AbortSignal | undefined;
  readonly #start: number;

  constructor(
    parts: CallParts,
    kind: CallKind,
    request: { readonly deadlineMs: number; readonly signal?: AbortSignal },
  ) {
    const signals = request.signal === undefined ? [] : [request.signal];
    this.deadline = new Deadline(parts.timer, request.deadlineMs, [...signals, parts.closing]);
    this.tries = new Tries(this.deadline);
    this.#parts = parts;
    this.#kind = kind;
    this.#signal = request.signal;
    this.#start = parts.timer.uptime();
  }

  explain(error: unknown): Trouble {
    return toTrouble(this.deadline.isOver ? new OutOfTimeError() : error, this.#parts.clock.now());
  }

  /** Logs why, and never what was asked or answered. */
  fail({ because, status, code }: Omit<Trouble, 'complaint'>, seen?: string): ModelFailure {
    if (this.#signal?.aborted !== true) {
      this.#parts.logger.warn('model.failed', {
        call: this.#kind,
        because,
        ...(seen !== undefined && { seen }),
        ...(status !== undefined && { status }),
        ...(code !== undefined && { code }),
        tries: this.tries.count,
        ms: Math.round(this.#parts.timer.uptime() - this.#start),
      });
    }
    return { kind: 'failed', because };
  }

  /** Ends whatever still runs for it. */
  close(): void {
    this.deadline.close();
  }
}
