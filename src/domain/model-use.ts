/** What may be spent on models, and what it costs. */
export interface ModelLimits {
  /** Answers with a language model, of one member. */
  readonly answersPerHour: number;
  /** Of the people of one tenant together. */
  readonly tokensPerDay: number;
  /** Euro per million tokens; absent: nobody told us. */
  readonly prices: ModelPrices;
}

export interface ModelPrices {
  readonly input?: number;
  readonly output?: number;
  readonly embedding?: number;
}

/** What was used of models on one day. */
export interface ModelUse {
  /** Requests to a language model, and those of them whose tokens the endpoint did not count. */
  readonly requests: number;
  readonly uncounted: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly embeddingTokens: number;
}

/** A day of the calendar in Berlin, "2026-11-23". */
export interface ModelUseDay extends ModelUse {
  readonly day: string;
}
