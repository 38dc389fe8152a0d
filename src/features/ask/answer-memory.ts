import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { hourMs } from '../../domain/instant.ts';
import type { Clock } from '../../ports/clock.ts';
import type { LanguageModel } from '../../ports/language-model.ts';

const mostRemembered = 500;

/** What a language model was told and given to read. */
export interface AskedOfModel {
  readonly instructions: string;
  readonly material: string;
}

/**
 * What a language model has answered, for an hour and in this process alone. The same question is answered in the same way as long as the
 * model would read the same: any change of a record, of what somebody may see or of our instructions makes it another one. Questions and
 * records are not kept, only a hash of them.
 */
export class AnswerMemory<Answer extends object> {
  readonly #byModel = new WeakMap<LanguageModel, LRUCache<string, Answer>>();

  find(model: LanguageModel, asked: AskedOfModel): Answer | undefined {
    return this.#byModel.get(model)?.get(toKey(model, asked));
  }

  keep(model: LanguageModel, clock: Clock, asked: AskedOfModel, answer: Answer): void {
    const known = this.#byModel.get(model) ?? createCache<Answer>(clock);
    this.#byModel.set(model, known);
    known.set(toKey(model, asked), answer);
  }
}

function createCache<Answer extends object>(clock: Clock): LRUCache<string, Answer> {
  return new LRUCache({
    max: mostRemembered,
    ttl: hourMs,
    perf: { now: () => clock.now() },
    ttlResolution: 0,
  });
}

function toKey({ name }: LanguageModel, { instructions, material }: AskedOfModel): string {
  return createHash('sha256')
    .update(JSON.stringify([name, instructions, material]))
    .digest('base64url');
}
