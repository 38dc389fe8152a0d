import type { ModelEndpoint } from '../config-models.ts';
import type { Clock } from '../ports/clock.ts';
import type { EmbeddingModel, LanguageModel, ModelRequest } from '../ports/language-model.ts';
import type { Logger } from '../ports/logger.ts';
import type { Timer } from '../ports/timer.ts';
import { answerInJson } from './answer-in-json.ts';
import { answerInText } from './answer-in-text.ts';
import type { TextAnswer } from './answer-in-text.ts';
import type { CallParts } from './call.ts';
import { guessDialect, KnownDialect } from './dialect.ts';
import { embedTexts } from './embed-texts.ts';
import { createGuardedFetch } from './guarded-fetch.ts';
import { createManagedIdentity } from './managed-identity.ts';
import { openClient } from './open-client.ts';
import type { TokenSource } from './open-client.ts';
import { streamText } from './stream-text.ts';

/** Of an answer in one piece, and of one in many, each with an envelope of some hundred bytes. */
const mostBytes = { whole: 1_000_000, stream: 4_000_000 };

export interface ModelParts {
  readonly clock: Clock;
  readonly timer: Timer;
  readonly logger: Logger;
  /** Client id of the managed identity, where the bot has several; without it, it is the system's. */
  readonly identityId?: string;
  /** Instead of Azure's managed identity. */
  readonly token?: TokenSource;
}

export interface OpenModels {
  readonly languageModel?: LanguageModel;
  readonly embeddingModel?: EmbeddingModel;
  /** How the language model wants to be asked, as far as it is known. */
  readonly dialect: KnownDialect;
  /** Asks the language model for some words in one piece. Absent: none is configured. */
  readonly chat?: (request: ModelRequest) => Promise<TextAnswer>;
  readonly close: () => void;
}

/** The models at this endpoint as they are, without breaker and limit. */
export function openModels(endpoint: ModelEndpoint, parts: ModelParts): OpenModels {
  const client = openClient(endpoint, parts.token ?? createManagedIdentity(parts.identityId));
  const closing = new AbortController();
  const common: CallParts = { ...parts, client, closing: closing.signal };
  const whole = { ...common, client: client.withOptions({ fetch: createGuardedFetch(mostBytes.whole) }) };
  const stream = { ...common, client: client.withOptions({ fetch: createGuardedFetch(mostBytes.stream) }) };
  const dialect = new KnownDialect(guessDialect(endpoint));
  const { languageModel, embeddingModel } = endpoint;
  return {
    ...(languageModel !== undefined && {
      languageModel: {
        name: languageModel,
        answerInJson: (request) => answerInJson(whole, { name: languageModel, dialect }, request),
        stream: (request) => streamText(stream, { name: languageModel, dialect }, request),
      },
      chat: (request: ModelRequest) => answerInText(whole, { name: languageModel, dialect }, request),
    }),
    ...(embeddingModel !== undefined && {
      embeddingModel: {
        name: embeddingModel,
        embed: (texts, { model = embeddingModel, ...how }) => embedTexts(common, { model, texts, ...how }),
      },
    }),
    dialect,
    close: () => closing.abort(),
  };
}
