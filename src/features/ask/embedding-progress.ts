import type { Deps } from '../../deps.ts';
import type { UseCaseId } from '../../domain/ids.ts';
import type { Technology } from '../../domain/use-case.ts';
import { EmbeddingTexts, mayBeEmbedded } from './embed-text.ts';
import { giveTurn } from './embed-turn.ts';

const readBeforeTurn = 40;

/** How far it is that every use case has a vector of its current words. */
export interface EmbeddingProgress {
  /** Whose vectors are wanted; absent when none is set. */
  readonly model?: string;
  /** Use cases with a vector of their words as they are now. */
  readonly done: number;
  /** Use cases that may have one. */
  readonly total: number;
  /** Those whose words the endpoint refuses. Only the process that tried knows of them; elsewhere they are not done yet. */
  readonly failed: number;
  /** Whose vectors are there in the greatest number; during a change of the model it is the one before. */
  readonly servingModel?: string;
}

/** As this instance knows it. `texts`: one for the life of the process, as it remembers hashes. */
export async function embeddingProgress(
  {
    catalogue,
    embeddingModel,
    useCaseVectors,
  }: Pick<Deps, 'catalogue' | 'embeddingModel' | 'useCaseVectors'>,
  texts: EmbeddingTexts,
): Promise<EmbeddingProgress> {
  const model = embeddingModel?.name;
  const { model: servingModel } = useCaseVectors;
  let [done, total] = [0, 0];
  for (const useCase of catalogue.all()) {
    if (!mayBeEmbedded(useCase)) {
      continue;
    }
    total += 1;
    const made = model === undefined ? undefined : useCaseVectors.contentHashOf(useCase.id, model);
    done += Number(made !== undefined && made === texts.hashOf(useCase));
    if (total % readBeforeTurn === 0) {
      await giveTurn();
    }
  }
  return {
    ...(model !== undefined && { model }),
    done,
    total,
    failed: 0,
    ...(servingModel !== undefined && { servingModel }),
  };
}

/** From the store alone, whether or not anything is running. Reads every use case and every vector. */
export async function countEmbeddings(
  deps: Pick<Deps, 'embeddings' | 'embeddingModel' | 'useCases'>,
  technologyWords: Readonly<Record<Technology, string>>,
): Promise<EmbeddingProgress> {
  const model = deps.embeddingModel?.name;
  const texts = new EmbeddingTexts(technologyWords);
  const made = new Map<UseCaseId, string>();
  const counts = new Map<string, number>();
  let read = 0;
  for await (const embedding of deps.embeddings.all()) {
    counts.set(embedding.model, (counts.get(embedding.model) ?? 0) + 1);
    if (embedding.model === model) {
      made.set(embedding.useCaseId, embedding.contentHash);
    }
    read += 1;
    if (read % readBeforeTurn === 0) {
      await giveTurn();
    }
  }
  let [done, total] = [0, 0];
  for await (const { value } of deps.useCases.all()) {
    if (mayBeEmbedded(value)) {
      total += 1;
      done += Number(made.get(value.id) === texts.hashOf(value));
    }
  }
  const [serving] = [...counts].sort(([, one], [, other]) => other - one);
  return {
    ...(model !== undefined && { model }),
    done,
    total,
    failed: 0,
    ...(serving !== undefined && { servingModel: serving[0] }),
  };
}
