import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Instant } from '../../../domain/instant.ts';
import { minuteMs } from '../../../domain/instant.ts';
import type { MemberId } from '../../../domain/ids.ts';
import type { TypedUseCase } from '../../../domain/use-case-form.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { LanguageModel } from '../../../ports/language-model.ts';

/** What became of a request to a model. */
export type SuggestionOutcome =
  /** What the text proves; nothing, where that is nothing. */
  { readonly kind: 'suggested'; readonly fields: TypedUseCase } | { readonly kind: 'failed' };

/** The same text of the same person within this time is asked for once. */
const keptMs = 5 * minuteMs;
const mostKept = 500;

type Kept = LRUCache<string, Promise<SuggestionOutcome>>;
const kept = new WeakMap<LanguageModel, Kept>();

/**
 * Requests that are under way and what came of them, in memory alone: a press is answered before a model is ready, and the next press
 * takes what has come. By a hash of person and text: the text itself is not kept.
 */
export function waitingSuggestions(model: LanguageModel, clock: Clock): Pick<Kept, 'get' | 'set' | 'delete'> {
  const known = kept.get(model) ?? createKept(clock);
  kept.set(model, known);
  return known;
}

function createKept(clock: Clock): Kept {
  const now = (): Instant => clock.now();
  return new LRUCache({ max: mostKept, ttl: keptMs, ttlAutopurge: true, perf: { now }, ttlResolution: 0 });
}

export function suggestionKey(model: LanguageModel, memberId: MemberId, text: string): string {
  return createHash('sha256')
    .update(JSON.stringify([model.name, memberId, text]))
    .digest('base64url');
}
