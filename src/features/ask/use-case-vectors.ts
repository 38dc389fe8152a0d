import { useCaseId } from '../../domain/ids.ts';
import type { UseCaseId } from '../../domain/ids.ts';
import { packVector } from '../../domain/use-case-embedding.ts';
import type { UseCaseEmbedding } from '../../domain/use-case-embedding.ts';
import { VectorIndex } from '../../search/vectors/vector-index.ts';

/** A use case that is near to a question in meaning. */
export interface NearUseCase {
  readonly id: UseCaseId;
  /** Cosine of the angle between the two: 1 at most. */
  readonly similarity: number;
  /** Nearer than the nearest of so many would be if none of them had to do with it. */
  readonly standsOut: boolean;
}

interface Made {
  readonly dimensions: number;
  readonly index: VectorIndex;
  readonly hashes: Map<UseCaseId, string>;
}

/** The vectors of all use cases in memory. Follows the store; never written by features. */
export class UseCaseVectors {
  /** By model; the one that began last is the last. */
  readonly #made = new Map<string, Made>();

  /** Whose vectors serve: the model that has most of them, and of two the later one. Undefined: there are none. */
  get model(): string | undefined {
    let serving: { readonly model: string; readonly count: number } | undefined;
    for (const [model, { index }] of this.#made) {
      if (index.size > 0 && index.size >= (serving?.count ?? 0)) {
        serving = { model, count: index.size };
      }
    }
    return serving?.model;
  }

  /** How many a model has made. */
  count(model: string): number {
    return this.#made.get(model)?.index.size ?? 0;
  }

  /** With which words a model's vector of a use case was made. */
  contentHashOf(id: UseCaseId, model: string): string | undefined {
    return this.#made.get(model)?.hashes.get(id);
  }

  put({ useCaseId: id, model, contentHash, vector }: UseCaseEmbedding): void {
    const made = this.#madeBy(model, vector.length);
    made.index.put(id, vector);
    made.hashes.set(id, contentHash);
  }

  /** Of all models, or of one. */
  remove(id: UseCaseId, model?: string): void {
    for (const [name, { index, hashes }] of this.#made) {
      if (model === undefined || name === model) {
        index.remove(id);
        hashes.delete(id);
      }
      if (index.size === 0) {
        this.#made.delete(name);
      }
    }
  }

  /** Nearest first. `query` is a vector of `model`; of another length it is near to nothing. Gives other work its turn every few milliseconds. */
  async nearest(
    query: Float32Array,
    { limit, accept }: { readonly limit: number; readonly accept: (id: UseCaseId) => boolean },
  ): Promise<readonly NearUseCase[]> {
    const made = this.#made.get(this.model ?? '');
    if (made === undefined || made.dimensions !== query.length) {
      return [];
    }
    const chance = nearestByChance(made.index.size);
    const search = made.index.nearest(packVector(query), { limit, accept: (id) => accept(useCaseId(id)) });
    for (;;) {
      const { done, value } = search.next();
      if (done === true) {
        return value.map(({ id, similarity, deviations }) => ({
          id: useCaseId(id),
          similarity,
          standsOut: deviations > chance,
        }));
      }
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    }
  }

  /** A model that makes vectors of another length than before begins anew. */
  #madeBy(model: string, dimensions: number): Made {
    const known = this.#made.get(model);
    if (known?.dimensions === dimensions) {
      return known;
    }
    const made = { dimensions, index: new VectorIndex(dimensions), hashes: new Map() };
    this.#made.delete(model);
    this.#made.set(model, made);
    return made;
  }
}

/** Above chance by so much, in standard deviations. */
const clearlyAbove = 0.5;

/**
 * How far the largest of so many independent values lies above their mean by chance, in standard deviations: about the square root of
 * 2 ln n for normal ones (H. Cramér, Mathematical Methods of Statistics, 1946, section 28.6). No model says which similarity is a high one.
 */
function nearestByChance(count: number): number {
  return Math.sqrt(2 * Math.log(Math.max(2, count))) + clearlyAbove;
}
