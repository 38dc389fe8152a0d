import type { UseCaseId } from './ids.ts';

/** What a model made of the words of one use case. */
export interface UseCaseEmbedding {
  readonly useCaseId: UseCaseId;
  /** As its endpoint calls it. Vectors of different models are not compared. */
  readonly model: string;
  /** Of the words it was made of: as long as they are the same, it is not made again. */
  readonly contentHash: string;
  /** Its direction; the length says nothing. */
  readonly vector: Int8Array;
}

/** Keeps a vector's direction with a byte per dimension: the largest value becomes 127. */
export function packVector(vector: Float32Array): Int8Array {
  let largest = 0;
  for (const value of vector) {
    largest = Math.max(largest, Math.abs(value));
  }
  const packed = new Int8Array(vector.length);
  let index = 0;
  // Five times as fast as `Int8Array.from` with a function.
  for (const value of vector) {
    packed[index] = largest === 0 ? 0 : Math.round((127 * value) / largest);
    index += 1;
  }
  return packed;
}
