import { hourMs } from './instant.ts';
import type { Instant } from './instant.ts';

/** What may be spent on models, and what it costs. */
export interface ModelLimits {
  /** Answers with a language model, of one member. */
  readonly answersPerHour: number;
  /** Of the people of one tenant together. */
  readonly tokensPerDay: number;
  readonly prices: ModelPrices;
}

/** Euro per million tokens; absent: nobody told us. */
export interface ModelPrices {
  readonly input?: number;
  readonly output?: number;
  readonly embedding?: number;
}

/** What was used of models. */
export interface ModelUse {
  /** To a language model. */
  readonly requests: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Requests of which the endpoint did not say what they used, and what that was about. */
  readonly uncounted: number;
  readonly estimatedTokens: number;
  readonly embeddingTokens: number;
}

/** Of one day of the calendar in Berlin: "2026-11-23". */
export interface ModelUseDay extends ModelUse {
  readonly day: string;
}

export const noModelUse: ModelUse = {
  requests: 0,
  inputTokens: 0,
  outputTokens: 0,
  uncounted: 0,
  estimatedTokens: 0,
  embeddingTokens: 0,
};

export function addModelUse(one: ModelUse, other: ModelUse): ModelUse {
  return {
    requests: one.requests + other.requests,
    inputTokens: one.inputTokens + other.inputTokens,
    outputTokens: one.outputTokens + other.outputTokens,
    uncounted: one.uncounted + other.uncounted,
    estimatedTokens: one.estimatedTokens + other.estimatedTokens,
    embeddingTokens: one.embeddingTokens + other.embeddingTokens,
  };
}

/** All tokens that count for a budget. */
export function tokensOf(use: ModelUse): number {
  return use.inputTokens + use.outputTokens + use.estimatedTokens + use.embeddingTokens;
}

/** German text has a token for about three characters (OpenAI's o200k_base, measured on use cases: 3.4); the estimate is the higher one. */
export function estimateTokens(characters: number): number {
  return Math.ceil(characters / 3);
}

const million = 1_000_000;

/** Euro; undefined where a price is missing for something that was used. What is estimated counts as input. */
export function costOf(use: ModelUse, prices: ModelPrices): number | undefined {
  const parts = [
    [use.inputTokens + use.estimatedTokens, prices.input],
    [use.outputTokens, prices.output],
    [use.embeddingTokens, prices.embedding],
  ] as const;
  let sum = 0;
  for (const [tokens, price] of parts) {
    if (tokens > 0 && price === undefined) {
      return undefined;
    }
    sum += (tokens * (price ?? 0)) / million;
  }
  return sum;
}

/** Whether one more is allowed, and when the next one is. `times`: to be kept, of those that still count, with this one if it is allowed. */
export type HourlyTurn =
  | { readonly kind: 'taken'; readonly times: readonly Instant[] }
  | { readonly kind: 'full'; readonly times: readonly Instant[]; readonly freeAt: Instant };

/** At most `most` within any 60 minutes. Times from the future, of a clock that was set back since, count as if they were now. */
export function takeHourlyTurn(times: readonly Instant[], now: Instant, most: number): HourlyTurn {
  const counting = times
    .filter((time) => now - hourMs < time)
    .map((time) => Math.min(time, now))
    .sort((one, other) => one - other);
  const leaving = counting.at(-most);
  return counting.length < most || leaving === undefined
    ? { kind: 'taken', times: [...counting, now] }
    : { kind: 'full', times: counting, freeAt: leaving + hourMs };
}
