/** Why a model gave nothing that can be used. */
export type ModelFailureReason =
  /** Not within the time that was given. */
  | 'late'
  /** The endpoint does not want this caller or does not know the model: settings are wrong. */
  | 'refused'
  /** It is asked too often, or somebody's budget is used up there. */
  | 'throttled'
  /** It cannot be reached, or fails by itself. */
  | 'unreachable'
  /** It answered, but not what was asked for: nothing, no JSON, a vector of another length. */
  | 'unusable'
  /** It is not asked at the moment: it failed too often in a row, or too many wait already. */
  | 'paused';

export interface ModelFailure {
  readonly kind: 'failed';
  readonly because: ModelFailureReason;
}

/** As the endpoint counts; absent where it does not say. */
export interface ModelUsage {
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** What a model is to do. It gets no tools: whatever it answers, it can do nothing. */
export interface ModelRequest {
  /** What we tell it: never a word that somebody typed or stored. */
  readonly instructions: string;
  /** What people typed or stored: data that it works on. */
  readonly material: string;
  /** Of the answer. */
  readonly mostTokens: number;
  /** After so many milliseconds nobody waits any more, a second try included. */
  readonly deadlineMs: number;
  /** Nobody wants the answer any more. */
  readonly signal?: AbortSignal;
}

/** A JSON schema in its plain form, as OpenAI's `response_format` takes it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

export type JsonAnswer =
  /** Any JSON: whether it is what the schema says is for the caller to check. */
  { readonly kind: 'answered'; readonly value: unknown; readonly usage?: ModelUsage } | ModelFailure;

export type ModelPiece =
  | { readonly kind: 'text'; readonly text: string }
  /** The last one. What came before it is whole. */
  | { readonly kind: 'end'; readonly usage?: ModelUsage }
  /** The last one. What came before it is cut off. */
  | ModelFailure;

/** A language model somewhere. Nothing throws: a failure is a result, and the plain answer takes its place. */
export interface LanguageModel {
  /** As the endpoint calls it. */
  readonly name: string;
  answerInJson(request: ModelRequest & { readonly schema: JsonSchema }): Promise<JsonAnswer>;
  /** Word by word. Whoever stops reading ends it. */
  stream(request: ModelRequest): AsyncIterable<ModelPiece>;
}

export type EmbedOutcome =
  /** One vector per text, in their order, all of the same length and of length 1 (Euclidean). */
  | { readonly kind: 'embedded'; readonly vectors: readonly Float32Array[]; readonly inputTokens?: number }
  | ModelFailure;

/** Turns texts into vectors: the nearer, the more alike in meaning. */
export interface EmbeddingModel {
  /** As the endpoint calls the one that is to be used from now on. Vectors of different models are not compared. */
  readonly name: string;
  embed(
    texts: readonly string[],
    how: {
      /** Instead of `name`: the model that made the vectors which these are compared with. */
      readonly model?: string;
      readonly deadlineMs: number;
      readonly signal?: AbortSignal;
    },
  ): Promise<EmbedOutcome>;
}
