import type { Deps } from '../../deps.ts';
import type { UseCaseId } from '../../domain/ids.ts';
import type { UseCase } from '../../domain/use-case.ts';
import { packVector } from '../../domain/use-case-embedding.ts';
import type { EmbeddingBatches, WordsToEmbed } from './embed-batches.ts';
import type { EmbeddingLedger } from './embed-ledger.ts';
import type { VectorKey } from './embed-plan.ts';
import { mayBeEmbedded } from './embed-text.ts';
import type { EmbeddingTexts } from './embed-text.ts';
import { giveTurn } from './embed-turn.ts';

const readAtOnce = 8;
const straysAtOnce = 16;
/** Each part costs the store a commit, and what was erased is cut from its log. */
const outdatedAtOnce = 64;

interface Wanted {
  readonly name: string;
  readonly generation: number;
}

export interface EmbedParts {
  readonly ledger: EmbeddingLedger;
  readonly texts: EmbeddingTexts;
}

/**
 * The words of use cases as the store has them now, as far as their vector is not there: what this instance knows may be some seconds old,
 * and another one may have done it meanwhile.
 */
export async function readMissing(
  deps: Pick<Deps, 'embeddings' | 'useCases'>,
  { ledger, texts }: EmbedParts,
  ids: readonly UseCaseId[],
  { name, batches }: { readonly name: string; readonly batches: EmbeddingBatches },
): Promise<readonly WordsToEmbed[]> {
  async function read(id: UseCaseId): Promise<WordsToEmbed | undefined> {
    const stored = await deps.useCases.find(id);
    if (stored === undefined || !mayBeEmbedded(stored.value)) {
      return undefined;
    }
    const contentHash = texts.hashOf(stored.value);
    const known = await deps.embeddings.find(id, name);
    if (known?.contentHash === contentHash && ledger.fits(name, known.vector.length)) {
      ledger.put(known);
      return undefined;
    }
    return batches.isRefused(id, contentHash) ? undefined : { id, contentHash, text: texts.of(stored.value) };
  }

  const words: (WordsToEmbed | undefined)[] = [];
  for (let start = 0; start < ids.length; start += readAtOnce) {
    words.push(...(await Promise.all(ids.slice(start, start + readAtOnce).map(read))));
    await giveTurn();
  }
  return words.filter((one) => one !== undefined);
}

/** Keeps the vectors of these words, in their order. */
export async function keepVectors(
  deps: Pick<Deps, 'embeddings'>,
  ledger: EmbeddingLedger,
  words: readonly WordsToEmbed[],
  vectors: readonly Float32Array[],
  { name, generation }: Wanted,
): Promise<void> {
  const [first] = vectors;
  if (first !== undefined) {
    ledger.expect(name, first.length);
  }
  await Promise.all(
    words.map(async ({ id, contentHash }, index) => {
      const vector = packVector(vectors[index] ?? new Float32Array());
      const embedding = { useCaseId: id, model: name, generation, contentHash, vector };
      if (ledger.isMisfit(id, name)) {
        // Of the same words: the store would keep what it has.
        await deps.embeddings.remove(id, name);
      }
      await deps.embeddings.put(embedding);
      ledger.put(embedding);
    }),
  );
}

/** Says by one of the vectors which are there that this model is the one that is wanted now: instances with another one leave them. */
export async function claimVectors(
  deps: Pick<Deps, 'embeddings'>,
  ledger: EmbeddingLedger,
  { name, generation }: Wanted,
): Promise<void> {
  const known = ledger.generationOf(name);
  for (const id of known === 0 || known >= generation ? [] : ledger.idsOf(name)) {
    const embedding = await deps.embeddings.find(id, name);
    if (embedding !== undefined) {
      await deps.embeddings.put({ ...embedding, generation });
      ledger.put({ ...embedding, generation });
      return;
    }
  }
}

/** Removes vectors of what should have none. What the store knows and this instance not yet keeps its own. */
export async function removeStrays(
  deps: Pick<Deps, 'embeddings' | 'useCases'>,
  ledger: EmbeddingLedger,
  strays: readonly VectorKey[],
  isRefused: (useCase: UseCase, model: string) => boolean,
): Promise<void> {
  await inParts(strays, straysAtOnce, async ({ id, model }) => {
    const stored = await deps.useCases.find(id);
    if (stored === undefined || !mayBeEmbedded(stored.value) || isRefused(stored.value, model)) {
      await deps.embeddings.remove(id, model);
      ledger.remove(id, model);
    }
  });
}

export async function removeOutdated(
  deps: Pick<Deps, 'embeddings'>,
  ledger: EmbeddingLedger,
  outdated: readonly VectorKey[],
): Promise<void> {
  await inParts(outdated, outdatedAtOnce, async ({ id, model }) => {
    await deps.embeddings.remove(id, model);
    ledger.remove(id, model);
  });
}

async function inParts<Item>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  for (let start = 0; start < items.length; start += atOnce) {
    await Promise.all(items.slice(start, start + atOnce).map(work));
    await giveTurn();
  }
}
