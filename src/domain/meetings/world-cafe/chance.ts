/**
 * Numbers from 0 to 1, without 1, that depend on the seed alone: counted up by the golden ratio and mixed by the finaliser of MurmurHash3
 * (Austin Appleby, public domain). Good enough to search with, nothing to keep a secret with.
 */
export function createChance(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    const half = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    const whole = Math.imul(half ^ (half >>> 13), 0xc2b2ae35);
    return ((whole ^ (whole >>> 16)) >>> 0) / 2 ** 32;
  };
}
