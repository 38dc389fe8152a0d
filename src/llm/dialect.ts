import type { ModelEndpoint } from '../config-models.ts';
import type { JsonForm } from './endpoint-report.ts';

/** How one endpoint wants to be asked; they differ in what they know of OpenAI's API. */
export interface Dialect {
  readonly mostTokens: 'max_completion_tokens' | 'max_tokens';
  readonly json: JsonForm;
  /** Whether a stream may be asked to end with the tokens it used. */
  readonly usageInStream: boolean;
}

/** Models at OpenAI and Azure that reason refuse the older name; many other servers know no other, or ignore the newer. */
const newerName =
  /(?:^|\.)(?:openai\.com|openai\.azure\.com|cognitiveservices\.azure\.com|services\.ai\.azure\.com)$/;

/** What is tried first. */
export function guessDialect({
  baseUrl,
  apiVersion,
}: Pick<ModelEndpoint, 'baseUrl' | 'apiVersion'>): Dialect {
  const isNewer = apiVersion !== undefined || newerName.test(new URL(baseUrl).hostname);
  return {
    mostTokens: isNewer ? 'max_completion_tokens' : 'max_tokens',
    json: 'schema',
    usageInStream: true,
  };
}

/**
 * How to ask instead after a complaint; undefined when it is about something else. Words are looked at because endpoints say it in
 * no other way. `first` is what the call began with: a name that was already exchanged is not exchanged back.
 */
export function rephrase(dialect: Dialect, first: Dialect, complaint: string): Dialect | undefined {
  if (/response_format|json_schema|json_object|json_mode|structured output/i.test(complaint)) {
    return lowerJson(dialect);
  }
  if (/stream_options|include_usage/i.test(complaint)) {
    return dialect.usageInStream ? { ...dialect, usageInStream: false } : undefined;
  }
  if (complaint.includes(dialect.mostTokens) && dialect.mostTokens === first.mostTokens) {
    const other = dialect.mostTokens === 'max_tokens' ? 'max_completion_tokens' : 'max_tokens';
    return { ...dialect, mostTokens: other };
  }
  return undefined;
}

/** Asks for JSON in a way that more servers know. */
export function lowerJson(dialect: Dialect): Dialect | undefined {
  switch (dialect.json) {
    case 'schema':
      return { ...dialect, json: 'object' };
    case 'object':
      return { ...dialect, json: 'text' };
    case 'text':
      return undefined;
  }
}

/** The dialect of one model: what once served is kept. */
export class KnownDialect {
  #dialect: Dialect;
  #knowsJson = false;

  constructor(guessed: Dialect) {
    this.#dialect = guessed;
  }

  get current(): Dialect {
    return this.#dialect;
  }

  /** Whether its form of JSON has served: an answer without JSON is then the model's fault and not that of the form. */
  get knowsJson(): boolean {
    return this.#knowsJson;
  }

  /** `parts` are those that an answer has proved. */
  keep(parts: Partial<Dialect>): void {
    this.#dialect = { ...this.#dialect, ...parts };
    this.#knowsJson ||= parts.json !== undefined;
  }
}
