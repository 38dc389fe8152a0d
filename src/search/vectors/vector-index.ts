/** Something near to a vector. */
export interface NearVector {
  readonly id: string;
  /** Cosine of the angle between the two: 1 at most. */
  readonly similarity: number;
  /** How far that is above the mean of all, in standard deviations. */
  readonly deviations: number;
}

/** Vectors that are compared before other work has its turn: about half a millisecond with 1,536 dimensions. */
const comparedAtOnce = 512;
const fewestPlaces = 64;

/**
 * Vectors with a byte per dimension, compared one by one: at 10,000 times 1,536 that takes less time than the bookkeeping of anything that
 * guesses, and misses nothing.
 */
export class VectorIndex {
  readonly #dimensions: number;
  readonly #places = new Map<string, number>();
  readonly #free: number[] = [];
  #ids: (string | undefined)[] = [];
  #values: Int8Array;
  /** 0: nothing stands there, or a vector without a direction. */
  #inverseNorms: Float32Array;

  constructor(dimensions: number) {
    this.#dimensions = dimensions;
    this.#values = new Int8Array(fewestPlaces * dimensions);
    this.#inverseNorms = new Float32Array(fewestPlaces);
  }

  get size(): number {
    return this.#places.size;
  }

  /** Replaces the one with the same id. Throws a `TypeError` when it has another number of dimensions. */
  put(id: string, vector: Int8Array): void {
    if (vector.length !== this.#dimensions) {
      throw new TypeError(`a vector with ${vector.length} dimensions instead of ${this.#dimensions}`);
    }
    const place = this.#places.get(id) ?? this.#free.pop() ?? this.#ids.length;
    this.#makeRoom(place);
    this.#places.set(id, place);
    this.#ids[place] = id;
    this.#values.set(vector, place * this.#dimensions);
    this.#inverseNorms[place] = inverseNorm(vector);
  }

  remove(id: string): void {
    const place = this.#places.get(id);
    if (place !== undefined) {
      this.#places.delete(id);
      this.#ids[place] = undefined;
      this.#inverseNorms[place] = 0;
      this.#free.push(place);
    }
  }

  /**
   * Nearest first, at most `limit`, of those that `accept` takes; it is asked only for what is near enough. Yields now and then, so that
   * other work gets its turn; what is put or removed meanwhile may be missed.
   */
  *nearest(
    query: Int8Array,
    { limit, accept }: { readonly limit: number; readonly accept: (id: string) => boolean },
  ): Generator<void, readonly NearVector[]> {
    const inverse = inverseNorm(query);
    const best: { readonly id: string; readonly similarity: number }[] = [];
    let [count, sum, squares] = [0, 0, 0];
    for (let place = 0; place < this.#ids.length; place += 1) {
      if (place % comparedAtOnce === comparedAtOnce - 1) {
        yield;
      }
      const scale = this.#inverseNorms[place] ?? 0;
      const id = this.#ids[place];
      if (scale !== 0 && id !== undefined) {
        const similarity = product(this.#values, place * this.#dimensions, query) * scale * inverse;
        count += 1;
        sum += similarity;
        squares += similarity * similarity;
        if ((best.length < limit || similarity > (best.at(-1)?.similarity ?? -1)) && accept(id)) {
          insert(best, { id, similarity }, limit);
        }
      }
    }
    const mean = sum / count;
    const deviation = Math.sqrt(Math.max(0, squares / count - mean * mean));
    return best.map(({ id, similarity }) => ({
      id,
      similarity,
      deviations: deviation === 0 ? 0 : (similarity - mean) / deviation,
    }));
  }

  #makeRoom(place: number): void {
    if (place >= this.#inverseNorms.length) {
      const places = 2 * this.#inverseNorms.length;
      const [values, norms] = [new Int8Array(places * this.#dimensions), new Float32Array(places)];
      values.set(this.#values);
      norms.set(this.#inverseNorms);
      [this.#values, this.#inverseNorms] = [values, norms];
    }
  }
}

/**
 * In whole numbers, which is twice as fast as in floating point: 1,536 times 127 times 127 fits. Eight at a time, so that it is also fast
 * before the compiler has had its turn.
 */
function product(values: Int8Array, start: number, query: Int8Array): number {
  const whole = query.length - (query.length % 8);
  let sum = 0;
  let at = start;
  for (let from = 0; from < whole; from += 8) {
    sum =
      (sum +
        (values[at] ?? 0) * (query[from] ?? 0) +
        (values[at + 1] ?? 0) * (query[from + 1] ?? 0) +
        (values[at + 2] ?? 0) * (query[from + 2] ?? 0) +
        (values[at + 3] ?? 0) * (query[from + 3] ?? 0) +
        (values[at + 4] ?? 0) * (query[from + 4] ?? 0) +
        (values[at + 5] ?? 0) * (query[from + 5] ?? 0) +
        (values[at + 6] ?? 0) * (query[from + 6] ?? 0) +
        (values[at + 7] ?? 0) * (query[from + 7] ?? 0)) |
      0;
    at += 8;
  }
  for (let dimension = whole; dimension < query.length; dimension += 1) {
    sum = (sum + (values[start + dimension] ?? 0) * (query[dimension] ?? 0)) | 0;
  }
  return sum;
}

function inverseNorm(vector: Int8Array): number {
  let squares = 0;
  for (const value of vector) {
    squares += value * value;
  }
  return squares === 0 ? 0 : 1 / Math.sqrt(squares);
}

/** Into a list with the largest first, which keeps so many. */
function insert<One extends { readonly similarity: number }>(best: One[], one: One, limit: number): void {
  let place = best.length;
  while (place > 0 && (best[place - 1]?.similarity ?? 0) < one.similarity) {
    place -= 1;
  }
  best.splice(place, 0, one);
  best.length = Math.min(best.length, limit);
}
