import type { ModelFailureReason } from '../ports/language-model.ts';

/** In which form an endpoint answers in JSON: kept to a schema, as some JSON object, or as text in which one stands. */
export type JsonForm = 'schema' | 'object' | 'text';

export interface FailedTrial {
  readonly kind: 'failed';
  readonly because: ModelFailureReason;
  /** Of HTTP, where there was an answer. */
  readonly status?: number;
  /** How long it took to fail. */
  readonly ms: number;
}

/** What came of trying one ability; `Seen` is what a success tells besides its time in milliseconds. */
export type Trial<Seen = object> =
  | ({ readonly kind: 'works'; readonly ms: number } & Readonly<Seen>)
  | FailedTrial;

/** What an endpoint can do, as it showed when it was tried. */
export interface EndpointReport {
  /** Absent: none is configured. */
  readonly languageModel?: {
    readonly name: string;
    readonly chat: Trial;
    /** `firstMs`: until the first piece of text. */
    readonly stream: Trial<{ readonly firstMs: number; readonly pieces: number }>;
    readonly json: Trial<{ readonly form: JsonForm }>;
  };
  /** Absent: none is configured. */
  readonly embeddingModel?: {
    readonly name: string;
    readonly embeddings: Trial<{ readonly dimensions: number }>;
  };
}
