import type { Deps } from '../../deps.ts';

/** Which models take part in answers. */
export function usedModels({
  languageModel,
  embeddingModel,
}: Pick<Deps, 'languageModel' | 'embeddingModel'>): {
  readonly language: boolean;
  readonly meaning: boolean;
} {
  return { language: languageModel !== undefined, meaning: embeddingModel !== undefined };
}
