/**
 * Chance that depends on nothing but a seed and a key, so that the order of calls changes nothing: the key hashed by FNV-1a
 * (https://datatracker.ietf.org/doc/draft-eastlake-fnv/), then counted up through the finaliser of MurmurHash3.
 */
export function seeded(seed: number, key: string): () => number {
  let hash = 0x811c9dc5 ^ seed;
  for (const byte of new TextEncoder().encode(key)) {
    hash = Math.imul(hash ^ byte, 0x01000193);
  }
  let state = mixed(hash);
  return () => {
    state = (state + 0x9e3779b9) | 0;
    return (mixed(state) >>> 0) / 2 ** 32;
  };
}

function mixed(value: number): number {
  const half = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  const whole = Math.imul(half ^ (half >>> 13), 0xc2b2ae35);
  return whole ^ (whole >>> 16);
}
