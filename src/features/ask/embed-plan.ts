import type { Deps } from '../../deps.ts';
import type { UseCaseId } from '../../domain/ids.ts';
import type { UseCase } from '../../domain/use-case.ts';
import type { EmbeddingLedger } from './embed-ledger.ts';
import { mayBeEmbedded } from './embed-text.ts';
import type { EmbeddingTexts } from './embed-text.ts';
import { giveTurn } from './embed-turn.ts';

/** Use cases that are looked at before other work has its turn: a millisecond, where each is hashed for the first time. */
const lookedAtOnce = 40;

export interface VectorKey {
  readonly id: UseCaseId;
  readonly model: string;
}

/** What is to be done so that there are exactly the vectors of the current words of the use cases. */
export interface EmbeddingPlan {
  /** Whose vector is missing, or was made of other words. */
  readonly missing: readonly UseCase[];
  /** Of what is gone, archived, or no longer for others, and of earlier words where the present ones are refused. */
  readonly strays: readonly VectorKey[];
  /** Of models that are not used any more, as soon as the one that is has everything. */
  readonly outdated: readonly VectorKey[];
  readonly done: number;
  /** The endpoint does not take their words. */
  readonly refused: number;
  readonly total: number;
  /** Of the catalogue when it was looked at. */
  readonly revision: number;
}

/** Compares what there is with what there should be. `model` undefined: none is to be used, and nothing is made. */
export async function planEmbeddings(
  { catalogue }: Pick<Deps, 'catalogue'>,
  {
    ledger,
    texts,
    model,
    isRefused,
  }: {
    readonly ledger: EmbeddingLedger;
    readonly texts: EmbeddingTexts;
    readonly model: string | undefined;
    readonly isRefused: (id: UseCaseId, contentHash: string) => boolean;
  },
): Promise<EmbeddingPlan> {
  const { revision } = catalogue;
  const missing: UseCase[] = [];
  const strays: VectorKey[] = [];
  let [done, refused, total, looked] = [0, 0, 0, 0];
  // A map's iterator goes on rightly while entries come and go.
  for (const useCase of model === undefined ? [] : catalogue.all()) {
    looked += 1;
    if (looked % lookedAtOnce === 0) {
      await giveTurn();
    }
    if (model === undefined || !mayBeEmbedded(useCase)) {
      continue;
    }
    total += 1;
    const contentHash = texts.hashOf(useCase);
    if (ledger.hashOf(useCase.id, model) === contentHash) {
      done += 1;
    } else if (isRefused(useCase.id, contentHash)) {
      refused += 1;
      if (ledger.hashOf(useCase.id, model) !== undefined) {
        strays.push({ id: useCase.id, model });
      }
    } else {
      missing.push(useCase);
    }
  }
  const others: VectorKey[] = [];
  for (const stored of ledger.models) {
    for (const id of ledger.idsOf(stored)) {
      const useCase = catalogue.find(id);
      if (useCase === undefined || !mayBeEmbedded(useCase)) {
        strays.push({ id, model: stored });
      } else if (stored !== model) {
        others.push({ id, model: stored });
      }
    }
    await giveTurn();
  }
  const isComplete = model !== undefined && missing.length === 0 && isFew(refused, total);
  return { missing, strays, outdated: isComplete ? others : [], done, refused, total, revision };
}

/** A model that takes much less than the one before does not take its place. */
function isFew(refused: number, total: number): boolean {
  return refused <= Math.max(1, total / 10);
}
