import type { Deps } from '../deps.ts';
import { secondMs } from '../domain/instant.ts';
import type { EmbeddingPlan } from '../features/ask/embed-plan.ts';
import type { EmbeddingProgress } from '../features/ask/embedding-progress.ts';
import type { Timer } from '../ports/timer.ts';

const logEveryMs = 10 * secondMs;
/** Of all use cases. */
const logEveryPart = 0.1;

type Counts = Omit<EmbeddingProgress, 'servingModel'>;

/** Writes how far it is into the log: at the beginning, after each tenth or ten seconds, and at the end. */
export class EmbedProgressLog {
  readonly #logger: Deps['logger'];
  readonly #timer: Timer;
  readonly #model: string;
  #last: (Counts & { readonly at: number }) | undefined;
  #tokens = 0;

  constructor({ logger }: Pick<Deps, 'logger'>, timer: Timer, model: string) {
    this.#logger = logger;
    this.#timer = timer;
    this.#model = model;
  }

  /** `moreDone`, `tokens`: since the plan was made. */
  see({ done, refused, total }: EmbeddingPlan, { moreDone = 0, tokens = 0 } = {}): void {
    this.#tokens += tokens;
    const counts = { model: this.#model, done: done + moreDone, total, failed: refused };
    const last = this.#last;
    const isDue =
      last === undefined ||
      this.#timer.uptime() - last.at >= logEveryMs ||
      counts.done - last.done >= total * logEveryPart;
    if (isDue) {
      this.#write(counts);
    }
  }

  /** Where nothing was begun, nothing ends. */
  end({ done, refused, total }: EmbeddingPlan): void {
    if (this.#last !== undefined) {
      this.#write({ model: this.#model, done, total, failed: refused });
    }
  }

  #write(counts: Counts): void {
    const { done, failed, total } = this.#last ?? {};
    if (done !== counts.done || failed !== counts.failed || total !== counts.total) {
      this.#logger.info('embeddings.progress', {
        ...counts,
        ...(this.#tokens > 0 && { tokens: this.#tokens }),
      });
    }
    this.#last = { ...counts, at: this.#timer.uptime() };
  }
}
