import { packVector } from '../../../src/domain/use-case-embedding.ts';
import { fuseRanks } from '../../../src/features/ask/fuse-ranks.ts';
import { createModels } from '../../../src/llm/create-models.ts';
import { readConfig } from '../../../src/config.ts';
import { VectorIndex } from '../../../src/search/vectors/vector-index.ts';
import { systemClock } from '../../../src/system/clock.ts';
import { systemTimer } from '../../../src/system/timer.ts';
import { CommandError } from './command-error.ts';
import { rankedLength } from './measured-engine.ts';
import type { EngineKind } from './measured-engine.ts';
import { ourEngine } from './our-engine.ts';
import type { Doc, EvaluationSet } from './read-set.ts';

/** As many as the bot gives a model at once, and as long as it waits. */
const textsAtOnce = 32;
const deadlineMs = 60_000;
/** Characters; the bot embeds no more of a record. */
const longestText = 6_000;

/** What a model made of each text. */
export type Vectors = ReadonlyMap<string, Int8Array>;

/**
 * The vectors of all documents and queries, by the model that the bot would use: `LLM_BASE_URL`, `LLM_API_KEY` and `EMBEDDING_MODEL` of the
 * environment. Throws a CommandError when there is none, or it does not answer.
 */
export async function embedSets(
  sets: readonly EvaluationSet[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<Vectors> {
  const { models: endpoint } = readConfig({ ...environment, BOT_MODE: 'playground' });
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const parts = { clock: systemClock, timer: systemTimer, logger: silent };
  const models = endpoint && createModels(endpoint, parts);
  if (models?.embeddingModel === undefined) {
    throw new CommandError('--embeddings needs LLM_BASE_URL and EMBEDDING_MODEL in the environment');
  }
  const all = sets.flatMap(({ docs, queries }) => [...docs.map(textOf), ...queries.map(({ text }) => text)]);
  const texts = [...new Set(all)];
  const vectors = new Map<string, Int8Array>();
  for (let start = 0; start < texts.length; start += textsAtOnce) {
    const some = texts.slice(start, start + textsAtOnce);
    const outcome = await models.embeddingModel.embed(some, { deadlineMs });
    if (outcome.kind === 'failed') {
      throw new CommandError(`the model made no vectors: ${outcome.because}`);
    }
    for (const [index, vector] of outcome.vectors.entries()) {
      vectors.set(some[index] ?? '', packVector(vector));
    }
  }
  models.close();
  return vectors;
}

/** Meaning alone, and words and meaning as the bot fuses them where words alone do not answer. */
export function embeddedEngines(vectors: Vectors): EngineKind[] {
  return [byMeaning(vectors), fused(vectors)];
}

function byMeaning(vectors: Vectors): EngineKind {
  return {
    name: 'vectors',
    create() {
      const index = new VectorIndex(vectors.values().next().value?.length ?? 0);
      const put = (doc: Doc): void => index.put(doc.id, vectorOf(vectors, textOf(doc)));
      return {
        load: (docs) => docs.forEach(put),
        put,
        search(text) {
          const query = vectorOf(vectors, text);
          const search = index.nearest(query, { limit: rankedLength, accept: () => true });
          for (;;) {
            const { done, value } = search.next();
            if (done === true) {
              return { ranked: value.map(({ id }) => id), confidence: value[0]?.similarity ?? 0 };
            }
          }
        },
        bytesOutsideNode: () => 0,
        close: () => undefined,
      };
    },
  };
}

function fused(vectors: Vectors): EngineKind {
  const [words, meaning] = [ourEngine(), byMeaning(vectors)];
  return {
    name: 'words and vectors',
    ...(words.confidenceThreshold !== undefined && { confidenceThreshold: words.confidenceThreshold }),
    create() {
      const both = [words.create(), meaning.create()] as const;
      return {
        load: (docs) => both.forEach((engine) => engine.load(docs)),
        put: (doc) => both.forEach((engine) => engine.put(doc)),
        search(text) {
          const [one, other] = [both[0].search(text), both[1].search(text)];
          const ranked = fuseRanks(one.ranked, other.ranked, { widens: true });
          return { ranked: ranked.slice(0, rankedLength), confidence: one.confidence };
        },
        bytesOutsideNode: () => 0,
        close: () => both.forEach((engine) => engine.close()),
      };
    },
  };
}

function textOf({ title, text }: Doc): string {
  return `${title}\n${text}`.slice(0, longestText);
}

function vectorOf(vectors: Vectors, text: string): Int8Array {
  const vector = vectors.get(text);
  if (vector === undefined) {
    throw new Error(`no vector was made of “${text.slice(0, 60)}”`);
  }
  return vector;
}
