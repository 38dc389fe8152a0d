import type { ModelEndpoint } from '../config-models.ts';
import type { EmbeddingModel, LanguageModel } from '../ports/language-model.ts';
import { embeddingModelBehind, languageModelBehind } from './behind-gate.ts';
import { Breaker } from './breaker.ts';
import { openModels } from './open-models.ts';
import type { ModelParts } from './open-models.ts';
import { Slots } from './slots.ts';

export interface Models {
  /** Absent: none is configured. */
  readonly languageModel?: LanguageModel;
  readonly embeddingModel?: EmbeddingModel;
  /** Ends the calls that still run. */
  readonly close: () => void;
}

/** The models at this endpoint, each asked with courtesy: so many calls at once, and none for a while when they keep failing. */
export function createModels(endpoint: ModelEndpoint, parts: ModelParts): Models {
  const { languageModel, embeddingModel, close } = openModels(endpoint, parts);
  const { timer } = parts;
  return {
    ...(languageModel !== undefined && {
      languageModel: languageModelBehind(
        new Slots(timer),
        languageModelBehind(new Breaker(parts, languageModel.name), languageModel),
      ),
    }),
    ...(embeddingModel !== undefined && {
      embeddingModel: embeddingModelBehind(
        new Slots(timer),
        embeddingModelBehind(new Breaker(parts, embeddingModel.name), embeddingModel),
      ),
    }),
    close,
  };
}
