import { LRUCache } from 'lru-cache';
import type { Deps } from '../../deps.ts';
import { secondMs } from '../../domain/instant.ts';
import type { Asker } from '../../domain/member.ts';
import { seenBy } from '../../domain/permissions.ts';
import type { EmbeddingModel } from '../../ports/language-model.ts';
import { fold } from '../../search/german/fold.ts';
import { mayHaveCost, noteEmbedding } from '../model-use/note-use.ts';
import type { NoteUseDeps } from '../model-use/note-use.ts';
import type { NearUseCase } from './use-case-vectors.ts';

const mostNear = 100;
/** Nobody waits longer for the meaning of a question. */
const deadlineMs = secondMs;
/** Questions whose vectors are remembered: pages, chips and the way back ask the same again. */
const mostRemembered = 500;

interface WantedVector {
  readonly model: string;
  readonly sought: string;
}

/** Counts what the endpoint has used. */
type NoteTokens = (inputTokens: number | undefined) => Promise<void>;

type Remembered = LRUCache<string, Promise<Float32Array | undefined>>;
const remembered = new WeakMap<EmbeddingModel, Remembered>();

/** What is near to a question in meaning, as far as the asker may see it; nothing without a model, or when it does not answer in time. */
export async function findNear(
  deps: NoteUseDeps &
    Pick<Deps, 'embeddingModel' | 'useCaseVectors'> & {
      readonly catalogue: Pick<Deps['catalogue'], 'find'>;
    },
  { asker, sought }: { readonly asker: Asker; readonly sought: string },
): Promise<readonly NearUseCase[]> {
  const { catalogue, embeddingModel, useCaseVectors } = deps;
  const { model } = useCaseVectors;
  if (embeddingModel === undefined || model === undefined || sought.trim() === '') {
    return [];
  }
  const query = await embedOnce(embeddingModel, { model, sought }, async (inputTokens) => {
    await noteEmbedding(deps, asker.tenantId, { inputTokens, characters: sought.length });
  });
  // Meanwhile another model may have taken over.
  if (query === undefined || useCaseVectors.model !== model) {
    return [];
  }
  const isVisible = seenBy(asker);
  return useCaseVectors.nearest(query, {
    limit: mostNear,
    accept: (id) => {
      const useCase = catalogue.find(id);
      return useCase !== undefined && isVisible(useCase);
    },
  });
}

/** Who asks the same at the same time waits for the same answer; what failed is asked again the next time. */
async function embedOnce(
  embeddingModel: EmbeddingModel,
  { model, sought }: WantedVector,
  note: NoteTokens,
): Promise<Float32Array | undefined> {
  const known: Remembered = remembered.get(embeddingModel) ?? new LRUCache({ max: mostRemembered });
  remembered.set(embeddingModel, known);
  const key = `${model}\n${fold(sought.trim())}`;
  const asked = known.get(key) ?? embed(embeddingModel, { model, sought }, note);
  known.set(key, asked);
  const vector = await asked;
  if (vector === undefined && known.peek(key) === asked) {
    known.delete(key);
  }
  return vector;
}

async function embed(
  embeddingModel: EmbeddingModel,
  { model, sought }: WantedVector,
  note: NoteTokens,
): Promise<Float32Array | undefined> {
  const outcome = await embeddingModel.embed([sought], { model, deadlineMs });
  const isMade = outcome.kind === 'embedded';
  if (isMade || mayHaveCost(outcome.because)) {
    await note(isMade ? outcome.inputTokens : undefined);
  }
  return isMade ? outcome.vectors[0] : undefined;
}
