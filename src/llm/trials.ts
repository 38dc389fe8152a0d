import type { ModelFailure, ModelPiece } from '../ports/language-model.ts';
import type { Logger } from '../ports/logger.ts';
import type { Timer } from '../ports/timer.ts';
import type { Trial } from './endpoint-report.ts';

/** Tries one thing after the other. In the place of the log it hears what the log would tell beside the reason. */
export class Trials implements Logger {
  readonly #timer: Timer;
  #start = 0;
  #status: number | undefined;

  constructor(timer: Timer) {
    this.#timer = timer;
  }

  async run<Good extends object, Seen>(
    ask: () => Promise<Good | ModelFailure>,
    toSeen: (good: Good) => Seen,
  ): Promise<Trial<Seen>> {
    this.#start = this.#timer.uptime();
    this.#status = undefined;
    const outcome = await ask();
    const ms = this.elapsedMs();
    if ('because' in outcome) {
      return {
        kind: 'failed',
        because: outcome.because,
        ...(this.#status !== undefined && { status: this.#status }),
        ms,
      };
    }
    return { kind: 'works', ms, ...toSeen(outcome) };
  }

  /** How many whole milliseconds the one that runs has taken up to now. */
  elapsedMs(): number {
    return Math.round(this.#timer.uptime() - this.#start);
  }

  info(): void {}

  warn(_event: string, facts?: Readonly<Record<string, unknown>>): void {
    const status = facts?.['status'];
    this.#status = typeof status === 'number' ? status : undefined;
  }

  error(): void {}
}

/** A stream that came to its end. */
export interface WholeStream {
  readonly kind: 'whole';
  /** Until the first piece of text. */
  readonly firstMs: number;
  readonly pieces: number;
}

/** `elapsedMs` is asked when the first piece has come. */
export async function readToEnd(
  stream: AsyncIterable<ModelPiece>,
  elapsedMs: () => number,
): Promise<WholeStream | ModelFailure> {
  let firstMs = 0;
  let pieces = 0;
  for await (const piece of stream) {
    switch (piece.kind) {
      case 'text':
        firstMs = pieces === 0 ? elapsedMs() : firstMs;
        pieces += 1;
        break;
      case 'end':
        return { kind: 'whole', firstMs, pieces };
      case 'failed':
        return piece;
    }
  }
  return { kind: 'failed', because: 'unusable' };
}
