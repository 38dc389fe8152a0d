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
  readonly model: string;
  readonly dimensions: number;
  readonly index: VectorIndex;
  readonly hashes: Map<UseCaseId, string>;
}

/** The vectors of all use cases in memory. Follows the store; never written by features. */
export class UseCaseVectors {
  /** By model and number of dimensions; what began last is the last. */
  readonly #made = new Map<string, Made>();

  /** Whose vectors serve: the model that has most of them, and of two the later one. Undefined: there are none. */
  get model(): string | undefined {
    return this.#serving()?.model;
  }

  /** How many a model has made. */
  count(model: string): number {
    return this.#madeBy(model).reduce((sum, { index }) => sum + index.size, 0);
  }

  /** With which words a model's vector of a use case was made. */
  contentHashOf(id: UseCaseId, model: string): string | undefined {
    return this.#madeBy(model)
      .map(({ hashes }) => hashes.get(id))
      .find((hash) => hash !== undefined);
  }

  /** One that has another length than others of its model is not compared with them, and does not push them away. */
  put({ useCaseId: id, model, contentHash, vector }: UseCaseEmbedding): void {
    const key = `${vector.length} ${model}`;
    const made = this.#made.get(key) ?? toMade(model, vector.length);
    this.#made.set(key, made);
    for (const other of this.#madeBy(model).filter((one) => one !== made)) {
      this.#removeFrom(other, id);
    }
    made.index.put(id, vector);
    made.hashes.set(id, contentHash);
  }

  /** Of all models, or of one. */
  remove(id: UseCaseId, model?: string): void {
    for (const made of this.#made.values()) {
      if (model === undefined || made.model === model) {
        this.#removeFrom(made, id);
      }
    }
  }

  /** Nearest first. `query` is a vector of `model`; of another length it is near to nothing. Gives other work its turn every few milliseconds. */
  async nearest(
    query: Float32Array,
    { limit, accept }: { readonly limit: number; readonly accept: (id: UseCaseId) => boolean },
  ): Promise<readonly NearUseCase[]> {
    const made = this.#serving();
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

  #serving(): Made | undefined {
    let serving: Made | undefined;
    for (const made of this.#made.values()) {
      if (made.index.size > 0 && made.index.size >= (serving?.index.size ?? 0)) {
        serving = made;
      }
    }
    return serving;
  }

  #madeBy(model: string): readonly Made[] {
    return [...this.#made.values()].filter((made) => made.model === model);
  }

  #removeFrom(made: Made, id: UseCaseId): void {
    made.index.remove(id);
    made.hashes.delete(id);
    if (made.index.size === 0) {
      this.#made.delete(`${made.dimensions} ${made.model}`);
    }
  }
}

function toMade(model: string, dimensions: number): Made {
  return { model, dimensions, index: new VectorIndex(dimensions), hashes: new Map() };
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
